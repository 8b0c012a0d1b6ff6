using Kunskapsstyrning.Browser.Tests.Desk;
using Kunskapsstyrning.Browser.Tests.Running;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kunskapsstyrning.Browser.Tests.Accessibility;

/// <summary>A list from Excel in every state, from the empty form to the list that is undone.</summary>
[Collection(AtTheDesk.Turns)]
public sealed class ListPageTests(Site site)
{
    private const string Rows = "Kommun\tBeslut\tDatum\tDnr\nKiruna\tJa\t2016-09-20\tKS 1\nPajala\tKanske\t2016-09-20\tKS 2\nXköping\tNej\t2016-09-20\tKS 3\n";

    [Fact]
    public Task A_list_is_looked_through_registered_and_undone() => site.Visit(async page =>
    {
        await page.SignIn("registrator");
        await page.GotoAsync("/registrera/lista");
        await Faults.AreNowhereOn(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Läs listan" }).ClickAsync();
        await Expect(page.Locator("#fel")).ToBeVisibleAsync();
        await Faults.AreNowhereOn(page);

        await page.Locator("#rekommendation").SelectOptionAsync("2016-nationell-stodfunktion");
        await page.Locator("#text").FillAsync(Rows);
        await page.GetByRole(AriaRole.Button, new() { Name = "Läs listan" }).ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("1 kan registreras, 0 behöver du titta på, 2 går inte att registrera.");
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        await Faults.AreNowhereOn(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "Registrera listan" }).ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("1 beslut är registrerat.");
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        await Faults.AreNowhereOn(page);
        await page.Locator("#skal-till-andring").FillAsync("Fel lista.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ångra listan" }).ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("Listan är ångrad.");
        await Faults.AreNowhereOn(page);
    });

    [Fact]
    public Task A_list_whose_columns_are_not_understood() => site.Visit(async page =>
    {
        await page.SignIn("handlaggare");
        await page.GotoAsync("/registrera/lista");
        await page.Locator("#rekommendation").SelectOptionAsync("2016-nationell-stodfunktion");
        await page.Locator("#text").FillAsync("Ett\tTvå\nKiruna\tJa\n");
        await page.GetByRole(AriaRole.Button, new() { Name = "Läs listan" }).ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("Vad betyder kolumnerna?");
        await Faults.AreNowhereOn(page);
    });
}
