using System.Net;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Web.Features.Analysis;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Tests.Ui;
using Kunskapsstyrning.Web.Ui;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Analysis;

public sealed class RoundSentenceTests
{
    [Theory]
    [InlineData("", "Det finns ingen kommun att räkna.")]
    [InlineData("290 A A", "Alla 290 kommuner är kvar.")]
    [InlineData("290 0 0", "Ingen kommun har svarat någon av gångerna.")]
    [InlineData("290 A 0", "Alla 290 kommuner var med, och ingen har beslutat än.")]
    [InlineData("2 N N", "Ingen kommun har antagit någon av gångerna.")]
    [InlineData("1 A N,1 0 A", "2 kommuner: 1 har kommit till och 1 har lämnat.")]
    [InlineData("262 A A,8 N A,2 F A,5 A N,13 A 0", "290 kommuner: 264 är kvar, 8 har kommit till, 5 har lämnat och 13 som var med har inte beslutat än.")]
    [InlineData("3 0 0,1 N P", "4 kommuner: 3 har inte svarat någon av gångerna och 1 som var utanför har inte beslutat än.")]
    [InlineData("1 N N,1 N 0", "2 kommuner: 1 som var utanför har inte beslutat än och 1 står utanför båda gångerna.")]
    [InlineData("2 N 0", "Ingen kommun var med, och ingen har beslutat än.")]
    public void The_flow_is_told_in_the_right_number_and_what_nobody_did_is_left_out(string flows, string sentence)
    {
        var all = new RoundFlows([.. flows.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(f => f.Split(' ')).Select(f => new RoundFlow(Of(f[1]), Of(f[2]), [.. Enumerable.Repeat(new MunicipalityCode("0125"), int.Parse(f[0], null))]))], []);

        Assert.Equal(sentence, all.FlowSentence(Tense.Now).Replace(Swedish.Nbsp, ' '));
    }

    [Fact]
    public void Of_a_day_that_has_been_the_flow_is_told_as_it_was()
    {
        var all = new RoundFlows([.. "A A,N A,A N,A 0,0 0,N 0,N N".Split(',').Select(f => f.Split(' ')).Select(f => new RoundFlow(Of(f[0]), Of(f[1]), [new MunicipalityCode("0125")]))], []);

        Assert.Equal(
            "7 kommuner: 1 var kvar, 1 hade kommit till, 1 hade lämnat, 1 som hade varit med hade inte beslutat än, 1 hade inte svarat någon av gångerna, 1 som hade varit utanför hade inte beslutat än och 1 stod utanför båda gångerna.",
            all.FlowSentence(Tense.Then).Replace(Swedish.Nbsp, ' '));
        Assert.All(Enum.GetValues<RoundMove>(), move => Assert.DoesNotMatch(@"\b[Hh]ar\b|\b[Ää]r\b", move.Label(Tense.Then)));
    }

    [Fact]
    public void Every_move_has_a_word_of_its_own() => Assert.Equal(7, Enum.GetValues<RoundMove>().Select(m => m.Label(Tense.Now)).Distinct().Count());

    private static Status Of(string letter) => Swedish.Statuses.Single(s => Tile.Id(s) == letter[0]);
}

/// <summary>The flow from 2018's round to 2024's in the example data.</summary>
public sealed class RoundsPageTests(ExampleApp app) : IClassFixture<ExampleApp>
{
    private const string Later = "2024-kunskapsbaserad-socialtjanst";

    [Fact]
    public async Task Before_the_board_decided_nobody_is_said_to_have_moved()
    {
        var day = new AsOf(new DateOnly(2024, 1, 25));
        var view = await app.AsAnyone().Ask(new FlowSinceLastRound(Later, day));

        var page = Rendered.Parse(await Rendered.Page<RoundsPage>(Layout.Viewer.Anyone, ("View", view)));

        Assert.Contains("var frågan inte ställd", page.QuerySelector("main .lead, .lead")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("svg.flow"));
    }

    [Fact]
    public async Task Everyone_is_in_one_flow_and_the_ends_are_the_two_overviews()
    {
        var view = (await app.AsAnyone().Ask(new FlowSinceLastRound(Later, new AsOf(new DateOnly(2024, 12, 31)))))!;
        var earlier = (await app.AsAnyone().Ask(new StateOfRecommendation("2018-kunskapsstyrning", new AsOf(view.Earlier!.SeenOn))))!;

        var flows = view.Earlier.Flows;
        Assert.Equal((new DateOnly(2024, 1, 26), 290), (view.Earlier.SeenOn, flows.Municipalities));
        foreach (var status in Enum.GetValues<Status>())
        {
            Assert.Equal(view.State.Adoption[status].Municipalities, flows.Flows.Where(f => f.To == status).Sum(f => f.Municipalities.Count));
            Assert.Equal(earlier.Adoption[status].Municipalities, flows.Flows.Where(f => f.From == status).Sum(f => f.Municipalities.Count));
        }
    }

    [Fact]
    public async Task The_picture_the_table_and_the_lists_say_the_same()
    {
        var view = (await app.AsAnyone().Ask(new FlowSinceLastRound(Later, new AsOf(new DateOnly(2024, 6, 14)))))!;

        var page = Rendered.Parse(await Rendered.Page<RoundsPage>(Layout.Viewer.Anyone, ("View", view)));

        var flows = view.Earlier!.Flows.Flows;
        Assert.Equal(flows.Count, page.QuerySelectorAll("svg.flow path.band").Length);
        Assert.Equal(flows.Select(f => $"{f.Municipalities.Count}"), page.QuerySelectorAll(".as-table tbody tr:not(.sumrow) td.r").Select(td => td.TextContent));
        Assert.Equal(290, page.QuerySelectorAll(".as-table p.wide a").Select(a => a.TextContent).Distinct().Count());
        Assert.Equal(view.Earlier.Flows.FlowSentence(view.State.Tense()), page.QuerySelector("svg.flow")!.GetAttribute("aria-label"));
        Assert.All(page.QuerySelectorAll("svg.flow *").SelectMany(e => e.Attributes).Where(a => a.Name is "y" or "height" or "d"), a => Assert.Matches("^[-0-9.%MCVZ ]+$", a.Value));
        Assert.Empty(page.QuerySelectorAll("[style]"));
    }

    [Fact]
    public async Task Where_no_round_went_before_it_is_said_so()
    {
        var view = (await app.AsAnyone().Ask(new FlowSinceLastRound("2018-kunskapsstyrning", new AsOf(new DateOnly(2019, 7, 4)))))!;

        Assert.Null(view.Earlier);
        Assert.Contains("ingen tidigare omgång", await Rendered.Page<RoundsPage>(Layout.Viewer.Anyone, ("View", view)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_question_was_put_nobody_has_decided()
    {
        var view = (await app.AsAnyone().Ask(new FlowSinceLastRound(Later, new AsOf(new DateOnly(2023, 6, 1)))))!;

        Assert.Equal((0, 288), (view.Earlier!.Flows[RoundMove.Stayed], view.Earlier.Flows[RoundMove.NotDecided]));
    }
}

/// <summary>Recommendations side by side in the example data.</summary>
public sealed class SideBySideTests(ExampleApp app) : IClassFixture<ExampleApp>
{
    [Fact]
    public async Task Each_stands_with_its_number_so_many_days_after_its_letter_and_on_the_day()
    {
        var view = await app.AsAnyone().Ask(new SideBySide(new AsOf(new DateOnly(2025, 11, 24)), 120));

        var second = view.Recommendations.Single(r => r.Now.Recommendation.Slug == "2018-kunskapsstyrning");
        Assert.Equal((new DateOnly(2019, 3, 6), 228, 288), (second.AskedOn, second.Then!.Adoption.HaveAdopted, second.Now.Adoption.HaveAdopted));
        Assert.Equal(["2016", "2018", "2024"], view.Recommendations.Select(r => r.Now.Recommendation.Slug[..4]));
        Assert.Equal(730, view.Span);
        var page = Rendered.Parse(await Rendered.Page<SideBySidePage>(Layout.Viewer.Anyone, ("View", view)));
        Assert.Equal(6, page.QuerySelectorAll("table tbody tr:not(.of)").Length);
        Assert.Equal(3, page.QuerySelectorAll(".small-curves svg[role=img]").Length);
        Assert.Contains("Dagarna räknas från brevet, men för Kunskapsbaserad socialtjänst 2025–2028 från styrelsens beslut", page.QuerySelector("main, body")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("228 av 290", page.QuerySelector("table")!.TextContent.Replace(Swedish.Nbsp, ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_that_are_not_counted_from_the_same_are_not_put_in_one_sentence()
    {
        var view = (await app.AsAnyone().Ask(new SideBySide(new AsOf(new DateOnly(2025, 11, 24)), 100)))!;

        Assert.Matches(
            "^100 dagar efter brevet hade [0-9]+ kommuner antagit Nationell stödfunktion 2017–2018 och [0-9]+ kommuner antagit Samlat system för kunskapsstyrning 2020–2023[.] "
            + "100 dagar efter styrelsens beslut hade [0-9]+ kommuner antagit Kunskapsbaserad socialtjänst 2025–2028[.] "
            + "Det går inte att jämföra rakt av: när brevet om Kunskapsbaserad socialtjänst 2025–2028 kom är inte känt[.]$", view.Sentence().Replace(Swedish.Nbsp, ' '));
        Assert.DoesNotContain("den dag frågan ställdes", view.ScaleSentence(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_that_are_counted_from_the_same_are_put_in_one_sentence()
    {
        var view = (await app.AsAnyone().Ask(new SideBySide(new AsOf(new DateOnly(2019, 12, 1)), 100)))!;

        Assert.Matches("^100 dagar efter det att frågan ställdes hade [0-9]+ kommuner antagit Nationell .* och [0-9]+ kommuner antagit Samlat [^.]*[.]$", view.Sentence().Replace(Swedish.Nbsp, ' '));
        Assert.Equal("Alla på samma skala, räknat från den dag frågan ställdes.", view.ScaleSentence());
    }

    [Fact]
    public async Task A_recommendation_is_not_there_until_its_question_is_put()
    {
        async Task<IEnumerable<string>> On(DateOnly day) => (await app.AsAnyone().Ask(new SideBySide(new AsOf(day), 100)))!.Recommendations.Select(r => r.Now.Recommendation.Slug[..4]);

        Assert.Equal(["2016"], await On(new DateOnly(2019, 3, 5)));
        Assert.Equal(["2016", "2018"], await On(new DateOnly(2019, 3, 6)));
    }

    [Fact]
    public async Task A_day_that_has_not_come_is_said_not_to_have_come()
    {
        var view = await app.AsAnyone().Ask(new SideBySide(new AsOf(new DateOnly(2024, 3, 1)), 100));

        Assert.Null(view.Recommendations[^1].Then);
        Assert.EndsWith("Så långt hade Kunskapsbaserad socialtjänst 2025–2028 inte kommit.", view.Sentence(), StringComparison.Ordinal);
        Assert.Contains("Dit hade det inte gått än", await Rendered.Page<SideBySidePage>(Layout.Viewer.Anyone, ("View", view)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_any_recommendation_there_is_nothing_to_compare()
    {
        var view = await app.AsAnyone().Ask(new SideBySide(new AsOf(new DateOnly(2015, 1, 1)), 1));

        Assert.Empty(view.Recommendations);
        Assert.Contains("Ingen rekommendation", view.Sentence(), StringComparison.Ordinal);
        Assert.Contains("Ingen rekommendation", await Rendered.Page<SideBySidePage>(Layout.Viewer.Anyone, ("View", view)), StringComparison.Ordinal);
    }
}

/// <summary>The addresses over HTTP.</summary>
public sealed class RoundsAddressTests(TestSite site) : IClassFixture<TestSite>
{
    [Theory]
    [InlineData("/rekommendationer/2024-kunskapsbaserad-socialtjanst/omgangar", HttpStatusCode.OK)]
    [InlineData("/rekommendationer/2016-nationell-stodfunktion/omgangar", HttpStatusCode.OK)]
    [InlineData("/rekommendationer/2016-nationell-stodfunktion/omgangar?per=2099-01-01", HttpStatusCode.BadRequest)]
    [InlineData("/rekommendationer/ingen-sadan/omgangar", HttpStatusCode.NotFound)]
    [InlineData("/rekommendationer/jamfor", HttpStatusCode.OK)]
    [InlineData("/rekommendationer/jamfor?dagar=30&per=2019-07-04&fraga=gallde", HttpStatusCode.OK)]
    [InlineData("/rekommendationer/jamfor?dagar=0", HttpStatusCode.BadRequest)]
    [InlineData("/rekommendationer/jamfor?dagar=99999", HttpStatusCode.BadRequest)]
    [InlineData("/rekommendationer/jamfor?dagar=många", HttpStatusCode.BadRequest)]
    public async Task An_address_is_answered_or_said_to_make_no_sense(string address, HttpStatusCode status) => Assert.Equal(status, (await site.Get(address)).StatusCode);
}
