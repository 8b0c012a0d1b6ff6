using System.Text.RegularExpressions;
using Kunskapsstyrning.Browser.Tests.Running;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kunskapsstyrning.Browser.Tests.Desk;

/// <summary>A registrar goes through what has arrived, and never touches the mouse.</summary>
[Collection(AtTheDesk.Turns)]
public sealed class InboxByKeyboardTests(Site site)
{
    [Fact]
    public Task Three_arrived_messages_are_registered_by_keyboard_alone_and_the_last_is_undone() => site.Visit(async page =>
    {
        var waits = site.Deliver("Beslut som får vänta"); // so that there is one to go on to after the last
        Letter[] letters = [site.Deliver("Beslut ett av tre"), site.Deliver("Beslut två av tre"), site.Deliver("Beslut tre av tre")];
        await page.GotoAsync("/logga-in");
        await page.TabTo(page.Locator("button[value=registrator]"));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Logga ut" })).ToBeVisibleAsync();
        foreach (var letter in letters.Append(waits)) await page.FindArrived(letter);

        await page.GotoAsync("/inkorg");
        await page.Keyboard.PressAsync("Enter");
        foreach (var (letter, key, outcome) in new[] { (letters[2], "1", "Antagit"), (letters[1], "3", "Avstår"), (letters[0], "1", "Antagit") })
        {
            await Expect(page).ToHaveTitleAsync($"Registrera beslut från {letter.From.Name} – Kunskapsstyrning");
            await Expect(page.Locator("#utfall")).ToBeFocusedAsync();
            await Expect(page.Locator("input[name=utfall]:checked")).ToHaveCountAsync(0);
            await page.Keyboard.PressAsync(key);
            await page.Keyboard.PressAsync("Control+Enter");
            await Expect(page.Locator("#sparat")).ToContainTextAsync($"{letter.From.Name} är registrerat som {outcome}.");
        }

        await Expect(page).ToHaveURLAsync(new Regex("/inkorg/.+sparat=", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await page.EvaluateAsync("document.activeElement.blur()");
        await page.TabTo(page.Locator("#sparat button"));
        await page.Keyboard.PressAsync("Enter");

        await Expect(page).ToHaveTitleAsync($"Registrera beslut från {letters[0].From.Name} – Kunskapsstyrning");
        await Expect(page.Locator("#utfall")).ToBeFocusedAsync();
        await page.GotoAsync("/inkorg?mapp=klart&sok=av+tre");
        await Expect(page.Locator("table.mail tbody tr")).ToHaveCountAsync(2);
    });

    [Fact]
    public Task The_arrow_keys_go_through_the_list_and_Enter_opens() => site.Visit(async page =>
    {
        await page.SignIn("registrator");
        await page.GotoAsync("/inkorg");
        var second = page.Locator("table.mail tbody th a").Nth(1);
        var address = await second.GetAttributeAsync("href");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(second).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Enter");

        await Expect(page).ToHaveURLAsync(new Regex(Regex.Escape(address!) + "$", RegexOptions.None, TimeSpan.FromSeconds(1)));
    });
}
