using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kunskapsstyrning.Web.Features.Recommendations;

/// <summary>Where it is said when enough have joined what is sent. A draft says it among everything else.</summary>
internal static class ThresholdEndpoints
{
    public static void MapThreshold(this IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.Threshold, async (HttpContext context, string slug, Runner runner) =>
            await Find(context, slug, runner) is { } r ? (IResult)Page(r, TypedContent.Of(r.Threshold), "", FieldErrors.None) : DraftEndpoints.NotThere()).For(typeof(StateThreshold));
        app.MapPost(Urls.Threshold, State).For(typeof(StateThreshold)).FromOwnForm();
    }

    private static async Task<IResult> State(HttpContext context, string slug, Runner runner)
    {
        if (await Find(context, slug, runner) is not { } recommendation) return DraftEndpoints.NotThere();

        var (form, errors) = (await context.Request.ReadFormAsync(context.RequestAborted), new FieldErrors());
        var (typed, decided, seen) = (TypedContent.Of(form), form["grans-dag"].ToString(), form["sedd"].ToString());
        DateOnly? decidedOn = SwedishDay.TryParse(decided, out var day) ? day : null;
        if (decidedOn is null && !string.IsNullOrWhiteSpace(decided)) errors.Add("grans-dag", SwedishDay.Unreadable);
        if (typed.ReadThreshold(errors) is not { } threshold) return Page(recommendation, typed, decided, errors, seen);

        var result = await runner.Run(new StateThreshold(recommendation.Id, threshold, decidedOn, seen), context.Actor(), context.RequestAborted);
        if (result.IsDone) return SeeOther.To(context, Urls.ToHub(slug) + Urls.Query(("klart", "grans")));
        errors.Add(result.Refusal!);
        if (result.Refusal != LifeRefusals.ThresholdChangedMeanwhile) return Page(recommendation, typed, decided, errors, seen);
        return await Find(context, slug, runner) is { } now ? Page(now, typed, decided, errors, conflict: TypedContent.Of(threshold).DifferencesFrom(TypedContent.Of(now.Threshold))) : DraftEndpoints.NotThere();
    }

    private static async Task<Recommendation?> Find(HttpContext context, string slug, Runner runner) =>
        await runner.Ask(new ManagedRecommendation(slug), context.Actor(), context.RequestAborted) is { Recommendation: { IsDraft: false } sent } ? sent : null;

    private static RazorComponentResult<ThresholdPage> Page(Recommendation recommendation, TypedContent typed, string decided, FieldErrors errors, string? seen = null, IReadOnlyList<TypedDifference>? conflict = null) => Pages.Show<ThresholdPage>(
        new { R = recommendation, Typed = typed, Decided = decided, Errors = errors, Seen = seen ?? StateThreshold.FingerprintOf(recommendation.Threshold), Conflict = conflict }, errors);
}
