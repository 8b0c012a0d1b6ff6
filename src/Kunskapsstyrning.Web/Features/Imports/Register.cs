using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Imports;

/// <summary>Registers rows of a list on the answers of their municipalities, by the same verbs as a decision logged by hand.</summary>
internal sealed class Register(Recommendation asked, Dictionary<MunicipalityCode, Response> responses, string name, DateOnly today, Recorded recorded)
{
    private readonly Asked _asked = asked.Asked;
    private readonly List<Response> _new = [];

    /// <summary>The answers that were not there before.</summary>
    public IReadOnlyList<Response> New => _new;

    /// <summary>Does with a row what was planned, and tells what became of it.</summary>
    /// <param name="wanted">False when the person chose to leave it.</param>
    public Result Take(PlannedRow row, bool wanted, out ImportRow taken)
    {
        taken = new ImportRow
        {
            Number = row.Number,
            Municipality = row.Municipality?.Code,
            Result = ResultOf(row.Plan, wanted),
            Said = row.Content,
            Had = row.Registered?.Current.Content ?? row.StandsOn,
            Decision = row.Registered?.Id,
        };
        if (taken.Result is RowResult.Left or RowResult.Failed) taken = taken with { Note = string.Join(' ', row.Hard.Concat(row.Soft).Concat(Differing(row)).DefaultIfEmpty("Inte vald.")), Cells = row.Cells };
        if (taken.Result is not (RowResult.Added or RowResult.Corrected)) return Result.Done;

        var response = ResponseOf(row.Municipality!.Code);
        if (taken.Result is RowResult.Corrected)
        {
            var seen = row.Registered!.Current.Number;
            taken = taken with { Version = seen + 1 };
            return response.Correct(row.Registered.Id, seen, row.Content!, row.Details, $"Rättat från lista ”{name}”, rad {row.Number}.", _asked, today, recorded);
        }

        var id = new DecisionId(Guid.CreateVersion7(recorded.At));
        taken = taken with { Decision = id, Version = 1 };
        return response.Log(id, row.Content!, row.Details, [], _asked, today, recorded);
    }

    private Response ResponseOf(MunicipalityCode municipality)
    {
        if (responses.TryGetValue(municipality, out var response)) return response;
        _new.Add(responses[municipality] = response = new Response(municipality, asked.Id));
        return response;
    }

    private static IEnumerable<string> Differing(PlannedRow row) =>
        row.Differences.Count == 0 ? [] : [$"Skiljer sig från det registrerade i {Swedish.Lower(Swedish.List([.. row.Differences.Select(d => Swedish.Lower(d.What))]))}."];

    private static RowResult ResultOf(RowPlan plan, bool wanted) => plan switch
    {
        RowPlan.Add => wanted ? RowResult.Added : RowResult.Left,
        RowPlan.Correct => wanted ? RowResult.Corrected : RowResult.Left,
        RowPlan.Same => RowResult.Unchanged,
        RowPlan.Twice => RowResult.Left,
        RowPlan.NoAnswer => RowResult.NoAnswer,
        _ => RowResult.Failed,
    };
}
