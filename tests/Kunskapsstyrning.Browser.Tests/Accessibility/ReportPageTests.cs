using Kunskapsstyrning.Browser.Tests.Desk;
using Kunskapsstyrning.Browser.Tests.Running;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kunskapsstyrning.Browser.Tests.Accessibility;

/// <summary>The pages of the report back: the list, a report, its covers, and what is wrong.</summary>
public sealed class ReportPageTests(Site site)
{
    private const string Reports = "/rekommendationer/2016-nationell-stodfunktion/aterkoppling";

    [Fact]
    public Task A_report_is_made_in_one_click_and_read_without_faults() => site.Visit(async page =>
    {
        await Make(page);
        await Expect(page.GetByText("Gjord på nytt blir den likadan.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Län för län" })).ToBeVisibleAsync();
        await Faults.AreNowhereOn(page);

        await page.GetByText("Visa den för alla").First.ClickAsync();
        await Faults.AreNowhereOn(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Följebrev till varje kommun" }).ClickAsync();
        await Faults.AreNowhereOn(page);
        await page.GotoAsync(Reports);
        await Faults.AreNowhereOn(page);
    });

    [Fact]
    public Task It_is_made_without_script_on_a_narrow_screen() => site.Visit(Screen.Narrow with { Scripts = false }, async page =>
    {
        await Make(page);

        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Hämta i Word" })).ToBeVisibleAsync();
    });

    private static async Task Make(IPage page)
    {
        await page.SignIn("handlaggare");
        await page.GotoAsync(Reports);
        await page.GetByRole(AriaRole.Button, new() { Name = "Gör återkopplingen" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Återkoppling om Nationell stödfunktion");
    }
}
