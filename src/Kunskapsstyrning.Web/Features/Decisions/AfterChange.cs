using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Inbox;
using Kunskapsstyrning.Web.Features.Messages;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Decisions;

/// <summary>What follows when decisions are corrected or taken back, by hand or by list: nothing is sent that no longer holds, and nothing counts as dealt with that is not.</summary>
internal static class AfterChange
{
    /// <summary>Writes anew what is queued about decisions that were corrected.</summary>
    /// <param name="corrected">The decisions, as they are now.</param>
    public static Task<Result> AfterCorrection(this Session session, IReadOnlyCollection<MessageMatter> corrected, CancellationToken cancellation) => session.RewriteQueued(corrected, cancellation);

    /// <summary>Recalls what is queued about decisions that were taken back, and puts what they were registered from back in the inbox.</summary>
    public static async Task AfterRetraction(this Session session, IReadOnlyCollection<DecisionId> retracted, string reason, CancellationToken cancellation)
    {
        if (retracted.Count == 0) return;

        await session.RecallQueued(retracted, reason, cancellation);
        await session.Db.ReopenItemsOf(retracted, cancellation);
    }
}
