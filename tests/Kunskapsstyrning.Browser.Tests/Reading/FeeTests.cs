using Kunskapsstyrning.Browser.Tests.Running;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kunskapsstyrning.Browser.Tests.Reading;

/// <summary>A municipality's registrar comes with one question: what is our fee?</summary>
public sealed class FeeTests(Site site)
{
    [Fact]
    public Task Two_letters_on_the_start_page_lead_to_the_fee_and_its_calculation() => site.Visit(async page =>
    {
        await page.GotoAsync("/");

        await page.GetByLabel("Kommunens namn").FillAsync("ek");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#h-traffar + ul").GetByRole(AriaRole.Link, new() { Name = "Ekerö" }).ClickAsync();
        await page.Locator("#alla").GetByRole(AriaRole.Link, new() { Name = "Nationell stödfunktion" }).First.ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Ekerö kommun");
        await Expect(page.Locator(".sum")).ToContainTextAsync("9 500 kr");
        var calculation = page.GetByRole(AriaRole.Table, new() { Name = "Uträkning av avgiften för Ekerö" });
        await Expect(calculation).ToContainTextAsync("26 984");
        await Expect(calculation).ToContainTextAsync("0,35264");
        await Expect(calculation).ToContainTextAsync("9 515,64");
    });
}
