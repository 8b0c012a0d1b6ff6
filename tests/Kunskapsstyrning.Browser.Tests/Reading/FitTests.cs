using Kunskapsstyrning.Browser.Tests.Desk;
using Kunskapsstyrning.Browser.Tests.Running;
using Microsoft.Playwright;
using Xunit;

namespace Kunskapsstyrning.Browser.Tests.Reading;

/// <summary>What one comes for is seen at once on a small laptop, without scrolling.</summary>
public sealed class FitTests(Site site)
{
    [Fact]
    public Task The_bar_of_a_recommendation_is_seen_without_scrolling() => site.Visit(Screen.Laptop, async page =>
    {
        await page.GotoAsync("/rekommendationer/2018-kunskapsstyrning");

        await IsSeen(page.Locator("figure.bar"));
    });

    [Theory]
    [InlineData("0125")]
    [InlineData("0180")]
    public Task The_calculation_of_a_fee_is_seen_without_scrolling(string code) => site.Visit(Screen.Laptop, async page =>
    {
        await page.GotoAsync($"/kommuner/{code}?rekommendation=2016-nationell-stodfunktion");

        await IsSeen(page.Locator("table.calc"));
    });

    [Fact]
    public Task The_button_of_the_log_form_is_seen_without_scrolling() => site.Visit(Screen.Laptop, async page =>
    {
        await page.SignIn("handlaggare");
        await page.GotoAsync($"/registrera?kommun=0125&rekommendation={Free.Slug}");

        await IsSeen(page.Locator("form.log .actions"));
    });

    private static async Task IsSeen(ILocator part)
    {
        var box = await part.BoundingBoxAsync();
        Assert.NotNull(box);
        Assert.InRange(box.Y + box.Height, 1, Screen.Laptop.Height);
    }
}
