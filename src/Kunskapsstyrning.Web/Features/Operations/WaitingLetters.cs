using Kunskapsstyrning.Domain.Dispatches;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Operations;

/// <summary>Letters of a dispatch that were written as the recommendation stood, wait to leave, and can still be stopped.</summary>
/// <param name="Dispatch">The dispatch.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Letters">How many of its letters wait.</param>
public sealed record WaitingLetters(DispatchId Dispatch, DispatchKind Kind, int Letters);

/// <summary>Reads what waits to leave.</summary>
internal static class WaitingLettersInDb
{
    /// <summary>What waits to leave about a recommendation, by dispatch. A dispatch that corrects says what holds, and is left out.</summary>
    public static async Task<IReadOnlyList<WaitingLetters>> WaitingLetters(this Session session, RecommendationId recommendation, CancellationToken cancellation)
    {
        var waiting = await (
            from r in session.Db.DispatchRecipients
            join d in session.Db.Dispatches on r.DispatchId equals d.Id
            join m in session.Db.OutgoingMessages on r.MessageId equals (OutgoingMessageId?)m.Id
            where d.RecommendationId == recommendation && d.Kind != DispatchKind.Correction && m.State == DeliveryState.Queued
            group m by new { d.Id, d.Kind } into letters
            select new { letters.Key.Id, letters.Key.Kind, Letters = letters.Count() })
            .ToListAsync(cancellation);
        return [.. waiting.OrderBy(w => w.Kind).ThenBy(w => w.Id.Value).Select(w => new WaitingLetters(w.Id, w.Kind, w.Letters))];
    }
}
