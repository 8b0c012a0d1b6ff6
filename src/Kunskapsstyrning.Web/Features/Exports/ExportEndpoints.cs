using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Exports;

/// <summary>Any view of a recommendation as a file: the address of the page with another ending, and the same after the question mark.</summary>
internal static class ExportEndpoints
{
    public static void MapExports(this IEndpointRouteBuilder app)
    {
        foreach (var ending in ExportFiles.Endings)
        {
            app.MapGet(Urls.Export + ending, (HttpContext context, string slug, Runner runner, TimeProvider clock, ExportFiles files) => Of(
                context, slug, runner, clock, export => files.Make(export, ending, context))).For(typeof(StateToTakeAlong));
        }

        app.MapGet(Urls.TakeAlong, (HttpContext context, string slug, Runner runner, TimeProvider clock) => Of(
            context, slug, runner, clock, export => Task.FromResult<IResult>(Pages.Show<TakeAlongPage>(new { Export = export })))).For(typeof(StateToTakeAlong));
    }

    /// <summary>Who takes something along.</summary>
    public static string TakerIn(HttpContext context) => context.Actor() is { IsSignedIn: true } somebody ? somebody.Name : Swedish.Public;

    private static async Task<IResult> Of(HttpContext context, string slug, Runner runner, TimeProvider clock, Func<Export, Task<IResult>> make)
    {
        var today = SwedishTime.DayOf(clock.GetUtcNow());
        if (ViewInAddress.Read(slug, context.Request.Query, today, out var view) is { } refusal)
            return Pages.Nonsense(refusal.Sentence, Urls.ToRecommendation(slug), "Visa läget i dag");
        if (await runner.Ask(new StateToTakeAlong(slug, view.AsOf(today), view.Since), context.Actor(), context.RequestAborted) is not { } found)
            return Pages.NotThere("Det finns inga svar att ta med på den adressen.");

        return await make(new Export(found.State, view, TakerIn(context), found.Now, found.Site is { } site ? new Uri(site, view.Href) : null));
    }
}
