using Kunskapsstyrning.Browser.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kunskapsstyrning.Browser.Tests.Desk;

/// <summary>What staff do on the pages, with script or without.</summary>
internal static class AtTheDesk
{
    /// <summary>Tests that log something take turns.</summary>
    public const string Turns = "at the desk";

    public static async Task SignIn(this IPage page, string login)
    {
        await page.GotoAsync("/logga-in");
        await page.Locator($"button[name=anvandare][value={login}]").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Logga ut" })).ToBeVisibleAsync();
    }

    /// <summary>The same by keyboard.</summary>
    public static async Task SignInByKeyboard(this IPage page, string login)
    {
        await page.GotoAsync("/logga-in");
        await page.TabTo(page.Locator($"button[name=anvandare][value={login}]"));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Logga ut" })).ToBeVisibleAsync();
    }

    /// <summary>Opens the form for a municipality and fills in the least that a decision needs.</summary>
    public static async Task FillIn(this IPage page, Free.Municipality municipality, string outcome, string stage)
    {
        await page.GotoAsync($"/registrera?kommun={municipality.Code}&rekommendation={Free.Slug}");
        await page.Locator($"input[name=utfall][value={outcome}]").CheckAsync();
        await page.Locator("#niva").SelectOptionAsync(stage);
        await page.Locator("#organ").FillAsync(stage == "slutligt" ? "Kommunstyrelsen" : "Socialnämndens arbetsutskott");
        await page.Locator("#paragraf").FillAsync("§ 12");
        await page.Locator("#dnr").FillAsync("KS 2025/34");
        if (outcome == "forbehall") await page.Locator("#villkor").FillAsync("Under förutsättning att övriga kommuner i länet deltar.");
        if (stage == "slutligt") await page.Locator("#sammantradesdag").FillAsync("4 mars 2025");
    }

    /// <summary>Logs a decision, and gives the address of its page.</summary>
    public static async Task<string> LogDecision(this IPage page, Free.Municipality municipality, string outcome = "antar", string stage = "slutligt")
    {
        await page.FillIn(municipality, outcome, stage);
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara och nästa" }).ClickAsync();
        await Expect(page.Locator("#sparat")).ToContainTextAsync(municipality.Name);
        return (await page.Locator("#sparat a").First.GetAttributeAsync("href"))!;
    }

    /// <summary>Opens the correction of a decision and changes one field.</summary>
    public static async Task FillInCorrection(this IPage page, string decision, string field, string text, string reason)
    {
        await page.GotoAsync($"{decision}/ratta");
        await page.Locator($"#{field}").FillAsync(text);
        await page.Locator("#skal-till-andring").FillAsync(reason);
    }

    public static Task SaveCorrection(this IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Spara rättelsen" }).ClickAsync();

    /// <summary>Takes a decision back.</summary>
    public static async Task Retract(this IPage page, string decision, string reason)
    {
        await page.GotoAsync($"{decision}/ta-tillbaka");
        await page.Locator("#skal-till-andring").FillAsync(reason);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ta tillbaka" }).ClickAsync();
    }

    /// <summary>How many have adopted without reservation, as the recommendation's page says it.</summary>
    public static async Task<int> Adopted(this IPage page)
    {
        await page.GotoAsync($"/rekommendationer/{Free.Slug}");
        return int.Parse(await page.Locator("dl.numbers dd.n").First.InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
