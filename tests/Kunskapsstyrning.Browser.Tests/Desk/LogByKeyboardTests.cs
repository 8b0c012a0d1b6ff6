using Kunskapsstyrning.Browser.Tests.Running;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kunskapsstyrning.Browser.Tests.Desk;

/// <summary>A registrar logs what has arrived, and never touches the mouse.</summary>
[Collection(AtTheDesk.Turns)]
public sealed class LogByKeyboardTests(Site site)
{
    [Fact]
    public Task A_decision_is_logged_by_keyboard_alone_and_counts_on_the_public_page() => site.Visit(async page =>
    {
        var municipality = site.TakeMunicipality();
        var before = await page.Adopted();
        await page.GotoAsync("/logga-in");
        await page.TabTo(page.Locator("button[value=handlaggare-2]")); // whose form no other test leaves a draft in
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#kommun")).ToBeFocusedAsync();

        await page.Keyboard.TypeAsync(municipality.Name);
        await page.TabAndType(page.Locator("#rekommendation"), "Kunskapsbaserad");
        await page.TabTo(page.Locator("#utfall"));
        await page.Keyboard.PressAsync("1");
        await Expect(page.Locator("input[value=antar]")).ToBeCheckedAsync();
        await page.TabAndType(page.Locator("#niva"), "Slutligt");
        await page.TabAndType(page.Locator("#organ"), "Kommunstyrelsen");
        await page.TabAndType(page.Locator("#sammantradesdag"), "4 mars 2025");
        await page.TabAndType(page.Locator("#paragraf"), "§ 12");
        await Expect(page.Locator("[data-verdict='antar slutligt']")).ToContainTextAsync("Antagit");
        await page.Keyboard.PressAsync("Control+Enter");

        await Expect(page.Locator("#sparat")).ToContainTextAsync($"{municipality.Name} är registrerat som Antagit.");
        await Expect(page.Locator("#kommun")).ToHaveValueAsync("");
        await Expect(page.Locator("#kommun")).ToBeFocusedAsync();
        await Expect(page.Locator("input[name=utfall]:checked")).ToHaveCountAsync(0);
        Assert.Equal(before + 1, await page.Adopted());
    });

    [Fact]
    public Task The_arrow_keys_choose_an_outcome_and_an_error_takes_the_keyboard_to_its_list() => site.Visit(async page =>
    {
        await page.SignIn("handlaggare");
        await page.StartOver();
        await page.GotoAsync("/registrera?kommun=0125");
        await page.TabTo(page.Locator("#utfall"));
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(page.Locator("#utfall-forbehall")).ToBeCheckedAsync();

        await page.Keyboard.PressAsync("Control+Enter");

        await Expect(page.Locator("#fel")).ToBeFocusedAsync();
        await Expect(page).ToHaveTitleAsync("Fel: Registrera svar – Kunskapsstyrning");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#rekommendation")).ToBeFocusedAsync();
    });
}
