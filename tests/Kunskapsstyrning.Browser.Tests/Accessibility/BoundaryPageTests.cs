using System.Globalization;
using System.Text;
using Kunskapsstyrning.Browser.Tests.Desk;
using Kunskapsstyrning.Browser.Tests.Running;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kunskapsstyrning.Browser.Tests.Accessibility;

/// <summary>Boundaries from the form to the map: a made-up file with three squares in the north; all others are circles.</summary>
[Collection(AtTheDesk.Turns)]
public sealed class BoundaryPageTests(Site site)
{
    private const string Address = "/administration/kommungranser";

    [Fact]
    public Task Boundaries_are_looked_at_read_in_and_walked_among() => site.Visit(async page =>
    {
        await page.SignIn("administrator");
        await page.GotoAsync(Address);
        await page.GetByRole(AriaRole.Button, new() { Name = "Läs filen" }).ClickAsync();
        await Expect(page.Locator("#fel")).ToContainTextAsync("Välj en fil med kommungränser.");
        await Faults.AreNowhereOn(page);

        await page.Locator("#fil").SetInputFilesAsync(new FilePayload { Name = "norr.geojson", MimeType = "application/geo+json", Buffer = Encoding.UTF8.GetBytes(File) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Läs filen" }).ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("3 kommuner.");
        await Faults.AreNowhereOn(page);
        await page.Locator("#kalla").FillAsync("SCB");
        await page.Locator("#dag").FillAsync("2025-01-01");
        await page.GetByRole(AriaRole.Button, new() { Name = "Läs in gränserna" }).ClickAsync();
        await Expect(page.Locator(".note.saved")).ToContainTextAsync("Gränserna är inlästa.");
        await Faults.AreNowhereOn(page);

        await page.GotoAsync("/rekommendationer/2018-kunskapsstyrning");
        await page.GetByRole(AriaRole.Link, new() { Name = "Kommungränser" }).ClickAsync();
        await Expect(page.Locator(".areas a path")).ToHaveCountAsync(3);
        await Faults.AreNowhereOn(page);
        await page.Locator("a.past").FocusAsync();
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator(".tiles a").First).ToBeFocusedAsync();
        var from = await Middle(page);
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(page.Locator(".tiles a").First).Not.ToBeFocusedAsync();

        Assert.True((await Middle(page))[1] > from[1], "It did not go south.");
    });

    private static string File => $"{{\"type\":\"FeatureCollection\",\"features\":[{string.Join(',', Square("2584", 67.2, 19, 1.2), Square("2523", 66.6, 19, 0.6), Square("2510", 66.6, 17.5, 0.6))}]}}";

    private static string Square(string code, double south, double west, double size) => string.Create(
        CultureInfo.InvariantCulture, $"{{\"type\":\"Feature\",\"properties\":{{\"KnKod\":\"{code}\"}},\"geometry\":{{\"type\":\"Polygon\",\"coordinates\":[[[{west},{south}],[{west + 2 * size},{south}],[{west + 2 * size},{south + size}],[{west},{south + size}],[{west},{south}]]]}}}}");

    private static Task<double[]> Middle(IPage page) => page.EvaluateAsync<double[]>(
        "() => { const box = document.activeElement.getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]; }");
}
