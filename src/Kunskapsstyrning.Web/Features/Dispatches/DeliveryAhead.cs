using Kunskapsstyrning.Domain.Dispatches;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Dispatches;

/// <summary>What is left to leave of a dispatch, as the queue stands. One message leaves at a time.</summary>
/// <param name="From">When its first message leaves at the earliest, in UTC; now when it may already.</param>
/// <param name="HasBegun">True when that is now.</param>
/// <param name="Messages">How many messages are left of it.</param>
/// <param name="QueueFrom">When the first of the queue up to its last message leaves at the earliest, in UTC; now when it may already.</param>
/// <param name="InQueue">How many messages leave until its last has, those of others among them.</param>
public sealed record DeliveryAhead(DateTimeOffset From, bool HasBegun, int Messages, DateTimeOffset QueueFrom, int InQueue)
{
    /// <summary>About when its last has left, at the pace of one sender.</summary>
    /// <param name="pace">The time between two messages.</param>
    public DateTimeOffset DoneAbout(TimeSpan pace)
    {
        var (alone, inTurn) = (From + (Messages * pace), QueueFrom + (InQueue * pace));
        return alone > inTurn ? alone : inTurn;
    }
}

/// <summary>Reads the queue.</summary>
internal static class DeliveryAheadInDb
{
    /// <summary>What is left of a dispatch; null when nothing of it waits.</summary>
    public static async Task<DeliveryAhead?> DeliveryAhead(this Session session, DispatchId dispatch, CancellationToken cancellation)
    {
        var queue = session.Db.OutgoingMessages.Where(m => m.State == DeliveryState.Queued);
        var own = await queue.Where(m => m.DispatchId == dispatch).Select(m => m.NextTryAt).ToListAsync(cancellation);
        if (own.Count == 0) return null;

        var (first, last) = (own.Min(), own.Max());
        var before = await queue.Where(m => m.NextTryAt <= last).Select(m => m.NextTryAt).ToListAsync(cancellation);
        return new DeliveryAhead(NotPast(first), first <= session.Now, own.Count, NotPast(before.Min()), before.Count);

        DateTimeOffset NotPast(DateTimeOffset moment) => moment > session.Now ? moment : session.Now;
    }
}
