using System.Globalization;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Features.Recommendations;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kunskapsstyrning.Web.Features.Operations;

/// <summary>Renewing a recommendation: a draft that points to it begins, and what everyone answered last time is seen beside the new question.</summary>
internal static class RenewEndpoints
{
    public static void MapRenewal(this IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.RenewRecommendation, async (HttpContext context, string slug, Runner runner) =>
            await runner.Ask(new RecommendationToRenew(slug), context.Actor(), context.RequestAborted) is { } view ? (IResult)Page(view, Suggested(view), FieldErrors.None) : OperationEndpoints.NotThere()).For(typeof(RecommendationToRenew));
        app.MapPost(Urls.RenewRecommendation, Post).For(typeof(RenewRecommendation)).FromOwnForm();
        app.MapGet(Urls.LastTime, async (HttpContext context, string slug, Runner runner) =>
            await runner.Ask(new AnswersLastTime(slug), context.Actor(), context.RequestAborted) is { } view
                ? (IResult)Pages.Show<LastTimePage>(new { View = view })
                : Pages.NotThere("Det finns ingen rekommendation med den adressen som förnyar en tidigare.")).For(typeof(AnswersLastTime));
    }

    private static async Task<IResult> Post(HttpContext context, string slug, Runner runner)
    {
        if (await runner.Ask(new RecommendationToRenew(slug), context.Actor(), context.RequestAborted) is not { } view) return OperationEndpoints.NotThere();

        var typed = TypedDraft.Of(await context.Request.ReadFormAsync(context.RequestAborted));
        var errors = new FieldErrors();
        if (typed.Read(errors) is not { } draft) return Page(view, typed, errors);

        var result = await runner.Run(new RenewRecommendation(slug, draft), context.Actor(), context.RequestAborted);
        if (result.IsDone) return SeeOther.To(context, Urls.ToHub(draft.Slug) + Urls.Query(("klart", "borjat")));
        errors.Add(result.Refusal!);
        return Page(view, typed, errors);
    }

    private static TypedDraft Suggested(RenewalView view) => new(
        view.Recommendation.Title, view.Recommendation.ShortTitle, "", "",
        view.NextYears.First.ToString(CultureInfo.InvariantCulture), view.NextYears.Last.ToString(CultureInfo.InvariantCulture));

    private static RazorComponentResult<RenewPage> Page(RenewalView view, TypedDraft typed, FieldErrors errors) => Pages.Show<RenewPage>(
        new { View = view, Typed = typed, Errors = errors }, errors);
}
