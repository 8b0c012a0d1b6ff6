using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kunskapsstyrning.Web.Features.Operations;

/// <summary>A longer time to answer for one municipality, in two steps.</summary>
internal static class LongerEndpoints
{
    public static void MapLongerDeadline(this IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.LongerDeadline, async (HttpContext context, string slug, string? klart, string? kommun, Runner runner) =>
            await runner.Find(context, slug) is { } view ? klart is null ? (IResult)Page(view, TypedLonger.For(kommun, view), FieldErrors.None) : Done(view, klart) : OperationEndpoints.NotThere()).For(typeof(RecommendationToOperate));
        app.MapPost(Urls.LongerDeadline, Post).For(typeof(AllowLonger)).FromOwnForm();
    }

    private static async Task<IResult> Post(HttpContext context, string slug, Runner runner)
    {
        if (await runner.Find(context, slug) is not { } view) return OperationEndpoints.NotThere();

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var errors = new FieldErrors();
        var typed = TypedLonger.Of(form, view, errors);
        if (errors.Any || typed is not { Municipality: { } municipality, Through: { } through }) return Page(view, typed, errors);

        var trial = await runner.Ask(new TryLonger(slug, municipality.Code, through, typed["skal"]), context.Actor(), context.RequestAborted);
        if (trial.Refusal is { } refused) errors.Add(refused);
        if (errors.Any || !form.ContainsKey("ja")) return Page(view, typed, errors, trial.Effect);

        var result = await runner.Run(new AllowLonger(slug, municipality.Code, through, typed["skal"]), context.Actor(), context.RequestAborted);
        if (result.IsDone) return SeeOther.To(context, Urls.ToLongerDeadline(slug) + $"?klart={municipality.Code.Digits}");
        errors.Add(result.Refusal!);
        return Page(view, typed, errors);
    }

    private static RazorComponentResult<LongerPage> Page(OperatedRecommendation view, TypedLonger typed, FieldErrors errors, OperationEffect? effect = null) => Pages.Show<LongerPage>(
        new { View = view, Typed = typed, Errors = errors, Effect = effect }, errors);

    private static RazorComponentResult<LongerPage> Done(OperatedRecommendation view, string given) => Pages.Show<LongerPage>(
        new { View = view, Typed = TypedLonger.Nothing, Errors = FieldErrors.None, IsDone = true, Given = view.Municipalities.FirstOrDefault(m => m.Code.Digits == given) });
}
