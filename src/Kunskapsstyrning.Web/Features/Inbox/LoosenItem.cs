using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Persistence;
using Kunskapsstyrning.Web.Features.Logging;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Inbox;

/// <summary>Loosens what arrived from a decision that it was put with by mistake, with the document that it brought. The decision itself stands.</summary>
/// <param name="Item">What arrived.</param>
/// <param name="Decision">The decision.</param>
/// <param name="Reason">Why.</param>
[Requires(Permission.LogDecisions)]
public sealed record LoosenItem(ArrivedItemId Item, DecisionId Decision, string Reason) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.Db.ItemToChange(Item, cancellation) is not { } item) return IntakeRefusals.NotThere;
        if (await session.Db.ResponseToAttach(Decision, cancellation) is not { } response) return IntakeRefusals.NoSuchDecision;

        var recorded = new Recorded(session.Actor.Person!.Value, session.Now);
        foreach (var brought in await session.Db.BroughtTo(response.Decisions.Single(d => d.Id == Decision), item, cancellation))
            if (response.Loosen(Decision, brought, Reason, recorded) is { IsDone: false } refused) return refused;
        return item.Loosen(Decision, Reason, recorded);
    }
}

/// <summary>What came with what.</summary>
internal static class BroughtInDb
{
    /// <summary>The documents that an item brought to a decision. For what was put there before that was noted, those of its own that lie there.</summary>
    public static async Task<IReadOnlyList<DocumentId>> BroughtTo(this Db db, Decision decision, ArrivedItem item, CancellationToken cancellation)
    {
        var there = decision.Documents.Where(d => d.Loosening is null).ToList();
        if (decision.Documents.Any(d => d.CameWith == item.Id)) return [.. there.Where(d => d.CameWith == item.Id).Select(d => d.DocumentId)];

        var own = await db.ArrivedItems.Where(i => i.Id == item.Id).SelectMany(i => i.Parts).Select(p => p.DocumentId).ToListAsync(cancellation);
        return [.. there.Where(d => d.CameWith is null).Select(d => d.DocumentId).Where(d => d == item.OriginalId || own.Contains(d))];
    }
}
