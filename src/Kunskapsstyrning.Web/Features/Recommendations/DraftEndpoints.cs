using System.Globalization;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Features.Rounds;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kunskapsstyrning.Web.Features.Recommendations;

/// <summary>Where SKR draws up recommendations and follows them through their life.</summary>
internal static class DraftEndpoints
{
    public static void MapDrafts(this IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.ManagedRecommendations, async (HttpContext context, string? klart, Runner runner, CancellationToken cancellation) =>
        {
            var shown = await runner.Ask(new ManagedRecommendations(), context.Actor(), cancellation);
            return Pages.Show<ManagedRecommendationsPage>(new { shown.All, shown.Today, shown.Reached, JustThrownAway = klart == "kastat" });
        }).For(typeof(ManagedRecommendations));
        app.MapGet(Urls.NewRecommendation, () => NewPage(TypedDraft.Empty, FieldErrors.None)).For(typeof(BeginDraft));
        app.MapPost(Urls.NewRecommendation, Begin).For(typeof(BeginDraft)).FromOwnForm();
        app.MapGet(Urls.Hub, async (HttpContext context, string slug, string? klart, Runner runner, CancellationToken cancellation) =>
            await runner.Ask(new ManagedRecommendation(slug), context.Actor(), cancellation) is { } shown
                ? (IResult)Pages.Show<HubPage>(new { R = shown.Recommendation, shown.Today, shown.Periods, Told = shown.ThresholdTold, Done = klart, Round = context.Actor().May(typeof(RoundSoFar)) ? await runner.Ask(new RoundSoFar(slug), context.Actor(), cancellation) : null })
                : NotThere()).For(typeof(ManagedRecommendation));
        app.MapGet(Urls.ThrowAwayDraft, async (HttpContext context, string slug, Runner runner) =>
            await ToThrowAway(context, slug, runner) is { } shown ? (IResult)ThrowAwayPage(shown, "", FieldErrors.None) : NotThere()).For(typeof(ThrowAwayDraft));
        app.MapPost(Urls.ThrowAwayDraft, ThrowAway).For(typeof(ThrowAwayDraft)).FromOwnForm();
    }

    /// <summary>There is no such recommendation, or it is not for the one who asks.</summary>
    public static IResult NotThere() => Pages.NotThere("Det finns ingen rekommendation med den adressen.");

    private static async Task<IResult> Begin(HttpContext context, Runner runner, CancellationToken cancellation)
    {
        var typed = TypedDraft.Of(await context.Request.ReadFormAsync(cancellation));
        var errors = new FieldErrors();
        if (typed.Read(errors) is not { } draft) return NewPage(typed, errors);

        var result = await runner.Run(new BeginDraft(draft), context.Actor(), cancellation);
        if (result.IsDone) return SeeOther.To(context, Urls.ToHub(draft.Slug) + Urls.Query(("klart", "borjat")));
        errors.Add(result.Refusal!);
        return NewPage(typed with { Slug = draft.Slug }, errors);
    }

    private static async Task<IResult> ThrowAway(HttpContext context, string slug, Runner runner)
    {
        if (await ToThrowAway(context, slug, runner) is not { } shown) return NotThere();

        var (form, errors) = (await context.Request.ReadFormAsync(context.RequestAborted), new FieldErrors());
        var reason = form.OnOneLine("skal");
        var seen = int.TryParse(form["sedd"], NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : -1;
        var result = await runner.Run(new ThrowAwayDraft(slug, seen, reason), context.Actor(), context.RequestAborted);
        if (result.IsDone) return SeeOther.To(context, Urls.ManagedRecommendations + Urls.Query(("klart", "kastat")));
        errors.Add(result.Refusal!);
        return ThrowAwayPage(await ToThrowAway(context, slug, runner) ?? shown, reason, errors);
    }

    private static async Task<ManagedRecommendation.Shown?> ToThrowAway(HttpContext context, string slug, Runner runner) =>
        await runner.Ask(new ManagedRecommendation(slug), context.Actor(), context.RequestAborted) is { Recommendation.IsDraft: true } shown ? shown : null;

    private static RazorComponentResult<ThrowAwayPage> ThrowAwayPage(ManagedRecommendation.Shown shown, string reason, FieldErrors errors) => Pages.Show<ThrowAwayPage>(
        new { R = shown.Recommendation, shown.Annexes, shown.HasFees, Reason = reason, Errors = errors }, errors);

    private static RazorComponentResult<NewRecommendationPage> NewPage(TypedDraft typed, FieldErrors errors) => Pages.Show<NewRecommendationPage>(
        new { Typed = typed, Errors = errors }, errors);
}
