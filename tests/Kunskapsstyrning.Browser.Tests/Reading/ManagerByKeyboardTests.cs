using Kunskapsstyrning.Browser.Tests.Running;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kunskapsstyrning.Browser.Tests.Reading;

/// <summary>A manager prepares a paper for the board and never touches the mouse.</summary>
public sealed class ManagerByKeyboardTests(Site site)
{
    private const string Of2018 = "/rekommendationer/2018-kunskapsstyrning";

    [Fact]
    public Task Those_who_have_not_answered_in_a_county_are_found_another_day_is_chosen_and_compared_and_the_sentence_is_copied() => site.Visit(async page =>
    {
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.GotoAsync(Of2018);

        await page.TabTo(page.Locator("#per"));
        await page.Locator("#per").FillAsync("2019-07-04");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("header .strip mark")).ToHaveTextAsync("4 juli 2019");

        await page.TabAndType(page.Locator("#lan"), "Norrb");
        await page.TabTo(page.Locator("input[name=status][value=ej-svarat]"));
        await page.Keyboard.PressAsync("Space");
        await page.TabTo(page.Locator("form.filter button"));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#tabell caption")).ToContainTextAsync("visas: ej svarat, Norrbottens län. Läget 4 juli 2019.");
        var missing = await page.Locator("#tabell tbody tr").CountAsync();
        Assert.InRange(missing, 1, 14);
        await Expect(page.Locator("#tabell caption")).ToContainTextAsync($"{missing}\u00A0av 290".Replace("\u00A0", " ", StringComparison.Ordinal));

        await page.GotoAsync(Of2018 + "?per=2019-07-04");
        await page.TabTo(page.GetByRole(AriaRole.Link, new() { Name = "Jämför med i dag" }));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Två dagar jämförda: 4 juli 2019 och");
        await Expect(page.Locator(".lead")).ToContainTextAsync("228 kommuner hade antagit 4 juli 2019");

        await page.GoBackAsync();
        await page.TabTo(page.Locator(".lead button[data-kopiera]"));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".lead button[data-kopiera]")).ToHaveTextAsync("Kopierat");
        var copied = (await page.EvaluateAsync<string>("navigator.clipboard.readText()")).Replace('\u00A0', ' ');
        Assert.Matches(@"^228 av 290 kommuner har antagit \(79 %\)\. De har \d+ % av invånarna och ger \d+,\d av högst 19,5 mkr per år\. Läget 4 juli 2019\.", copied);
    });

    [Fact]
    public Task The_months_play_until_they_are_paused() => site.Visit(async page =>
    {
        await page.GotoAsync(Of2018 + "?per=2019-03-04");

        await page.TabTo(page.Locator("#spela"));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("header .strip mark")).ToHaveTextAsync("4 maj 2019");
        await Expect(page.Locator("#spela")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator("#spela")).ToHaveTextAsync("Spela månaderna");
        var paused = await page.Locator("header .strip mark").InnerTextAsync();
        await page.WaitForTimeoutAsync(2500);
        Assert.Equal(paused, await page.Locator("header .strip mark").InnerTextAsync());
    });
}
