using System.Security.Cryptography;
using System.Text.Json;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;

namespace Kunskapsstyrning.Web.Features.Imports;

/// <summary>What would become of every row of a list, tried by the same rules as a decision that is logged by hand. Stores nothing.</summary>
public sealed class ImportPlan
{
    private readonly Recommendation _asked;

    private ImportPlan(ListTable table, RowTrial trial, Recommendation asked, DateOnly arrived)
    {
        (_asked, Arrived) = (asked, arrived);
        Rows = [.. BothToLookAt([.. table.Rows.Select((cells, at) => (cells, number: table.FirstRow + at)).Where(r => r.cells.Any(c => c.Length > 0)).Select(r => trial.Of(r.number, r.cells))])];
    }

    /// <summary>Every row with something in it, in the order of the list.</summary>
    public IReadOnlyList<PlannedRow> Rows { get; }

    /// <summary>The rows that can be registered and whose day of arrival the list does not tell.</summary>
    public int WithoutArrival => Rows.Count(r => r is { Plan: RowPlan.Add, LacksArrival: true });

    /// <summary>The day they get.</summary>
    public DateOnly Arrived { get; }

    /// <summary>Rows that can be registered with nothing to look at.</summary>
    public int Ready => Rows.Count(r => r is { Plan: RowPlan.Add, NeedsLook: false });

    /// <summary>Rows to look at.</summary>
    public int ToLookAt => Rows.Count(r => r.NeedsLook);

    /// <summary>Rows that cannot be registered.</summary>
    public int Failing => Rows.Count(r => r.Plan is RowPlan.Fails);

    /// <summary>Rows that come to this.</summary>
    public int Count(RowPlan plan) => Rows.Count(r => r.Plan == plan);

    /// <summary>What was seen, as a fingerprint: another one when a row would come to something else than it did, or would be registered otherwise.</summary>
    public string Seen
    {
        get
        {
            var rows = Rows.Select(r => new { r.Number, r.Plan, r.NeedsLook, Municipality = r.Municipality?.Code.Digits, r.Content, r.Details, r.Registered?.Current.Sequence, Warnings = r.Soft.Count });
            return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { _asked.Slug, Rows = rows })));
        }
    }

    /// <summary>Which of two rows that say otherwise about one decision is right is for a person to say: not for the one that came first.</summary>
    private static IEnumerable<PlannedRow> BothToLookAt(IReadOnlyList<PlannedRow> rows)
    {
        var against = rows.Where(r => r.Against is not null).ToLookup(r => r.Against);
        return rows.Select(r => against[r.Number].FirstOrDefault() is { } other
            ? r with { Contradicts = true, Soft = [.. r.Soft, $"Rad {other.Number} säger något annat om samma beslut. Behåll den ena."] }
            : r);
    }

    /// <summary>Tries a list.</summary>
    /// <param name="registered">The answers to the recommendation, whole.</param>
    internal static ImportPlan Of(ListTable table, ListChoices choices, Recommendation asked, MunicipalityNames names, IEnumerable<Response> registered, DateOnly today)
    {
        var arrived = SwedishDay.TryParse(choices.Arrived, out var day) && day <= today ? day : today;
        return new ImportPlan(table, new RowTrial(new RowReading(table, choices), asked, names, new RegisteredAnswers(registered, asked, today), arrived, today), asked, arrived);
    }
}
