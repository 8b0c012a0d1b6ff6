using Kunskapsstyrning.Browser.Tests.Running;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kunskapsstyrning.Browser.Tests.Reading;

/// <summary>Pages on paper, and in colours that the reader's system has chosen.</summary>
public sealed class PrintAndContrastTests(Site site)
{
    [Theory]
    [InlineData("/rekommendationer/2018-kunskapsstyrning", ".fact")]
    [InlineData("/kommuner/0125?rekommendation=2016-nationell-stodfunktion", ".sum")]
    [InlineData("/kommuner/0125/avgiftsbesked/2016-nationell-stodfunktion/2017", ".sum")]
    [InlineData("/kommuner/0125/beslutsunderlag/2016-nationell-stodfunktion", "h1")]
    public Task A_print_keeps_the_fact_and_leaves_out_what_only_a_screen_can_do(string address, string fact) => site.Visit(async page =>
    {
        await page.GotoAsync(address);

        await page.EmulateMediaAsync(new() { Media = Media.Print });

        await Expect(page.Locator(fact)).ToBeVisibleAsync();
        await Expect(page.Locator("nav.menu")).ToBeHiddenAsync();
        await Expect(page.Locator("main button:visible")).ToHaveCountAsync(0);
    });

    [Fact]
    public Task Tiles_differ_from_each_other_in_forced_colours() => site.Visit(async page =>
    {
        await page.GotoAsync("/rekommendationer/2018-kunskapsstyrning");

        await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });

        var tiles = page.Locator("dl.numbers .hex");
        await Expect(tiles).ToHaveCountAsync(5);
        var drawn = new HashSet<string>();
        foreach (var tile in await tiles.AllAsync()) drawn.Add(Convert.ToBase64String(await tile.ScreenshotAsync()));
        Assert.Equal(5, drawn.Count);
    });
}
