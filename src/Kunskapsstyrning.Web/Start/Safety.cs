using Kunskapsstyrning.Web.Features.Documents;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace Kunskapsstyrning.Web.Start;

/// <summary>What stands around every request: safe headers, and a page or a problem document of our own for whatever goes wrong.</summary>
internal static class Safety
{
    /// <summary>A year, as long as is asked for. Nothing but what is ours lies below the name that an installation has.</summary>
    private const string OnlyHttps = "max-age=31536000; includeSubDomains";

    /// <summary>The largest request of somebody who has not signed in: a form of sign-in, a passkey's answer or an objection, many times over.</summary>
    private const long LargestFromAnyone = 256 * 1024;

    private const long MostThrownAway = 1024L * 1024 * 1024;

    /// <summary>Far longer than any address of ours with what anyone looks for in it.</summary>
    private const int LongestAddress = 8_000;

    /// <summary>
    /// What a browser may do with the answer, and that it comes here over HTTPS from now on. Said when the answer starts, since the headers of an
    /// answer that fails are cleared; what an endpoint has said itself stands.
    /// </summary>
    public static void UseSafeHeaders(this WebApplication app) => app.Use(async (context, next) =>
    {
        var keepsToHttps = context.Request.IsHttps && !app.Environment.IsDevelopment();
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.TryAdd("Content-Security-Policy", ContentPolicy.OfPages);
            headers.TryAdd("X-Content-Type-Options", "nosniff");
            headers.TryAdd("Referrer-Policy", "same-origin");
            headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
            if (keepsToHttps) headers.TryAdd("Strict-Transport-Security", OnlyHttps);
            if (context.Actor().IsSignedIn) headers.TryAdd("Cache-Control", "no-store");
            return Task.CompletedTask;
        });
        await next(context);
    });

    /// <summary>A question for the headers alone gets those of the answer; the server leaves out the body.</summary>
    public static void UseHead(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (HttpMethods.IsHead(context.Request.Method)) context.Request.Method = HttpMethods.Get;
        await next(context);
    });

    /// <summary>
    /// A browser that is cut off while it sends shows a page of its own. So what somebody who is signed in sends far too much of is
    /// taken to its end and thrown away, and then answered; beyond reason, or from anyone else, it is cut off.
    /// </summary>
    public static void UseSentenceForTooMuch(this WebApplication app, long largest) => app.Use(async (context, next) =>
    {
        if (context.Request.ContentLength is not { } length || length <= largest || length > MostThrownAway || !context.Actor().IsSignedIn)
        {
            await next(context);
            return;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = length;
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        await Say(context, StatusCodes.Status413PayloadTooLarge);
    });

    /// <summary>
    /// Somebody who has not signed in sends little, so much is refused before it is read. Where one has to sign in nothing is read
    /// anyhow, and whose sign-in has lapsed is sent to sign in again.
    /// </summary>
    public static void UseLittleFromStrangers(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (context.Actor().IsSignedIn)
        {
            await next(context);
            return;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = LargestFromAnyone;
        var isForOthers = context.GetEndpoint()?.Metadata.GetMetadata<ForUseCase>() is { UseCase: var useCase } && !context.Actor().May(useCase);
        if (context.Request.ContentLength > LargestFromAnyone && !isForOthers) context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        else await next(context);
    });

    /// <summary>A sentence for an address that is too long. The server lets through a good deal longer ones, which it would refuse without a word.</summary>
    public static void UseSentenceForTooLong(this WebApplication app) => app.Use(async (context, next) =>
    {
        var length = (context.Request.Path.Value?.Length ?? 0) + (context.Request.QueryString.Value?.Length ?? 0);
        if (length <= LongestAddress) await next(context);
        else context.Response.StatusCode = StatusCodes.Status414UriTooLong;
    });

    /// <summary>Pages in Swedish for people, problem documents (RFC 9457) for programs, never a stack trace.</summary>
    public static void UseProblems(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = Failed, SuppressDiagnosticsCallback = c => StatusOf(c.HttpContext, c.Exception) < StatusCodes.Status500InternalServerError });
        app.UseStatusCodePages(context => Say(context.HttpContext, context.HttpContext.Response.StatusCode));
    }

    private static Task Failed(HttpContext context)
    {
        var failure = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        if (failure is NotAllowedException refused) RefusedAccess.Log(context, refused.Actor, refused.UseCase?.Name ?? refused.Permission.ToString());
        var status = StatusOf(context, failure);
        context.Response.StatusCode = status;
        return Say(context, status);
    }

    /// <summary>What is wrong with a request is the sender's fault and is not logged as ours. Looking for the token reads the form, and wraps whatever is wrong with it.</summary>
    private static int StatusOf(HttpContext context, Exception? failure) => failure switch
    {
        AntiforgeryValidationException { InnerException: IOException and not BadHttpRequestException } => StatusCodes.Status400BadRequest, // the form ends before its end
        AntiforgeryValidationException { InnerException: { } within } => StatusOf(context, within),
        NotAllowedException => StatusCodes.Status403Forbidden,
        BadHttpRequestException bad => bad.StatusCode,
        InvalidDataException => context.Request.ContentLength > ReceivedFile.Largest ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static Task Say(HttpContext context, int status)
    {
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
            return Results.Problem(statusCode: status, title: Words(context, status).Heading, detail: Words(context, status).Sentence).ExecuteAsync(context);

        var (heading, sentence) = Words(context, status);
        return Pages.Problem(status, heading, sentence, Urls.Start, "Till rekommendationerna").ExecuteAsync(context);
    }

    private static (string Heading, string Sentence) Words(HttpContext context, int status) => status switch
    {
        StatusCodes.Status400BadRequest => ("Det gick inte att förstå.", "Något i adressen eller formuläret är fel. Gå tillbaka och försök igen; inget har sparats."),
        StatusCodes.Status403Forbidden => ("Du har inte behörighet.", "Din roll får inte göra det här. Fråga administratören om du behöver det."),
        StatusCodes.Status404NotFound => ("Sidan finns inte.", "Adressen leder ingenstans. Kontrollera den, eller börja om från rekommendationerna."),
        StatusCodes.Status405MethodNotAllowed => ("Det går inte så.", "Adressen kan inte användas på det sättet. Gå tillbaka och försök igen."),
        StatusCodes.Status413PayloadTooLarge when !context.Actor().IsSignedIn => ("Det är för mycket på en gång.", "Den som inte är inloggad kan bara skicka korta uppgifter. Logga in om du ska lämna en fil. Inget har sparats."),
        StatusCodes.Status413PayloadTooLarge => ("Filen är för stor.", "Skicka bara protokollsutdraget, högst 15 MB. Inget har sparats."),
        StatusCodes.Status414UriTooLong => ("Adressen är för lång.", "Korta det du söker på och försök igen."),
        _ => ("Något gick fel hos oss.", "Inget har sparats. Försök igen om en stund; hör av dig om felet är kvar."),
    };
}
