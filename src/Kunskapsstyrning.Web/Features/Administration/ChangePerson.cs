using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.SignIn;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Administration;

/// <summary>Gives somebody another role. What they have open acts by it at the next click.</summary>
/// <param name="Person">Who.</param>
/// <param name="Seen">The person's revision when the one who changes looked.</param>
/// <param name="Role">The role.</param>
/// <param name="Municipality">The municipality, for one who answers for it.</param>
/// <param name="Reason">Why; null where none is said.</param>
[Requires(Permission.Administer)]
public sealed record ChangeRole(PersonId Person, uint Seen, Role Role, MunicipalityCode? Municipality, string? Reason) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.Somebody(Person, cancellation) is not { } person) return PersonRefusals.NotThere;
        if (await session.IsToldByProvider(Person, cancellation)) return PersonRefusals.ToldByProvider;
        if (!person.IsActive) return PersonRefusals.Ended;
        if (session.IsChangedSince(Seen, person)) return PersonRefusals.ChangedMeanwhile;
        if (Role != person.Role && await session.TakeRightFrom(person, cancellation) is { IsDone: false } refused) return refused;

        return person.Become(Role, Municipality, Reason);
    }
}

/// <summary>Calls somebody something else.</summary>
/// <param name="Person">Who.</param>
/// <param name="Seen">The person's revision when the one who changes looked.</param>
/// <param name="Name">The name.</param>
[Requires(Permission.Administer)]
public sealed record RenamePerson(PersonId Person, uint Seen, string Name) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.Somebody(Person, cancellation) is not { } person) return PersonRefusals.NotThere;
        if (await session.IsToldByProvider(Person, cancellation)) return PersonRefusals.ToldByProvider;
        return session.IsChangedSince(Seen, person) ? PersonRefusals.ChangedMeanwhile : person.Rename(Name);
    }
}

/// <summary>Sends somebody's codes to another address. What is open ends: whoever had the old address may sit there.</summary>
/// <param name="Person">Who.</param>
/// <param name="Seen">The account's revision when the one who changes looked.</param>
/// <param name="Email">The address.</param>
[Requires(Permission.Administer)]
public sealed record MoveAccount(PersonId Person, uint Seen, EmailAddress Email) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.Db.Accounts.SingleOrDefaultAsync(a => a.PersonId == Person, cancellation) is not { } account) return AccountRefusals.NotThere;
        if (session.IsChangedSince(Seen, account)) return PersonRefusals.ChangedMeanwhile;

        var key = Account.KeyOf(Email);
        if (await session.Db.Accounts.AnyAsync(a => a.EmailKey == key && a.PersonId != Person, cancellation)) return AccountRefusals.AddressTaken;

        var moves = account.Email != Email;
        if (moves) await session.EndSessionsOf(Person, cancellation);
        return account.MoveTo(Email);
    }
}

/// <summary>Ends somebody's right to act, and what they have open.</summary>
[Requires(Permission.Administer)]
public sealed record EndRight(PersonId Person, string Reason) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.Somebody(Person, cancellation) is not { } person) return PersonRefusals.NotThere;
        if (await session.TakeRightFrom(person, cancellation) is { IsDone: false } refused) return refused;

        var ended = person.End(session.Now, Reason);
        if (ended.IsDone) await session.EndSessionsOf(Person, cancellation);
        return ended;
    }
}

/// <summary>Lets somebody act again whose right had ended. They sign in anew: nothing from before opens by itself.</summary>
[Requires(Permission.Administer)]
public sealed record RestoreRight(PersonId Person) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.Somebody(Person, cancellation) is not { } person) return PersonRefusals.NotThere;

        if (!person.IsActive) await session.EndSessionsOf(Person, cancellation);
        return person.Restore(reason: null);
    }
}

/// <summary>Signs somebody out in every browser.</summary>
[Requires(Permission.Administer)]
public sealed record EndSessions(PersonId Person) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.Somebody(Person, cancellation) is null) return PersonRefusals.NotThere;

        await session.EndSessionsOf(Person, cancellation);
        return Result.Done;
    }
}

/// <summary>Takes a passkey away from somebody, for a phone that is lost, and ends what was opened with one. One way in must be left.</summary>
[Requires(Permission.Administer)]
public sealed record RemovePasskeyOf(PersonId Person, PasskeyId Passkey) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.Db.Passkeys.SingleOrDefaultAsync(k => k.Id == Passkey && k.PersonId == Person, cancellation) is not { } passkey) return PasskeyRefusals.NotThere;

        var others = await session.Db.Passkeys.CountAsync(k => k.PersonId == Person && k.Id != Passkey, cancellation)
            + await session.Db.Accounts.CountAsync(a => a.PersonId == Person, cancellation)
            + await session.Db.ExternalIdentities.CountAsync(i => i.PersonId == Person, cancellation);
        if (!passkey.Remove(others).IsDone) return PasskeyRefusals.TheirLastWayIn;

        session.Db.Remove(passkey);
        if (await session.Db.Accounts.SingleOrDefaultAsync(a => a.PersonId == Person, cancellation) is { } account) session.Db.Add(LettersToSignIn.PasskeyTakenAway(account.Email, session.Now));
        foreach (var open in await session.Db.BrowserSessions.Where(s => s.PersonId == Person && s.Way == SignInWay.Passkey && s.EndedAt == null).ToListAsync(cancellation)) open.End(session.Now);
        return Result.Done;
    }
}
