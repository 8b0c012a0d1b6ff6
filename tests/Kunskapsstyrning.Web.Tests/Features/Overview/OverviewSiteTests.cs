using System.Net;
using AngleSharp.Dom;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.Features.Publishing;
using Kunskapsstyrning.Web.Features.Recommendations;
using Kunskapsstyrning.Web.Tests.Api;
using Kunskapsstyrning.Web.Tests.Ui;
using Kunskapsstyrning.Web.Ui;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Overview;

/// <summary>The overview over HTTP, where four municipalities have answered on a real database.</summary>
public sealed class OverviewSiteTests(AnsweredSite answered) : IClassFixture<AnsweredSite>
{
    private const string Overview = "/rekommendationer/2018-kunskapsstyrning";

    private TestSite Site => answered.Site;

    [Fact]
    public async Task The_change_since_a_day_is_counted_on_both_days_and_by_the_question_asked()
    {
        var arrived = await Page($"{Overview}?per=2019-06-20&sedan=2019-06-10");
        var held = await Page($"{Overview}?per=2019-06-20&sedan=2019-06-10&fraga=gallde");

        Assert.Equal(["+1 sedan 10 juni", "oförändrat sedan 10 juni", "oförändrat sedan 10 juni", "oförändrat sedan 10 juni", "−1 sedan 10 juni"], Changes(arrived));
        Assert.Equal(5, Changes(held).Count(c => c.StartsWith("oförändrat", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Nothing_is_compared_with_a_day_before_the_question_was_put_and_it_is_said()
    {
        var page = await Page($"{Overview}?per=2019-06-20&sedan=2018-12-20&andrat=ja");

        Assert.Empty(page.QuerySelectorAll(".numbers .delta, #tabell td.before"));
        Assert.Equal(290, page.QuerySelectorAll("#tabell tbody tr").Length);
        Assert.Equal("Det här i adressen förstod vi inte, och det är utelämnat: dagen att jämföra med, 20 december 2018, för frågan var inte ställd då.", Plain(page.QuerySelector("#tabell .note p")!));
    }

    [Fact]
    public async Task Only_those_that_have_changed_can_be_shown()
    {
        var page = await Page($"{Overview}?per=2019-06-20&sedan=2019-06-10&andrat=ja");

        var row = Assert.Single(page.QuerySelectorAll("#tabell tbody tr"));
        Assert.Equal(["Vallentuna", "Antagit", "10 juni: Ej svarat"], row.Children.Take(3).Select(Plain));
        Assert.StartsWith("1 av 290 kommuner visas: ändrat sedan 10 juni 2019.", Plain(page.QuerySelector("#tabell caption")!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("status=avstar&status=pa-vag", "Upplands Väsby,Värmdö")]
    [InlineData("sent=ja", "Vallentuna")]
    [InlineData("status=forbehall&lan=01", "Österåker")]
    [InlineData("organ=kommunstyrelse&storlek=20000-49999&status=antagit", "Vallentuna")]
    public async Task The_table_shows_those_who_are_asked_for(string filter, string names)
    {
        var page = await Page($"{Overview}?per=2019-07-04&{filter}");

        Assert.Equal(names.Split(','), page.QuerySelectorAll("#tabell tbody th").Select(th => th.TextContent));
    }

    [Theory]
    [InlineData("sedan=nyss")]
    [InlineData("per=2019-06-01&sedan=2019-06-02")]
    [InlineData("per=2019-13-01")]
    public async Task A_day_that_nothing_can_be_shown_for_is_refused(string query)
    {
        using var answer = await Site.Get($"{Overview}?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task What_an_address_asks_for_that_is_not_understood_is_said_and_cannot_write_on_the_page()
    {
        var page = await Page($"{Overview}?status=%3Cb%3Ekanske&lan=Norrbotten");

        Assert.Equal("Det här i adressen förstod vi inte, och det är utelämnat: länet ”Norrbotten” och statusen ”<b>kanske”.", page.QuerySelector("#tabell .note p")!.TextContent);
        Assert.Equal(290, page.QuerySelectorAll("#tabell tbody tr").Length);
    }

    [Fact]
    public async Task A_municipality_of_an_earlier_day_leads_to_its_page_of_that_day()
    {
        var page = await Page($"{Overview}?per=2019-06-20&fraga=gallde");

        const string There = "/kommuner/0115?rekommendation=2018-kunskapsstyrning&per=2019-06-20&fraga=gallde";
        Assert.NotNull(page.QuerySelector($"#tabell a[href='{There}']"));
        Assert.NotNull(page.QuerySelector($"svg a[href='{There}']"));
    }

    [Fact]
    public async Task What_stands_of_today_on_the_page_of_an_earlier_day_says_so()
    {
        const string Said = "Texten, rättelserna och tidsplanen står som de är i dag.";

        Assert.Contains(Said, Plain((await Page($"{Overview}?per=2019-06-20")).QuerySelector("#om")!), StringComparison.Ordinal);
        Assert.DoesNotContain(Said, Plain((await Page(Overview)).QuerySelector("#om")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_days_are_compared_municipality_by_municipality()
    {
        var page = await Page($"{Overview}/jamfor?fran=2019-05-20&till=2019-06-20");

        Assert.Equal("3 kommuner ändrade status.", Plain(page.QuerySelector(".fact")!));
        Assert.Equal("Ingen kommun hade antagit 20 maj 2019 och 2 kommuner 20 juni 2019: 2 fler.", Plain(page.QuerySelector(".lead")!));
        Assert.Equal(["Ej svarat till Antagit Vallentuna", "Ej svarat till Antagit med förbehåll Österåker", "Ej svarat till Avstår Värmdö"],
            page.QuerySelectorAll(".fold.lines tbody tr").Select(tr => $"{tr.Children[0].TextContent} {tr.Children[1].TextContent} {tr.Children[3].TextContent}"));
        Assert.Contains("Från ej svarat till avstår (1): Värmdö.", page.QuerySelector("#vilka-text")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_days_tell_what_the_difference_is_in_inhabitants_and_kronor_and_the_text_to_paste_says_how_many_more()
    {
        var page = await Page($"{Overview}/jamfor?fran=2019-05-20&till=2019-06-20");

        var rows = page.QuerySelectorAll(".beside-days tbody tr").ToDictionary(tr => Plain(tr.Children[0]), tr => tr.Children.Skip(1).Select(td => Plain(td).Split(": ")[^1]).ToList());
        Assert.Equal(["0 %", "1 %", "+1 procentenhet"], rows["Deras del av invånarna"]);
        Assert.Equal("0 kr", rows["Deras avgifter 2020"][0]);
        Assert.Equal("+" + rows["Deras avgifter 2020"][1], rows["Deras avgifter 2020"][2]);
        Assert.Contains("Ingen kommun hade antagit 20 maj 2019 och 2 kommuner 20 juni 2019: 2 fler.", Plain(page.QuerySelector("#vilka-text")!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0", "0")]
    [InlineData("0.004", "upp mindre än en procentenhet")]
    [InlineData("-0.004", "ned mindre än en procentenhet")]
    [InlineData("-0.01", "−1 procentenhet")]
    [InlineData("0.125", "+13 procentenheter")]
    public void A_difference_between_shares_is_told_in_points(string change, string told) => Assert.Equal(told, Swedish.Points(decimal.Parse(change, System.Globalization.CultureInfo.InvariantCulture)).Replace(Swedish.Nbsp, ' '));

    [Fact]
    public async Task Days_in_reversed_order_change_places_and_it_is_said()
    {
        var page = await Page($"{Overview}/jamfor?fran=2019-06-20&till=2019-05-20");

        Assert.Equal("Dagarna har bytt plats", page.QuerySelector(".note")!.Children[0].TextContent);
        Assert.Equal("3 kommuner ändrade status.", Plain(page.QuerySelector(".fact")!));
        Assert.Equal("2019-05-20", page.QuerySelector("#fran")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Where_nobody_has_changed_it_is_said() =>
        Assert.Equal("Ingen kommun ändrade status.", Plain((await Page($"{Overview}/jamfor?fran=2019-05-19&till=2019-05-20")).QuerySelector(".fact")!));

    [Theory]
    [InlineData("fran=2019-05-20&till=2019-05-20", "Samma dag två gånger.", "Båda dagarna är 20 maj 2019, så det finns ingen ändring att visa. Välj två olika dagar.")]
    [InlineData("fran=2017-01-01&till=2017-06-01", "Frågan var inte ställd någon av dagarna.", "Frågan ställdes 6 mars 2019. Välj dagar från och med då.")]
    [InlineData("fran=2017-01-01&till=2019-06-20", "Frågan var inte ställd den tidigare dagen.", "1 januari 2017 var frågan inte ställd: det blev den 6 mars 2019. 2 kommuner hade antagit 20 juni 2019.")]
    public async Task Days_that_cannot_be_compared_are_told_of_and_no_numbers_are_shown(string days, string headline, string sentence)
    {
        var page = await Page($"{Overview}/jamfor?{days}");

        Assert.Equal((headline, sentence), (Plain(page.QuerySelector(".fact")!), Plain(page.QuerySelector(".lead")!)));
        Assert.Empty(page.QuerySelectorAll("main table"));
    }

    [Theory]
    [InlineData("fran=i+våras")]
    [InlineData("till=2099-01-01")]
    [InlineData("fraga=kanske")]
    public async Task Days_that_are_none_are_refused_in_a_comparison(string query)
    {
        using var answer = await Site.Get($"{Overview}/jamfor?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Months_are_stepped_through_by_links_that_keep_what_is_chosen_and_end_today_and_at_the_question()
    {
        var page = await Page($"{Overview}?per=2019-07-31&fraga=gallde&lan=01");
        var first = await Page($"{Overview}?per=2019-01-10");

        Assert.Equal($"{Overview}?per=2019-06-30&fraga=gallde&lan=01", page.QuerySelector(".strip [rel=prev]")!.GetAttribute("href"));
        Assert.Equal($"{Overview}?per=2019-08-31&fraga=gallde&lan=01", page.QuerySelector(".strip [rel=next]")!.GetAttribute("href"));
        Assert.Null(first.QuerySelector(".strip [rel=prev]"));
        var last = await Page($"{Overview}?per={DateOnly.FromDateTime(Site.App.Clock.GetUtcNow().UtcDateTime).AddDays(-3):yyyy-MM-dd}");
        Assert.Equal(Overview, last.QuerySelector(".strip [rel=next]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Staff_are_told_in_their_list_when_a_threshold_is_reached_and_no_longer_when_somebody_has_decided()
    {
        await using var site = new TestSite();
        await site.InitializeAsync();
        Assert.Null((await site.App.As("handlaggare").Run(new StateThreshold(Logged.Second, new Threshold(2, "minst två", "Prov")))).Refusal);
        await site.App.Final("0115", Outcome.Adopts, decided: "2019-06-03", arrived: "2019-06-20");
        Assert.Empty((await site.App.As("handlaggare").Ask(new ManagedRecommendations())).Reached);

        await site.App.Final("0117", Outcome.Adopts, decided: "2019-06-03", arrived: "2019-06-22");
        var told = (await site.App.As("handlaggare").Ask(new ManagedRecommendations())).Reached;
        Assert.Null((await site.App.As("handlaggare").Run(new DecideGoAhead("2018-kunskapsstyrning", true, new DateOnly(2019, 7, 1), "Två räcker."))).Refusal);

        Assert.Equal("Gränsen på 2 kommuner nåddes 22 juni 2019.", Assert.Single(told).Value.Replace('\u00A0', ' '));
        Assert.Empty((await site.App.As("handlaggare").Ask(new ManagedRecommendations())).Reached);
    }

    [Fact]
    public async Task A_wall_screen_shows_today_and_hears_of_what_comes_after_what_it_shows()
    {
        var wall = await Page($"{Overview}/vaggskarm");

        Assert.Equal("2 av 290 kommuner hade antagit.", Plain(wall.QuerySelector(".fact")!));
        var news = wall.QuerySelector(".wall")!.GetAttribute("data-handelser")!;
        var before = int.Parse(news.Split("efter=")[1], System.Globalization.CultureInfo.InvariantCulture);
        await using var site = new TestSite();
        await site.InitializeAsync();
        await site.App.Final("0115", Outcome.Adopts, decided: "2019-06-03", arrived: "2019-06-20");
        Assert.Equal("1 av 290 kommuner hade antagit.", Plain(Rendered.Parse(await site.Text($"{Overview}/vaggskarm")).QuerySelector(".fact")!));
        Assert.True(before > 0);
    }

    [Fact]
    public async Task Where_answers_are_not_public_nobody_compares_them()
    {
        await using var site = new TestSite();
        await site.InitializeAsync();
        await site.App.Final("0115", Outcome.Adopts, decided: "2019-06-03", arrived: "2019-06-20");
        Assert.Null((await site.App.As(Role.Administrator).Run(new SetPublicity(Logged.Second, Publicity.StatusPublic, Publicity.FeesPublic))).Refusal);

        using var comparison = await site.Get($"{Overview}/jamfor?fran=2019-05-20&till=2019-06-21");
        var page = Rendered.Parse(await site.Text($"{Overview}?per=2019-06-21&sedan=2019-05-20&andrat=ja&status=antagit&sent=ja&organ=kommunstyrelse&kolumner=status&kolumner=fore"));

        using var wall = await site.Get($"{Overview}/vaggskarm");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (comparison.StatusCode, wall.StatusCode));
        Assert.Equal(290, page.QuerySelectorAll("#tabell tbody tr").Length);
        Assert.Empty(page.QuerySelectorAll("main .st, main .delta"));
    }

    private async Task<IDocument> Page(string address)
    {
        using var answer = await Site.Get(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return Rendered.Parse(await answer.Content.ReadAsStringAsync());
    }

    private static List<string> Changes(IDocument page) => [.. page.QuerySelectorAll(".numbers .delta").Select(Plain)];

    private static string Plain(INode node) => node.TextContent.Replace('\u00A0', ' ').Trim();
}
