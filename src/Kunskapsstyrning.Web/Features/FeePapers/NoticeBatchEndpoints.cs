using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Features.Printing;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.FeePapers;

/// <summary>Printing the fee notices of every municipality in one go: to ask for, to follow, to stop and to have.</summary>
internal static class NoticeBatchEndpoints
{
    public static void MapNoticeBatches(this IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.FeeNotices, (HttpContext context, string slug, int ar, Runner runner) => Page(context, slug, ar, runner, FieldErrors.None)).For(typeof(NoticesOfYear));

        app.MapGet(Urls.FeeNoticesState, async (HttpContext context, string slug, int ar, Runner runner) =>
            await runner.Ask(new NoticesOfYear(slug, ar), context.Actor(), context.RequestAborted) is { } notices
                ? Results.Json(new { sentence = notices.Sentence(), printed = notices.Printed, isPrinting = notices.IsPrinting })
                : Results.NotFound()).For(typeof(NoticesOfYear)).WithMetadata(new AskedByThePage());

        app.MapPost(Urls.FeeNotices, async (HttpContext context, string slug, int ar, Runner runner, PrintAsked<NoticePrinter> asked) =>
        {
            var result = await runner.Run(new AskForFeeNotices(new FeeNoticeBatchId(Guid.CreateVersion7()), slug, ar), context.Actor(), context.RequestAborted);
            if (result.IsDone) asked.Tell();
            return await After(result, context, slug, ar, runner);
        }).For(typeof(AskForFeeNotices)).FromOwnForm();

        app.MapPost(Urls.CancelFeeNotices, async (HttpContext context, string slug, int ar, Runner runner, PrintAsked<NoticePrinter> asked) =>
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            var result = Guid.TryParse(form["utskrift"], out var id) ? await runner.Run(new CancelFeeNotices(new FeeNoticeBatchId(id)), context.Actor(), context.RequestAborted) : FeeNoticeRefusals.NotPrinting;
            asked.Tell();
            return await After(result, context, slug, ar, runner);
        }).For(typeof(CancelFeeNotices)).FromOwnForm();

        app.MapGet(Urls.FeeNoticesFile, async (HttpContext context, string slug, int ar, Guid id, Runner runner) =>
            await runner.Ask(new ZipOfNotices(new FeeNoticeBatchId(id)), context.Actor(), context.RequestAborted) is { } zip
                ? FileToKeep.Of(context, zip.Bytes, "application/zip", zip.Name)
                : Pages.NotThere("Filen finns inte. Avgiftsbesked sparas i sju dagar sedan de har skrivits ut.", Urls.ToFeeNotices(slug, ar), "Till utskriften")).For(typeof(ZipOfNotices));
    }

    private static async Task<IResult> After(Result result, HttpContext context, string slug, int year, Runner runner)
    {
        if (result.Refusal is not { } refusal) return SeeOther.To(context, Urls.ToFeeNotices(slug, year));

        var errors = new FieldErrors();
        errors.Add(refusal);
        return await Page(context, slug, year, runner, errors);
    }

    private static async Task<IResult> Page(HttpContext context, string slug, int year, Runner runner, FieldErrors errors) =>
        await runner.Ask(new NoticesOfYear(slug, year), context.Actor(), context.RequestAborted) is { } notices
            ? Pages.Show<NoticeBatchPage>(new { Notices = notices, Errors = errors }, errors)
            : Pages.NotThere($"Ingen avgift är fastställd för {year}, så det finns inga avgiftsbesked.");
}
