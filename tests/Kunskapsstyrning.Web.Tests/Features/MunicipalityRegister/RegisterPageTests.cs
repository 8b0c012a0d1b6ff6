using System.Net;
using AngleSharp.Dom;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.MunicipalityRegister;

/// <summary>The pages of the register, without script: what a change means is said before it is made.</summary>
public sealed class RegisterPageTests
{
    [Fact]
    public async Task A_merger_is_shown_in_words_then_made_and_the_page_of_what_ended_leads_to_what_took_over()
    {
        await using var site = new LoggingSite();
        await site.InitializeAsync();
        using var browser = await site.As("administrator");
        const string Page = "/administration/kommuner/0125";
        (string, string)[] typed = [("gor", "ihop"), ("ihop-med", "Salem"), ("ihop-kod", "0199"), ("ihop-blir", "Ekerö-Salem"), ("ihop-fran", "1 november 2025"), ("ihop-skal", "Regeringens beslut")];

        using var shown = await browser.Post(Page, Page, typed);
        using var preview = await SignedInBrowser.Read(shown);
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        Assert.Contains("Ekerö (0125) och Salem (0128) upphör. Sista dagen är 31 oktober 2025.", Text(preview, "#betyder"), StringComparison.Ordinal);
        Assert.Contains("Antalet kommuner går från 290 till 289.", Text(preview, "#betyder"), StringComparison.Ordinal);
        Assert.Equal(290, await site.App.Read<long>("SELECT count(*) FROM municipality WHERE valid_through IS NULL"));

        using var made = await browser.Post(Page, Page, [.. typed, ("ja", "1")]);
        Assert.Equal((HttpStatusCode.SeeOther, Page + "?klart=ihop"), (made.StatusCode, made.Headers.Location?.ToString()));
        using var anyone = site.Anyone();
        using var ended = await anyone.Page("/kommuner/0125");
        Assert.Contains("Kommunen upphörde 31 oktober 2025.", Text(ended, ".fact"), StringComparison.Ordinal);
        Assert.NotNull(ended.QuerySelector(".lead a[href^='/kommuner/0199']"));
        using var formed = await anyone.Page("/kommuner/0199");
        Assert.Contains("Ekerö kommun", formed.Body!.TextContent, StringComparison.Ordinal);
        using var register = await browser.Page("/administration/kommuner");
        Assert.StartsWith("289 kommuner", Text(register, "h1"), StringComparison.Ordinal);
        using var earlier = await browser.Page("/administration/kommuner?per=2025-10-31");
        Assert.StartsWith("290 kommuner", Text(earlier, "h1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_had_ended_before_a_merger_is_shown_where_it_was_and_never_asked_of_what_took_over()
    {
        await using var site = new LoggingSite();
        await site.InitializeAsync();
        using var browser = await site.As("administrator");
        const string Page = "/administration/kommuner/0125";
        using (await browser.Post(Page, Page, ("gor", "ihop"), ("ihop-med", "Salem"), ("ihop-kod", "0199"), ("ihop-blir", "Ekerö-Salem"), ("ihop-fran", "2025-11-01"), ("ihop-skal", "Regeringens beslut"), ("ja", "1"))) { }
        using var registrar = await site.As("registrator");

        using var never = await registrar.Page($"/kommuner/0199?rekommendation={Typed.Slug2016}");
        using var formed = await registrar.Page("/kommuner/0199");
        using var ended = await registrar.Page($"/kommuner/0125?rekommendation={Typed.Slug2016}");
        using var notice = await registrar.Get($"/kommuner/0125/avgiftsbesked/{Typed.Slug2016}/2017");
        using var draft = await registrar.Get($"/kommuner/0125/beslutsunderlag/{Typed.Slug2016}");
        using var none = await registrar.Get($"/kommuner/0199/avgiftsbesked/{Typed.Slug2016}/2017");

        Assert.Equal("Kommunen fick aldrig frågan.", Text(never, ".fact"));
        Assert.NotNull(never.QuerySelector($".lead a[href='/kommuner/0125?rekommendation={Typed.Slug2016}']"));
        Assert.DoesNotContain("Svara senast", never.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Registrera svar", never.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["2024-kunskapsbaserad-socialtjanst"], formed.QuerySelectorAll("#alla tbody a").Select(a => a.GetAttribute("href")!.Split('=')[^1]));
        Assert.Equal("9 500 kr", Text(ended, ".sum .hl").Replace('\u00a0', ' '));
        Assert.Contains("Kommunen upphörde 31 oktober 2025.", Text(ended, "main"), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.NotFound), (notice.StatusCode, draft.StatusCode, none.StatusCode));
    }

    [Fact]
    public async Task What_ended_says_so_on_its_own_page_and_sends_and_keeps_nothing_new()
    {
        await using var site = new LoggingSite();
        await site.InitializeAsync();
        using var registrar = await site.As("registrator");
        using (await registrar.Post("/kommuner/0125/kontakter", "/kommuner/0125/kontakter", ("vem", "registrator"), ("sett", ""), ("gor", "spara"), ("namn", "Registrator"), ("epost", "registrator@ekero.example"), ("telefon", ""))) { }
        using var browser = await site.As("administrator");
        const string Page = "/administration/kommuner/0125";
        using (await browser.Post(Page, Page, ("gor", "ihop"), ("ihop-med", "Salem"), ("ihop-kod", "0199"), ("ihop-blir", "Ekerö-Salem"), ("ihop-fran", "2025-11-01"), ("ihop-skal", "Regeringens beslut"), ("ja", "1"))) { }
        using var ekero = await site.As("kommun-0125");

        using var own = await ekero.Page("/min-kommun");
        using var sent = await ekero.Post("/min-kommun", "/min-kommun/skicka", ("rekommendation", "2024-kunskapsbaserad-socialtjanst"), ("utfall", "antar"), ("niva", "slutligt"), ("organ", "Kommunstyrelsen"), ("sammantradesdag", "2025-11-03"));
        using var refused = await SignedInBrowser.Read(sent);
        using var contacts = await registrar.Page("/kommuner/0125/kontakter");
        using var register = await registrar.Page("/kontakter?lage=alla&sok=registrator@ekero.example");
        using var removed = await registrar.Post("/kommuner/0125/kontakter", "/kommuner/0125/kontakter", ("vem", "registrator"), ("sett", contacts.QuerySelector("input[name=sett]")!.GetAttribute("value")!), ("gor", "ta-bort"));
        using var forged = await registrar.Post("/kommuner/0180/kontakter", "/kommuner/0180/kontakter", ("vem", "registrator"), ("sett", ""), ("gor", "annat"), ("epost", "a@b.example"));

        Assert.Contains("Kommunen upphörde 31 oktober 2025.", Text(own, ".note"), StringComparison.Ordinal);
        Assert.NotNull(own.QuerySelector(".note a[href^='/kommuner/0199']"));
        Assert.Empty(own.QuerySelectorAll("a[href^='/min-kommun/skicka']"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.StatusCode);
        Assert.Contains("Kommunen upphörde 2025-10-31.", Text(refused, "#sammantradesdag-fel"), StringComparison.Ordinal);
        Assert.Contains("registrator@ekero.example", Text(contacts, "#registrator"), StringComparison.Ordinal);
        Assert.Empty(contacts.QuerySelectorAll("button[value=spara]"));
        Assert.Contains("(upphörd)", Text(register, "tbody th"), StringComparison.Ordinal);
        Assert.Equal("true", contacts.QuerySelector(".menu a[href='/kontakter']")!.GetAttribute("aria-current"));
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.NotFound), (removed.StatusCode, forged.StatusCode));
    }

    [Theory]
    [InlineData("Ekerö2", "2027-01-01")]
    [InlineData("Ekerö", "2027-01-01")]
    [InlineData("", "2027-01-01")]
    [InlineData("Salem", "2027-01-01")]
    public async Task A_name_that_cannot_be_is_refused_before_it_is_shown_what_it_means(string name, string from)
    {
        await using var site = new LoggingSite();
        await site.InitializeAsync();
        using var browser = await site.As("administrator");
        const string Page = "/administration/kommuner/0125";

        using var refused = await browser.Post(Page, Page, ("gor", "namn"), ("namn-namn", name), ("namn-fran", from), ("namn-skal", "Regeringens beslut"));
        using var page = await SignedInBrowser.Read(refused);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(["#namn-namn"], page.QuerySelectorAll("#fel a").Select(a => a.GetAttribute("href")));
        Assert.Null(page.QuerySelector("#betyder"));
    }

    [Fact]
    public async Task What_is_wrong_with_the_second_part_of_a_split_is_said_at_its_own_field()
    {
        await using var site = new LoggingSite();
        await site.InitializeAsync();
        using var browser = await site.As("administrator");
        const string Page = "/administration/kommuner/0127";

        using var code = await SignedInBrowser.Read(await browser.Post(Page, Page, ("gor", "dela"), ("dela-kod", "0197"), ("dela-blir", "Tumba"), ("dela-kod2", "9998"), ("dela-blir2", "Fittja"), ("dela-fran", "2027-01-01"), ("dela-skal", "Beslut")));
        using var name = await SignedInBrowser.Read(await browser.Post(Page, Page, ("gor", "dela"), ("dela-kod", "0197"), ("dela-blir", "Tumba"), ("dela-kod2", "0198"), ("dela-blir2", "Tumba"), ("dela-fran", "2027-01-01"), ("dela-skal", "Beslut")));

        Assert.Equal(["#dela-kod2"], code.QuerySelectorAll("#fel a").Select(a => a.GetAttribute("href")));
        Assert.Equal(["#dela-blir2"], name.QuerySelectorAll("#fel a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task The_interface_keeps_the_municipalities_of_then_for_the_years_of_then()
    {
        await using var site = new LoggingSite();
        await site.InitializeAsync();
        using var browser = await site.As("administrator");
        const string Page = "/administration/kommuner/0125";
        using (await browser.Post(Page, Page, ("gor", "ihop"), ("ihop-med", "Salem"), ("ihop-kod", "0199"), ("ihop-blir", "Ekerö-Salem"), ("ihop-fran", "2025-11-01"), ("ihop-skal", "Regeringens beslut"), ("ja", "1"))) { }
        using var anyone = site.Anyone();

        var answers = await Json(anyone, $"/api/v1/recommendations/{Typed.Slug2016}/responses");
        var fees = await Json(anyone, $"/api/v1/recommendations/{Typed.Slug2016}/fees?year=2017");
        var ended = await Json(anyone, "/api/v1/municipalities/0125/fees");
        var formed = await Json(anyone, "/api/v1/municipalities/0199/fees");

        Assert.Contains("\"0125\"", answers, StringComparison.Ordinal);
        Assert.DoesNotContain("\"0199\"", answers, StringComparison.Ordinal);
        Assert.Contains("\"0125\"", fees, StringComparison.Ordinal);
        Assert.Contains(Typed.Slug2016, ended, StringComparison.Ordinal);
        Assert.DoesNotContain(Typed.Slug2016, formed, StringComparison.Ordinal);
        Assert.Contains("2024-kunskapsbaserad-socialtjanst", formed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_said_first_and_what_was_typed_stays()
    {
        await using var site = new LoggingSite();
        await site.InitializeAsync();
        using var browser = await site.As("administrator");
        const string Page = "/administration/kommuner/0125";

        using var refused = await browser.Post(Page, Page, ("gor", "ihop"), ("ihop-med", "Atlantis"), ("ihop-kod", "01"), ("ihop-fran", "i morgon"), ("ja", "1"));
        using var page = await SignedInBrowser.Read(refused);
        using var slip = await browser.Post(Page, Page, ("gor", "orgnr"), ("orgnr", "212000-0143"));
        using var number = await browser.Post(Page, Page, ("gor", "orgnr"), ("orgnr", "2120000142"));
        using var saved = await browser.Page(Page);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(["#ihop-med", "#ihop-kod", "#ihop-fran", "#ihop-skal"], page.QuerySelectorAll("#fel a").Select(a => a.GetAttribute("href")));
        Assert.Equal("Atlantis", page.QuerySelector("#ihop-med")!.GetAttribute("value"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (slip.StatusCode, number.StatusCode));
        Assert.Contains("212000-0142", Text(saved, ".ledger"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_but_an_administrator_comes_to_the_register()
    {
        await using var site = new LoggingSite();
        await site.InitializeAsync();
        using var anyone = site.Anyone();
        using var officer = await site.As("handlaggare");
        using var ekero = await site.As("kommun-0125");

        foreach (var address in (string[])["/administration/kommuner", "/administration/kommuner/0125"])
        {
            using var sent = await anyone.Get(address);
            using var refused = await officer.Get(address);
            using var also = await ekero.Get(address);
            Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (sent.StatusCode, refused.StatusCode, also.StatusCode));
        }

        using var administrator = await site.As("administrator");
        using var nowhere = await administrator.Get("/administration/kommuner/9999");
        Assert.Equal(HttpStatusCode.NotFound, nowhere.StatusCode);
    }

    private static async Task<string> Json(SignedInBrowser browser, string address)
    {
        using var answer = await browser.Get(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    private static string Text(IDocument page, string selector) => string.Join(' ', page.QuerySelector(selector)!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
