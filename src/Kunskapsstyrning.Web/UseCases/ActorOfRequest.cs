using System.Security.Claims;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Layout;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.UseCases;

/// <summary>The person behind an id; null when there is none any more, or when the right to act has ended.</summary>
[Requires(Permission.SignIn)]
internal sealed record PersonBehind(PersonId Id) : IQuery<Person?>
{
    public Task<Person?> Answer(Session session, CancellationToken cancellation) =>
        session.Db.People.SingleOrDefaultAsync(p => p.Id == Id && p.EndedAt == null, cancellation);
}

/// <summary>Who makes a request. Asked anew for every request, so that a right that is taken away acts at once.</summary>
internal static class ActorOfRequest
{
    /// <summary>The claim that carries our own person id.</summary>
    public const string PersonClaim = "person";

    /// <summary>Who makes the request.</summary>
    public static Actor Actor(this HttpContext context) => context.Features.Get<Actor>() ?? UseCases.Actor.Anyone;

    /// <summary>Finds out who makes the request, before anything else needs to know.</summary>
    public static IApplicationBuilder UseActor(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        context.Features.Set(await Of(context.User, context.RequestServices.GetRequiredService<Runner>(), context.RequestAborted));
        await next(context);
    });

    /// <summary>What the frame of a page needs to know of the request.</summary>
    public static Viewer Viewer(this HttpContext context)
    {
        var actor = context.Actor();
        return new Viewer(actor.IsSignedIn ? actor.Name : null, actor.Permissions.Contains(Permission.LogDecisions), context.Request.Path + context.Request.QueryString)
        {
            HasOwnMunicipality = actor.Permissions.Contains(Permission.AnswerForMunicipality),
        };
    }

    /// <summary>Who has signed in, also where there is no request: in the live part of a page.</summary>
    public static async Task<Actor> Of(ClaimsPrincipal user, Runner runner, CancellationToken cancellation)
    {
        if (!Guid.TryParse(user.FindFirstValue(PersonClaim), out var id)) return UseCases.Actor.Anyone;
        return await runner.Ask(new PersonBehind(new PersonId(id)), Jobs.SignIn, cancellation) is { } person
            ? UseCases.Actor.Of(person)
            : UseCases.Actor.Anyone;
    }
}
