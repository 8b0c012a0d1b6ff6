using System.Globalization;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Features.Documents;
using Kunskapsstyrning.Web.Features.Fees;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kunskapsstyrning.Web.Features.Recommendations;

/// <summary>Where a draft is filled in: what it says, the fee terms of each period, and its annexes.</summary>
internal static class ContentEndpoints
{
    public static void MapDraftContent(this IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.DraftContent, async (HttpContext context, string slug, string? klart, Runner runner) =>
            await Find(context, slug, runner) is { } shown ? (IResult)Page(shown, shown.Typed, FieldErrors.None, done: klart is "sparat") : NoDraft(slug)).For(typeof(ReviseDraft));
        app.MapPost(Urls.DraftContent, Revise).For(typeof(ReviseDraft)).FromOwnForm();
        app.MapGet(Urls.DraftTerms, async (HttpContext context, string slug, int ar, Runner runner) =>
            await Find(context, slug, runner) is { } shown && shown.Draft.Periods.FirstOrDefault(p => p.Years.First == ar) is { } period
                ? (IResult)Terms(shown, ar, TypedTerms.Of(period.Terms), FieldErrors.None)
                : NoDraft(slug)).For(typeof(StateTermsOfDraft));
        app.MapPost(Urls.DraftTerms, StateTerms).For(typeof(StateTermsOfDraft)).FromOwnForm();
        app.MapPost(Urls.DraftAnnexes, Annexes).For(typeof(AddAnnex)).FromOwnForm();
    }

    private static async Task<IResult> Revise(HttpContext context, string slug, Runner runner)
    {
        if (await Find(context, slug, runner) is not { } shown) return NoDraft(slug);

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (typed, errors) = (TypedContent.Of(form), new FieldErrors());
        if (typed.Read(errors, name => shown.Others.FirstOrDefault(o => o.Slug == name)?.Id, shown.Draft.Periods.Select(p => p.Id)) is not { } content) return Page(shown, typed, errors, seen: Seen(form));

        var result = await runner.Run(new ReviseDraft(slug, Seen(form), content), context.Actor(), context.RequestAborted);
        if (result.IsDone) return SeeOther.To(context, Urls.ToHub(slug, "uppgifter") + Urls.Query(("klart", "sparat")));
        errors.Add(result.Refusal!);
        if (result.Refusal != DraftRefusals.ChangedMeanwhile) return Page(shown, typed, errors, seen: Seen(form));
        return await Find(context, slug, runner) is { } now ? Page(now, typed, errors, typed.DifferencesFrom(now.Typed)) : NoDraft(slug);
    }

    private static async Task<IResult> StateTerms(HttpContext context, string slug, int ar, Runner runner)
    {
        if (await Find(context, slug, runner) is not { } shown) return NoDraft(slug);

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (typed, errors) = (TypedTerms.Of(form), new FieldErrors());
        if (shown.Draft.Periods.All(p => p.Years.First != ar))
        {
            // Somebody gave the period other years while the terms were typed.
            if (shown.Draft.Periods.FirstOrDefault(p => p.Id.Value.ToString() == form["period"]) is not { } moved) return NoDraft(slug);
            errors.Add(DraftRefusals.YearsChangedMeanwhile);
            return Terms(shown, moved.Years.First, typed, errors, conflict: typed.DifferencesFrom(TypedTerms.Of(moved.Terms)));
        }

        if (typed.Read(shown.PopulationDays, errors) is not { } terms) return Terms(shown, ar, typed, errors, Seen(form));

        var result = await runner.Run(new StateTermsOfDraft(slug, Seen(form), ar, terms), context.Actor(), context.RequestAborted);
        if (result.IsDone) return SeeOther.To(context, Urls.ToHub(slug) + Urls.Query(("klart", "villkor")));
        errors.Add(result.Refusal!);
        if (result.Refusal != DraftRefusals.TermsChangedMeanwhile) return Terms(shown, ar, typed, errors, Seen(form));
        return await Find(context, slug, runner) is { } now && now.Draft.Periods.FirstOrDefault(p => p.Years.First == ar) is { } period
            ? Terms(now, ar, typed, errors, conflict: TypedTerms.Of(terms).DifferencesFrom(TypedTerms.Of(period.Terms)))
            : NoDraft(slug);
    }

    private static async Task<IResult> Annexes(HttpContext context, string slug, Runner runner, FileScanner scanner)
    {
        if (await Find(context, slug, runner) is not { } shown) return NoDraft(slug);

        var (form, errors) = (await context.Request.ReadFormAsync(context.RequestAborted), new FieldErrors());
        if (Guid.TryParse(form["bort"], out var gone)) return await Done(new RemoveAnnex(slug, new DocumentId(gone)));

        var title = form.OnOneLine("bilaga-rubrik");
        if (title.Length is 0 or > 200) errors.Add("bilaga-rubrik", "Skriv bilagans rubrik, högst 200 tecken.");
        var (file, refused) = await Uploads.Take(context, form.Files, scanner, context.RequestAborted);
        if (refused is not null) errors.Add("handling", refused.Sentence);
        else if (file is null) errors.Add("handling", "Välj en fil.");
        return errors.Any ? Page(shown, shown.Typed, errors) : await Done(new AddAnnex(slug, title, file!));

        async Task<IResult> Done(ICommand command)
        {
            var result = await runner.Run(command, context.Actor(), context.RequestAborted);
            if (result.IsDone) return SeeOther.To(context, Urls.ToHub(slug, "uppgifter") + "#bilagor");
            errors.Add(result.Refusal!);
            return Page(shown, shown.Typed, errors);
        }
    }

    private static Task<DraftToRevise.Shown?> Find(HttpContext context, string slug, Runner runner) => runner.Ask(new DraftToRevise(slug), context.Actor(), context.RequestAborted);

    private static int Seen(IFormCollection form) => int.TryParse(form["sedd"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : -1;

    private static IResult NoDraft(string slug) =>
        Pages.NotThere("Det finns inget utkast med den adressen. Är rekommendationen skickad rättas den i stället.", Urls.ToHub(slug), "Till rekommendationen");

    private static RazorComponentResult<ContentPage> Page(
        DraftToRevise.Shown shown, TypedContent typed, FieldErrors errors, IReadOnlyList<TypedDifference>? conflict = null, bool done = false, int? seen = null) => Pages.Show<ContentPage>(
            new { R = shown.Draft, Seen = seen ?? shown.Draft.Revision, Typed = typed, shown.Others, shown.Annexes, Errors = errors, Conflict = conflict, Done = done }, errors);

    private static RazorComponentResult<DraftTermsPage> Terms(DraftToRevise.Shown shown, int first, TypedTerms typed, FieldErrors errors, int? seen = null, IReadOnlyList<TypedDifference>? conflict = null) => Pages.Show<DraftTermsPage>(
        new { R = shown.Draft, Seen = seen ?? shown.Draft.Revision, Period = shown.Draft.Periods.First(p => p.Years.First == first), Typed = typed, shown.PopulationDays, Errors = errors, Conflict = conflict }, errors);
}
