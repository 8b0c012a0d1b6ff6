using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Inbox;

/// <summary>Where an item lies among those to register.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Next">What comes next; null when nothing does.</param>
public sealed record PlaceInQueue(int Number, int Total, ArrivedItemId? Next);

/// <summary>What comes after an item; null when nothing waits.</summary>
/// <param name="Item">The item.</param>
[Requires(Permission.LogDecisions)]
public sealed record NextItem(ArrivedItemId Item) : IQuery<ArrivedItemId?>
{
    /// <inheritdoc/>
    public async Task<ArrivedItemId?> Answer(Session session, CancellationToken cancellation) =>
        await session.Db.ArrivedItems.SingleOrDefaultAsync(i => i.Id == Item, cancellation) is { } item ? await session.NextAfter(item, cancellation) : null;
}

/// <summary>Reads the order in which things are registered.</summary>
internal static class ItemQueue
{
    /// <summary>Where it lies in its folder, and what comes next.</summary>
    public static async Task<PlaceInQueue> PlaceOf(this Session session, ArrivedItem item, bool isTied, CancellationToken cancellation)
    {
        var place = await session.Db.In(isTied ? Folder.ToRegister : Folder.Untied).GroupBy(_ => 1)
            .Select(all => new { Before = all.Count(i => i.TakenInAt > item.TakenInAt), Total = all.Count() }).SingleOrDefaultAsync(cancellation);
        return new PlaceInQueue((place?.Before ?? 0) + 1, place?.Total ?? 0, await session.NextAfter(item, cancellation));
    }

    /// <summary>The next older that nobody else has open, of what is tied or untied like the item; else the newest of those; else of the others.</summary>
    public static async Task<ArrivedItemId?> NextAfter(this Session session, ArrivedItem item, CancellationToken cancellation)
    {
        var db = session.Db;
        var (since, own) = (session.Now - Presence.Lasts, session.Actor.Person!.Value);
        return await db.ArrivedItems
            .Where(i => i.State == ItemState.ToRegister && i.Id != item.Id && !db.ItemPresences.Any(p => p.ItemId == i.Id && p.PersonId != own && p.SeenAt > since))
            .OrderBy(i => db.ItemsAsRead.Any(r => r.ItemId == i.Id && !r.IsTied) != db.ItemsAsRead.Any(r => r.ItemId == item.Id && !r.IsTied))
            .ThenByDescending(i => i.TakenInAt < item.TakenInAt).ThenByDescending(i => i.TakenInAt)
            .Select(i => (ArrivedItemId?)i.Id).FirstOrDefaultAsync(cancellation);
    }
}
