using Kunskapsstyrning.Browser.Tests.Desk;
using Kunskapsstyrning.Browser.Tests.Running;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kunskapsstyrning.Browser.Tests.Accessibility;

/// <summary>A dispatch to many as it is prepared: begun, read, wrong, and thrown away. Nothing is released, since others read the same.</summary>
[Collection(AtTheDesk.Turns)]
public sealed class DispatchPageTests(Site site)
{
    private const string Hub = "/rekommendationer/2024-kunskapsbaserad-socialtjanst/hantera";

    [Fact]
    public Task A_question_begun_from_the_hub_with_what_is_missing_what_is_wrong_and_what_each_is_told() => site.Visit(async page =>
    {
        await page.SignIn("handlaggare");
        await page.GotoAsync(Hub);
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Utskick", Exact = true }).ClickAsync();
        await Faults.AreNowhereOn(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Börja" }).ClickAsync();
        await Expect(page.Locator("#fel")).ToBeVisibleAsync();
        await Faults.AreNowhereOn(page);

        await page.Locator("#slag").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Börja" }).ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("Förfrågan");
        await Expect(page.Locator("#visning")).ToBeVisibleAsync();
        await Faults.AreNowhereOn(page);
        await page.Locator("summary", new() { HasText = "Skriv in dem en och en" }).ClickAsync();
        await page.Locator("input[name=epost]").First.FillAsync("ingen adress");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara adressen till" }).First.ClickAsync();
        await Expect(page.Locator("#fel")).ToContainTextAsync("Det går inte att läsa e-postadressen.");
        await Expect(page.Locator("input[name=epost]").First).ToBeVisibleAsync();
        await Faults.AreNowhereOn(page);

        await page.Locator("#amne").FillAsync("Till {kommunnen}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara och visa" }).ClickAsync();
        await Expect(page.Locator("#fel")).ToContainTextAsync("{kommunnen} finns inte");
        await Faults.AreNowhereOn(page);

        await page.Locator("#amne").FillAsync("Till {kommun}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara och visa" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Utskicket är sparat.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Kasta utskicket" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Inget lämnade oss.");
        await Faults.AreNowhereOn(page);
    });

    [Fact]
    public Task What_has_bounced() => site.Visit(async page =>
    {
        await page.SignIn("registrator");
        await page.GotoAsync("/utskick/studsar");
        await Expect(page.Locator("h1")).ToContainTextAsync("studsat");
        await Faults.AreNowhereOn(page);
    });
}
