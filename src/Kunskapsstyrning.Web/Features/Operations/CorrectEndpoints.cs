using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kunskapsstyrning.Web.Features.Operations;

/// <summary>Correcting what was sent, in two steps: what it changes is shown before it is done.</summary>
internal static class CorrectEndpoints
{
    public static void MapCorrection(this IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.CorrectRecommendation, async (HttpContext context, string slug, string? klart, Runner runner) =>
            await runner.Find(context, slug) is { } view ? (IResult)Page(view, TypedCorrection.Nothing, FieldErrors.None, isDone: klart is not null) : OperationEndpoints.NotThere()).For(typeof(RecommendationToOperate));
        app.MapPost(Urls.CorrectRecommendation, Post).For(typeof(CorrectRecommendation)).FromOwnForm();
    }

    private static async Task<IResult> Post(HttpContext context, string slug, Runner runner)
    {
        if (await runner.Find(context, slug) is not { } view) return OperationEndpoints.NotThere();

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var errors = new FieldErrors();
        var typed = TypedCorrection.Of(form, view, errors);
        if (typed.Correction is not { } correction) return Page(view, typed, errors);

        var trial = await runner.Ask(new TryCorrection(slug, correction), context.Actor(), context.RequestAborted);
        if (trial.Refusal is { } refused) errors.Add(refused);
        if (errors.Any || !form.ContainsKey("ja")) return Page(view, typed, errors, trial.Effect);

        var result = await runner.Run(new CorrectRecommendation(slug, correction), context.Actor(), context.RequestAborted);
        if (result.IsDone) return SeeOther.To(context, Urls.ToCorrectRecommendation(slug) + "?klart=1");
        errors.Add(result.Refusal!);
        return Page(view, typed, errors);
    }

    private static RazorComponentResult<CorrectPage> Page(OperatedRecommendation view, TypedCorrection typed, FieldErrors errors, OperationEffect? effect = null, bool isDone = false) => Pages.Show<CorrectPage>(
        new { View = view, Typed = typed, Errors = errors, Effect = effect, IsDone = isDone }, errors);
}
