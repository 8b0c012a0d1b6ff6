using System.Net;
using Kunskapsstyrning.Web.Features.Reading;
using Kunskapsstyrning.Web.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Kunskapsstyrning.Web.Features.Printing;

/// <summary>Draws one of our own sheets by itself, with its styles in it and nothing to fetch, and answers with it as PDF.</summary>
internal sealed class PrintedPages(IServiceProvider services, ILoggerFactory logs, IWebHostEnvironment environment, PdfPrinter printer, PrintPace pace)
{
    private readonly Lazy<string> _styles = new(() => string.Join('\n', new[] { "app.css", "paper.css" }.Select(name => Text(environment, name))));

    /// <summary>The sheet as a file, or a page that says why not.</summary>
    /// <param name="title">The title of the PDF.</param>
    /// <param name="fileName">The name of the file, without its ending.</param>
    /// <param name="parameters">What the sheet shows.</param>
    /// <param name="page">The page that shows the same, for whoever gets no PDF.</param>
    /// <param name="context">The request.</param>
    public async Task<IResult> Pdf<TSheet>(string title, string fileName, Dictionary<string, object?> parameters, string page, HttpContext context) where TSheet : IComponent
    {
        if (!pace.MayPrint(context)) return TooOften(page, context);

        var printout = await Print<TSheet>(title, parameters, context.RequestAborted);
        return printout.Pdf is { } pdf ? FileToKeep.Of(context, pdf, "application/pdf", $"{fileName}.pdf") : NotNow(printout, page, context);
    }

    /// <summary>Says that somebody prints more than their share.</summary>
    public static IResult TooOften(string page, HttpContext context)
    {
        context.Response.Headers.RetryAfter = "60";
        return Pages.Problem(StatusCodes.Status429TooManyRequests, "För många utskrifter.", "Vänta en minut och försök igen. Sidan går att läsa och skriva ut ändå.", page, "Visa sidan");
    }

    /// <summary>Says why nothing was printed.</summary>
    public static IResult NotNow(Printout printout, string page, HttpContext context)
    {
        context.Response.Headers.RetryAfter = "10";
        return Pages.Problem(
            StatusCodes.Status503ServiceUnavailable, "Ingen utskrift just nu.",
            printout switch
            {
                { Busy: true } => "Många skriver ut samtidigt. Försök igen om en liten stund.",
                { End: ProgramEnd.Missing } => "Det kan inte göras här, för programmet Chromium är inte installerat. Sidan går att läsa och skriva ut ändå.",
                _ => "Utskriften gick inte att göra. Försök igen om en stund; sidan går att läsa och skriva ut ändå.",
            },
            page, "Visa sidan");
    }

    /// <summary>The sheet as PDF, for one who is no request.</summary>
    public async Task<Printout> Print<TSheet>(string title, Dictionary<string, object?> parameters, CancellationToken cancellation) where TSheet : IComponent =>
        await printer.Print(await Draw<TSheet>(title, parameters), cancellation);

    private async Task<string> Draw<TSheet>(string title, Dictionary<string, object?> parameters) where TSheet : IComponent
    {
        await using var scope = services.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, logs);
        var body = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TSheet>(ParameterView.FromDictionary(parameters))).ToHtmlString());
        return $"""
            <!DOCTYPE html>
            <html lang="sv-SE"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>{WebUtility.HtmlEncode(title)}</title><style>{_styles.Value}</style></head>
            <body><main>{body}</main></body></html>
            """;
    }

    private static string Text(IWebHostEnvironment environment, string name)
    {
        using var reader = new StreamReader(environment.WebRootFileProvider.GetFileInfo(name).CreateReadStream());
        return reader.ReadToEnd();
    }
}
