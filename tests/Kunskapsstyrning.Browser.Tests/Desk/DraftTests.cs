using Kunskapsstyrning.Browser.Tests.Running;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kunskapsstyrning.Browser.Tests.Desk;

/// <summary>What is typed outlives the browser it is typed in.</summary>
[Collection(AtTheDesk.Turns)]
public sealed class DraftTests(Site site)
{
    [Fact]
    public async Task A_browser_closed_while_one_types_loses_nothing()
    {
        var municipality = site.TakeMunicipality();
        await site.Visit(async page =>
        {
            await page.SignIn("administrator");
            await page.FillIn(municipality, "avstar", "slutligt");
            await page.Locator("#skal").FillAsync("Kostnaden bör rymmas i medlemsavgiften.");
            await Expect(page.Locator("#utkast")).ToContainTextAsync("Utkast sparat");
        });

        await site.Visit(async page =>
        {
            await page.SignIn("administrator");
            await page.GotoAsync("/registrera");

            await Expect(page.Locator("form.log")).ToContainTextAsync("Utkast från");
            await Expect(page.Locator("#kommun")).ToHaveValueAsync(municipality.Name);
            await Expect(page.Locator("#utfall-avstar")).ToBeCheckedAsync();
            await Expect(page.Locator("#skal")).ToHaveValueAsync("Kostnaden bör rymmas i medlemsavgiften.");

            await page.GetByRole(AriaRole.Button, new() { Name = "Börja om" }).ClickAsync();
            await Expect(page.Locator("#kommun")).ToHaveValueAsync("");
        });
    }
}
