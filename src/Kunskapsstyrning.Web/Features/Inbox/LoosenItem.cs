using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Logging;
using Kunskapsstyrning.Web.UseCases;

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
        foreach (var brought in response.Decisions.Single(d => d.Id == Decision).Documents.Where(d => d.CameWith == Item && d.Loosening is null).Select(d => d.DocumentId).ToList())
            if (response.Loosen(Decision, brought, Reason, recorded) is { IsDone: false } refused) return refused;
        return item.Loosen(Decision, Reason, recorded);
    }
}
