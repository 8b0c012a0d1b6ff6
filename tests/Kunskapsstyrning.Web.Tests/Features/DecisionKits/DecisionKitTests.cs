using System.Net;
using AngleSharp.Html.Parser;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Web.Features.Papers;
using Kunskapsstyrning.Web.Tests.Api;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.DecisionKits;

public sealed class DecisionKitTests(TestSite site) : IClassFixture<TestSite>
{
    private const string First = "2016-nationell-stodfunktion";
    private const string Second = "2018-kunskapsstyrning";
    private const string Third = "2024-kunskapsbaserad-socialtjanst";

    [Theory]
    [InlineData("0125", "Avgiften för Ekerö kommun: 9 500 kr per år, 2017 och 2018 (publicerad).")]
    [InlineData("0180", "Avgiften för Stockholms kommun: 293 100 kr per år, 2017 och 2018 (publicerad).")]
    public async Task The_draft_holds_the_municipalitys_own_amount_years_and_deadline(string code, string fee)
    {
        using var word = await Word(code, First);

        Assert.Contains(fee, word.All, StringComparison.Ordinal);
        Assert.Contains("30 september 2016.", word.All, StringComparison.Ordinal);
        Assert.Contains("Adressen i brevet 20 juni 2016.", word.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_draft_says_where_the_answer_goes_and_under_which_number()
    {
        using var word = await Word("0125", Second);

        Assert.Contains("registrator@skl.se", word.All, StringComparison.Ordinal);
        Assert.Contains("Ange SKL:s diarienummer, 18/00295.", word.All, StringComparison.Ordinal);
        Assert.Contains("55 089 kr per år, 2020–2023 (beräknad)", word.All, StringComparison.Ordinal);
        Assert.Contains("Avgiften är beräknad, inte publicerad av SKL.", word.All, StringComparison.Ordinal);
        Assert.Contains("Finansieringen gäller för fyra år, 2020–2023. Tidigare stod: Finansieringen gäller 2020–2024.", word.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fee_that_is_not_set_is_said_so_and_no_amount_is_invented()
    {
        using var word = await Word("0125", Third);

        Assert.Contains("Avgiften är inte fastställd.", word.All, StringComparison.Ordinal);
        Assert.Contains("att godkänna en avgift på högst [belopp] kr per år, eftersom avgiften inte är fastställd,", word.All, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\d kr", word.All);
    }

    [Theory]
    [InlineData("0125", First)]
    [InlineData("0180", First)]
    [InlineData("0125", Second)]
    [InlineData("0180", Second)]
    public async Task The_draft_reckons_as_the_municipalitys_page_does(string code, string slug)
    {
        using var word = await Word(code, slug);
        var page = new HtmlParser().ParseDocument(await site.Text($"/kommuner/{code}?rekommendation={slug}"));

        var shown = page.QuerySelectorAll("#utrakning .calc td").Select(td => td.TextContent.Replace('\u00A0', ' ')).ToList();
        Assert.True(shown.Count > 3);
        Assert.Equal(shown, word.Numbers);
    }

    [Fact]
    public async Task Both_ways_to_decide_are_offered_and_none_is_chosen()
    {
        using var word = await Word("0125", First);

        Assert.Equal(
            ["Ärendet", "Förslag till beslut", "Bakgrund", "Kostnad", "Svara senast", "Svaret skickas till", "Handlingar"],
            word.Paragraphs.Where(p => p.Style == "Heading1").Select(p => p.Text));
        Assert.Equal(["Alternativ: anta", "Alternativ: avstå"], word.Paragraphs.Where(p => p.Style == "Heading2").Select(p => p.Text));
        Assert.Contains(("ListBullet", "att anta SKL:s rekommendation Nationell stödfunktion för 2017 och 2018,"), word.Paragraphs);
        Assert.Contains(("ListBullet", "att avstå från SKL:s rekommendation Nationell stödfunktion för 2017 och 2018,"), word.Paragraphs);
    }

    [Theory]
    [InlineData(First)]
    [InlineData(Second)]
    [InlineData(Third)]
    public async Task The_document_is_valid_and_says_its_title_and_its_language(string slug)
    {
        using var word = await Word("0180", slug);

        Assert.Empty(word.Faults);
        Assert.Equal(("sv-SE", word.Paragraphs.Single(p => p.Style == "Title").Text), (word.Properties.Language, word.Properties.Title!.Replace('\u00A0', ' ')));
        Assert.Contains("w:lang w:val=\"sv-SE\"", word.StylesXml, StringComparison.Ordinal);
    }

    [Fact]
    public void Signs_that_mean_something_in_a_document_and_very_long_names_survive()
    {
        var name = "<w:p>&amp; \"Å\" 'Ö' ]]>\u0001\uFFFF " + new string('x', 3_000);
        var paper = new Paper(name, name, name, new DateOnly(2025, 11, 24), name,
        [
            new Piece.Heading(1, name), new Piece.Paragraph(name, new Phrase(name, IsToFillIn: true), new Phrase(name, Link: new Uri("https://kunskapsstyrning.example/?a=1&b=<2>"))),
            new Piece.Points([[name]]), new Piece.Particulars([(name, name)]), new Piece.Reckoning(name, [new FeeLine("×", name, 1, 0)], name),
        ]);

        using var word = new WordText(WordPaper.Write(paper));

        Assert.Empty(word.Faults);
        Assert.Equal(name.Replace('\u0001', ' ').Replace('\uFFFF', ' '), word.Paragraphs.Single(p => p.Style == "Heading1").Text);
    }

    [Fact]
    public async Task The_file_has_a_name_that_can_be_found_again_and_is_kept_not_run()
    {
        using var answer = await site.Get($"/kommuner/0125/beslutsunderlag/{First}.docx");

        Assert.Equal("Tjänsteskrivelse Ekerö, Nationell stödfunktion 2017–2018.docx", answer.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition.DispositionType);
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
    }

    [Fact]
    public async Task What_is_walled_and_the_status_are_on_no_paper()
    {
        await site.App.Proposal("0125", "2016-08-01", on: Logged.First, details: new DecisionDetails { Paragraph = "§ 67", CaseNumber = "SN16/103" });

        using var word = await Word("0125", First);

        Assert.DoesNotContain("SN16/103", word.All, StringComparison.Ordinal);
        Assert.DoesNotContain("På väg", word.All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/kommuner/9999/beslutsunderlag/2016-nationell-stodfunktion.docx")]
    [InlineData("/kommuner/ekero/beslutsunderlag/2016-nationell-stodfunktion")]
    [InlineData("/kommuner/0125/beslutsunderlag/finns-inte.docx")]
    [InlineData("/kommuner/0125/beslutsunderlag/finns-inte.pdf")]
    [InlineData("/kommuner/0125/avgiftsbesked/2016-nationell-stodfunktion/2019")]
    [InlineData("/kommuner/0125/avgiftsbesked/2016-nationell-stodfunktion/2019.pdf")]
    [InlineData("/kommuner/0125/avgiftsbesked/2024-kunskapsbaserad-socialtjanst/2025")]
    public async Task There_is_no_paper_about_what_is_not_there_or_not_set(string address)
    {
        using var answer = await site.Get(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task What_is_internal_is_on_no_paper_for_the_public_at_once_and_names_break_nothing()
    {
        await using var closed = new TestSite();
        await closed.InitializeAsync();
        string[] addresses = [.. new[] { "", ".docx", ".pdf" }.Select(end => $"/kommuner/0125/beslutsunderlag/{First}{end}"), .. new[] { "", ".pdf" }.Select(end => $"/kommuner/0125/avgiftsbesked/{First}/2017{end}")];
        await Run(closed, $"ALTER TABLE recommendation DISABLE TRIGGER sent_is_fixed; UPDATE recommendation SET short_title = 'A & B/C: \"<b>\" {new string('ö', 150)}' WHERE slug = '{First}'");
        foreach (var address in addresses) Assert.Equal(HttpStatusCode.OK, await StatusOf(closed, address));

        await Run(closed, $"UPDATE recommendation SET publicity = 'Internal' WHERE slug = '{First}'");
        closed.Services.GetRequiredService<Web.UseCases.Changes>().Unknown();

        foreach (var address in addresses) Assert.Equal(HttpStatusCode.NotFound, await StatusOf(closed, address));
    }

    [Fact]
    public async Task A_municipality_that_is_no_more_has_its_papers_for_the_years_in_which_it_was()
    {
        await using var later = new TestSite();
        await later.InitializeAsync();
        await Run(later, "UPDATE municipality SET valid_through = '2020-12-31', successor = '0180' WHERE code = '0125'");

        Assert.Equal(HttpStatusCode.OK, await StatusOf(later, $"/kommuner/0125/beslutsunderlag/{First}.docx"));
        Assert.Equal(HttpStatusCode.OK, await StatusOf(later, $"/kommuner/0125/avgiftsbesked/{First}/2017"));
        Assert.Equal(HttpStatusCode.OK, await StatusOf(later, "/kommuner/0125/avgiftsbesked/2018-kunskapsstyrning/2020"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusOf(later, "/kommuner/0125/avgiftsbesked/2018-kunskapsstyrning/2021"));
        Assert.Equal(HttpStatusCode.OK, await StatusOf(later, $"/kommuner/0180/beslutsunderlag/{First}.docx"));
    }

    [Fact]
    public async Task While_answers_are_awaited_the_draft_says_until_when_and_a_longer_time_of_ones_own()
    {
        await using var open = new TestSite();
        await open.InitializeAsync();
        open.App.Clock.Set(new DateOnly(2019, 5, 1));
        await Run(open, $"INSERT INTO deadline_extension (recommendation_id, municipality_code, through, reason, sequence) VALUES ('{Logged.Second.Value}', '0180', '2019-09-30', 'Nämnden sammanträder i september', nextval('history_sequence'))");

        using var usual = await Word("0125", Second, open);
        using var longer = await Word("0180", Second, open);
        var page = new HtmlParser().ParseDocument(await open.Text($"/kommuner/0125?rekommendation={Second}"));

        Assert.Contains("att sända utdrag ur protokollet till SKL senast 15 juni 2019.", usual.All, StringComparison.Ordinal);
        Assert.Contains("Rekommendationen är inte bindande.", usual.All, StringComparison.Ordinal);
        Assert.Contains(("Normal", "15 juni 2019."), usual.Paragraphs);
        Assert.Contains(("Normal", "30 september 2019. Det är kommunens egen tid; andras är 15 juni 2019."), longer.Paragraphs);
        Assert.Equal(
            ["/kommuner/0125/beslutsunderlag/2018-kunskapsstyrning", "/kommuner/0125/beslutsunderlag/2018-kunskapsstyrning.docx", "/kommuner/0125/beslutsunderlag/2018-kunskapsstyrning.pdf"],
            page.QuerySelectorAll("#namnden a[href*='beslutsunderlag']").Select(a => a.GetAttribute("href")));
        Assert.Equal(["2020", "2021", "2022", "2023"], page.QuerySelectorAll("#namnden a[href*='avgiftsbesked']").Select(a => a.TextContent));
    }

    private static async Task<HttpStatusCode> StatusOf(TestSite site, string address)
    {
        using var answer = await site.Get(address);
        return answer.StatusCode;
    }

    private static async Task Run(TestSite site, string sql)
    {
        await using var connection = new NpgsqlConnection(site.App.OwnerConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private Task<WordText> Word(string code, string slug) => Word(code, slug, site);

    private static async Task<WordText> Word(string code, string slug, TestSite site)
    {
        using var answer = await site.Get($"/kommuner/{code}/beslutsunderlag/{slug}.docx");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return new WordText(await answer.Content.ReadAsByteArrayAsync());
    }
}
