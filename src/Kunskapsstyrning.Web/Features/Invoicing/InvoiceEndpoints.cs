using System.Globalization;
using Kunskapsstyrning.Domain.Invoices;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Api;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Features.Printing;
using Kunskapsstyrning.Web.Features.Spreadsheets;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Primitives;

namespace Kunskapsstyrning.Web.Features.Invoicing;

/// <summary>What finance invoices by, year by year; the runs with their files; and how invoices are written.</summary>
internal static class InvoiceEndpoints
{
    private const int LongestReason = 500;

    public static void MapInvoices(this IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.Invoices, async (HttpContext context, Runner runner) =>
            Pages.Show<InvoicesPage>(new { View = await runner.Ask(new InvoiceOverview(), context.Actor(), context.RequestAborted) })).For(typeof(InvoiceOverview));
        app.MapGet(Urls.InvoicesOfYear, async (HttpContext context, string slug, int ar, string? gjort, Runner runner) =>
            await Year(context, slug, ar, Chosen(context.Request.Query["om"]), runner) is { } view ? YearPage(view, done: gjort) : NotThere()).For(typeof(InvoicesOfYear));
        app.MapPost(Urls.InvoicesOfYear, Make).For(typeof(MakeInvoiceRun)).FromOwnForm();
        app.MapGet(Urls.InvoiceRun, async (HttpContext context, string slug, int ar, int nummer, Runner runner) =>
            await Run(context, slug, ar, nummer, runner) is { } view ? Pages.Show<InvoiceRunPage>(new { View = view }) : NotThere()).For(typeof(MadeInvoices));
        app.MapGet(Urls.InvoiceRunWorkbook, (HttpContext context, string slug, int ar, int nummer, Runner runner) => File(context, slug, ar, nummer, runner,
            view => FileToKeep.Of(context, InvoiceWorkbook.Write(view), Workbook.MediaType, $"{Name(view)}.xlsx"))).For(typeof(MadeInvoices));
        app.MapGet(Urls.InvoiceRunSheet, (HttpContext context, string slug, int ar, int nummer, Runner runner) => File(context, slug, ar, nummer, runner,
            view => InvoiceFiles.SwedishSheet(view, FileToKeep.Name(Name(view))))).For(typeof(MadeInvoices));
        app.MapGet(Urls.InvoiceRunCsv, (HttpContext context, string slug, int ar, int nummer, Runner runner) => File(context, slug, ar, nummer, runner,
            view => Csv.File(InvoiceFiles.Records(view), FileToKeep.Name(Name(view))))).For(typeof(MadeInvoices));
        app.MapGet(Urls.InvoiceRunZip, (HttpContext context, string slug, int ar, int nummer, Runner runner) => File(context, slug, ar, nummer, runner,
            view => FileToKeep.Of(context, InvoiceFiles.Packed(view), "application/zip", $"{Name(view)} e-fakturor.zip"))).For(typeof(MadeInvoices));

        app.MapGet(Urls.InvoiceSettings, async (HttpContext context, string? sparad, Runner runner) => SettingsPage(await runner.Ask(new SaidAboutInvoices(), context.Actor(), context.RequestAborted), saved: sparad is not null)).For(typeof(SaidAboutInvoices));
        app.MapPost(Urls.InvoiceSettings, StateSettings).For(typeof(StateInvoiceSettings)).FromOwnForm();

        app.MapGet(Urls.BuyerReference, (HttpContext context, string kod, string? sparad, Runner runner) => ShowReference(context, Of(kod), sparad, runner)).For(typeof(BuyerReferenceOf));
        app.MapPost(Urls.BuyerReference, (HttpContext context, string kod, Runner runner) => PostReference(context, Of(kod), runner)).For(typeof(StateBuyerReference)).FromOwnForm();
        app.MapGet(Urls.OwnBuyerReference, (HttpContext context, string? sparad, Runner runner) => ShowReference(context, Own, sparad, runner)).For(typeof(OurBuyerReference));
        app.MapPost(Urls.OwnBuyerReference, (HttpContext context, Runner runner) => PostReference(context, Own, runner)).For(typeof(StateOurBuyerReference)).FromOwnForm();
    }

    private static async Task<IResult> Make(HttpContext context, string slug, int ar, Runner runner)
    {
        var (form, errors) = (await context.Request.ReadFormAsync(context.RequestAborted), new FieldErrors());
        var anew = Chosen(form["om"]);
        if (await Year(context, slug, ar, anew, runner) is not { } view) return NotThere();

        var reason = string.Concat(form["skal"].ToString().Where(c => PrintedText.Shows(c))).Trim();
        if (reason.Length > LongestReason) errors.Add(InvoiceRefusals.ReasonTooLong);
        else
        {
            var made = await runner.Run(new MakeInvoiceRun(view.Recommendation.Id, ar, form["sett"].ToString(), reason.Length == 0 ? null : reason, anew), context.Actor(), context.RequestAborted);
            if (made.IsDone) return SeeOther.To(context, Urls.ToInvoicesOfYear(slug, ar) + Urls.Query(("gjort", "uttag")));
            errors.Add(made.Refusal!);
        }

        var now = await Year(context, slug, ar, anew, runner) ?? view;
        return YearPage(now, errors, reason);
    }

    private static async Task<IResult> StateSettings(HttpContext context, Runner runner)
    {
        var errors = new FieldErrors();
        var typed = TypedSettings.Of(await context.Request.ReadFormAsync(context.RequestAborted));
        if (typed.Read(errors) is { } terms)
        {
            var result = await runner.Run(new StateInvoiceSettings(typed.Seen, terms), context.Actor(), context.RequestAborted);
            if (result.IsDone) return SeeOther.To(context, Urls.InvoiceSettings + Urls.Query(("sparad", "ja")));
            errors.Add(result.Refusal!);
            if (result.Refusal == InvoiceRefusals.SettingsChangedMeanwhile)
            {
                var now = await runner.Ask(new SaidAboutInvoices(), context.Actor(), context.RequestAborted);
                return SettingsPage(now, errors, typed with { Seen = now.Holds?.Number ?? 0 }, conflict: TypedSettings.Of(terms, 0).DifferencesFrom(TypedSettings.Of(now.Holds)));
            }
        }

        return SettingsPage(await runner.Ask(new SaidAboutInvoices(), context.Actor(), context.RequestAborted), errors, typed);
    }

    private static Task<InvoiceYearView?> Year(HttpContext context, string slug, int year, IReadOnlyList<long> anew, Runner runner) => runner.Ask(new InvoicesOfYear(slug, year, anew), context.Actor(), context.RequestAborted);

    /// <summary>The invoices that are to be credited and made again; what is no number is none.</summary>
    private static List<long> Chosen(StringValues typed) => [.. typed.Select(t => long.TryParse(t, NumberStyles.None, CultureInfo.InvariantCulture, out var serial) ? serial : 0).Where(serial => serial > 0).Distinct()];

    private static Task<MadeInvoicesView?> Run(HttpContext context, string slug, int year, int number, Runner runner) => runner.Ask(new MadeInvoices(slug, year, number), context.Actor(), context.RequestAborted);

    private static async Task<IResult> File(HttpContext context, string slug, int year, int number, Runner runner, Func<MadeInvoicesView, IResult> make) =>
        await Run(context, slug, year, number, runner) is { } view ? make(view) : NotThere();

    private static string Name(MadeInvoicesView view) => $"Fakturaunderlag {view.Recommendation.Slug} {view.Run.Year} uttag {view.Run.Number}";

    private static RazorComponentResult<InvoiceYearPage> YearPage(InvoiceYearView view, FieldErrors? errors = null, string reason = "", string? done = null) => Pages.Show<InvoiceYearPage>(
        new { View = view, Errors = errors ?? FieldErrors.None, Reason = reason, IsDone = done is not null }, errors);

    private static RazorComponentResult<InvoiceSettingsPage> SettingsPage(InvoiceSettingsView view, FieldErrors? errors = null, TypedSettings? typed = null, bool saved = false, IReadOnlyList<TypedDifference>? conflict = null) => Pages.Show<InvoiceSettingsPage>(
        new { View = view, Errors = errors ?? FieldErrors.None, Typed = typed ?? TypedSettings.Of(view.Holds), IsSaved = saved, Conflict = conflict }, errors);

    private static IResult NotThere() => Pages.NotThere("Det finns inget att fakturera där.", Urls.Invoices, "Till fakturaunderlagen");

    private static ReferenceDesk? Of(string typed) => MunicipalityCode.TryParse(typed, out var code)
        ? new ReferenceDesk(Urls.ToBuyerReference(code), new BuyerReferenceOf(code), (seen, reference) => new StateBuyerReference(code, seen, reference))
        : null;

    private static ReferenceDesk Own { get; } = new(Urls.OwnBuyerReference, new OurBuyerReference(), (seen, reference) => new StateOurBuyerReference(seen, reference));

    private static async Task<IResult> ShowReference(HttpContext context, ReferenceDesk? desk, string? saved, Runner runner) =>
        desk is not null && await runner.Ask(desk.Query, context.Actor(), context.RequestAborted) is { } view ? ReferencePage(desk, view, saved: saved is not null) : Pages.NotThere(InvoiceRefusals.NoSuchMunicipality.Sentence);

    private static async Task<IResult> PostReference(HttpContext context, ReferenceDesk? desk, Runner runner)
    {
        if (desk is null || await runner.Ask(desk.Query, context.Actor(), context.RequestAborted) is not { } view) return Pages.NotThere(InvoiceRefusals.NoSuchMunicipality.Sentence);

        var (form, errors) = (await context.Request.ReadFormAsync(context.RequestAborted), new FieldErrors());
        var typed = form["referens"].ToString();
        if (!BuyerReference.TryParse(typed, out var reference)) errors.Add(InvoiceRefusals.NoReference);
        else if ((await runner.Run(desk.State(int.TryParse(form["sett"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : 0, reference), context.Actor(), context.RequestAborted)).Refusal is { } refusal) errors.Add(refusal);
        else return SeeOther.To(context, desk.Address + Urls.Query(("sparad", "ja")));

        return ReferencePage(desk, await runner.Ask(desk.Query, context.Actor(), context.RequestAborted) ?? view, errors, typed);
    }

    private static RazorComponentResult<BuyerReferencePage> ReferencePage(ReferenceDesk desk, BuyerReferenceView view, FieldErrors? errors = null, string? typed = null, bool saved = false) => Pages.Show<BuyerReferencePage>(
        new { View = view, IsOwn = desk == Own, Action = desk.Address, Errors = errors ?? FieldErrors.None, Typed = typed, IsSaved = saved }, errors);

    /// <summary>A page of a buyer reference: what it asks, and what is done there.</summary>
    private sealed record ReferenceDesk(string Address, IQuery<BuyerReferenceView?> Query, Func<int, BuyerReference, ICommand> State);
}
