using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Features.Logging;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Imports;

/// <summary>Registers what a list says, all of it or nothing. Confirmed twice it is registered once.</summary>
/// <param name="Id">The list.</param>
/// <param name="Seen">What the person has seen of it, so that nothing is registered that looked otherwise.</param>
/// <param name="Chosen">The rows to look at that the person has chosen, by number.</param>
[Requires(Permission.LogDecisions)]
public sealed record ConfirmImport(ImportId Id, string Seen, IReadOnlySet<int> Chosen) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.Db.ListOf(session.Actor, Id, cancellation) is not { } draft)
            return await session.Db.Imports.AnyAsync(i => i.Id == Id, cancellation) ? Result.Done : ImportRefusals.NotThere;

        var choices = ListChoices.Of(draft.Choices);
        if (session.Facts.Recommendation(choices.Recommendation) is not { } asked) return LogRefusals.UnknownRecommendation;

        var responses = (await session.Db.WholeAnswersTo(asked.Id, isTracked: false, cancellation)).ToDictionary(r => r.MunicipalityCode);
        var table = draft.AsTable();
        var plan = ImportPlan.Of(table, choices, asked, new MunicipalityNames(session.Facts.Municipalities), responses.Values, session.Today);
        if (plan.Seen != Seen) return ImportRefusals.ChangedMeanwhile;

        var recorded = new Recorded(session.Actor.Person!.Value, session.Now);
        var columns = Enumerable.Range(0, table.Headings.Count).Where(c => choices.FieldOf(c).Length > 0).ToList();
        var register = new Register(asked, responses, draft.Name, columns, session.Today, recorded);
        var rows = new List<ImportRow>(plan.Rows.Count);
        foreach (var row in plan.Rows)
        {
            if (register.Take(row, !row.IsChosen || Chosen.Contains(row.Number), out var taken) is { IsDone: false } refused) return refused;
            rows.Add(taken);
        }

        session.AddMany(register.New);
        session.ReviseMany(register.Revised);
        session.Db.Add(new Import(Id, asked.Id, draft.Name, [.. columns.Select(c => table.Headings[c])], rows, recorded));
        session.Db.Remove(draft);
        return await session.AfterCorrection(register.Corrected, cancellation);
    }
}
