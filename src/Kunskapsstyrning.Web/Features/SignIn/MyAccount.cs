using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.SignIn;

/// <summary>How the one who asks signs in.</summary>
[Requires(Permission.ManageOwnAccount)]
public sealed record MyAccount : IQuery<MyAccountView>
{
    /// <inheritdoc/>
    public async Task<MyAccountView> Answer(Session session, CancellationToken cancellation)
    {
        var me = session.Actor.Person!.Value;
        return new MyAccountView(
            session.Actor.Name, session.Actor.Role!.Value, session.Actor.Municipality is { } own ? session.Facts.Municipality(own)?.FullName : null,
            await session.Db.Accounts.Where(a => a.PersonId == me).Select(a => a.Email).SingleOrDefaultAsync(cancellation),
            await session.Db.ExternalIdentities.Where(i => i.PersonId == me).Select(i => i.Issuer).ToListAsync(cancellation),
            await session.Db.Passkeys.Where(k => k.PersonId == me).OrderBy(k => k.AddedAt).ToListAsync(cancellation), session.Today);
    }
}

/// <summary>How somebody signs in.</summary>
/// <param name="Name">What the person is called.</param>
/// <param name="Role">The role.</param>
/// <param name="Municipality">The municipality of a municipal user.</param>
/// <param name="Email">Where codes go; null without an account.</param>
/// <param name="Issuers">The providers that know the person.</param>
/// <param name="Passkeys">The passkeys, oldest first.</param>
/// <param name="Today">Today in Sweden.</param>
public sealed record MyAccountView(string Name, Role Role, string? Municipality, EmailAddress? Email, IReadOnlyList<string> Issuers, IReadOnlyList<Passkey> Passkeys, DateOnly Today);

/// <summary>Adds a passkey to one's own. The same key twice is one.</summary>
/// <param name="Name">What to call it.</param>
/// <param name="Facts">What its maker told; checked before.</param>
[Requires(Permission.ManageOwnAccount)]
public sealed record AddPasskey(string? Name, PasskeyFacts Facts) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        var me = session.Actor.Person!.Value;
        var had = await session.Db.Passkeys.CountAsync(k => k.PersonId == me, cancellation);
        var added = Passkey.Add(new PasskeyId(Guid.CreateVersion7(session.Now)), me, Name, Facts, had, session.Now, out var passkey);
        if (!added.IsDone) return added;

        session.Db.Add(passkey!);
        if (await session.OwnAddress(cancellation) is { } owner) session.Db.Add(LettersToSignIn.PasskeyAdded(owner, session.Now));
        return Result.Done;
    }
}

/// <summary>Calls one of one's own passkeys something else.</summary>
[Requires(Permission.ManageOwnAccount)]
public sealed record RenamePasskey(PasskeyId Id, string? Name) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation) =>
        await session.Own(Id, cancellation) is { } passkey ? passkey.Rename(Name) : PasskeyRefusals.NotThere;
}

/// <summary>Takes one of one's own passkeys away. One way in must be left.</summary>
[Requires(Permission.ManageOwnAccount)]
public sealed record RemovePasskey(PasskeyId Id) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.Own(Id, cancellation) is not { } passkey) return PasskeyRefusals.NotThere;

        var me = passkey.PersonId;
        var others = await session.Db.Passkeys.CountAsync(k => k.PersonId == me && k.Id != Id, cancellation)
            + await session.Db.Accounts.CountAsync(a => a.PersonId == me, cancellation)
            + await session.Db.ExternalIdentities.CountAsync(i => i.PersonId == me, cancellation);
        var removed = passkey.Remove(others);
        if (!removed.IsDone) return removed;

        session.Db.Remove(passkey);
        if (await session.OwnAddress(cancellation) is { } owner) session.Db.Add(LettersToSignIn.PasskeyRemoved(owner, session.Now));
        return Result.Done;
    }
}

/// <summary>Signs in with a passkey whose signature has been checked.</summary>
/// <param name="CredentialId">The name that the device knows it by.</param>
/// <param name="Uses">How many times the device says that it has signed.</param>
/// <param name="IsCopied">True when the key lives on several devices.</param>
/// <param name="Opened">What the browser gets.</param>
[Requires(Permission.SignIn)]
internal sealed record SignInByPasskey(byte[] CredentialId, long Uses, bool IsCopied, NewSession Opened) : ICommand
{
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.Db.Passkeys.SingleOrDefaultAsync(k => k.CredentialId == CredentialId, cancellation) is not { } passkey) return PasskeyRefusals.NotAccepted;
        if (!await session.Db.People.AnyAsync(p => p.Id == passkey.PersonId && p.EndedAt == null, cancellation)) return PasskeyRefusals.NotAccepted;

        passkey.Use(Uses, IsCopied, session.Now);
        await session.Open(passkey.PersonId, SignInWay.Passkey, Opened, cancellation);
        return Result.Done;
    }
}

/// <summary>Fetches a passkey or the address of whoever acts; nobody else's.</summary>
internal static class PasskeysInDb
{
    public static Task<EmailAddress?> OwnAddress(this Session session, CancellationToken cancellation)
    {
        var me = session.Actor.Person!.Value;
        return session.Db.Accounts.Where(a => a.PersonId == me).Select(a => (EmailAddress?)a.Email).SingleOrDefaultAsync(cancellation);
    }

    public static Task<Passkey?> Own(this Session session, PasskeyId id, CancellationToken cancellation)
    {
        var me = session.Actor.Person!.Value;
        return session.Db.Passkeys.SingleOrDefaultAsync(k => k.Id == id && k.PersonId == me, cancellation);
    }
}
