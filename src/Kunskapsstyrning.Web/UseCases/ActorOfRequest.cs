using System.Security.Claims;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Layout;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.UseCases;

/// <summary>Who is signed in in the browser with the key; null when nobody has been.</summary>
/// <param name="Browser">The fingerprint of the key.</param>
[Requires(Permission.SignIn)]
internal sealed record WhoIsSignedIn(string Browser) : IQuery<SignedInPerson?>
{
    public async Task<SignedInPerson?> Answer(Session session, CancellationToken cancellation)
    {
        var found = await (
            from s in session.Db.BrowserSessions
            join p in session.Db.People on s.PersonId equals p.Id
            where s.Browser == Browser
            select new { Session = s, Person = p }).SingleOrDefaultAsync(cancellation);
        return found is null ? null : new SignedInPerson(found.Person, found.Session);
    }
}

/// <summary>A person and the sign-in, as they were last read.</summary>
internal sealed record SignedInPerson(Person Person, BrowserSession Session)
{
    /// <summary>Whether it holds at the moment.</summary>
    public PersonInBrowser At(DateTimeOffset now) => new(Person, Session.StateAt(now), Session.IsWorthNoting(now), Session.IsFresh(now));
}

/// <summary>A person in a browser.</summary>
/// <param name="Person">Who.</param>
/// <param name="State">Whether the sign-in still holds.</param>
/// <param name="IsWorthNoting">True when it is worth noting that something is done.</param>
/// <param name="IsFresh">True while ways to sign in may be changed without signing in again.</param>
internal sealed record PersonInBrowser(Person Person, SessionState State, bool IsWorthNoting, bool IsFresh)
{
    /// <summary>Who may act in the browser now.</summary>
    public Actor Actor => State is SessionState.Open && Person.IsActive ? Actor.Of(Person) : Actor.Anyone;
}

/// <summary>Notes that something is done in a browser, so that it stays signed in.</summary>
[Requires(Permission.SignIn), LeavesNoHistory("When somebody last did something is needed for half an hour, and what was done has its own line.")]
internal sealed record SeeBrowser(string Browser) : ICommand
{
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.Db.BrowserSessions.SingleOrDefaultAsync(s => s.Browser == Browser, cancellation) is { } seen) seen.See(session.Now);
        return Result.Done;
    }
}

/// <summary>A sign-in that does not hold any more: why the one who asks is nobody.</summary>
internal sealed record LapsedSignIn(SessionState State);

/// <summary>The endpoint is asked by the page itself, now and then: that is no sign that anybody is there.</summary>
internal sealed record AskedByThePage;

/// <summary>Who makes a request. Found out anew for every request, so that a right that is taken away acts at once.</summary>
internal static class ActorOfRequest
{
    /// <summary>The claim that carries the browser's key.</summary>
    public const string BrowserClaim = "browser";

    /// <summary>Who makes the request.</summary>
    public static Actor Actor(this HttpContext context) => context.Features.Get<Actor>() ?? UseCases.Actor.Anyone;

    /// <summary>The key of the sign-in that the browser carries, whether or not it holds; null when it carries none.</summary>
    public static BrowserKey? Browser(this ClaimsPrincipal user) => BrowserKey.TryParse(user.FindFirstValue(BrowserClaim), out var key) ? key : null;

    /// <summary>Finds out who makes the request, before anything else needs to know.</summary>
    public static IApplicationBuilder UseActor(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var people = context.RequestServices.GetRequiredService<SignedInPeople>();
        var found = await Find(context.User, people, context.RequestAborted);
        var actor = found?.Actor ?? UseCases.Actor.Anyone;
        context.Features.Set(actor);
        context.Features.Set(found);
        if (found is { State: not SessionState.Open }) context.Features.Set(new LapsedSignIn(found.State));
        if (found?.IsWorthNoting is true && actor.IsSignedIn && context.GetEndpoint()?.Metadata.GetMetadata<AskedByThePage>() is null) await people.See(context.User.Browser()!);
        await next(context);
    });

    /// <summary>What the frame of a page needs to know of the request.</summary>
    public static Viewer Viewer(this HttpContext context)
    {
        var actor = context.Actor();
        return new Viewer(actor.IsSignedIn ? actor.Name : null, actor.Permissions.Contains(Permission.LogDecisions), context.Request.Path + context.Request.QueryString)
        {
            Permissions = actor.Permissions,
        };
    }

    /// <summary>Who has signed in, also where there is no request: in the live part of a page. Asking there is a sign that somebody is there.</summary>
    public static async Task<Actor> Of(ClaimsPrincipal user, SignedInPeople people, CancellationToken cancellation)
    {
        if (await Find(user, people, cancellation) is not { Actor.IsSignedIn: true } found) return UseCases.Actor.Anyone;
        if (found.IsWorthNoting) await people.See(user.Browser()!);
        return found.Actor;
    }

    /// <summary>Who makes the request by now, where an answer goes on for long. No sign that anybody is there.</summary>
    public static async Task<Actor> ActorByNow(this HttpContext context, SignedInPeople people, CancellationToken cancellation) =>
        (await Find(context.User, people, cancellation))?.Actor ?? UseCases.Actor.Anyone;

    private static async Task<PersonInBrowser?> Find(ClaimsPrincipal user, SignedInPeople people, CancellationToken cancellation) =>
        user.Browser() is { } key ? await people.In(key, cancellation) : null;
}
