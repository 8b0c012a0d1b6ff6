using System.Net;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.Features.Analysis;
using Kunskapsstyrning.Web.Features.Publishing;
using Kunskapsstyrning.Web.Tests.ReferenceData;
using Kunskapsstyrning.Web.Tests.Ui;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Analysis;

/// <summary>The break-downs over the example data: the same as the overview's, walled where the overview is.</summary>
public sealed class DivisionPageTests(ExampleApp app) : IClassFixture<ExampleApp>
{
    private const string Slug = "2018-kunskapsstyrning";

    [Theory]
    [InlineData("2018-12-14")]
    [InlineData("2019-05-20")]
    [InlineData("2019-07-04")]
    [InlineData("2025-11-24")]
    public async Task Every_way_to_divide_adds_up_to_the_overview(string day)
    {
        var division = (await app.AsAnyone().Ask(new DivisionOfAnswers(Slug, AsOf(day))))!;

        var adoption = division.State.Adoption;
        Assert.Equal((290, 290), (division.Counties.Municipalities, division.Sizes.Municipalities + division.Sizes.Outside));
        foreach (var status in Enum.GetValues<Status>())
        {
            Assert.Equal(adoption[status].Municipalities, division.Counties.Groups.Sum(g => g[status]));
            Assert.Equal(adoption[status].Municipalities, division.Sizes.Groups.Sum(g => g[status]));
        }

        Assert.Equal(adoption.HaveAdopted, division.Bodies.HaveAdopted);
        Assert.Equal(adoption[Status.InPreparation].Municipalities + adoption[Status.NoResponse].Municipalities, division.Bodies.Outside);
    }

    [Fact]
    public async Task The_page_shows_a_bar_and_a_line_for_each_group_and_every_number_in_its_table()
    {
        var page = Rendered.Parse(await Page(new(2019, 7, 4), null));

        var lines = page.QuerySelectorAll("table.lans").Select(t => t.QuerySelectorAll("tbody tr").Length).ToList();
        Assert.Equal([21, 6, 4], lines);
        Assert.All(page.QuerySelectorAll("table.lans svg"), svg => Assert.NotEqual("", svg.GetAttribute("aria-label")));
        var numbers = page.QuerySelectorAll(".as-table table")[0].QuerySelectorAll(".sumrow td").Select(td => td.TextContent).ToList();
        Assert.Equal(["214", "14", "17", "19", "26", "290"], numbers);
        Assert.Contains("lan=25", page.QuerySelectorAll("table.lans a").Single(a => a.TextContent == "Norrbottens län").GetAttribute("href")!, StringComparison.Ordinal);
        Assert.Contains("per=2019-07-04", page.QuerySelectorAll("table.lans a")[0].GetAttribute("href")!, StringComparison.Ordinal);
        Assert.DoesNotContain("”", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_at_SKR_read_reasons_and_conditions_in_the_municipalities_own_words()
    {
        var grounds = (await app.As(Role.Reader).Ask(new GroundsOfAnswers(Slug, AsOf("2019-07-04"))))!;

        Assert.Equal((17, 14), (grounds.Declining.Count, grounds.Reserving.Count));
        Assert.All(grounds.Reserving, g => Assert.NotNull(g.Details.Conditions));
        var page = Rendered.Parse(await Page(new(2019, 7, 4), grounds));
        Assert.Equal(31, page.QuerySelectorAll(".grounds li").Length);
        Assert.Contains(page.QuerySelectorAll(".grounds blockquote"), q => q.TextContent.Contains("ordinarie avgift", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Role.MunicipalUser)]
    [InlineData(null)]
    public async Task Nobody_else_may_ask_for_them(Role? role)
    {
        var asker = role is null ? app.AsAnyone() : app.As(Role.MunicipalUser);

        await Assert.ThrowsAsync<Web.UseCases.NotAllowedException>(() => asker.Ask(new GroundsOfAnswers(Slug, AsOf("2019-07-04"))));
    }

    private async Task<string> Page(DateOnly day, Grounds? grounds) => await Rendered.Page<DivisionPage>(
        Layout.Viewer.Anyone, ("Division", await app.AsAnyone().Ask(new DivisionOfAnswers(Slug, new AsOf(day)))), ("Grounds", grounds));

    private static AsOf AsOf(string day) => new(DateOnly.Parse(day, null));
}

/// <summary>The address over HTTP: days that make no sense, recommendations that are not there, answers that are not public.</summary>
public sealed class DivisionAddressTests(TestSite site) : IClassFixture<TestSite>
{
    [Theory]
    [InlineData("/rekommendationer/2016-nationell-stodfunktion/fordelning", HttpStatusCode.OK)]
    [InlineData("/rekommendationer/2016-nationell-stodfunktion/fordelning?per=2016-08-01&fraga=gallde", HttpStatusCode.OK)]
    [InlineData("/rekommendationer/2016-nationell-stodfunktion/fordelning?per=i-gar", HttpStatusCode.BadRequest)]
    [InlineData("/rekommendationer/2016-nationell-stodfunktion/fordelning?per=2099-01-01", HttpStatusCode.BadRequest)]
    [InlineData("/rekommendationer/2016-nationell-stodfunktion/fordelning?fraga=kanske", HttpStatusCode.BadRequest)]
    [InlineData("/rekommendationer/ingen-sadan/fordelning", HttpStatusCode.NotFound)]
    public async Task An_address_is_answered_or_said_to_make_no_sense(string address, HttpStatusCode status) => Assert.Equal(status, (await site.Get(address)).StatusCode);

    [Fact]
    public async Task Where_answers_are_not_public_nobody_outside_SKR_is_shown_anything_that_rests_on_them()
    {
        const string Second = "2018-kunskapsstyrning";
        const string Third = "2024-kunskapsbaserad-socialtjanst";
        var day = new AsOf(new DateOnly(2024, 6, 1));
        var asked = (await site.App.AsAnyone().Ask(new Facts())).Recommendation(Second)!;
        Assert.NotNull((await site.App.AsAnyone().Ask(new FlowSinceLastRound(Third, day)))!.Earlier);

        Assert.True((await site.App.As(Role.Administrator).Run(new SetPublicity(asked.Id, asked.Publicity, Publicity.FeesPublic))).IsDone);

        foreach (var page in new[] { "fordelning", "omgangar", "prognos" }) Assert.Equal(HttpStatusCode.NotFound, (await site.Get($"/rekommendationer/{Second}/{page}")).StatusCode);
        Assert.Null((await site.App.AsAnyone().Ask(new FlowSinceLastRound(Third, day)))!.Earlier);
        Assert.DoesNotContain((await site.App.AsAnyone().Ask(new ForecastOfRecommendation(Third, day)))!.Earlier, e => e.Name == Second);
        Assert.DoesNotContain((await site.App.AsAnyone().Ask(new SideBySide(day, 100))).Recommendations, r => r.Now.Recommendation.Slug == Second);
        Assert.DoesNotContain(Second, await site.Text("/rekommendationer/jamfor"), StringComparison.Ordinal);

        var reader = site.App.As(Role.Reader);
        Assert.NotNull(await reader.Ask(new DivisionOfAnswers(Second, day)));
        Assert.NotNull((await reader.Ask(new FlowSinceLastRound(Third, day)))!.Earlier);
        Assert.Contains((await reader.Ask(new ForecastOfRecommendation(Third, day)))!.Earlier, e => e.Name == Second);
    }
}
