using Kunskapsstyrning.Browser.Tests.Desk;
using Kunskapsstyrning.Browser.Tests.Running;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kunskapsstyrning.Browser.Tests.Accessibility;

/// <summary>The pages on which recommendations are drawn up: as they open, with every error, and after something was done. Nothing is sent here: that would be public.</summary>
public sealed class DraftPageTests(Site site)
{
    [Fact]
    public Task The_list_the_hub_of_a_sent_one_and_its_decision() => site.Visit(async page =>
    {
        await page.SignIn("handlaggare");
        foreach (var address in (string[])["/rekommendationer/hantera", "/rekommendationer/2018-kunskapsstyrning/hantera", "/rekommendationer/2018-kunskapsstyrning/hantera/ga-vidare"])
        {
            await page.GotoAsync(address);
            await Faults.AreNowhereOn(page);
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Visa vad som skrivs in" }).ClickAsync();
        await Expect(page.Locator("#fel")).ToBeFocusedAsync();
        await Faults.AreNowhereOn(page);

        await page.GetByText("Tillräckligt många är med: den går vidare").ClickAsync();
        await page.Locator("#dag").FillAsync("2019-12-20");
        await page.Locator("#skal").FillAsync("Nio av tio är med.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Visa vad som skrivs in" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Skriv in beslutet" })).ToBeVisibleAsync();
        await Faults.AreNowhereOn(page);
    });

    [Fact]
    public Task A_draft_from_its_beginning_without_script_on_a_narrow_screen() => site.Visit(Screen.Narrow with { Scripts = false }, async page =>
    {
        var hub = await Begin(page);

        await page.GotoAsync($"{hub}/uppgifter");
        await page.Locator("#att-satser").FillAsync("att rekommendera");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara utkastet" }).ClickAsync();
        await Expect(page.GetByText("Utkastet är sparat.")).ToBeVisibleAsync();
    });

    [Fact]
    public Task A_draft_in_every_state() => site.Visit(async page =>
    {
        var hub = await Begin(page);
        await Faults.AreNowhereOn(page);
        await page.GotoAsync($"{hub}/skicka");
        await Faults.AreNowhereOn(page);

        await page.GotoAsync($"{hub}/uppgifter");
        await Faults.AreNowhereOn(page);
        await page.Locator("#rubrik").FillAsync("");
        await page.Locator("#omgang-1-dag").FillAsync("i höst");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara utkastet" }).ClickAsync();
        await Expect(page.Locator("#fel")).ToBeFocusedAsync();
        await Faults.AreNowhereOn(page);

        await page.GotoAsync(hub);
        await page.GetByRole(AriaRole.Link, new() { Name = "Avgiftsvillkor" }).ClickAsync();
        await Faults.AreNowhereOn(page);
    });

    private static async Task<string> Begin(IPage page)
    {
        await page.SignIn("handlaggare");
        await page.GotoAsync("/rekommendationer/ny");
        await page.GetByRole(AriaRole.Button, new() { Name = "Skapa utkast" }).ClickAsync();
        await Expect(page.Locator("#fel")).ToBeVisibleAsync();
        if (page.ViewportSize!.Width > 400) await Faults.AreNowhereOn(page);
        await page.Locator("#rubrik").FillAsync("Ett prov av sidorna");
        await page.Locator("#kort-rubrik").FillAsync("Prov");
        await page.Locator("#styrelsemote").FillAsync("12 mars 2027");
        await page.Locator("#forsta-ar").FillAsync("2028");
        await page.Locator("#sista-ar").FillAsync("2029");
        await page.Locator("#adress").FillAsync($"prov-{Guid.NewGuid().ToString("N")[..12]}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Skapa utkast" }).ClickAsync();
        await Expect(page.GetByText("Utkastet är sparat.")).ToBeVisibleAsync();
        return page.Url.Split('?')[0];
    }
}
