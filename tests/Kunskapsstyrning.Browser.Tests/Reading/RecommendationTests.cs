using Kunskapsstyrning.Browser.Tests.Running;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kunskapsstyrning.Browser.Tests.Reading;

/// <summary>A manager reads the state of a recommendation and narrows it.</summary>
public sealed class RecommendationTests(Site site)
{
    private const string Earliest = "/rekommendationer/2016-nationell-stodfunktion";

    [Fact]
    public Task The_start_page_leads_to_each_recommendation() => site.Visit(async page =>
    {
        await page.GotoAsync("/");

        await Expect(page.Locator(".recs > li")).ToHaveCountAsync(3);
        await page.GetByRole(AriaRole.Link, new() { Name = "Nationell stödfunktion 2017–2018" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Nationell stödfunktion");
    });

    [Fact]
    public Task The_table_is_narrowed_by_text_and_county_and_the_address_says_so() => site.Visit(async page =>
    {
        await page.GotoAsync(Earliest);
        var filter = page.GetByRole(AriaRole.Search, new() { Name = "Filtrera kommuner" });

        await filter.GetByLabel("Kommun").FillAsync("eke");
        await filter.GetByLabel("Län").SelectOptionAsync("01");
        await filter.GetByRole(AriaRole.Button, new() { Name = "Visa" }).ClickAsync();

        await Expect(page.Locator("table.rows tbody tr")).ToHaveCountAsync(1);
        await Expect(page.Locator("table.rows tbody tr")).ToContainTextAsync("Ekerö");
        Assert.Contains("sok=eke&lan=01", page.Url, StringComparison.Ordinal);
    });
}
