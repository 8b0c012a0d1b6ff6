using System.Net;
using AngleSharp.Dom;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Web.Tests.Api;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Operations;

/// <summary>The extension to 2024, through its pages: what it means is said before it is decided, and on days before the board nothing is changed.</summary>
public sealed class ExtensionPageTests : IAsyncLifetime
{
    private const string Slug = "2018-kunskapsstyrning";
    private const string Page = $"/rekommendationer/{Slug}/hantera/forlang";
    private static readonly (string, string)[] Decided =
        [("id", "0198a013-2024-7000-8000-0000000000aa"), ("laget", "beslutad"), ("sista", "2024"), ("hur", "fortsatter"), ("beslutad", "2022-06-10"), ("kalla", "Styrelsens protokoll 10 juni 2022")];

    private readonly LoggingSite _site = new();

    [Fact]
    public async Task The_extension_to_2024_is_shown_then_decided_and_earlier_days_stay_as_they_were()
    {
        using var officer = await _site.As("handlaggare");
        using var anyone = _site.Anyone();
        string[] before = [.. await Everything(anyone, "2022-06-09")];

        using var shown = await officer.Post(Page, Page, Decided);
        using var preview = await SignedInBrowser.Read(shown);
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        var means = Text(preview, "#betyder");
        Assert.Contains("Fortsätter utan nytt beslut 1 kommun", means, StringComparison.Ordinal);
        Assert.Contains("Har utträtt och följer inte med 1 kommun", means, StringComparison.Ordinal);
        Assert.Contains("Avstår, som förut 1 kommun", means, StringComparison.Ordinal);
        Assert.Contains("Har inte svarat, eller är på väg 287 kommuner", means, StringComparison.Ordinal);
        Assert.Contains("2024 55 089 19 500 000 Precis taket", means, StringComparison.Ordinal);
        Assert.Equal(1, await _site.App.Read<long>("SELECT count(*) FROM extension"));

        using var done = await officer.Post(Page, Page, [.. Decided, ("ja", "1")]);
        Assert.Equal((HttpStatusCode.SeeOther, Page + "?klart=beslutad"), (done.StatusCode, done.Headers.Location?.ToString()));
        Assert.Equal(before, await Everything(anyone, "2022-06-09"));

        Assert.Contains("\"fundingYears\":[2020,2021,2022,2023]", await Body(anyone, $"/api/v1/recommendations/{Slug}?asOf=2022-06-09"), StringComparison.Ordinal);
        Assert.Contains(",\"2023\":55089,\"2024\":55089}", await Body(anyone, $"/api/v1/recommendations/{Slug}?asOf=2022-06-10"), StringComparison.Ordinal);

        var answer = await Body(anyone, $"/api/v1/recommendations/{Slug}");
        Assert.Contains("\"fundingYears\":[2020,2021,2022,2023,2024]", answer, StringComparison.Ordinal);
        Assert.Contains("\"lastYear\":2024,\"state\":\"decided\"", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("\"state\":\"proposed\"", answer, StringComparison.Ordinal);
        Assert.Contains("55089", await Body(anyone, $"/api/v1/recommendations/{Slug}/fees?year=2024"), StringComparison.Ordinal);
        using var page = await anyone.Page($"/rekommendationer/{Slug}");
        Assert.Contains("Beslutad 10 juni 2022: till och med 2024.", Text(page, "#om"), StringComparison.Ordinal);
        using var municipality = await anyone.Page($"/kommuner/0125?rekommendation={Slug}&per=2022-06-10");
        Assert.Contains("2024", municipality.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("beslutad")]
    [InlineData("forslag")]
    public async Task The_same_form_posted_twice_gives_one_extension_and_says_so_both_times(string state)
    {
        _site.App.Clock.Set(new DateOnly(2022, 6, 20));
        using var officer = await _site.As("handlaggare");
        (string, string)[] form = [.. Decided.Where(f => f.Item1 is not ("laget" or "sista" or "beslutad")), ("laget", state), ("sista", "2026"), ("beslutad", state == "beslutad" ? "2022-06-10" : ""), ("ja", "1")];

        var both = await Task.WhenAll(officer.Post(Page, Page, form), officer.Post(Page, Page, form));
        using var late = await officer.Post(Page, Page, form);
        using var other = await officer.Post(Page, Page, [.. form.Where(f => f.Item1 is not "sista"), ("sista", "2027")]);

        Assert.All([.. both, late], answer => Assert.Equal((HttpStatusCode.SeeOther, $"{Page}?klart={state}"), (answer.StatusCode, answer.Headers.Location?.ToString())));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
        Assert.Equal((2L, 1L), (await _site.App.Read<long>("SELECT count(*) FROM extension"), await _site.App.Read<long>("SELECT count(*) FROM history_event WHERE use_case = 'ExtendRecommendation'")));
    }

    [Fact]
    public async Task One_that_asks_anew_says_who_must_answer_again()
    {
        using var officer = await _site.As("handlaggare");

        using var shown = await officer.Post(Page, Page, [.. Decided.Where(f => f.Item1 != "hur"), ("hur", "pa-nytt")]);
        using var preview = await SignedInBrowser.Read(shown);

        Assert.Contains("Måste svara på nytt 1 kommun", Text(preview, "#betyder"), StringComparison.Ordinal);
        Assert.Contains("2024 0 19 500 000", Text(preview, "#betyder"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sista", "2023", "Förlängningen måste ge ett senare sista år")]
    [InlineData("sista", "tjugotjugofyra", "Skriv året med fyra siffror")]
    [InlineData("beslutad", "2024-02-01", "Rekommendationens sista år var slut den dagen")]
    [InlineData("beslutad", "2018-12-01", "Dagen ligger före det beslut som ska förlängas")]
    [InlineData("beslutad", "2025-11-25", "har inte varit än")]
    [InlineData("beslutad", "", "behöver dagen för styrelsens beslut")]
    [InlineData("kalla", "", "Skriv vilken handling det står i")]
    public async Task What_cannot_be_so_is_refused_with_one_sentence_and_nothing_is_stored(string field, string value, string sentence)
    {
        using var officer = await _site.As("handlaggare");

        using var refused = await officer.Post(Page, Page, [.. Decided.Where(f => f.Item1 != field), (field, value), ("ja", "1")]);
        using var page = await SignedInBrowser.Read(refused);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains(sentence, Text(page, "#fel"), StringComparison.Ordinal);
        Assert.Equal($"#{field}", page.QuerySelector("#fel a")!.GetAttribute("href"));
        Assert.Equal(1, await _site.App.Read<long>("SELECT count(*) FROM extension"));
    }

    [Fact]
    public async Task A_proposal_is_recalled_with_a_reason_and_is_gone_from_what_everyone_sees()
    {
        using var officer = await _site.As("handlaggare");
        using var anyone = _site.Anyone();
        var recall = $"{Page}/0198a013-2024-7000-8000-000000000000/aterkalla";

        using var refused = await officer.Post(Page, recall, ("skal", " "));
        using var done = await officer.Post(Page, recall, ("skal", "Styrelsen tog inte upp det."));
        using var page = await officer.Page(Page);
        using var again = await officer.Post(Page, recall, ("skal", "Igen."));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity), (refused.StatusCode, done.StatusCode, again.StatusCode));
        Assert.Contains("återkallad 24 november 2025: Styrelsen tog inte upp det.", Words(page.Body!.TextContent), StringComparison.Ordinal);
        Assert.Contains("\"extensions\":[]", await Body(anyone, $"/api/v1/recommendations/{Slug}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_longer_time_for_one_municipality_takes_away_that_it_was_late()
    {
        const string Longer = $"/rekommendationer/{Slug}/hantera/svarstid";
        using var officer = await _site.As("handlaggare");
        await _site.App.Final("0136", Outcome.Adopts, "2019-06-17", "2019-06-20");
        (string, string)[] typed = [("kommun", "Haninge"), ("till", "2019-06-24"), ("skal", "Fullmäktige sammanträder då.")];

        using var shown = await officer.Post(Longer, Longer, typed);
        using var preview = await SignedInBrowser.Read(shown);
        using var done = await officer.Post(Longer, Longer, [.. typed, ("ja", "1")]);
        using var shorter = await officer.Post(Longer, Longer, ("kommun", "Haninge"), ("till", "2019-06-20"), ("skal", "Kortare."), ("ja", "1"));

        Assert.Contains("Haninge kommun svarar senast 24 juni 2019 i stället för 15 juni 2019.", Text(preview, "#betyder"), StringComparison.Ordinal);
        Assert.Contains("räknas inte längre som sent", Text(preview, "#betyder"), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity), (done.StatusCode, shorter.StatusCode));
        using var anyone = _site.Anyone();
        Assert.Contains("\"municipality\":\"Haninge\",\"countyCode\":\"01\",\"status\":\"adopted\",\"decidedOn\":\"2019-06-17\",\"decidingBody\":\"Kommunstyrelsen\",\"arrivedOn\":\"2019-06-20\",\"late\":false", await Body(anyone, $"/api/v1/recommendations/{Slug}/responses"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_those_who_manage_recommendations_come_to_the_operations()
    {
        using var anyone = _site.Anyone();
        using var registrar = await _site.As("registrator");
        using var ekero = await _site.As("kommun-0125");

        foreach (var operation in (string[])["ratta", "forlang", "svarstid"])
        {
            using var sent = await anyone.Get($"/rekommendationer/{Slug}/hantera/{operation}");
            using var refused = await registrar.Get($"/rekommendationer/{Slug}/hantera/{operation}");
            using var also = await ekero.Get($"/rekommendationer/{Slug}/hantera/{operation}");
            Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (sent.StatusCode, refused.StatusCode, also.StatusCode));
        }
    }

    /// <summary>Ekerö has adopted, Salem has left, Huddinge has declined.</summary>
    public async ValueTask InitializeAsync()
    {
        await _site.InitializeAsync();
        await _site.App.Final("0125", Outcome.Adopts, "2019-05-21", "2019-05-28");
        await _site.App.Final("0128", Outcome.Adopts, "2019-05-21", "2019-05-28");
        await _site.App.Final("0128", Outcome.Leaves, "2021-10-05", "2021-10-12");
        await _site.App.Final("0126", Outcome.Declines, "2019-05-21", "2019-05-28");
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private static async Task<IEnumerable<string>> Everything(SignedInBrowser browser, string day)
    {
        var answers = new List<string>();
        foreach (var address in (string[])[$"/api/v1/recommendations/{Slug}?asOf={day}", $"/api/v1/recommendations/{Slug}/responses?asOf={day}", $"/api/v1/recommendations/{Slug}/responses?format=csv&asOf={day}"]) answers.Add(await Body(browser, address));
        foreach (var address in (string[])[$"/rekommendationer/{Slug}?per={day}", $"/kommuner/0125?rekommendation={Slug}&per={day}", $"/kommuner/0128?rekommendation={Slug}&per={day}"])
        {
            using var page = await browser.Page(address);
            foreach (var today in page.QuerySelectorAll("#alla")) today.Remove();
            answers.Add(Words(page.QuerySelector("main")!.TextContent));
        }

        return answers;
    }

    private static async Task<string> Body(SignedInBrowser browser, string address)
    {
        using var answer = await browser.Get(address);
        return await answer.Content.ReadAsStringAsync();
    }

    private static string Text(IDocument page, string selector) => Words(string.Join(' ', page.QuerySelector(selector)!.GetDescendants().OfType<IText>().Select(t => t.Text)));

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
