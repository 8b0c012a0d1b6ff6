using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Inbox;

/// <summary>How long somebody counts as being at an item after the last sign of life.</summary>
internal static class Presence
{
    public static readonly TimeSpan Lasts = TimeSpan.FromSeconds(45);
}

/// <summary>The person has the item open. Said when it is opened and every now and then while it is.</summary>
/// <param name="Item">The item.</param>
[Requires(Permission.LogDecisions), LeavesNoHistory("Who has what open counts for less than a minute; afterwards it only says that somebody has read it.")]
public sealed record BePresent(ArrivedItemId Item) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        var person = session.Actor.Person!.Value;
        if (!await session.Db.ArrivedItems.AnyAsync(i => i.Id == Item, cancellation)) return IntakeRefusals.NotThere;
        if (await session.Db.ItemPresences.SingleOrDefaultAsync(p => p.ItemId == Item && p.PersonId == person, cancellation) is { } here) here.Seen(session.Now);
        else session.Db.Add(new ItemPresence(Item, person, session.Now));
        return Result.Done;
    }
}

/// <summary>Who else has the item open now, by name.</summary>
/// <param name="Item">The item.</param>
[Requires(Permission.LogDecisions)]
public sealed record OthersPresent(ArrivedItemId Item) : IQuery<IReadOnlyList<string>>
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Answer(Session session, CancellationToken cancellation)
    {
        var (since, own) = (session.Now - Presence.Lasts, session.Actor.Person!.Value);
        return await (from p in session.Db.ItemPresences where p.ItemId == Item && p.PersonId != own && p.SeenAt > since join person in session.Db.People on p.PersonId equals person.Id orderby person.Name select person.Name).ToListAsync(cancellation);
    }
}
