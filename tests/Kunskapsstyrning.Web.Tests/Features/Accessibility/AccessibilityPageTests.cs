using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Accessibility;

public sealed class AccessibilityPageTests(TestSite site) : IClassFixture<TestSite>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/kommuner")]
    [InlineData("/kommuner/0125")]
    [InlineData("/rekommendationer/2018-kunskapsstyrning")]
    [InlineData("/kommuner/0125/avgiftsbesked/2016-nationell-stodfunktion/2017")]
    [InlineData("/logga-in")]
    [InlineData("/finns-inte")]
    [InlineData("/tillganglighet")]
    public async Task The_statement_is_reached_from_the_foot_of_every_page(string address) =>
        Assert.Single((await Page(address)).QuerySelectorAll("footer a[href='/tillganglighet']"));

    [Fact]
    public async Task The_statement_says_how_far_what_is_missing_whom_to_tell_and_when()
    {
        var page = await Page("/tillganglighet");

        Assert.Contains("delvis förenlig", page.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["Vad det gäller", "Det som inte är tillgängligt", "Hur det är prövat", "Säg till om något inte går att använda", "Tillsyn", "Dag"],
            page.QuerySelectorAll("main h2").Select(h => h.TextContent));
        Assert.NotNull(page.QuerySelector("a[href='https://www.digg.se/tdosanmalan']"));
        Assert.Empty(page.QuerySelectorAll("a[href^='mailto:']"));
    }

    [Fact]
    public async Task The_address_to_write_to_is_the_installations_own()
    {
        using var set = site.WithWebHostBuilder(builder => builder.UseSetting("Site:AccessibilityContact", "tillganglighet@kunskapsstyrning.example"));
        using var browser = set.CreateClient();

        var page = new HtmlParser().ParseDocument(await browser.GetStringAsync("/tillganglighet"));

        Assert.Equal("tillganglighet@kunskapsstyrning.example", page.QuerySelector("a[href='mailto:tillganglighet@kunskapsstyrning.example']")!.TextContent);
    }

    private async Task<IHtmlDocument> Page(string address) => new HtmlParser().ParseDocument(await site.Text(address));
}
