using Kunskapsstyrning.Domain.Reports;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Features.Printing;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Reports;

/// <summary>Printing a cover to a report for each municipality in one go: to ask for, to follow, to stop and to have.</summary>
internal static class CoverEndpoints
{
    public static void MapCovers(this IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.Covers, (HttpContext context, string slug, Guid id, Runner runner) => Page(context, slug, new ReportId(id), runner, FieldErrors.None)).For(typeof(CoversOfReport));

        app.MapGet(Urls.CoversState, async (HttpContext context, string slug, Guid id, Runner runner) =>
            await runner.Ask(new CoversOfReport(slug, new ReportId(id)), context.Actor(), context.RequestAborted) is { } covers
                ? Results.Json(new { sentence = covers.Sentence(), printed = covers.Printed, isPrinting = covers.IsPrinting })
                : Results.NotFound()).For(typeof(CoversOfReport)).WithMetadata(new AskedByThePage());

        app.MapPost(Urls.Covers, async (HttpContext context, string slug, Guid id, Runner runner, PrintAsked<CoverPrinter> asked) =>
        {
            var result = await runner.Run(new AskForCovers(new CoverBatchId(Guid.CreateVersion7()), new ReportId(id)), context.Actor(), context.RequestAborted);
            if (result.IsDone) asked.Tell();
            return await After(result, context, slug, new ReportId(id), runner);
        }).For(typeof(AskForCovers)).FromOwnForm();

        app.MapPost(Urls.CancelCovers, async (HttpContext context, string slug, Guid id, Runner runner, PrintAsked<CoverPrinter> asked) =>
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            var result = Guid.TryParse(form["utskrift"], out var batch) ? await runner.Run(new CancelCovers(new CoverBatchId(batch)), context.Actor(), context.RequestAborted) : CoverRefusals.NotPrinting;
            asked.Tell();
            return await After(result, context, slug, new ReportId(id), runner);
        }).For(typeof(CancelCovers)).FromOwnForm();

        app.MapGet(Urls.CoversFile, async (HttpContext context, string slug, Guid id, Guid utskrift, Runner runner) =>
            await runner.Ask(new ZipOfCovers(new CoverBatchId(utskrift)), context.Actor(), context.RequestAborted) is { } zip
                ? FileToKeep.Of(context, zip.Bytes, "application/zip", zip.Name)
                : Pages.NotThere("Filen finns inte. Följebrev sparas i sju dagar sedan de har skrivits ut.", Urls.ToCovers(slug, new ReportId(id)), "Till utskriften")).For(typeof(ZipOfCovers));
    }

    private static async Task<IResult> After(Result result, HttpContext context, string slug, ReportId report, Runner runner)
    {
        if (result.Refusal is not { } refusal) return SeeOther.To(context, Urls.ToCovers(slug, report));

        var errors = new FieldErrors();
        errors.Add(refusal);
        return await Page(context, slug, report, runner, errors);
    }

    private static async Task<IResult> Page(HttpContext context, string slug, ReportId report, Runner runner, FieldErrors errors) =>
        await runner.Ask(new CoversOfReport(slug, report), context.Actor(), context.RequestAborted) is { } covers
            ? Pages.Show<CoversPage>(new { Covers = covers, Errors = errors }, errors)
            : Pages.NotThere("Det finns ingen återkoppling på den adressen.");
}
