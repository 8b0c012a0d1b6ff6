using Kunskapsstyrning.Browser.Tests.Desk;
using Kunskapsstyrning.Browser.Tests.Running;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kunskapsstyrning.Browser.Tests.Accessibility;

/// <summary>Every state of the pages on which municipalities are followed until they answer.</summary>
public sealed class RoundsPageTests(Site site)
{
    private const string Asked = "2024-kunskapsbaserad-socialtjanst";

    [Fact]
    public Task A_call_noted_with_errors_and_without_and_then_mended() => site.Visit(async page =>
    {
        await page.SignIn("handlaggare");
        await page.GotoAsync("/kommuner/2417/kontakt");
        await Faults.AreNowhereOn(page);
        await page.GetByLabel("De beslutar den").FillAsync("snart");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara anteckningen" }).ClickAsync();
        await Expect(page.Locator("#fel")).ToBeVisibleAsync();
        await Faults.AreNowhereOn(page);

        await page.GetByLabel("De beslutar den").FillAsync(DateTime.UtcNow.AddDays(20).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await page.GetByLabel("Vad som sades").FillAsync("De tar upp det nästa månad.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara anteckningen" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Det är antecknat.");
        await Faults.AreNowhereOn(page);

        await page.GetByRole(AriaRole.Link, new() { Name = "Rätta samtal" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara rättelsen" }).ClickAsync();
        await Faults.AreNowhereOn(page);
    });

    [Fact]
    public Task Those_who_have_answered_are_folded_and_days_that_are_no_days_are_refused() => site.Visit(async page =>
    {
        await page.SignIn("handlaggare");
        await page.GotoAsync("/mina-kommuner?lan=01");
        await page.Locator("summary", new() { HasText = "svar har kommit" }).ClickAsync();
        await Faults.AreNowhereOn(page);

        await page.GotoAsync($"/rekommendationer/{Asked}/hantera/paminnelser");
        await page.Locator("#steg").FillAsync("om en vecka");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara dagarna" }).ClickAsync();
        await Expect(page.Locator("#fel")).ToBeVisibleAsync();
        await Faults.AreNowhereOn(page);
    });

    [Theory]
    [InlineData("/mina-kommuner")]
    [InlineData("/mina-kommuner?lan=01")]
    [InlineData("/mina-kommuner/fordela")]
    [InlineData($"/rekommendationer/{Asked}/hantera")]
    [InlineData($"/rekommendationer/{Asked}/hantera/paminnelser")]
    [InlineData("/rekommendationer/2018-kunskapsstyrning/hantera/paminnelser")]
    [InlineData("/kontakter?lage=tyst")]
    [InlineData("/kontakter/las-in")]
    public Task Pages_that_are_read(string address) => site.Visit(async page =>
    {
        await page.SignIn("handlaggare");
        await page.GotoAsync(address);
        await Faults.AreNowhereOn(page);
        await page.SetViewportSizeAsync(320, 800);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= 320"), "The page is wider than 320 pixels.");
    });
}
