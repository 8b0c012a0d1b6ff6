using Kunskapsstyrning.Browser.Tests.Desk;
using Kunskapsstyrning.Browser.Tests.Running;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kunskapsstyrning.Browser.Tests.Accessibility;

/// <summary>What staff keep of the overview: views and states under names, with and without faults in what is typed.</summary>
[Collection(AtTheDesk.Turns)]
public sealed class OverviewPageTests(Site site)
{
    private const string Of2018 = "/rekommendationer/2018-kunskapsstyrning";

    [Fact]
    public Task Saved_views() => site.Visit(async page =>
    {
        await page.SignIn("handlaggare");
        await page.GotoAsync("/vyer");
        await Faults.AreNowhereOn(page);

        await page.GotoAsync("/vyer/ny?rekommendation=2018-kunskapsstyrning&lan=25&status=ej-svarat");
        await Faults.AreNowhereOn(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara vyn" }).ClickAsync();
        await Expect(page.Locator("#fel")).ToBeVisibleAsync();
        await Faults.AreNowhereOn(page);

        await page.Locator("#namn").FillAsync("Ej svarat i Norrbotten");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara vyn" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("Ej svarat i Norrbotten");
        await Faults.AreNowhereOn(page);
    });

    [Fact]
    public Task Saved_states() => site.Visit(async page =>
    {
        await page.SignIn("handlaggare");
        await page.GotoAsync(Of2018 + "/lagen");
        await Faults.AreNowhereOn(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara läget" }).ClickAsync();
        await Expect(page.Locator("#fel")).ToBeVisibleAsync();
        await Faults.AreNowhereOn(page);

        await page.Locator("#namn").FillAsync("Styrelsen i juli");
        await page.Locator("#syfte").FillAsync("Styrelsens möte");
        await page.Locator("#per").FillAsync("2019-07-04");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara läget" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Styrelsen i juli");
        await Faults.AreNowhereOn(page);
        await page.GotoAsync(Of2018 + "/lagen");
        await Faults.AreNowhereOn(page);
    });

    [Fact]
    public Task What_is_taken_along_and_the_hub() => site.Visit(async page =>
    {
        await page.SignIn("handlaggare");
        await page.GotoAsync(Of2018 + "/ta-med?per=2019-07-04&lan=25");
        await Faults.AreNowhereOn(page);
        await page.GotoAsync(Of2018 + "/hantera");
        await Expect(page.Locator("#h-nadd")).ToBeVisibleAsync();
        await Faults.AreNowhereOn(page);
    });
}
