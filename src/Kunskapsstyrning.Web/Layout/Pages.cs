using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kunskapsstyrning.Web.Layout;

/// <summary>How an endpoint answers with a page, and what stands before it.</summary>
internal static class Pages
{
    /// <summary>A page with its parameters.</summary>
    public static RazorComponentResult<TPage> Show<TPage>(object? parameters = null, int status = StatusCodes.Status200OK) where TPage : IComponent =>
        new(parameters ?? new { }) { StatusCode = status, PreventStreamingRendering = true };

    /// <summary>A page with a form, which comes back as it was typed when something is wrong.</summary>
    public static RazorComponentResult<TPage> Show<TPage>(object parameters, FieldErrors? errors) where TPage : IComponent =>
        Show<TPage>(parameters, errors is { Any: true } ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);

    /// <summary>What was asked for is not there.</summary>
    public static IResult NotThere(string sentence, string wayBack = Urls.Start, string wayBackText = "Till rekommendationerna") =>
        Problem(StatusCodes.Status404NotFound, "Sidan finns inte.", sentence, wayBack, wayBackText);

    /// <summary>The address asks for something that makes no sense.</summary>
    public static IResult Nonsense(string sentence, string wayBack, string wayBackText) =>
        Problem(StatusCodes.Status400BadRequest, "Det går inte att visa.", sentence, wayBack, wayBackText);

    /// <summary>The one who is signed in may not.</summary>
    public static IResult NotAllowed(string sentence = "Du är inloggad, men din roll får inte göra det här. Fråga administratören om du behöver det.") =>
        Problem(StatusCodes.Status403Forbidden, "Du har inte behörighet.", sentence, Urls.Start, "Till rekommendationerna");

    /// <summary>A page that says in one sentence what went wrong and gives a way on.</summary>
    public static IResult Problem(int status, string heading, string sentence, string wayBack, string wayBackText) =>
        Show<ProblemPage>(new { Heading = heading, Sentence = sentence, WayBack = wayBack, WayBackText = wayBackText }, status);

    /// <summary>The post must carry the token of the form that it comes from.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="form">The page that the form is on; null where it has the address of the post.</param>
    public static TBuilder FromOwnForm<TBuilder>(this TBuilder endpoint, string? form = null) where TBuilder : IEndpointConventionBuilder =>
        endpoint.AddEndpointFilter(async (context, next) =>
        {
            var services = context.HttpContext.RequestServices;
            if (await services.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context.HttpContext)) return await next(context);

            services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Pages)).LogWarning("A form that is not our own was refused at {Path}, from {Place}.", Place.Asked(context.HttpContext), Place.Of(context.HttpContext));
            return Problem(
                StatusCodes.Status400BadRequest, "Formuläret gäller inte längre.",
                "Gå tillbaka, läs in sidan på nytt och skicka igen. Inget har sparats.",
                form ?? context.HttpContext.Request.Path, "Öppna sidan på nytt");
        });

    /// <summary>The post carries these fields and no others: whoever adds one, a role perhaps, is refused.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="form">The page that the form is on.</param>
    /// <param name="fields">The fields of the form.</param>
    public static TBuilder TakesOnly<TBuilder>(this TBuilder endpoint, string form, params string[] fields) where TBuilder : IEndpointConventionBuilder =>
        endpoint.AddEndpointFilter(async (context, next) =>
        {
            var posted = await context.HttpContext.Request.ReadFormAsync(context.HttpContext.RequestAborted);
            if (posted.Files.Count == 0 && posted.Keys.All(k => k is "__RequestVerificationToken" || fields.Contains(k))) return await next(context);

            context.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Pages)).LogWarning("A form with fields that do not belong there was refused at {Path}, from {Place}.", Place.Asked(context.HttpContext), Place.Of(context.HttpContext));
            return Problem(StatusCodes.Status400BadRequest, "Det gick inte att förstå.", "Formuläret har uppgifter som inte hör dit. Inget har sparats.", form, "Öppna sidan på nytt");
        });

    /// <summary>Sends someone who has not signed in to do so, and tells others that they may not.</summary>
    public static IResult Refuse(HttpContext context, Actor actor)
    {
        if (!actor.IsSignedIn) return Results.Redirect(Urls.ToSignIn(WhereToReturn(context.Request)));

        RefusedAccess.Log(context, actor, context.GetEndpoint()?.Metadata.GetMetadata<ForUseCase>()?.UseCase.Name);
        return NotAllowed();
    }

    /// <summary>What was asked for; for what was posted the page that it was posted from, since many addresses take posts only.</summary>
    private static string WhereToReturn(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method)) return request.Path + request.QueryString;
        return request.GetTypedHeaders().Referer is { IsAbsoluteUri: true } from && from.Authority == request.Host.Value ? from.PathAndQuery : request.Path;
    }
}
