using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Web.Features.Municipalities;
using Kunskapsstyrning.Web.Tests.Api;
using Npgsql;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Municipalities;

public sealed class MunicipalityPageTests(TestSite site) : IClassFixture<TestSite>
{
    private const string OnTheFirst = "?rekommendation=2016-nationell-stodfunktion";
    private const string OnTheSecond = "?rekommendation=2018-kunskapsstyrning";

    [Fact]
    public async Task The_published_fee_stands_first_with_its_years_and_its_calculation()
    {
        var page = await Page($"/kommuner/0125{OnTheFirst}&per=2016-07-12");

        Assert.Equal("Ekerö kommun", Text(page, "h1"));
        Assert.Equal("9 500 kr per år, 2017 och 2018", Text(page, ".sum"));
        Assert.Equal("Så mycket skulle ni betala för Nationell stödfunktion, om ni antog.", Text(page, ".lead"));
        Assert.Equal("Svara senast 30 september 2016 80 dagar kvar", Text(page, ".facts > div"));
        Assert.Equal(["26 984", "0,35264", "9 515,64", "9 500 kr"], page.QuerySelectorAll(".calc td").Select(td => Tidy(td.TextContent)));
        Assert.Contains("SKL har publicerat 9 500 kr. Det beloppet gäller.", Text(page, ".calc-sec"), StringComparison.Ordinal);
        Assert.StartsWith("Ekerö kommun: 9 500 kr per år", Tidy(page.Title!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_computed_fee_says_so_and_what_is_assumed()
    {
        var page = await Page($"/kommuner/0180{OnTheSecond}&per=2019-03-10");

        Assert.Equal("1 685 153 kr per år, 2020–2023", Text(page, ".sum"));
        Assert.Equal("Så mycket beräknades ni betala för Samlat system för kunskapsstyrning, om ni antog.", Text(page, ".lead"));
        var calculation = Text(page, ".calc-sec");
        Assert.Contains("Avgiften är beräknad, inte publicerad av SKL.", calculation, StringComparison.Ordinal);
        Assert.Contains("Rabatten gäller Stockholm.", calculation, StringComparison.Ordinal);
        Assert.Contains("är antagna tills SKR:s egen lista är inlagd.", calculation, StringComparison.Ordinal);
        Assert.DoesNotContain("1,95", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fee_that_is_not_set_is_the_first_thing_said()
    {
        var page = await Page("/kommuner/0125?rekommendation=2024-kunskapsbaserad-socialtjanst");

        Assert.Equal("Avgiften är inte fastställd.", Text(page, ".fact"));
        Assert.Null(page.QuerySelector(".sum"));
        Assert.Null(page.QuerySelector(".calc"));
    }

    [Theory]
    [InlineData("2016-07-12", "Nationell stödfunktion 2017–2018")]
    [InlineData("2019-05-01", "Samlat system för kunskapsstyrning 2020–2023")]
    [InlineData("2022-05-01", "Samlat system för kunskapsstyrning 2020–2023")]
    [InlineData("2024-03-01", "Kunskapsbaserad socialtjänst 2025–2028")]
    [InlineData("2025-11-24", "Kunskapsbaserad socialtjänst 2025–2028")]
    public async Task Without_a_choice_the_recommendation_that_matters_on_the_day_is_shown(string day, string title) =>
        Assert.Equal(title, Text(await Page($"/kommuner/0125?per={day}"), ".hist [aria-current]"));

    [Fact]
    public async Task A_proposal_is_on_its_way_and_said_to_be_no_answer()
    {
        await site.App.Proposal("0127", "2016-08-01", "Socialnämndens arbetsutskott", Logged.First);

        var page = await Page($"/kommuner/0127{OnTheFirst}&per=2016-08-02");

        Assert.Equal("Er status hos SKL På väg Slutligt beslut saknades", Text(page, ".facts > div:nth-child(2)"));
        Assert.Equal(
            "Det ni hade skickat var ett förslag Socialnämndens arbetsutskott föreslår att anta. Det kom in 1 augusti 2016. Det räknas som svar först när kommunens slutliga beslut har kommit in.",
            Text(page, ".note"));
    }

    [Fact]
    public async Task The_status_is_that_of_the_day_asked_for_and_of_the_question()
    {
        await site.App.Final("0128", Outcome.Adopts, decided: "2019-05-06", arrived: "2019-06-20");

        Assert.Contains("Ej svarat Inget hade kommit in", Text(await Page($"/kommuner/0128{OnTheSecond}&per=2019-06-19"), ".facts"), StringComparison.Ordinal);
        Assert.Contains("Antagit Beslutat 6 maj 2019, kom in under sen anslutning", Text(await Page($"/kommuner/0128{OnTheSecond}&per=2019-06-20"), ".facts"), StringComparison.Ordinal);
        Assert.Contains("Antagit", Text(await Page($"/kommuner/0128{OnTheSecond}&per=2019-05-06&fraga=gallde"), ".facts"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0136", "2019-12-15", "kom in under sen anslutning")]
    [InlineData("0138", "2019-12-16", "kom in sent")]
    public async Task An_answer_in_the_window_for_late_joiners_is_told_from_one_after_it(string code, string arrived, string words)
    {
        await site.App.Final(code, Outcome.Adopts, decided: "2019-11-26", arrived: arrived);

        Assert.Contains($"Antagit Beslutat 26 november 2019, {words}", Text(await Page($"/kommuner/{code}{OnTheSecond}&per=2019-12-20"), ".facts"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_later_no_supersedes_and_the_earlier_yes_is_still_told()
    {
        await site.App.Final("0136", Outcome.Adopts, decided: "2019-05-06", arrived: "2019-05-10");
        await site.App.Final("0136", Outcome.Declines, decided: "2019-09-06", arrived: "2019-09-10", body: "Kommunfullmäktige");

        var page = await Page($"/kommuner/0136{OnTheSecond}&per=2019-10-01");

        Assert.Equal(["Kommunfullmäktige avstår – gäller", "Kommunstyrelsen antar – ersatt av ett senare beslut"], page.QuerySelectorAll(".time h3").Select(h => Tidy(h.TextContent)));
        Assert.EndsWith("Ni var inte med.", Text(page, ".lead"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_walled_is_for_skr_and_the_municipality_itself()
    {
        await site.App.Proposal("0125", "2016-08-01", on: Logged.First, details: new DecisionDetails { Paragraph = "§ 67", CaseNumber = "SN16/103" });
        var question = new WhatAppliesToMunicipality(new MunicipalityCode("0125"), "2016-nationell-stodfunktion", new AsOf(new DateOnly(2016, 8, 2)));

        Assert.Equal("§ 67", Details(await site.App.As("lasare").Ask(question))?.Paragraph);
        Assert.Equal("SN16/103", Details(await site.App.As("kommun-0125").Ask(question))?.CaseNumber);
        Assert.Null(Details(await site.App.As("kommun-0180").Ask(question)));
        Assert.Null(Details(await site.App.AsAnyone().Ask(question)));
        Assert.DoesNotContain("SN16/103", await site.Text($"/kommuner/0125{OnTheFirst}"), StringComparison.Ordinal);

        static DecisionDetails? Details(MunicipalityView? view) => Assert.Single(view!.Own!.Decisions).Details;
    }

    [Theory]
    [InlineData("/kommuner/9999", HttpStatusCode.NotFound)]
    [InlineData("/kommuner/ekero", HttpStatusCode.NotFound)]
    [InlineData("/kommuner/0125?rekommendation=finns-inte", HttpStatusCode.NotFound)]
    [InlineData("/kommuner/0125?per=2999-01-01", HttpStatusCode.BadRequest)]
    [InlineData("/kommuner/0125?per=igar", HttpStatusCode.BadRequest)]
    public async Task What_cannot_be_shown_is_one_sentence_and_a_way_back(string address, HttpStatusCode status)
    {
        using var answer = await site.Get(address);
        var page = Parse(await answer.Content.ReadAsStringAsync());

        Assert.Equal(status, answer.StatusCode);
        Assert.NotEmpty(Text(page, ".lead"));
        Assert.StartsWith("/kommuner", page.QuerySelector("main .btn")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_leads_straight_to_the_page_and_a_slip_to_a_suggestion()
    {
        using var found = await site.Get("/kommuner?sok=Eker%C3%B6+kommun");
        var slip = await Page("/kommuner?sok=Ekr%C3%B6");

        Assert.Equal((HttpStatusCode.Redirect, "/kommuner/0125"), (found.StatusCode, found.Headers.Location?.ToString()));
        Assert.Equal("Ingen kommun heter ”Ekrö”.", Text(slip, "#h-traffar"));
        Assert.Equal("Menade du Ekerö?", Tidy(slip.QuerySelector(".lead")!.TextContent));
    }

    [Fact]
    public async Task Where_answers_are_not_public_only_fee_and_deadline_are_shown()
    {
        await using var closed = new TestSite();
        await closed.InitializeAsync();
        await Run(closed, "UPDATE recommendation SET publicity = 'FeesPublic' WHERE slug = '2018-kunskapsstyrning'");
        await closed.App.Final("0125", Outcome.Adopts, decided: "2019-05-06", arrived: "2019-05-10");

        var page = Parse(await closed.Text($"/kommuner/0125{OnTheSecond}"));
        using var responses = await closed.Get("/api/v1/recommendations/2018-kunskapsstyrning/responses");
        var api = await closed.Json("/api/v1/recommendations/2018-kunskapsstyrning");

        Assert.Equal("55 089 kr per år, 2020–2023", Text(page, ".sum"));
        Assert.DoesNotContain("Er status", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Kommunstyrelsen", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, responses.StatusCode);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, api.GetProperty("summary").ValueKind);
    }

    [Fact]
    public async Task A_municipality_that_is_no_more_says_who_took_over()
    {
        await using var later = new TestSite();
        await later.InitializeAsync();
        await Run(later, "UPDATE municipality SET valid_through = '2020-12-31', successor = '0180' WHERE code = '0125'");

        var page = Parse(await later.Text("/kommuner/0125"));

        Assert.Equal("Kommunen upphörde 31 december 2020.", Text(page, ".fact"));
        Assert.Equal("Det som gäller nu finns hos Stockholms kommun, som tog över.", Tidy(page.QuerySelector(".lead")!.TextContent));
        Assert.Null(page.QuerySelector(".sum"));
    }

    [Fact]
    public async Task Before_the_question_was_put_nothing_is_missing()
    {
        var page = await Page($"/kommuner/0125{OnTheSecond}&per=2018-01-01");

        Assert.Equal("Den 1 januari 2018 var Samlat system för kunskapsstyrning inte beslutad.", Text(page, ".lead"));
        Assert.Contains("Frågan var inte ställd", Text(page, ".facts"), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#skicka"));
    }

    [Fact]
    public async Task Between_the_boards_decision_and_the_letter_nobody_is_said_not_to_have_answered()
    {
        var page = await Page($"/kommuner/0125?rekommendation=2016-nationell-stodfunktion&per=2016-06-15");

        Assert.Contains("Frågan var inte ställd", Text(page, ".facts"), StringComparison.Ordinal);
        Assert.DoesNotContain("Ej svarat", Text(page, ".facts"), StringComparison.Ordinal);
    }

    private static async Task Run(TestSite site, string sql)
    {
        await using var connection = new NpgsqlConnection(site.App.OwnerConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<IHtmlDocument> Page(string address) => Parse(await site.Text(address));

    private static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    private static string Text(IHtmlDocument page, string selector) => page.QuerySelector(selector) is { } element ? Text(element) : "";

    /// <summary>What is read out: the text of each piece, apart by a space.</summary>
    private static string Text(IElement element) => Tidy(string.Join(' ', element.Descendants<IText>().Select(t => t.Data)));

    private static string Tidy(string text) => string.Join(' ', text.Split([' ', '\u00A0', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
}
