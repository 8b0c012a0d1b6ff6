using Kunskapsstyrning.Domain.Dispatches;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Dispatches;

/// <summary>What is left to leave of a dispatch, as the queue stands.</summary>
/// <param name="From">When the first of the queue up to its last message leaves at the earliest, in UTC; now when it may already.</param>
/// <param name="HasBegun">True when that is now.</param>
/// <param name="Messages">How many messages leave until its last has, those of others that stand before it among them.</param>
public sealed record DeliveryAhead(DateTimeOffset From, bool HasBegun, int Messages)
{
    /// <summary>About when its last has left, at the pace of one sender.</summary>
    /// <param name="pace">The time between two messages.</param>
    public DateTimeOffset DoneAbout(TimeSpan pace) => From + (Messages * pace);
}

/// <summary>Reads the queue.</summary>
internal static class DeliveryAheadInDb
{
    /// <summary>What is left of a dispatch; null when nothing of it waits.</summary>
    public static async Task<DeliveryAhead?> DeliveryAhead(this Session session, DispatchId dispatch, CancellationToken cancellation)
    {
        var queue = session.Db.OutgoingMessages.Where(m => m.State == DeliveryState.Queued);
        if (await queue.Where(m => m.DispatchId == dispatch).MaxAsync(m => (DateTimeOffset?)m.NextTryAt, cancellation) is not { } last) return null;

        var before = queue.Where(m => m.NextTryAt <= last);
        var first = await before.MinAsync(m => m.NextTryAt, cancellation);
        return new DeliveryAhead(first > session.Now ? first : session.Now, first <= session.Now, await before.CountAsync(cancellation));
    }
}
