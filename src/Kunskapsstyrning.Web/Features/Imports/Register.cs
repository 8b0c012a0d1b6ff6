using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Messages;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Imports;

/// <summary>Registers rows of a list on the answers of their municipalities, by the same verbs as a decision logged by hand.</summary>
/// <param name="asked">What they answer.</param>
/// <param name="responses">The answers there are; those that are made are put with them.</param>
/// <param name="name">The name of the list.</param>
/// <param name="columns">The columns that are read. Others are not kept: nobody knows what stands in a column of remarks.</param>
/// <param name="today">Today in Sweden.</param>
/// <param name="recorded">Who registers, and when.</param>
internal sealed class Register(Recommendation asked, Dictionary<MunicipalityCode, Response> responses, string name, IReadOnlyList<int> columns, DateOnly today, Recorded recorded)
{
    private readonly Asked _asked = asked.Asked;
    private readonly List<object> _new = [];
    private readonly List<MessageMatter> _corrected = [];
    private readonly HashSet<MunicipalityCode> _made = [];
    private readonly Dictionary<MunicipalityCode, Revised> _revised = [];

    /// <summary>The answers that were not there before, and what is new in those that were.</summary>
    public IReadOnlyList<object> New => _new;

    /// <summary>The answers that were there before and have changed.</summary>
    public IReadOnlyCollection<Revised> Revised => _revised.Values;

    /// <summary>The decisions that were corrected, as they are now.</summary>
    public IReadOnlyCollection<MessageMatter> Corrected => _corrected;

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
        if (taken.Result is RowResult.Left or RowResult.Failed) taken = taken with { Note = string.Join(' ', row.Hard.Concat(row.Soft).Concat(Differing(row)).DefaultIfEmpty("Inte vald.")), Cells = [.. columns.Select(c => row.Cells[c])] };
        if (taken.Result is not (RowResult.Added or RowResult.Corrected)) return Result.Done;

        var response = ResponseOf(row.Municipality!.Code, out var isNew);
        if (!isNew) _revised.TryAdd(response.MunicipalityCode, new Revised(response, response.Revision));
        if (taken.Result is RowResult.Corrected)
        {
            var seen = row.Registered!.Current.Number;
            taken = taken with { Version = seen + 1 };
            var corrected = response.Correct(row.Registered.Id, seen, row.Content!, row.Details, $"Rättat från lista ”{name}”, rad {row.Number}.", _asked, today, recorded);
            if (!corrected.IsDone) return corrected;
            _new.Add(response.Decisions.Single(d => d.Id == row.Registered.Id).Current);
            _corrected.Add(new MessageMatter(row.Registered.Id, response.MunicipalityCode, asked.Id, row.Content!, row.Details));
            return corrected;
        }

        var id = new DecisionId(Guid.CreateVersion7(recorded.At));
        taken = taken with { Decision = id, Version = 1 };
        var logged = response.Log(id, row.Content!, row.Details, [], _asked, today, recorded);
        if (logged.IsDone && !isNew) _new.Add(response.Decisions[^1]);
        return logged;
    }

    private Response ResponseOf(MunicipalityCode municipality, out bool isNew)
    {
        if (responses.TryGetValue(municipality, out var response))
        {
            isNew = _made.Contains(municipality);
            return response;
        }

        _new.Add(responses[municipality] = response = new Response(municipality, asked.Id));
        isNew = _made.Add(municipality);
        return response;
    }

    private static IEnumerable<string> Differing(PlannedRow row) =>
        row.Differences.Count == 0 ? [] : [$"Skiljer sig från det registrerade i {Swedish.Lower(Swedish.List([.. row.Differences.Select(d => Swedish.Lower(d.What))]))}."];

    private static RowResult ResultOf(RowPlan plan, bool wanted) => plan switch
    {
        RowPlan.Add => wanted ? RowResult.Added : RowResult.Left,
        RowPlan.Correct => wanted ? RowResult.Corrected : RowResult.Left,
        RowPlan.Same => RowResult.Unchanged,
        RowPlan.Twice or RowPlan.LikelySame => RowResult.Left,
        RowPlan.NoAnswer => RowResult.NoAnswer,
        _ => RowResult.Failed,
    };
}
