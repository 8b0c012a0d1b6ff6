using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Layout;

/// <summary>The use case that an endpoint is for.</summary>
internal sealed record ForUseCase(Type UseCase);

/// <summary>The endpoint is for everyone, for a reason.</summary>
internal sealed record OpenToAll(string Because);

/// <summary>Every endpoint says whom it is for: those who may run its use case, or everyone and why. One that does not say is for nobody.</summary>
internal static class Declared
{
    /// <summary>Only for those who may run the use case: others are sent to sign in, or told that they may not.</summary>
    public static TBuilder For<TBuilder>(this TBuilder endpoint, Type useCase) where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new ForUseCase(useCase));

    /// <summary>For everyone: there is no use case that says so, or the endpoint finds out itself who may.</summary>
    public static TBuilder Open<TBuilder>(this TBuilder endpoint, string because) where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new OpenToAll(because));

    /// <summary>Asks the declaration of the endpoint before anything of it runs.</summary>
    /// <exception cref="InvalidOperationException">The endpoint does not say whom it is for.</exception>
    public static void UseDeclarations(this WebApplication app) => app.Use(async (context, next) =>
    {
        // What the framework answers itself, that a method is not allowed there, has no address.
        if (context.GetEndpoint() is RouteEndpoint endpoint && UseCaseOf(endpoint) is { } useCase && context.Actor() is var actor && !actor.May(useCase))
        {
            await Pages.Refuse(context, actor).ExecuteAsync(context);
            return;
        }

        await next(context);
    });

    /// <summary>True when the endpoint says whom it is for.</summary>
    public static bool IsDeclared(Endpoint endpoint) => endpoint.Metadata.GetMetadata<ForUseCase>() is not null || endpoint.Metadata.GetMetadata<OpenToAll>() is not null;

    /// <summary>True for what the framework maps beside the files of the program in development, for files added since the build. It takes no declaration, and is not there otherwise.</summary>
    public static bool IsFileFallback(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText is "{**path:file}";

    private static Type? UseCaseOf(RouteEndpoint endpoint) => IsDeclared(endpoint) || IsFileFallback(endpoint)
        ? endpoint.Metadata.GetMetadata<ForUseCase>()?.UseCase
        : throw new InvalidOperationException($"{endpoint.DisplayName} does not say whom it is for.");
}
