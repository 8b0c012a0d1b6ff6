using Kunskapsstyrning.Browser.Tests.Desk;
using Kunskapsstyrning.Browser.Tests.Running;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kunskapsstyrning.Browser.Tests.Accessibility;

/// <summary>The pages of finance: empty, with every error, with what is missing, and after a run. One test, since a run is made once.</summary>
[Collection(AtTheDesk.Turns)]
public sealed class InvoicePageTests(Site site)
{
    private const string Year = "/fakturaunderlag/2018-kunskapsstyrning/2020";

    [Fact]
    public Task From_empty_settings_to_a_run_no_page_has_faults() => site.Visit(Screen.Narrow, async page =>
    {
        await page.SignIn("ekonom");
        foreach (var address in (string[])["/fakturaunderlag", Year, "/fakturaunderlag/2024-kunskapsbaserad-socialtjanst/2025", "/fakturaunderlag/installningar"])
        {
            await page.GotoAsync(address);
            await Faults.AreNowhereOn(page);
        }

        await Save(page);
        await Expect(page.Locator("#fel")).ToBeFocusedAsync();
        await Faults.AreNowhereOn(page);
        foreach (var (field, text) in ((string, string)[])[("namn", "Exempelförbundet"), ("orgnr", "802000-0009"), ("gata", "Påhittade vägen 1"), ("postnr", "123 45"), ("ort", "Exempelstad"), ("bankgiro", "123-4566"), ("dagar", "30"), ("serie", "KS"), ("momsskal", "Medlemsavgift")])
            await page.Locator($"#{field}").FillAsync(text);
        await page.Locator("input[name=moms][value=utanfor]").CheckAsync();
        await Save(page);
        await Expect(page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();

        await page.GotoAsync(Year);
        var reference = await page.GetByRole(AriaRole.Link, new() { Name = "Ange beställarreferens" }).First.GetAttributeAsync("href");
        await page.GotoAsync(reference!);
        await Save(page);
        await Faults.AreNowhereOn(page);
        await page.Locator("#referens").FillAsync("EN LÅNG REFERENS SOM INTE FÅR PLATS PÅ EN RAD 12345");
        await Save(page);
        await Expect(page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();
        await Faults.AreNowhereOn(page);
        await Numbered(reference!.Split('/')[2]);

        await page.GotoAsync(Year);
        await Faults.AreNowhereOn(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Gör uttaget" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Uttag 1 är gjort.");
        await Faults.AreNowhereOn(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Uttag 1" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("KS000001");
        await Faults.AreNowhereOn(page);
    });

    [Fact]
    public Task A_municipality_s_own_reference_has_no_faults() => site.Visit(Screen.Narrow, async page =>
    {
        await page.SignIn("kommun-0180");
        await page.GotoAsync("/min-kommun/bestallarreferens");
        await Faults.AreNowhereOn(page);
    });

    private Task Numbered(string code) => site.Visit(async page =>
    {
        await page.SignIn("administrator");
        await page.GotoAsync($"/administration/kommuner/{code}");
        await page.Locator("#orgnr").FillAsync("212000-9002");
        await page.Locator("#orgnr-andra button").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();
    });

    private static Task Save(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Spara", Exact = true }).ClickAsync();
}
