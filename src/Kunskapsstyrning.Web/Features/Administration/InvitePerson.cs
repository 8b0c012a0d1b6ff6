using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Administration;

/// <summary>Lets somebody in, and tells them by letter. An address has one account.</summary>
[Requires(Permission.Administer)]
public sealed record InvitePerson(Newcomer Newcomer) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        var key = Account.KeyOf(Newcomer.Email);
        return await session.Db.Accounts.AnyAsync(a => a.EmailKey == key, cancellation) ? AccountRefusals.AddressTaken : session.Invite(Newcomer);
    }
}

/// <summary>Sends the letter once more to somebody who has not come yet.</summary>
[Requires(Permission.Administer)]
public sealed record InviteAgain(PersonId Person) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.Somebody(Person, cancellation) is not { } person) return PersonRefusals.NotThere;
        if (await session.Db.Accounts.SingleOrDefaultAsync(a => a.PersonId == Person, cancellation) is not { } account) return AccountRefusals.NotThere;

        return session.Send(person, account, await session.InvitedBefore(Person, cancellation));
    }
}

/// <summary>Takes an invitation back of somebody who has not come yet.</summary>
[Requires(Permission.Administer)]
public sealed record WithdrawInvitation(PersonId Person) : ICommand
{
    /// <summary>What the history says of why.</summary>
    public const string Why = "Inbjudan togs tillbaka";

    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.Somebody(Person, cancellation) is not { } person) return PersonRefusals.NotThere;
        if ((await session.InvitedBefore(Person, cancellation)).HasSignedIn) return InvitationRefusals.HasSignedIn;
        if (await session.TakeRightFrom(person, cancellation) is { IsDone: false } refused) return refused;

        return person.End(session.Now, Why);
    }
}

/// <summary>Whose account an address is; null when it is nobody's.</summary>
[Requires(Permission.Administer)]
public sealed record PersonWithAddress(EmailAddress Email) : IQuery<Person?>
{
    /// <inheritdoc/>
    public Task<Person?> Answer(Session session, CancellationToken cancellation)
    {
        var key = Account.KeyOf(Email);
        return session.Db.Persons().SingleOrDefaultAsync(p => session.Db.Accounts.Any(a => a.EmailKey == key && a.PersonId == p.Id), cancellation);
    }
}
