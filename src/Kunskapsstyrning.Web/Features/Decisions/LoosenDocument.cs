using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Inbox;
using Kunskapsstyrning.Web.Features.Logging;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Decisions;

/// <summary>Loosens a document that was put with a decision by mistake. What arrived and brought it, and nothing else that is left there, is to be registered again.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Document">The document.</param>
/// <param name="Reason">Why.</param>
[Requires(Permission.LogDecisions)]
public sealed record LoosenDocument(DecisionId Decision, DocumentId Document, string Reason) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.Db.ResponseToAttach(Decision, cancellation) is not { } response) return ChangeRefusals.NotThere;

        var recorded = new Recorded(session.Actor.Person!.Value, session.Now);
        var decision = response.Decisions.Single(d => d.Id == Decision);
        foreach (var item in (await session.Db.ItemsBehind([Decision], cancellation)).Where(i => i.IsPutWith(Decision)))
            if (await session.Db.BroughtTo(decision, item, cancellation) is [var only] && only == Document && item.Loosen(Decision, Reason, recorded) is { IsDone: false } no) return no;

        return response.Loosen(Decision, Document, Reason, recorded);
    }
}
