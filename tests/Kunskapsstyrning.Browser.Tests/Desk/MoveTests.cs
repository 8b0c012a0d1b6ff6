using Kunskapsstyrning.Browser.Tests.Running;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kunskapsstyrning.Browser.Tests.Desk;

/// <summary>What was put in the wrong place is moved to where it belongs.</summary>
[Collection(AtTheDesk.Turns)]
public sealed class MoveTests(Site site)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task A_decision_is_moved_to_another_municipality_with_and_without_script(bool scripts) => site.Visit(Screen.Wide with { Scripts = scripts }, async page =>
    {
        var (wrong, right) = (site.TakeAnswered(), site.TakeAnswered());
        await page.SignIn("registrator");
        var decision = await page.LogDecision(wrong);
        await page.GotoAsync($"{decision}/flytta");
        await page.Locator("#kommun").FillAsync(right.Name);
        await page.Locator("#skal-till-andring").FillAsync("Det var grannkommunens beslut.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Flytta beslutet" }).ClickAsync();
        await Expect(page.Locator("#finns-dar")).ToContainTextAsync(right.Name);
        await Expect(page.Locator("#skal-till-andring")).ToHaveValueAsync("Det var grannkommunens beslut.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Flytta beslutet" }).ClickAsync();

        await Expect(page.Locator("main h1").First).ToContainTextAsync(right.Name);
        await Expect(page.Locator("ol.time")).ToContainTextAsync("Kommunstyrelsen antar");
        await page.GotoAsync(decision);
        await Expect(page.Locator("ol.time")).ToContainTextAsync("Flyttat till");
        await Expect(page.Locator("ol.time")).ToContainTextAsync(right.Name);
        await Expect(page.Locator("ol.time")).ToContainTextAsync("Det var grannkommunens beslut.");
        await Expect(page.Locator("main")).ToContainTextAsync(wrong.Name);
    });
}
