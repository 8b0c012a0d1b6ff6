using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Dispatches;
using Kunskapsstyrning.Domain.Reports;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Features.Documents;
using Kunskapsstyrning.Web.Features.Papers;
using Kunskapsstyrning.Web.Features.Printing;
using Kunskapsstyrning.Web.Features.Reading;
using Kunskapsstyrning.Web.Features.Spreadsheets;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Reports;

/// <summary>The report back: to make, to read, to take along and to publish.</summary>
internal static class ReportEndpoints
{
    public static void MapReports(this IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.Reports, (HttpContext context, string slug, string? lage, Runner runner) =>
            List(context, slug, TypedReport.Of(lage), FieldErrors.None, runner)).For(typeof(ReportsOf));
        app.MapPost(Urls.Reports, Make).For(typeof(MakeReport)).FromOwnForm();
        app.MapGet(Urls.Report, (HttpContext context, string slug, Guid id, Runner runner) => Page(context, slug, new ReportId(id), FieldErrors.None, runner)).For(typeof(ReportToRead));
        app.MapGet(Urls.ReportPdf, (HttpContext context, string slug, Guid id, Runner runner, PrintedPages printed) => Of(context, slug, new ReportId(id), runner, read =>
            printed.Pdf<PaperSheet>(read.Paper.Title, FileName(read), new() { [nameof(PaperSheet.Paper)] = read.Paper, [nameof(PaperSheet.LeadsWithFact)] = true }, Urls.ToReport(slug, read.Report.Id), context))).For(typeof(ReportToRead));
        app.MapGet(Urls.ReportWord, (HttpContext context, string slug, Guid id, Runner runner, PdfPrinter printer, DocumentReading reading) => Of(context, slug, new ReportId(id), runner, async read =>
            FileToKeep.Of(context, WordPaper.Write(read.Paper, await read.Paper.AsPng(printer, reading, context.RequestAborted)), WordPaper.MediaType, $"{FileName(read)}.docx"))).For(typeof(ReportToRead));
        app.MapGet(Urls.ReportWorkbook, (HttpContext context, string slug, Guid id, Runner runner, SiteAddress site) => Of(context, slug, new ReportId(id), runner, read =>
            Task.FromResult(FileToKeep.Of(context, PaperWorkbook.Write(read.Paper, read.Report.MadeAt, read.About(site.Root)), Workbook.MediaType, $"{FileName(read)}.xlsx")))).For(typeof(ReportToRead));
        app.MapPost(Urls.PublishReport, (HttpContext context, string slug, Guid id, Runner runner) => Do(context, slug, new ReportId(id), runner, (report, _) => new PublishReport(report))).For(typeof(PublishReport)).FromOwnForm();
        app.MapPost(Urls.RecallReport, (HttpContext context, string slug, Guid id, Runner runner) => Do(context, slug, new ReportId(id), runner, (report, form) => new RecallReport(report, form["skal"].ToString()))).For(typeof(RecallReport)).FromOwnForm();
        app.MapPost(Urls.SendReport, (HttpContext context, string slug, Guid id, Runner runner, PrintedPages printed) => Of(context, slug, new ReportId(id), runner, read => Send(context, read, runner, printed))).For(typeof(SendReport)).FromOwnForm();
    }

    private static async Task<IResult> Make(HttpContext context, string slug, Runner runner)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (typed, errors, id) = (TypedReport.Of(form), new FieldErrors(), new ReportId(form.IdGiven()));
        var result = await runner.Run(new MakeReport(id, slug, typed.Snapshot, new ReportQuotes(typed.WithConditions, typed.WithReasons)), context.Actor(), context.RequestAborted);
        if (result.IsDone) return SeeOther.To(context, Urls.ToReport(slug, id));

        errors.Add(result.Refusal!);
        return await List(context, slug, typed, errors, runner);
    }

    /// <summary>Prepares its dispatch; what is not published is printed first, to go along.</summary>
    private static async Task<IResult> Send(HttpContext context, ReadReport read, Runner runner, PrintedPages printed)
    {
        var (slug, report, form) = (read.Recommendation.Slug, read.Report, await context.Request.ReadFormAsync(context.RequestAborted));
        ReceivedFile? pdf = null;
        if (!read.IsForEveryone)
        {
            var printout = await printed.Print<PaperSheet>(read.Paper.Title, new() { [nameof(PaperSheet.Paper)] = read.Paper, [nameof(PaperSheet.LeadsWithFact)] = true }, context.RequestAborted);
            if (printout.Pdf is not { } bytes) return PrintedPages.NotNow(printout, Urls.ToReport(slug, report.Id), context);
            ReceivedFile.TryTake($"{FileName(read)}.pdf", bytes, out pdf);
        }

        var dispatch = new DispatchId(form.IdGiven());
        var result = await runner.Run(new SendReport(dispatch, slug, report.Id) { Pdf = pdf }, context.Actor(), context.RequestAborted);
        if (result.IsDone) return SeeOther.To(context, Urls.ToDispatch(slug, dispatch));

        var errors = new FieldErrors();
        errors.Add(result.Refusal!);
        return await Page(context, slug, report.Id, errors, runner);
    }

    private static async Task<IResult> Do(HttpContext context, string slug, ReportId id, Runner runner, Func<ReportId, IFormCollection, ICommand> command)
    {
        var result = await runner.Run(command(id, await context.Request.ReadFormAsync(context.RequestAborted)), context.Actor(), context.RequestAborted);
        if (result.IsDone) return SeeOther.To(context, Urls.ToReport(slug, id));

        var errors = new FieldErrors();
        errors.Add(result.Refusal!);
        return await Page(context, slug, id, errors, runner);
    }

    private static async Task<IResult> List(HttpContext context, string slug, TypedReport typed, FieldErrors errors, Runner runner) =>
        await runner.Ask(new ReportsOf(slug), context.Actor(), context.RequestAborted) is { } list
            ? Pages.Show<ReportsPage>(new { List = list, Typed = typed, Errors = errors }, errors)
            : Pages.NotThere("Det finns ingen rekommendation med den adressen.");

    private static Task<IResult> Page(HttpContext context, string slug, ReportId id, FieldErrors errors, Runner runner) => Of(context, slug, id, runner, async read =>
    {
        var inHand = context.Actor().May(typeof(ReportInHand)) ? await runner.Ask(new ReportInHand(slug, id), context.Actor(), context.RequestAborted) : null;
        return Pages.Show<ReportPage>(new { Read = read, InHand = inHand, Errors = errors }, errors);
    });

    private static async Task<IResult> Of(HttpContext context, string slug, ReportId id, Runner runner, Func<ReadReport, Task<IResult>> make) =>
        await runner.Ask(new ReportToRead(slug, id), context.Actor(), context.RequestAborted) is { } read ? await make(read) : Pages.NotThere("Det finns ingen återkoppling på den adressen.");

    private static string FileName(ReadReport read) => $"Återkoppling {read.Report.Number} {read.Recommendation.ShortTitle}";
}

/// <summary>What is chosen to make a report.</summary>
/// <param name="State">The saved state; empty for today's.</param>
/// <param name="WithConditions">True when the conditions of reservations are to be quoted.</param>
/// <param name="WithReasons">True when the reasons of those who decline are to be told.</param>
public sealed record TypedReport(string State, bool WithConditions, bool WithReasons)
{
    /// <summary>The saved state; null for today's. What is no state of ours is one that is not there.</summary>
    public SnapshotId? Snapshot => State.Length == 0 ? null : new SnapshotId(Guid.TryParse(State, out var id) ? id : Guid.Empty);

    /// <summary>What is chosen before anybody has: the conditions are quoted, the reasons are not.</summary>
    public static TypedReport Of(string? state) => new(state ?? "", WithConditions: true, WithReasons: false);

    /// <summary>What was posted.</summary>
    public static TypedReport Of(IFormCollection form) => new(form["lage"].ToString(), form.ContainsKey("villkor"), form.ContainsKey("skal"));
}
