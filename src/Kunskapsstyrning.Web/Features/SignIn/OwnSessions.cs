using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.SignIn;

/// <summary>Where the one who asks is signed in now, the latest first.</summary>
/// <param name="Here">The fingerprint of the browser that asks.</param>
[Requires(Permission.ManageOwnAccount)]
public sealed record OwnSessions(string? Here) : IQuery<IReadOnlyList<OwnSession>>
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<OwnSession>> Answer(Session session, CancellationToken cancellation)
    {
        var open = await session.OwnSessions(cancellation);
        return [.. open.Where(s => s.StateAt(session.Now) is SessionState.Open).OrderByDescending(s => s.BeganAt).Select(s => new OwnSession(s.Browser, s.Way, s.ProviderId, s.BeganAt, s.SeenAt, s.Browser == Here))];
    }
}

/// <summary>A browser in which the one who asks is signed in.</summary>
/// <param name="Browser">Its key's fingerprint.</param>
/// <param name="Way">How.</param>
/// <param name="Provider">The provider, where it was at one.</param>
/// <param name="BeganAt">When, in UTC.</param>
/// <param name="SeenAt">When something was last done, to the minute, in UTC.</param>
/// <param name="IsHere">True for the browser that asks.</param>
public sealed record OwnSession(string Browser, SignInWay Way, IdentityProviderId? Provider, DateTimeOffset BeganAt, DateTimeOffset SeenAt, bool IsHere);

/// <summary>Signs oneself out in another browser. In one that has signed out it changes nothing.</summary>
/// <param name="Browser">Its key's fingerprint; nobody else's is found.</param>
[Requires(Permission.ManageOwnAccount)]
public sealed record EndOwnSession(string Browser) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        foreach (var open in (await session.OwnSessions(cancellation)).Where(s => s.Browser == Browser)) open.End(session.Now);
        return Result.Done;
    }
}

/// <summary>Signs oneself out everywhere but here.</summary>
/// <param name="Here">The fingerprint of the browser that asks.</param>
[Requires(Permission.ManageOwnAccount)]
public sealed record EndOtherSessions(string? Here) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        foreach (var open in (await session.OwnSessions(cancellation)).Where(s => s.Browser != Here)) open.End(session.Now);
        return Result.Done;
    }
}

/// <summary>Fetches what whoever acts has open; nobody else's.</summary>
internal static class OwnSessionsInDb
{
    public static Task<List<BrowserSession>> OwnSessions(this Session session, CancellationToken cancellation)
    {
        var me = session.Actor.Person!.Value;
        return session.Db.BrowserSessions.Where(s => s.PersonId == me && s.EndedAt == null).ToListAsync(cancellation);
    }
}
