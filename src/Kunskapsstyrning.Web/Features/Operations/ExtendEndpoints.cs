using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kunskapsstyrning.Web.Features.Operations;

/// <summary>Extending a recommendation, in two steps: what it means for whom is shown before it is done. A proposal can be recalled.</summary>
internal static class ExtendEndpoints
{
    public static void MapExtension(this IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.ExtendRecommendation, async (HttpContext context, string slug, string? klart, Runner runner) =>
            await runner.Find(context, slug) is { } view ? (IResult)Page(view, TypedExtension.New(view.Recommendation), FieldErrors.None, done: klart) : OperationEndpoints.NotThere()).For(typeof(RecommendationToOperate));
        app.MapPost(Urls.ExtendRecommendation, Post).For(typeof(ExtendRecommendation)).FromOwnForm();
        app.MapPost(Urls.RecallExtension, Recall).For(typeof(RecallExtension)).FromOwnForm();
    }

    private static async Task<IResult> Post(HttpContext context, string slug, Runner runner)
    {
        if (await runner.Find(context, slug) is not { } view) return OperationEndpoints.NotThere();

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var errors = new FieldErrors();
        var typed = TypedExtension.Of(form, errors);
        if (typed.Extension is not { } extension) return Page(view, typed, errors);

        var trial = await runner.Ask(new TryExtension(slug, extension), context.Actor(), context.RequestAborted);
        if (trial.Refusal is { } refused) errors.Add(typed.FieldOf(refused), refused.Sentence);
        if (errors.Any || !form.ContainsKey("ja")) return Page(view, typed, errors, trial.Effect);

        var result = await runner.Run(new ExtendRecommendation(slug, extension), context.Actor(), context.RequestAborted);
        if (result.IsDone) return SeeOther.To(context, Urls.ToExtend(slug) + Urls.Query(("klart", typed["laget"])));
        errors.Add(typed.FieldOf(result.Refusal!), result.Refusal!.Sentence);
        return Page(view, typed, errors);
    }

    private static async Task<IResult> Recall(HttpContext context, string slug, Guid id, Runner runner)
    {
        if (await runner.Find(context, slug) is not { } view) return OperationEndpoints.NotThere();

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var reason = TypedOperation.Read(form, ["skal"])["skal"];
        var result = await runner.Run(new RecallExtension(slug, new ExtensionId(id), reason), context.Actor(), context.RequestAborted);
        if (result.Refusal is not { } refusal) return SeeOther.To(context, Urls.ToExtend(slug) + "?klart=aterkallad");

        var errors = new FieldErrors();
        errors.Add(refusal);
        return Page(view, TypedExtension.New(view.Recommendation), errors);
    }

    private static RazorComponentResult<ExtendPage> Page(OperatedRecommendation view, TypedExtension typed, FieldErrors errors, ExtensionEffect? effect = null, string? done = null) => Pages.Show<ExtendPage>(
        new { View = view, Typed = typed, Errors = errors, Effect = effect, Done = done }, errors);
}
