using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.SavedViews;

/// <summary>Saved views: listed, saved, shared, taken over and taken away.</summary>
internal static class SavedViewEndpoints
{
    public static void MapSavedViews(this IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.SavedViews, (HttpContext context, string? gjort, Runner runner) => List(context, FieldErrors.None, gjort, runner)).For(typeof(MySavedViews));
        app.MapGet(Urls.SaveView, New).For(typeof(SaveView));
        app.MapPost(Urls.SaveView, Save).For(typeof(SaveView)).FromOwnForm();
        app.MapPost(Urls.ShareView, (HttpContext context, Guid id, Runner runner) => Do(context, form => new ShareView(new SavedViewId(id), form["delad"] == "ja"), "delad", runner)).For(typeof(ShareView)).FromOwnForm(Urls.SavedViews);
        app.MapPost(Urls.RemoveView, (HttpContext context, Guid id, Runner runner) => Do(context, _ => new RemoveView(new SavedViewId(id)), "borttagen", runner)).For(typeof(RemoveView)).FromOwnForm(Urls.SavedViews);
        app.MapPost(Urls.SettleView, (HttpContext context, Guid id, Runner runner) => Do(context, form => new SettleViewLeftBehind(new SavedViewId(id), form["behall"] == "ja"), "ordnad", runner)).For(typeof(SettleViewLeftBehind)).FromOwnForm(Urls.SavedViews);
    }

    private static async Task<IResult> List(HttpContext context, FieldErrors errors, string? done, Runner runner)
    {
        var actor = context.Actor();
        var views = await runner.Ask(new MySavedViews(), actor, context.RequestAborted);
        var left = actor.May(typeof(ViewsLeftBehind)) ? await runner.Ask(new ViewsLeftBehind(), actor, context.RequestAborted) : [];
        return Pages.Show<SavedViewsPage>(new { Views = views, LeftBehind = left, Errors = errors, Done = done }, errors);
    }

    private static async Task<IResult> New(HttpContext context, string? rekommendation, Runner runner, TimeProvider clock) =>
        await Form(context, rekommendation ?? "", View(rekommendation ?? "", context.Request.Query, clock), "", isShared: false, FieldErrors.None, runner);

    private static async Task<IResult> Save(HttpContext context, Runner runner, TimeProvider clock)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (slug, name, isShared) = (form["rekommendation"].ToString(), form["namn"].ToString(), form["delad"] == "ja");
        var view = ViewInAddress.Kept(slug, form["vy"].ToString());
        var result = await runner.Run(new SaveView(slug, view.Query, name, isShared), context.Actor(), context.RequestAborted);
        if (result.Refusal is not { } refusal) return SeeOther.To(context, Urls.SavedViews + Urls.Query(("gjort", "sparad")));

        var errors = new FieldErrors();
        errors.Add(refusal);
        return await Form(context, slug, view, name, isShared, errors, runner);
    }

    private static async Task<IResult> Form(HttpContext context, string slug, RecommendationView view, string name, bool isShared, FieldErrors errors, Runner runner)
    {
        if (await runner.Ask(new ViewToSave(view), context.Actor(), context.RequestAborted) is not { } shown) return Pages.NotThere("Det finns ingen rekommendation med den adressen.");

        return Pages.Show<SaveViewPage>(
            new { Recommendation = shown.Recommendation, Shows = shown.Words, View = view, Name = name, IsShared = isShared, Errors = errors }, errors);
    }

    private static RecommendationView View(string slug, IQueryCollection query, TimeProvider clock) =>
        ViewInAddress.Read(slug, query, SwedishTime.DayOf(clock.GetUtcNow()), out var view) is null ? view : new RecommendationView { Slug = slug };

    private static async Task<IResult> Do(HttpContext context, Func<IFormCollection, ICommand> command, string done, Runner runner)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if ((await runner.Run(command(form), context.Actor(), context.RequestAborted)).Refusal is not { } refusal) return SeeOther.To(context, Urls.SavedViews + Urls.Query(("gjort", done)));

        var errors = new FieldErrors();
        errors.Add(null, refusal.Sentence);
        return await List(context, errors, null, runner);
    }
}
