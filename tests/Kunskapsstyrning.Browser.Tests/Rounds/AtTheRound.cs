using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Kunskapsstyrning.Browser.Tests.Desk;
using Kunskapsstyrning.Browser.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kunskapsstyrning.Browser.Tests.Rounds;

/// <summary>What is done in a round, from the first letter to the report back.</summary>
internal static class AtTheRound
{
    /// <summary>What concerns every municipality takes its time on a busy machine.</summary>
    private static readonly LocatorAssertionsToContainTextOptions Patiently = new() { Timeout = 30_000 };

    /// <summary>Every municipality, by code.</summary>
    public static async Task<IReadOnlyList<Free.Municipality>> Municipalities(this MovedSite site)
    {
        using var client = new HttpClient();
        using var all = JsonDocument.Parse(await client.GetStringAsync(new Uri($"{site.Address}/api/v1/municipalities")));
        return [.. all.RootElement.EnumerateArray().Select(m => new Free.Municipality(m.GetProperty("code").GetString()!, m.GetProperty("name").GetString()!))];
    }

    /// <summary>Reads in contacts from a list that is pasted.</summary>
    public static async Task ReadInContacts(this IPage page, IEnumerable<string> rows)
    {
        await page.GotoAsync("/kontakter");
        await page.GetByRole(AriaRole.Link, new() { Name = "Läs in en lista" }).First.ClickAsync();
        await page.Locator("#text").FillAsync($"Kommun;Kontakt;E-post\n{string.Join('\n', rows)}");
        await page.Press("Visa vad som ändras");
        await page.Press("Läs in dem");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Kontakterna är inlästa.", Patiently);
    }

    /// <summary>Begins a dispatch from what can be done with the recommendation.</summary>
    public static async Task Begin(this IPage page, string slug, string kind)
    {
        await page.GotoAsync($"/rekommendationer/{slug}/hantera");
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Utskick", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = kind }).CheckAsync();
        await page.Press("Börja");
    }

    /// <summary>Another person reads a dispatch and releases it.</summary>
    public static Task Release(this MovedSite site, string dispatch, bool withoutThose = false) => site.Visit(async page =>
    {
        await page.SignIn("handlaggare-2");
        await page.GotoAsync(dispatch);
        if (withoutThose) await page.Locator("#utan").CheckAsync();
        await page.Press("Släpp utskicket");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Utskicket är släppt.", Patiently);
    });

    /// <summary>Reads in a list of answers that is pasted, and registers every row.</summary>
    public static async Task ReadInAnswers(this IPage page, string slug, IReadOnlyCollection<string> rows)
    {
        await page.GotoAsync("/registrera/lista");
        await page.Locator("#rekommendation").SelectOptionAsync(slug);
        await page.Locator("#text").FillAsync($"Kommunkod\tBeslut\tNivå\tOrgan\tSammanträdesdag\tParagraf\tInkommet\tVillkor\tSkäl\n{string.Join('\n', rows)}\n");
        await page.Press("Läs listan");
        await Expect(page.Locator("h1")).ToContainTextAsync("0 går inte att registrera.", Patiently);
        await page.Locator("input[name=rad]").EvaluateAllAsync<object?>("rows => rows.filter(row => !row.checked).forEach(row => row.click())");
        await page.Press("Registrera listan");
        await Expect(page.Locator("h1")).ToContainTextAsync($"{rows.Count.ToString(CultureInfo.InvariantCulture)} beslut är registrerade.", Patiently);
    }

    /// <summary>Opens a message in the inbox, reads it beside the form, and registers it.</summary>
    public static async Task Register(this IPage page, Letter letter, string outcome, string stage = "slutligt", string? conditions = null)
    {
        await page.OpenArrived(letter);
        await page.Locator($"input[name=utfall][value={outcome}]").CheckAsync();
        if (conditions is not null) await page.Locator("#villkor").FillAsync(conditions);
        await page.Locator("#niva").SelectOptionAsync(stage);
        await page.Locator("#organ").FillAsync(letter.Body);
        await page.Locator("#sammantradesdag").FillAsync(letter.Met.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await page.Locator("#paragraf").FillAsync(letter.Paragraph);
        await page.Save();
        await Expect(page.Locator("#sparat, .note.done").First).ToHaveTextAsync(new Regex($"{letter.From.Name} är registrerat|Sparat\\. Inget mer väntar\\.", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    /// <summary>Municipalities and inhabitants in each status, as the bar's table on the recommendation's page says them.</summary>
    public static async Task<IReadOnlyList<string>> OutcomeOfOverview(this IPage page, string slug, string? day = null)
    {
        await page.GotoAsync($"/rekommendationer/{slug}{(day is null ? "" : $"?per={day}")}");
        return await page.Cells("Svaren som tabell", 1, 2);
    }

    /// <summary>Makes a report from a saved state, or from today's where none is named.</summary>
    public static async Task MakeReport(this IPage page, string? from = null)
    {
        if (from is not null) await page.Locator("#lage").SelectOptionAsync(new SelectOptionValue { Label = from });
        await page.Press("Gör återkopplingen");
        await Expect(page.Locator(".note").First).ToContainTextAsync("Gjord på nytt blir den likadan.", Patiently);
    }

    /// <summary>Municipalities and inhabitants in each status, as a report that is open says them.</summary>
    public static Task<IReadOnlyList<string>> OutcomeOfReport(this IPage page) => page.Cells("Svaren", 1, 3);

    /// <summary>Presses a button.</summary>
    public static Task Press(this IPage page, string button) => page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();

    /// <summary>Where the page is, below the site.</summary>
    public static string Path(this IPage page) => new Uri(page.Url).AbsolutePath;

    /// <summary>Looks at a page again until it says something.</summary>
    public static async Task UntilItSays(this IPage page, string address, string place, string words)
    {
        for (var until = DateTimeOffset.UtcNow.AddSeconds(30); DateTimeOffset.UtcNow < until; await Task.Delay(200))
        {
            await page.GotoAsync(address);
            if ((await page.Locator(place).First.InnerTextAsync()).Contains(words, StringComparison.Ordinal)) return;
        }

        await Expect(page.Locator(place).First).ToContainTextAsync(words);
    }

    /// <summary>Two columns of the five statuses in a table.</summary>
    private static async Task<IReadOnlyList<string>> Cells(this IPage page, string table, int first, int second) => await page.Locator($"[role=region][aria-label='{table}'] tbody tr").EvaluateAllAsync<string[]>(
        $"rows => rows.slice(0, 5).map(row => row.cells[{first}].textContent.trim() + ' / ' + row.cells[{second}].textContent.trim())");
}
