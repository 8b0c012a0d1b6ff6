using System.Globalization;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Web.Tests.Access;

namespace Kunskapsstyrning.Web.Tests.Features.Exports;

/// <summary>Every answer as it lies in the database, counted straight on: nothing of the program's own counting is in it.</summary>
internal sealed class StraightCount
{
    private readonly List<Answer> _answers;

    private StraightCount(List<Answer> answers) => _answers = answers;

    public static async Task<StraightCount> Of(TestApp app, string slug)
    {
        var rows = await app.Rows("skr", "", $"""
            SELECT concat_ws('|', d.municipality_code, d.id, v.number, v.outcome, v.stage, coalesce(v.decided_on::text, ''), v.arrived_on, v.sequence)
            FROM decision d JOIN decision_version v ON v.decision_id = d.id JOIN recommendation r ON r.id = d.recommendation_id
            WHERE r.slug = '{slug}' AND NOT EXISTS (SELECT FROM retraction t WHERE t.decision_id = d.id)
            """);
        return new StraightCount([.. rows.Select(r => r.Split('|')).Select(r => new Answer(r[0], r[1], int.Parse(r[2], CultureInfo.InvariantCulture), r[3], r[4], r[5], r[6], long.Parse(r[7], CultureInfo.InvariantCulture)))]);
    }

    /// <summary>The status of each municipality that has any answer by the day it arrived.</summary>
    public IReadOnlyDictionary<string, Status> On(DateOnly day, DateOnly asked)
    {
        var status = new Dictionary<string, Status>();
        if (day < asked) return status;

        var iso = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        foreach (var municipality in _answers.GroupBy(a => a.Municipality))
        {
            var there = municipality.GroupBy(a => a.Decision)
                .Select(versions => (Latest: versions.MaxBy(v => v.Number)!, Registered: versions.Min(v => v.Sequence)))
                .Where(d => string.CompareOrdinal(d.Latest.ArrivedOn, iso) <= 0).ToList();
            if (there.Count == 0) continue;

            var final = there.Where(d => d.Latest is { Stage: "Final", Outcome: "Adopts" or "AdoptsWithReservation" or "Declines" or "Leaves" })
                .OrderBy(d => d.Latest.DecidedOn, StringComparer.Ordinal).ThenBy(d => d.Latest.ArrivedOn, StringComparer.Ordinal).ThenBy(d => d.Registered)
                .Select(d => d.Latest.Outcome).LastOrDefault();
            status[municipality.Key] = final switch { null => Status.InPreparation, "Adopts" => Status.Adopted, "AdoptsWithReservation" => Status.AdoptedWithReservation, _ => Status.Declined };
        }

        return status;
    }

    private sealed record Answer(string Municipality, string Decision, int Number, string Outcome, string Stage, string DecidedOn, string ArrivedOn, long Sequence);
}
