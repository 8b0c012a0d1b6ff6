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

    private static string Text(IDocument page, string selector) => string.Join(' ', page.QuerySelector(selector)!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
