using Kunskapsstyrning.Browser.Tests.Desk;
using Kunskapsstyrning.Browser.Tests.Rounds;
using Kunskapsstyrning.Browser.Tests.Running;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kunskapsstyrning.Browser.Tests;

/// <summary>Takes the pictures in docs/pictures from the running example data. Runs only when asked for, by <c>./dev pictures</c>.</summary>
[Collection(AtTheDesk.Turns)]
public sealed class Pictures(Site site)
{
    [Theory(Explicit = true)]
    [InlineData("start", "/")]
    [InlineData("rekommendation", "/rekommendationer/2018-kunskapsstyrning")]
    [InlineData("kommun", "/kommuner/0125?rekommendation=2016-nationell-stodfunktion")]
    [InlineData("kostnad-per-kommun", "/rekommendationer/2016-nationell-stodfunktion/kostnad-per-kommun/2017")]
    public Task Public_page(string name, string address) => site.Visit(Screen.Laptop, async page =>
    {
        await page.GotoAsync(address);
        await Take(page, name);
    });

    [Fact(Explicit = true)]
    public Task Log_form() => site.Visit(Screen.Laptop, async page =>
    {
        await page.SignIn("registrator");
        await page.FillIn(site.TakeMunicipality(), "antar", "forslag");
        await Expect(page.Locator("aside.beside .st").First).ToBeVisibleAsync();
        await Take(page, "registrera");
    });

    [Fact(Explicit = true)]
    public Task Decision() => site.Visit(Screen.Laptop, async page =>
    {
        await page.SignIn("registrator");
        await page.GotoAsync("/kommuner/0840?rekommendation=2018-kunskapsstyrning");
        await page.GetByRole(AriaRole.Link, new() { Name = "Öppna beslutet" }).First.ClickAsync();
        await Expect(page.Locator("ol.time")).ToBeVisibleAsync();
        await Take(page, "beslut");
    });

    [Fact(Explicit = true)]
    public Task Inbox() => site.Visit(Screen.Laptop, async page =>
    {
        await page.SignIn("registrator");
        await page.GotoAsync("/inkorg");
        await Take(page, "inkorg");

        await page.Locator("table.mail tbody th a").Filter(new() { HasText = "Lidköping" }).ClickAsync();
        await page.Locator("#paragraf").FocusAsync();
        await Expect(page.Locator(".page .over g.here")).ToBeVisibleAsync();
        await page.WaitForFunctionAsync("document.querySelector('.page img').naturalHeight > 0");
        await Take(page, "registrera-meddelande");
    });

    [Fact(Explicit = true)]
    public Task Draft_of_a_recommendation() => site.Visit(Screen.Laptop, async page =>
    {
        await page.SignIn("handlaggare");
        await page.GotoAsync("/rekommendationer/ny");
        foreach (var (field, text) in ((string, string)[])[("rubrik", "Gemensam finansiering av ett kompetensprogram för socialtjänsten"), ("kort-rubrik", "Kompetensprogram"), ("styrelsemote", "2027-03-12"), ("forsta-ar", "2028"), ("sista-ar", "2031")])
            await page.Locator($"#{field}").FillAsync(text);
        await page.GetByRole(AriaRole.Button, new() { Name = "Skapa utkast" }).ClickAsync();
        await page.GotoAsync("/rekommendationer/2027-kompetensprogram/hantera");
        await Take(page, "utkast");
        await page.GotoAsync("/rekommendationer/hantera");
        await Take(page, "hantera");
    });

    [Fact(Explicit = true)]
    public Task Fee_notices() => site.Visit(Screen.Laptop, async page =>
    {
        await page.SignIn("ekonom");
        await page.GotoAsync("/rekommendationer/2016-nationell-stodfunktion/hantera/avgiftsbesked/2017");
        await page.GetByRole(AriaRole.Button, new() { Name = "Skriv ut alla" }).ClickAsync();
        await Expect(page.Locator("#sa-langt")).ToContainTextAsync("Alla 290", new() { Timeout = 300_000 });
        await Take(page, "avgiftsbesked");
    });

    /// <summary>A round as the handbook tells of it: a question that is prepared, what became of it, a reminder that is due and the report back.</summary>
    [Fact(Explicit = true)]
    public async Task A_round()
    {
        const string Slug = "2016-nationell-stodfunktion";
        await using var round = await MovedSite.Start(new DateOnly(2016, 6, 20));
        var all = await round.Municipalities();
        round.AnswersRecipient = address => address is "ks-1081@kommun.example" or "ks-2303@kommun.example" ? "550 5.1.1 No such user" : null;
        var dispatch = "";
        await round.Visit(async page =>
        {
            await page.SignIn("handlaggare");
            await page.ReadInContacts(all.Where(m => m.Code != "0125").Select(m => $"{m.Code};funktionsbrevlåda;ks-{m.Code}@kommun.example"));
            await page.Begin(Slug, "Förfrågan");
            await page.GetByLabel("Socialchefen i varje kommun").UncheckAsync();
            await page.Press("Spara och visa");
            dispatch = page.Path();
            await page.GotoAsync(dispatch);
            await Take(page, "utskick");
            await page.GotoAsync($"/rekommendationer/{Slug}/hantera/paminnelser");
            await page.Press("Spara dagarna");
        });
        await round.Release(dispatch, withoutThose: true);
        await round.Leave(287, _ => true);
        await round.Visit(async page =>
        {
            await page.SignIn("handlaggare");
            await page.UntilItSays(dispatch, ".fact", "287 av 290 lämnade till server.");
            await Take(page, "utskick-lamnat");
        });

        round.Clock.Set(new DateOnly(2016, 9, 16), new TimeOnly(9, 0));
        await round.Visit(async page =>
        {
            await page.SignIn("handlaggare");
            await page.ReadInAnswers(Slug, [.. all.Where((_, i) => i % 3 > 0).Select((m, i) => $"{m.Code}\t{(i % 12 == 5 ? "Nej" : "Ja")}\tSlutligt\tKommunstyrelsen\t2016-08-30\t§ {100 + i}\t2016-09-08\t\t")]);
            await page.GotoAsync($"/rekommendationer/{Slug}/hantera/paminnelser");
            await Take(page, "paminnelser");
            await page.GotoAsync($"/rekommendationer/{Slug}/hantera");
            await Take(page, "omgang");
        });

        round.Clock.Set(new DateOnly(2016, 10, 10), new TimeOnly(9, 0));
        await round.Visit(async page =>
        {
            await page.SignIn("handlaggare");
            await page.GotoAsync($"/rekommendationer/{Slug}/aterkoppling");
            await page.MakeReport();
            await Take(page, "aterkoppling");
        });
    }

    private static Task<byte[]> Take(IPage page, string name) => page.ScreenshotAsync(new()
    {
        Path = Path.Combine(Repository.Root, "docs", "pictures", $"{name}.png"),
        Animations = ScreenshotAnimations.Disabled,
        Caret = ScreenshotCaret.Hide,
    });
}
