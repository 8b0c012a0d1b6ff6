using System.Net;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Web.Features.Analysis;
using Kunskapsstyrning.Web.Tests.Features.Overview;
using Kunskapsstyrning.Web.Tests.Ui;
using Kunskapsstyrning.Web.Ui;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Analysis;

public sealed class ForecastSentenceTests
{
    private static readonly DateOnly May = new(2019, 5, 2);

    [Fact]
    public void A_forecast_is_told_as_likely_with_its_interval_and_its_day()
    {
        var view = Of(120, [Earlier("2016")]);

        Assert.Equal($"Troligen har {view.Told!.Interval()} av 290 kommuner antagit när svarstiden går ut 15 juni 2019.", Plain(view.Sentence()));
        Assert.Matches(@"^\d+–\d+$", view.Told!.Interval());
        Assert.Equal($"Ett år efter det att frågan ställdes, 6 mars 2020: troligen {view.Targets[1].Forecast!.Interval()}.", Plain(Assert.Single(view.OtherTargets())));
        Assert.Equal(3, view.HowItIsMade().Count());
        Assert.StartsWith("2016 års omgång: lika långt in i svarstiden hade 100 kommuner antagit. Av dem som återstod antog 47 % fram till motsvarande dag. Den här omgången har gått 1,2 gånger så fort.", Plain(view.HowItIsMade().First()), StringComparison.Ordinal);
        Assert.Contains("Nu har 120 kommuner antagit och 170 återstår.", Plain(string.Join(' ', view.HowItIsMade())), StringComparison.Ordinal);
    }

    [Fact]
    public void An_interval_of_one_number_is_told_as_that_number() => Assert.Equal("290", new Forecast(May, 290, 290, 290, []).Interval());

    [Theory]
    [InlineData(0, "Ingen kommun har antagit än. Det behövs minst 15 för att kunna säga något om takten.")]
    [InlineData(1, "Bara en kommun har antagit. Det behövs minst 15 för att kunna säga något om takten.")]
    [InlineData(14, "Bara 14 kommuner har antagit. Det behövs minst 15 för att kunna säga något om takten.")]
    [InlineData(290, "Alla kommuner har svarat, så det finns inget kvar att förutse.")]
    public void Where_there_is_too_little_or_nothing_left_it_is_silent_and_says_why(int adopted, string sentence)
    {
        var view = Of(adopted, [Earlier("2016")]);

        Assert.Null(view.Told);
        Assert.Empty(view.Band);
        Assert.Equal(sentence, Plain(view.SilenceSentence()));
    }

    [Fact]
    public void Without_an_earlier_round_it_is_silent() =>
        Assert.Equal("Det finns ingen tidigare omgång att jämföra med, så det går inte att säga hur det brukar gå.", Of(120, []).SilenceSentence());

    [Fact]
    public void A_year_after_the_letter_everything_is_known()
    {
        var view = Of(120, [Earlier("2016")], new DateOnly(2021, 1, 1));

        Assert.Equal("Svarstiden är slut och det har gått ett år sedan frågan ställdes, så det finns inget kvar att förutse. 120 av 290 kommuner har antagit.", Plain(view.SilenceSentence()));
    }

    [Fact]
    public void After_the_deadline_what_became_is_told_and_the_year_is_forecast()
    {
        var view = Of(120, [Earlier("2016")], new DateOnly(2019, 8, 1));

        Assert.StartsWith("Troligen har ", view.Sentence(), StringComparison.Ordinal);
        Assert.EndsWith("antagit ett år efter det att frågan ställdes, 6 mars 2020.", Plain(view.Sentence()), StringComparison.Ordinal);
        Assert.Equal(["Svarstiden gick ut 15 juni 2019. Då hade 120 kommuner antagit."], view.OtherTargets().Select(Plain));
    }

    [Fact]
    public void Seen_from_a_day_that_has_been_the_forecast_is_told_as_it_was()
    {
        ForecastView Then(int adopted, DateOnly? day = null) => Of(adopted, [Earlier("2016")], day, hasBeen: true);
        var view = Then(120);

        Assert.Equal($"Troligen skulle {view.Told!.Interval()} av 290 kommuner ha antagit vid svarstidens slut 15 juni 2019.", Plain(view.Sentence()));
        Assert.Contains("Då hade 120 kommuner antagit och 170 återstod. Av dem räknade vi med", Plain(string.Join(' ', view.HowItIsMade())), StringComparison.Ordinal);
        Assert.Equal("Ingen kommun hade antagit än. Det behövdes minst 15 för att kunna säga något om takten.", Plain(Then(0).SilenceSentence()));
        Assert.Equal("Alla kommuner hade svarat, så det fanns inget kvar att förutse.", Then(290).SilenceSentence());
        Assert.Equal("Svarstiden var slut och det hade gått ett år sedan frågan ställdes, så det fanns inget kvar att förutse. 120 av 290 kommuner hade antagit.", Plain(Then(120, new DateOnly(2021, 1, 1)).SilenceSentence()));
    }

    [Theory]
    [InlineData(1, 1, "Prognosen kan prövas en gång, och då höll den: det verkliga antalet låg inom intervallet.")]
    [InlineData(0, 1, "Prognosen kan prövas en gång, och då höll den inte: det verkliga antalet låg utanför intervallet.")]
    [InlineData(0, 6, "Prognosen höll ingen av 6 gånger: det verkliga antalet låg utanför intervallet varje gång.")]
    [InlineData(1, 6, "Prognosen höll 1 av 6 gånger: då låg det verkliga antalet inom intervallet.")]
    [InlineData(2, 2, "Prognosen höll båda gångerna: det verkliga antalet låg inom intervallet.")]
    [InlineData(0, 2, "Prognosen höll ingen av de två gångerna: det verkliga antalet låg utanför intervallet.")]
    [InlineData(6, 6, "Prognosen höll alla 6 gånger: det verkliga antalet låg inom intervallet varje gång.")]
    public void How_often_it_held_is_told_in_the_right_number(int held, int all, string sentence) => Assert.Equal(sentence, Swedish.TrialSentence(
        [.. Enumerable.Range(0, all).Select(at => new ForecastTrial(Earlier("2016"), May, new Forecast(May, 10, 20, 30, []), at < held ? 20 : 31))]));

    [Theory]
    [InlineData("Intervallet var 20 kommuner brett.", 20)]
    [InlineData("Intervallen var 20 kommuner breda.", 20, 20)]
    [InlineData("Intervallen var 1–137 kommuner breda.", 40, 137, 1)]
    public void How_wide_the_intervals_were_is_told(string sentence, params int[] widths) => Assert.Equal(sentence, Plain(Swedish.WidthSentence(
        [.. widths.Select(width => new ForecastTrial(Earlier("2016"), May, new Forecast(May, 10, 10, 10 + width, []), 10))])));

    [Theory]
    [InlineData(0, "Gränsen på {0} kommuner är troligen nådd då.", "Gränsen på {0} kommuner skulle då troligen vara nådd.")]
    [InlineData(1, "Gränsen på {0} kommuner kan vara nådd då, men det är osäkert.", "Gränsen på {0} kommuner kunde då vara nådd, men det var osäkert.")]
    [InlineData(2, "Gränsen på {0} kommuner är troligen inte nådd då.", "Gränsen på {0} kommuner skulle då troligen inte vara nådd.")]
    public void Whether_the_threshold_is_reached_is_told_by_where_it_lies_to_the_interval(int place, string now, string then)
    {
        var told = Of(120, [Earlier("2016")]).Told!;
        var limit = place switch { 0 => told.Low, 1 => told.High, _ => told.High + 1 };

        Assert.Equal(string.Format(null, now, limit), Plain(Of(120, [Earlier("2016")], limit: limit).LimitSentence()!));
        Assert.Equal(string.Format(null, then, limit), Plain(Of(120, [Earlier("2016")], hasBeen: true, limit: limit).LimitSentence()!));
    }

    [Fact]
    public void A_threshold_that_is_reached_is_told_with_its_day() => Assert.Equal("Gränsen på 100 kommuner nåddes 5 maj.", Plain(Of(120, [Earlier("2016")], limit: 100).LimitSentence()!));

    [Fact]
    public void Where_no_number_of_municipalities_is_stated_nothing_is_said_of_a_threshold() => Assert.Null(Of(120, [Earlier("2016")]).LimitSentence());

    [Fact]
    public void Before_the_question_was_put_that_is_why_there_is_no_forecast() => Assert.Equal(
        "Den 5 mars 2019 var frågan inte ställd. Frågan ställdes 6 mars 2019, i brevet. Styrelsen beslutade 14 december 2018.", Plain(Of(0, [Earlier("2016")], new DateOnly(2019, 3, 5), hasBeen: true).SilenceSentence()));

    [Fact]
    public async Task The_threshold_is_a_dotted_line_in_the_curve()
    {
        var page = Rendered.Parse(await Rendered.Page<ForecastPage>(Layout.Viewer.Anyone, ("View", Of(120, [Earlier("2016")], limit: 200))));

        Assert.Single(page.QuerySelectorAll("svg.chart .rule"));
        Assert.Contains("Gräns 200", page.QuerySelectorAll("svg.chart text").Select(t => t.TextContent));
        Assert.DoesNotContain("200", page.QuerySelectorAll("svg.chart text").Select(t => t.TextContent));
    }

    [Fact]
    public async Task The_page_says_that_it_is_a_forecast_and_the_picture_says_the_same_as_its_table()
    {
        var view = Of(120, [Earlier("2016"), Earlier("2017")]);

        var page = Rendered.Parse(await Rendered.Page<ForecastPage>(Layout.Viewer.Anyone, ("View", view)));

        Assert.Equal("Prognos", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(view.Sentence(), page.QuerySelector(".hl")!.TextContent);
        Assert.Equal(view.Sentence(), page.QuerySelector("svg.chart")!.GetAttribute("aria-label"));
        var last = page.QuerySelectorAll(".as-table tbody tr")[^1].QuerySelectorAll("td").Select(td => td.TextContent);
        Assert.Equal([$"{view.Targets[^1].Forecast!.Low}", $"{view.Targets[^1].Forecast!.Expected}", $"{view.Targets[^1].Forecast!.High}"], last);
        Assert.All(page.QuerySelectorAll("svg.chart path"), p => Assert.Matches("^[-0-9.MLHVZ ]+$", p.GetAttribute("d")!));
        Assert.True(view.Trials.Count > 0);
    }

    private static ForecastView Of(int adopted, IReadOnlyList<RoundCourse> earlier, DateOnly? day = null, bool hasBeen = false, int? limit = null)
    {
        var threshold = limit is { } needed ? new Domain.Recommendations.Threshold(needed, "tillräckligt många", "Prov") : null;
        var state = States.Of(States.Recommendation(threshold: threshold, deadline: States.Deadline), new AsOf(day ?? new DateOnly(2019, 5, 10)), i => i < adopted ? [States.Final(Outcome.Adopts, May)] : []);
        if (!hasBeen) state = state with { Today = state.AsOf.Day };
        return new ForecastView(state, new RoundCourse("2018", new(2019, 3, 6), States.Deadline, 290, state.Curve, state.AsOf.Day), earlier);
    }

    /// <summary>At the same moment 100 had adopted, at the deadline 190, at the end 270.</summary>
    private static RoundCourse Earlier(string name)
    {
        var year = int.Parse(name, null);
        return new RoundCourse(name, new(year, 6, 20), new(year, 9, 30), 290, [new(new(year, 7, 10), 100), new(new(year, 9, 15), 190), new(new(year, 12, 1), 270)], new(2025, 1, 1));
    }

    private static string Plain(string text) => text.Replace(Swedish.Nbsp, ' ');
}

/// <summary>The forecast over the example data, seen from days gone by.</summary>
public sealed class ForecastPageTests(ExampleApp app) : IClassFixture<ExampleApp>
{
    [Fact]
    public async Task The_first_round_has_none_before_it()
    {
        var view = (await app.AsAnyone().Ask(new ForecastOfRecommendation("2016-nationell-stodfunktion", new AsOf(new DateOnly(2016, 9, 1)))))!;

        Assert.Null(view.Told);
        Assert.Empty(view.Earlier);
    }

    [Theory]
    [InlineData("2024-04-30")]
    [InlineData("2024-05-31")]
    [InlineData("2024-06-14")]
    public async Task What_became_of_the_latest_round_lies_within_what_was_forecast(string day)
    {
        var view = (await app.AsAnyone().Ask(new ForecastOfRecommendation("2024-kunskapsbaserad-socialtjanst", new AsOf(DateOnly.Parse(day, null)))))!;
        var then = (await app.AsAnyone().Ask(new Web.Features.Overview.StateOfRecommendation("2024-kunskapsbaserad-socialtjanst", new AsOf(new DateOnly(2024, 6, 30)))))!;

        Assert.Equal(new DateOnly(2024, 6, 30), view.Told!.Target);
        Assert.InRange(then.Adoption.HaveAdopted, view.Told.Low, view.Told.High);
        Assert.True(view.Told.High - view.Told.Low < 150);
    }
}

/// <summary>The address over HTTP.</summary>
public sealed class ForecastAddressTests(TestSite site) : IClassFixture<TestSite>
{
    [Theory]
    [InlineData("/rekommendationer/2024-kunskapsbaserad-socialtjanst/prognos", HttpStatusCode.OK)]
    [InlineData("/rekommendationer/2018-kunskapsstyrning/prognos?per=2019-05-10&fraga=gallde", HttpStatusCode.OK)]
    [InlineData("/rekommendationer/2018-kunskapsstyrning/prognos?per=igår", HttpStatusCode.BadRequest)]
    [InlineData("/rekommendationer/ingen-sadan/prognos", HttpStatusCode.NotFound)]
    public async Task An_address_is_answered_or_said_to_make_no_sense(string address, HttpStatusCode status) => Assert.Equal(status, (await site.Get(address)).StatusCode);
}
