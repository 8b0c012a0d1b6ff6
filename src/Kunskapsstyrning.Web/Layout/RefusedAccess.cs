using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Layout;

/// <summary>Tells whoever watches over the installation that somebody tried what they may not: who, what and from where, without names or what was filled in.</summary>
internal static class RefusedAccess
{
    public static void Log(HttpContext context, Actor actor, string? useCase) =>
        context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(RefusedAccess)).LogWarning(
            "Access was refused to person {Person}: {UseCase} at {Address}, from {Place}.", actor.Person?.Value, useCase, Place.Asked(context), Place.Of(context));
}
