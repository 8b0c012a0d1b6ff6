using Kunskapsstyrning.Browser.Tests.Running;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kunskapsstyrning.Browser.Tests.Desk;

/// <summary>The whole path by plain form posts, in a browser with scripts switched off.</summary>
[Collection(AtTheDesk.Turns)]
public sealed class WithoutScriptTests(Site site)
{
    [Fact]
    public Task A_proposal_a_decision_a_correction_and_a_retraction_need_no_script() => site.Visit(Screen.Wide with { Scripts = false }, async page =>
    {
        var municipality = site.TakeMunicipality();
        var before = await page.Adopted();
        await page.SignIn("registrator");

        await page.LogDecision(municipality, "antar", "forslag");
        await Expect(page.Locator("#sparat")).ToContainTextAsync("registrerat som På väg");
        await StatusIs(page, municipality, "På väg");
        Assert.Equal(before, await page.Adopted());

        var decision = await page.LogDecision(municipality, "antar", "slutligt");
        await StatusIs(page, municipality, "Antagit");
        Assert.Equal(before + 1, await page.Adopted());

        await page.FillInCorrection(decision, "paragraf", "§ 13", "Fel paragraf lästes.");
        await page.SaveCorrection();
        await Expect(page.Locator(".diff")).ToContainTextAsync("§ 13");

        await page.Retract(decision, "Registrerat på fel kommun.");
        await Expect(page.Locator("ol.time")).ToContainTextAsync("Registrerat på fel kommun.");
        await Expect(page.Locator("ol.time")).ToContainTextAsync("§ 13");
        await StatusIs(page, municipality, "På väg");
        Assert.Equal(before, await page.Adopted());
    });

    [Fact]
    public Task What_was_typed_comes_back_with_the_errors() => site.Visit(Screen.Wide with { Scripts = false }, async page =>
    {
        await page.SignIn("handlaggare");
        await page.GotoAsync("/registrera");
        await page.Locator("#kommun").FillAsync("Atlantis");
        await page.Locator("#dnr").FillAsync("KS-2014/742.912");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara och nästa" }).ClickAsync();

        await Expect(page.Locator("#fel")).ToBeVisibleAsync();
        await Expect(page.Locator("#kommun")).ToHaveValueAsync("Atlantis");
        await Expect(page.Locator("#dnr")).ToHaveValueAsync("KS-2014/742.912");
        await Expect(page.Locator("#kommun")).ToHaveAttributeAsync("aria-invalid", "true");
    });

    private static async Task StatusIs(IPage page, Free.Municipality municipality, string status)
    {
        await page.GotoAsync(municipality.Address);
        await Expect(page.Locator("dl.facts .st")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex($"{status}$", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
    }
}
