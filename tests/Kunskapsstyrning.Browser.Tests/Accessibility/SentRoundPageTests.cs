using Kunskapsstyrning.Browser.Tests.Desk;
using Kunskapsstyrning.Browser.Tests.Rounds;
using Kunskapsstyrning.Browser.Tests.Running;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kunskapsstyrning.Browser.Tests.Accessibility;

/// <summary>The pages of a round that exist only when something has been sent: what waits to be released, what has left, been refused and been left out, the reminder that is due, and the report that everyone reads.</summary>
public sealed class SentRoundPageTests : IAsyncLifetime
{
    private const string Slug = "2016-nationell-stodfunktion";
    private const string Hub = $"/rekommendationer/{Slug}/hantera";

    private MovedSite _site = null!;

    [Fact]
    public async Task A_round_of_one_county_has_no_faults_on_any_of_its_pages()
    {
        _site.AnswersRecipient = address => address.StartsWith("ks-1081", StringComparison.Ordinal) ? "550 5.1.1 No such user" : null;
        var question = await TheQuestion();
        await _site.Release(question, withoutThose: true);
        await _site.Leave(3, _ => true);
        await _site.Visit(async page =>
        {
            await page.SignIn("handlaggare");
            await page.UntilItSays(question, ".fact", "3 av 5 lämnade till server.");
            await AreNowhere(page, Hub, question, $"{question}?lage=utan-adress", $"/rekommendationer/{Slug}/utskick", "/utskick/studsar", $"{Hub}/paminnelser");
            await page.Press("Spara dagarna");
        });

        _site.Clock.Set(new DateOnly(2016, 9, 16), new TimeOnly(9, 0));
        await _site.Visit(async page =>
        {
            await page.SignIn("handlaggare");
            await page.GotoAsync($"{Hub}/paminnelser");
            await Expect(page.Locator("h1")).ToHaveTextAsync("290 kommuner att påminna nu.");
            await Faults.AreNowhereOn(page);
            await page.GetByText("Skjut upp").First.ClickAsync();
            await Faults.AreNowhereOn(page);
        });
    }

    [Fact]
    public async Task A_report_that_everyone_reads_has_no_faults_on_screen_or_on_paper()
    {
        _site.Clock.Set(new DateOnly(2016, 10, 10), new TimeOnly(9, 0));
        var report = "";
        await _site.Visit(async page =>
        {
            await page.SignIn("handlaggare");
            await page.GotoAsync($"/rekommendationer/{Slug}/aterkoppling");
            await page.MakeReport();
            await page.Locator("summary", new() { HasText = "Visa den för alla" }).ClickAsync();
            await page.Press("Visa återkopplingen för alla");
            await page.Locator("summary", new() { HasText = "Ta tillbaka den" }).ClickAsync();
            await Faults.AreNowhereOn(page);
            await page.Press("Visa den bara för SKR");
            await Expect(page.Locator("#fel")).ToContainTextAsync("Skriv varför den tas tillbaka.");
            await Faults.AreNowhereOn(page);
            await page.GotoAsync(page.Url.Replace("/ta-tillbaka", "", StringComparison.Ordinal));
            report = page.Path();
        });
        await _site.Visit(async anyone =>
        {
            await anyone.GotoAsync(report);
            await Faults.AreNowhereOn(anyone);
            await Faults.AreNowhereOnPaper(anyone);
            await Expect(anyone.Locator(".paper h1")).ToBeVisibleAsync();
            await Expect(anyone.Locator("main a.btn:visible")).ToHaveCountAsync(0);
        });
    }

    public async ValueTask InitializeAsync() => _site = await MovedSite.Start(new DateOnly(2016, 6, 20));

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    /// <summary>The question to the municipalities of Blekinge, two of which have an address that cannot be reached or none at all.</summary>
    private async Task<string> TheQuestion()
    {
        var dispatch = "";
        await _site.Visit(async page =>
        {
            await page.SignIn("handlaggare");
            await page.ReadInContacts(["1080;funktionsbrevlåda;ks-1080@kommun.example", "1081;funktionsbrevlåda;ks-1081@kommun.example", "1082;funktionsbrevlåda;ks-1082@kommun.example", "1083;funktionsbrevlåda;ks-1083@kommun.example"]);
            await page.Begin(Slug, "Förfrågan");
            await page.Locator("#lan").SelectOptionAsync("10");
            await page.GetByLabel("Socialchefen i varje kommun").UncheckAsync();
            await page.Press("Spara och visa");
            await Expect(page.Locator(".fact")).ToHaveTextAsync("4 mottagare, 1 saknar adress.");
            dispatch = page.Path();
        });
        await _site.Visit(async page =>
        {
            await page.SignIn("handlaggare-2");
            await AreNowhere(page, dispatch);
            await page.Press("Släpp utskicket");
            await Expect(page.Locator("#fel")).ToContainTextAsync("Några saknar adress.");
            await Faults.AreNowhereOn(page);
        });
        return dispatch;
    }

    private static async Task AreNowhere(IPage page, params IEnumerable<string> addresses)
    {
        foreach (var address in addresses)
        {
            await page.GotoAsync(address);
            await Faults.AreNowhereOn(page);
        }
    }
}
