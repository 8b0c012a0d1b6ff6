using System.Globalization;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Analysis;

/// <summary>The pages that say why and how: divided, between rounds, side by side and forecast.</summary>
internal static class AnalysisEndpoints
{
    public static void MapAnalysis(this IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.Division, (HttpContext context, string slug, string? per, string? fraga, Runner runner, TimeProvider clock) => On(per, fraga, clock, Urls.ToDivision(slug), async asOf =>
        {
            if (await runner.Ask(new DivisionOfAnswers(slug, asOf), context.Actor(), context.RequestAborted) is not { } division) return NotForYou(slug);
            var grounds = context.Actor().May(typeof(GroundsOfAnswers)) ? await runner.Ask(new GroundsOfAnswers(slug, asOf), context.Actor(), context.RequestAborted) : null;
            return Pages.Show<DivisionPage>(new { Division = division, Grounds = grounds });
        })).For(typeof(DivisionOfAnswers)).CacheOutput(PublicPages.Name);

        app.MapGet(Urls.Rounds, (HttpContext context, string slug, string? per, string? fraga, Runner runner, TimeProvider clock) => On(per, fraga, clock, Urls.ToRounds(slug), async asOf =>
            await runner.Ask(new FlowSinceLastRound(slug, asOf), context.Actor(), context.RequestAborted) is { } view ? Pages.Show<RoundsPage>(new { View = view }) : NotForYou(slug)))
            .For(typeof(FlowSinceLastRound)).CacheOutput(PublicPages.Name);

        app.MapGet(Urls.Forecast, (HttpContext context, string slug, string? per, string? fraga, Runner runner, TimeProvider clock) => On(per, fraga, clock, Urls.ToForecast(slug), async asOf =>
            await runner.Ask(new ForecastOfRecommendation(slug, asOf), context.Actor(), context.RequestAborted) is { } view ? Pages.Show<ForecastPage>(new { View = view }) : NotForYou(slug)))
            .For(typeof(ForecastOfRecommendation)).CacheOutput(PublicPages.Name);

        app.MapGet(Urls.SideBySide, (HttpContext context, string? per, string? fraga, string? dagar, Runner runner, TimeProvider clock) => On(per, fraga, clock, Urls.SideBySide, async asOf =>
            Days(dagar) is { } days
                ? Pages.Show<SideBySidePage>(new { View = await runner.Ask(new SideBySide(asOf, days), context.Actor(), context.RequestAborted) })
                : Pages.Nonsense(SideBySide.NoDays.Sentence, Urls.SideBySide, "Visa läget i dag")))
            .For(typeof(SideBySide)).CacheOutput(PublicPages.Name);
    }

    /// <summary>Answers for the day that the address asks for, or says what is wrong with it.</summary>
    private static async Task<IResult> On(string? per, string? fraga, TimeProvider clock, string today, Func<AsOf, Task<IResult>> answer) =>
        AsOfInAddress.Read(per, fraga, SwedishTime.DayOf(clock.GetUtcNow()), out var asOf) is { } refusal ? Pages.Nonsense(refusal.Sentence, today, "Visa läget i dag") : await answer(asOf);

    /// <summary>The same for what is not there and for what may not be seen.</summary>
    private static IResult NotForYou(string slug) => Pages.NotThere("Det finns ingen rekommendation med den adressen vars svar du får se.", Urls.ToRecommendation(slug), "Till rekommendationen");

    private static int? Days(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return SideBySide.UsualDays;
        return int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and <= SideBySide.MostDays ? days : null;
    }
}
