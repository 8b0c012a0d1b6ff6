using Kunskapsstyrning.Browser.Tests.Running;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kunskapsstyrning.Browser.Tests.Reading;

/// <summary>A manager reads the state of a recommendation, narrows it, and looks at an earlier day.</summary>
public sealed class RecommendationTests(Site site)
{
    private const string Of2018 = "/rekommendationer/2018-kunskapsstyrning";

    [Fact]
    public Task The_start_page_leads_to_each_recommendation() => site.Visit(async page =>
    {
        await page.GotoAsync("/");

        await Expect(page.Locator(".recs > li")).ToHaveCountAsync(3);
        await page.GetByRole(AriaRole.Link, new() { Name = "Nationell stödfunktion 2017–2018" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Nationell stödfunktion");
    });

    [Fact]
    public Task The_table_is_narrowed_by_text_county_and_status_and_the_address_says_so() => site.Visit(async page =>
    {
        await page.GotoAsync(Of2018);
        var filter = page.GetByRole(AriaRole.Search, new() { Name = "Filtrera kommuner" });
        var rows = page.Locator("table.rows tbody tr");

        await filter.GetByLabel("Kommun").FillAsync("eke");
        await filter.GetByLabel("Län").SelectOptionAsync("01");
        await filter.GetByRole(AriaRole.Button, new() { Name = "Visa" }).ClickAsync();
        await Expect(rows).ToHaveCountAsync(1);
        await Expect(rows).ToContainTextAsync("Ekerö");
        Assert.Contains("sok=eke&lan=01", page.Url, StringComparison.Ordinal);

        await filter.GetByLabel("Kommun").FillAsync("");
        await filter.GetByLabel("Antagit").CheckAsync();
        await filter.GetByRole(AriaRole.Button, new() { Name = "Visa" }).ClickAsync();
        Assert.Contains("status=antagit", page.Url, StringComparison.Ordinal);
        var shown = await rows.AllInnerTextsAsync();
        Assert.NotEmpty(shown);
        Assert.All(shown, row => Assert.Contains("Antagit", row, StringComparison.Ordinal));
        Assert.All(shown, row => Assert.Contains("Stockholm", row, StringComparison.Ordinal));
    });

    [Fact]
    public Task An_earlier_day_has_its_own_numbers_and_the_page_says_which_day_it_is() => site.Visit(async page =>
    {
        await page.GotoAsync(Of2018);
        var today = await page.Locator(".fact").InnerTextAsync();

        await page.GetByLabel("Visa läget den").FillAsync("2019-04-15");
        await page.GetByRole(AriaRole.Button, new() { Name = "Visa dagen" }).ClickAsync();

        await Expect(page.Locator("header .strip")).ToContainTextAsync("15 april 2019");
        await Expect(page.Locator(".fact")).Not.ToHaveTextAsync(today);
        await page.GetByRole(AriaRole.Link, new() { Name = "Visa i dag" }).ClickAsync();
        await Expect(page.Locator(".fact")).ToHaveTextAsync(today);
    });

    [Fact]
    public Task The_map_is_one_stop_for_the_keyboard_and_arrows_walk_in_it() => site.Visit(async page =>
    {
        await page.GotoAsync(Of2018);
        await page.Locator("a.past").FocusAsync();

        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator(".tiles a").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(page.Locator(".tiles a").First).Not.ToBeFocusedAsync();
        await Expect(page.Locator(".tiles a:focus")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator(".tiles a:focus")).ToHaveCountAsync(0);
    });

    [Fact]
    public Task The_arrows_walk_among_the_circles_to_one_that_lies_that_way() => site.Visit(async page =>
    {
        await page.GotoAsync(Of2018 + "?karta=plats");
        await page.Locator("a.past").FocusAsync();
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator(".tiles a").First).ToBeFocusedAsync();
        var from = await Middle(page);

        await page.Keyboard.PressAsync("ArrowUp");
        var north = await Middle(page);
        await page.Keyboard.PressAsync("ArrowLeft");
        var west = await Middle(page);

        Assert.True(north[1] < from[1], "It did not go north.");
        Assert.True(west[0] < north[0], "It did not go west.");
    });

    [Fact]
    public Task The_tile_that_has_focus_is_named_at_the_foot_of_the_map_and_nothing_moves() => site.Visit(async page =>
    {
        await page.GotoAsync(Of2018);
        await Expect(page.Locator(".tiles a[tabindex='0']")).ToHaveCountAsync(1);
        var before = await page.Locator("#efter-kartan").BoundingBoxAsync();

        await page.Locator(".tiles a").First.FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");

        await Expect(page.Locator("#karta .pointed")).ToHaveTextAsync((await page.EvaluateAsync<string>("document.activeElement.querySelector('title').textContent"))!);
        var after = await page.Locator("#efter-kartan").BoundingBoxAsync();
        Assert.Equal((before!.X, before.Y, before.Height), (after!.X, after.Y, after.Height));
    });

    [Fact]
    public Task The_tile_that_is_pointed_at_is_named_until_the_pointer_leaves_the_map() => site.Visit(async page =>
    {
        await page.GotoAsync(Of2018);
        await Expect(page.Locator(".tiles a[tabindex='0']")).ToHaveCountAsync(1);
        var named = page.Locator("#karta .pointed");

        await page.Locator(".tiles a[href*='/2514?']").HoverAsync();
        await Expect(named).ToContainTextAsync("Kalix: ");
        await page.Locator("h1").HoverAsync();
        await Expect(named).ToHaveTextAsync("");
    });

    [Fact]
    public Task Where_it_is_narrow_fees_and_the_statuses_of_two_days_end_at_the_same_edge() => site.Visit(new Screen(360, 740), async page =>
    {
        await page.GotoAsync(Of2018 + "?per=2019-07-04&sedan=2019-06-15&lan=25");

        var ends = await page.EvaluateAsync<double[]>("[...document.querySelectorAll('#tabell tbody tr')].flatMap(tr => ['td.main', 'td.before', 'td.r:not(.hide)'].map(cell => Math.round(tr.querySelector(cell).getBoundingClientRect().right)))");
        Assert.Equal(14 * 3, ends.Length);
        Assert.Single(ends.Distinct());
    });

    private static Task<double[]> Middle(IPage page) => page.EvaluateAsync<double[]>(
        "() => { const box = document.activeElement.querySelector('use').getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]; }");
}
