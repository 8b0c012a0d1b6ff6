using System.Security.Cryptography;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.SignIn;

/// <summary>What a sign-in gives the browser: a key that is made for it, never one that it brought. What it had before ends.</summary>
/// <param name="Key">The new key.</param>
/// <param name="Before">The fingerprint of the key that it had; null when it had none.</param>
internal sealed record NewSession(BrowserKey Key, string? Before)
{
    /// <summary>One for the browser that asks.</summary>
    public static NewSession In(HttpContext context) => new(NewKey(), context.User.Browser()?.Fingerprint);

    /// <summary>A key that nobody has.</summary>
    public static BrowserKey NewKey() => BrowserKey.Of(RandomNumberGenerator.GetBytes(BrowserKey.Bytes));
}

/// <summary>Opens a session as part of what a use case does, in its transaction.</summary>
internal static class OpenSession
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>Signs a person in, and throws away sessions that nobody can use any more.</summary>
    public static async Task<BrowserSession> Open(this Session session, PersonId person, SignInWay way, NewSession opened, CancellationToken cancellation)
    {
        if (opened.Before is { } before && await session.Db.BrowserSessions.SingleOrDefaultAsync(s => s.Browser == before, cancellation) is { } had) had.End(session.Now);
        var old = session.Now - Kept;
        session.Db.RemoveRange(await session.Db.BrowserSessions.Where(s => s.BeganAt < old && s.Browser != opened.Before).OrderBy(s => s.BeganAt).Take(20).ToListAsync(cancellation));

        var begun = new BrowserSession(opened.Key, person, way, session.Now);
        session.Db.Add(begun);
        return begun;
    }
}

/// <summary>Signs in as a ready-made user. Mapped in development only.</summary>
/// <param name="Login">Which.</param>
/// <param name="Opened">What the browser gets.</param>
[Requires(Permission.SignIn)]
internal sealed record SignInReadyMade(string Login, NewSession Opened) : ICommand
{
    /// <summary>No such user.</summary>
    public static readonly Refusal NoSuchUser = new("no-such-user", "Det finns ingen färdig användare med det namnet. Välj en i listan.", "anvandare");

    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        var jobs = Jobs.All.Select(j => j.Person!.Value).ToList();
        if (await session.Db.People.SingleOrDefaultAsync(p => p.Login == Login && p.EndedAt == null && !jobs.Contains(p.Id), cancellation) is not { } person) return NoSuchUser;

        await session.Open(person.Id, SignInWay.ReadyMade, Opened, cancellation);
        return Result.Done;
    }
}

/// <summary>Signs out in a browser: no copy of its cookie is worth anything afterwards.</summary>
/// <param name="Browser">The fingerprint of its key.</param>
[Requires(Permission.SignIn)]
internal sealed record EndSession(string Browser) : ICommand
{
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.Db.BrowserSessions.SingleOrDefaultAsync(s => s.Browser == Browser, cancellation) is { } open) open.End(session.Now);
        return Result.Done;
    }
}

/// <summary>The provider at which a browser signed in, to sign out there too; null when it was at none.</summary>
/// <param name="Browser">The fingerprint of its key.</param>
[Requires(Permission.SignIn)]
internal sealed record ProviderOfSession(string Browser) : IQuery<SignedInAt?>
{
    public Task<SignedInAt?> Answer(Session session, CancellationToken cancellation) => (
        from s in session.Db.BrowserSessions
        join p in session.Db.IdentityProviders on s.ProviderId equals p.Id
        where s.Browser == Browser && s.EndedAt == null
        select new SignedInAt(p, s.ProviderHint)).SingleOrDefaultAsync(cancellation);
}

/// <summary>Where somebody signed in.</summary>
internal sealed record SignedInAt(IdentityProvider Provider, string? Hint);
