using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Features.Messages;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Imports;

/// <summary>
/// Undoes a list that was read in: takes back what it added and puts back what it corrected. What somebody has changed
/// since is left and told.
/// </summary>
/// <param name="Id">The list.</param>
/// <param name="Reason">Why.</param>
[Requires(Permission.LogDecisions)]
public sealed record UndoImport(ImportId Id, string Reason) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.Db.Imports.Include(i => i.Undoing).SingleOrDefaultAsync(i => i.Id == Id, cancellation) is not { } import) return ImportRefusals.NotThere;
        if (import.RefusalToUndo(Reason) is { } refusal) return refusal;

        var recorded = new Recorded(session.Actor.Person!.Value, session.Now);
        var asked = session.Facts.Recommendation(import.RecommendationId)!.Asked;
        var responses = (await session.Db.WholeAnswersTo(import.RecommendationId, isTracked: true, cancellation)).ToDictionary(r => r.MunicipalityCode);
        var words = $"Listan ”{import.Name}” är ångrad. {Reason.Trim()}";
        var reason = words.Length > 2_000 ? words[..2_000] : words;
        var left = new SortedDictionary<int, string>();
        var (retracted, corrected) = (new List<DecisionId>(), new List<MessageMatter>());
        foreach (var row in import.Rows.Where(r => r.Version is not null))
        {
            var response = responses[row.Municipality!.Value];
            var decision = response.Decisions.Single(d => d.Id == row.Decision);
            var result = row.Result is RowResult.Added
                ? response.Retract(decision.Id, row.Version!.Value, reason, recorded)
                : PutBack(response, decision, row.Version!.Value, reason, asked, session.Today, recorded);
            if (result.IsDone && row.Result is RowResult.Added) retracted.Add(decision.Id);
            else if (result.IsDone) corrected.Add(new MessageMatter(decision.Id, response.MunicipalityCode, import.RecommendationId, decision.Current.Content, decision.Current.Details));
            if (result.Refusal is { } kept) left[row.Number] = kept == DecisionRefusals.ChangedMeanwhile ? "Någon har rättat beslutet sedan listan lästes in." : kept.Sentence;
        }

        import.Undo(Reason, left, recorded);
        await session.AfterRetraction(retracted, "Listan som beslutet kom med ångrades.", cancellation);
        return await session.AfterCorrection(corrected, cancellation);
    }

    private static Result PutBack(Response response, Decision decision, int written, string reason, Asked asked, DateOnly today, Recorded recorded)
    {
        var before = decision.Versions.Single(v => v.Number == written - 1);
        return response.Correct(decision.Id, written, before.Content, before.Details, reason, asked, today, recorded);
    }
}
