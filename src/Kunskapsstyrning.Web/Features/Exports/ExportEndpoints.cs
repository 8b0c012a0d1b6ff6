using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Features.Printing;
using Kunskapsstyrning.Web.Features.Slides;
using Kunskapsstyrning.Web.Features.Spreadsheets;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Exports;

/// <summary>Any view of a recommendation as a file: the address of the page with another ending, and the same after the question mark.</summary>
internal static class ExportEndpoints
{
    public static void MapExports(this IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.ExportWorkbook, (HttpContext context, string slug, Runner runner, TimeProvider clock) => Of(
            context, slug, runner, clock, export => File(context, ExportWorkbook.Write(export), Workbook.MediaType, export, "xlsx"))).For(typeof(StateToTakeAlong));
        app.MapGet(Urls.ExportDeck, (HttpContext context, string slug, Runner runner, TimeProvider clock) => Of(
            context, slug, runner, clock, export => File(context, ExportDeck.Write(export), Deck.MediaType, export, "pptx"))).For(typeof(StateToTakeAlong));
        app.MapGet(Urls.ExportCsv, (HttpContext context, string slug, string? profil, Runner runner, TimeProvider clock) => Of(context, slug, runner, clock, export => profil switch
        {
            null or "" or "excel" => File(context, ExportCsv.ForSpreadsheet(export), ExportCsv.MediaType, export, "csv"),
            "maskin" => File(context, ExportCsv.ForMachine(export), ExportCsv.MediaType, export, "csv"),
            _ => Task.FromResult(Pages.Nonsense("Vi förstår inte vilken sorts CSV som önskas. Den är ”excel” eller ”maskin”.", export.View.Href, "Till rekommendationen")),
        })).For(typeof(StateToTakeAlong));
    }

    private static Task<IResult> File(HttpContext context, byte[] bytes, string mediaType, Export export, string ending) =>
        Task.FromResult(FileToKeep.Of(context, bytes, mediaType, $"{export.FileName}.{ending}"));

    private static async Task<IResult> Of(HttpContext context, string slug, Runner runner, TimeProvider clock, Func<Export, Task<IResult>> make)
    {
        var today = SwedishTime.DayOf(clock.GetUtcNow());
        if (ViewInAddress.Read(slug, context.Request.Query, today, out var view) is { } refusal)
            return Pages.Nonsense(refusal.Sentence, Urls.ToRecommendation(slug), "Visa läget i dag");
        if (await runner.Ask(new StateToTakeAlong(slug, view.AsOf(today), view.Since), context.Actor(), context.RequestAborted) is not { } found)
            return Pages.NotThere("Det finns inga svar att ta med på den adressen.");

        var taker = context.Actor() is { IsSignedIn: true } somebody ? somebody.Name : Swedish.Public;
        return await make(new Export(found.State, view, taker, found.Now, found.Site is { } site ? new Uri(site, view.Href) : null));
    }
}
