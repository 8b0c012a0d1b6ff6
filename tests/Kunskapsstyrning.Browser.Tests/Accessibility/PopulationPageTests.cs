using System.Text;
using Kunskapsstyrning.Browser.Tests.Desk;
using Kunskapsstyrning.Browser.Tests.Running;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kunskapsstyrning.Browser.Tests.Accessibility;

/// <summary>Population sets in every state, from the list to figures that cannot be read in.</summary>
[Collection(AtTheDesk.Turns)]
public sealed class PopulationPageTests(Site site)
{
    [Fact]
    public Task Sets_one_set_and_the_form_with_its_errors() => site.Visit(async page =>
    {
        await page.SignIn("handlaggare");
        await page.GotoAsync("/folkmangd");
        await Faults.AreNowhereOn(page);
        await page.Locator("table a").First.ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("invånare den 31");
        await Faults.AreNowhereOn(page);

        await page.GotoAsync("/folkmangd/las-in");
        await Faults.AreNowhereOn(page);
        await page.Locator("#ar").FillAsync("i år");
        await page.GetByRole(AriaRole.Button, new() { Name = "Hämta från SCB" }).ClickAsync();
        await Expect(page.Locator("#fel")).ToContainTextAsync("Skriv ett år med fyra siffror.");
        await Faults.AreNowhereOn(page);
    });

    [Fact]
    public Task Figures_that_cannot_be_read_in_with_what_is_wrong() => site.Visit(async page =>
    {
        await page.SignIn("handlaggare-2");
        await page.GotoAsync("/folkmangd/las-in");
        await page.Locator("#fil").SetInputFilesAsync(new FilePayload { Name = "folkmangd.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes("Region,2023,2024\n0125,28910,28910\n0180,995574,-1\n9999,1,1\n") });
        await page.GetByRole(AriaRole.Button, new() { Name = "Läs filen" }).ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("går inte att läsa in.");
        await Expect(page.Locator(".findings")).ToContainTextAsync("Koden 9999 är ingen känd kommun.");
        await Faults.AreNowhereOn(page);

        await page.Locator("#ar").SelectOptionAsync("2023");
        await page.GetByRole(AriaRole.Button, new() { Name = "Visa året" }).ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("31 december 2023");
    });
}
