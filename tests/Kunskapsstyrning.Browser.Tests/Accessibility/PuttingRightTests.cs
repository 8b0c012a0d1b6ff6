using Kunskapsstyrning.Browser.Tests.Desk;
using Kunskapsstyrning.Browser.Tests.Running;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kunskapsstyrning.Browser.Tests.Accessibility;

/// <summary>The pages where a person chooses what becomes of what is registered already.</summary>
[Collection(AtTheDesk.Turns)]
public sealed class PuttingRightTests(Site site)
{
    [Fact]
    public Task The_log_form_when_the_same_seems_to_be_registered() => site.Visit(async page =>
    {
        await page.SignIn("registrator");
        var municipality = site.TakeMunicipality();
        await page.LogDecision(municipality);

        await page.FillIn(municipality, "avstar", "slutligt");
        await page.Save();

        await Expect(page.Locator("#val")).ToContainTextAsync("Samma beslut");
        await Faults.AreNowhereOn(page);
    });

    [Fact]
    public Task A_document_is_loosened_from_a_decision() => site.Visit(async page =>
    {
        await page.SignIn("registrator");
        await page.OpenArrived(site.Deliver("Lossas"));
        await page.Locator("input[name=utfall][value=antar]").CheckAsync();
        await page.Save();
        await page.Locator("#sparat a[href^='/beslut/']").ClickAsync();
        await page.Locator("a[href*='/lossa']").First.ClickAsync();
        await Faults.AreNowhereOn(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "Ta bort handlingen från beslutet" }).ClickAsync();
        await Expect(page.Locator("#fel")).ToBeVisibleAsync();
        await Faults.AreNowhereOn(page);
        await page.Locator("#skal-till-andring").FillAsync("Hör till en annan kommun.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ta bort handlingen från beslutet" }).ClickAsync();
        await Expect(page.Locator("ol.time")).ToContainTextAsync("Hör till en annan kommun.");
        await Faults.AreNowhereOn(page);
    });

    [Fact]
    public Task A_decision_is_moved_to_where_another_stands() => site.Visit(async page =>
    {
        await page.SignIn("registrator");
        var (wrong, right) = (site.TakeMunicipality(), site.TakeMunicipality());
        var decision = await page.LogDecision(wrong);
        await page.LogDecision(right, "avstar");
        await page.GotoAsync($"{decision}/flytta");
        await page.Locator("#kommun").FillAsync(right.Name);
        await page.Locator("#skal-till-andring").FillAsync("Det var grannkommunens beslut.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Flytta beslutet" }).ClickAsync();
        await Expect(page.Locator("#finns-dar")).ToBeVisibleAsync();
        await Faults.AreNowhereOn(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "Flytta beslutet" }).ClickAsync();
        await Expect(page.Locator(".note").First).ToContainTextAsync("Flyttat hit från");
        await Faults.AreNowhereOn(page);
        await page.GotoAsync(decision);
        await Expect(page.Locator(".note").First).ToContainTextAsync("Flyttat till");
        await Faults.AreNowhereOn(page);
    });
}
