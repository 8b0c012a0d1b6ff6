using Kunskapsstyrning.Browser.Tests.Desk;
using Kunskapsstyrning.Browser.Tests.Running;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kunskapsstyrning.Browser.Tests.Rounds;

/// <summary>
/// The round of 2019: a letter with the wrong years and its correction to exactly those who got them, the report of the autumn, the window for late joiners, and
/// the same report once more when nearly all have joined. The answers are those of the example data, whose course is the published one.
/// </summary>
public sealed class Round2019Tests : IAsyncLifetime
{
    private const string Slug = "2018-kunskapsstyrning";
    private const string Wrong = "Finansieringen gäller 2020–2024";
    private const string Lacking = "0980";
    private const string Refused = "0114";

    /// <summary>Adopted with or without reservation, declined, on the way, silent.</summary>
    private static readonly int[] OfTheAutumn = [260, 21, 0, 9];

    private MovedSite _site = null!;

    [Fact]
    public async Task A_correction_goes_to_exactly_those_who_got_the_wrong_years()
    {
        var all = await _site.Municipalities();
        _site.AnswersRecipient = address => address == To(Refused) ? "550 5.1.1 No such user" : null;
        await _site.Visit(async page =>
        {
            await page.SignIn("registrator");
            await page.ReadInContacts(all.Where(m => m.Code != Lacking).Select(m => $"{m.Code};funktionsbrevlåda;{To(m.Code)}"));
        });
        var wrong = await Ask(288, withoutThose: true, async page =>
        {
            var text = page.Locator("#text");
            await text.FillAsync((await text.InputValueAsync()).Replace("{rekommendation}.", $"{{rekommendation}}. {Wrong}.", StringComparison.Ordinal));
        });
        _site.AnswersRecipient = _ => null;

        _site.Clock.Set(new DateOnly(2019, 3, 7), new TimeOnly(9, 0));
        var right = await Ask(2, withoutThose: false, async page => await page.Locator("#urval").SelectOptionAsync("ej-nadda"), To(Lacking));
        var dispatch = "";
        await _site.Visit(async page =>
        {
            await page.SignIn("handlaggare");
            await page.Begin(Slug, $"Rättelsen av ”{Wrong}”");
            await Expect(page.Locator(".fact")).ToHaveTextAsync("288 mottagare. Ingen saknar adress.");
            dispatch = page.Path();
        });
        await _site.Release(dispatch);
        var corrections = await _site.Leave(288, _ => true);

        Assert.All(wrong, letter => Assert.Contains(Wrong, letter.Body, StringComparison.Ordinal));
        Assert.Equal([To(Refused), To(Lacking)], right.Select(letter => letter.To).Order(StringComparer.Ordinal));
        Assert.All(right, letter => Assert.Contains("Samlat system för kunskapsstyrning 2020–2023", letter.Body, StringComparison.Ordinal));
        Assert.Equal(wrong.Select(letter => letter.To).Order(StringComparer.Ordinal), corrections.Select(letter => letter.To).Order(StringComparer.Ordinal));
        Assert.All(corrections, letter => Assert.Contains($"Det stod: {Wrong}\nRätt är: Finansieringen gäller för fyra år, 2020–2023", letter.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_report_of_the_autumn_is_the_same_when_nearly_all_have_joined_some_of_them_in_the_window_for_late_joiners()
    {
        var (report, paper, workbook) = ("", "", Array.Empty<byte>());
        _site.Clock.Set(new DateOnly(2019, 10, 15), new TimeOnly(9, 0));
        await _site.Visit(async page =>
        {
            await page.SignIn("handlaggare");
            await page.ReadInAnswers(Slug, Course2018.Rows("2019-03-06", "2019-10-14"));
            await page.GotoAsync($"/rekommendationer/{Slug}/aterkoppling");
            await page.MakeReport();
            Assert.Equal(OfTheAutumn, Grouped(await page.OutcomeOfReport()));
            (report, paper, workbook) = (page.Path(), await Paper(page), await Workbook(page));
        });

        var inWindow = Course2018.Between("2019-11-28", "2019-12-15")[0];
        var afterIt = Course2018.Between("2019-12-16", "2020-01-15")[0];
        await Joins(inWindow, new DateOnly(2019, 12, 10), "Kommer in under sen anslutning.", "sen anslutning");
        await Joins(afterIt, new DateOnly(2019, 12, 17), "Kommer in sent.", "sent");

        _site.Clock.Set(new DateOnly(2022, 1, 31), new TimeOnly(9, 0));
        await _site.Visit(async page =>
        {
            await page.SignIn("handlaggare");
            await page.ReadInAnswers(Slug, Course2018.Rows("2019-10-15", "2022-01-31", inWindow, afterIt));
            await page.GotoAsync($"/rekommendationer/{Slug}");
            await Expect(page.Locator(".fact").First).ToContainTextAsync("288 av 290 kommuner har antagit");
            Assert.Equal(OfTheAutumn, Grouped(await page.OutcomeOfOverview(Slug, "2019-10-15")));

            await page.GotoAsync(report);
            await Expect(page.GetByText("Gjord på nytt blir den likadan.")).ToBeVisibleAsync();
            Assert.Equal(workbook, await Workbook(page));
            await page.GotoAsync($"/rekommendationer/{Slug}/aterkoppling");
            await page.MakeReport("Återkoppling 2019-10-15, läget 15 oktober 2019");
            Assert.NotEqual(report, page.Path());
            Assert.Equal(paper, await Paper(page));
        });
    }

    public async ValueTask InitializeAsync() => _site = await MovedSite.Start(new DateOnly(2019, 3, 4));

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private static string To(string code) => $"ks-{code}@kommun.example";

    /// <summary>Asks the municipalities, in words and to those that somebody has chosen, and gives the letters that leave.</summary>
    private async Task<IReadOnlyList<TakenLetter>> Ask(int many, bool withoutThose, Func<IPage, Task> choose, string? address = null)
    {
        var dispatch = "";
        await _site.Visit(async page =>
        {
            await page.SignIn("handlaggare");
            await page.Begin(Slug, "Förfrågan");
            await choose(page);
            await page.GetByLabel("Socialchefen i varje kommun").UncheckAsync();
            await page.Press("Spara och visa");
            await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Utskicket är sparat.");
            if (address is not null)
            {
                await page.Locator("input[name=epost]").FillAsync(address);
                await page.GetByRole(AriaRole.Button, new() { Name = "Spara adressen till" }).ClickAsync();
                await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Adressen är sparad");
            }

            dispatch = page.Path();
        });
        await _site.Release(dispatch, withoutThose);
        return await _site.Leave(many, _ => true);
    }

    /// <summary>An answer that came the same day is registered by hand: what is said while it is typed, and how it is marked on the recommendation's page.</summary>
    private async Task Joins(string code, DateOnly day, string said, string mark)
    {
        _site.Clock.Set(day, new TimeOnly(9, 0));
        await _site.Visit(async page =>
        {
            await page.SignIn("registrator");
            await page.GotoAsync($"/registrera?kommun={code}&rekommendation={Slug}");
            await page.Locator("input[name=utfall][value=antar]").CheckAsync();
            await page.Locator("#niva").SelectOptionAsync("slutligt");
            await page.Locator("#organ").FillAsync("Kommunstyrelsen");
            await page.Locator("#sammantradesdag").FillAsync("2019-12-03");
            await page.Locator("#paragraf").FillAsync("§ 212");
            await Expect(page.Locator("aside.beside")).ToContainTextAsync(said);
            await page.Save();
            await Expect(page.Locator("#sparat")).ToContainTextAsync("är registrerat som Antagit.");
            await page.GotoAsync($"/rekommendationer/{Slug}?sok={code}");
            await Expect(page.Locator("#tabell tbody tr .late")).ToHaveTextAsync(mark);
        });
    }

    /// <summary>The report itself, without what SKR alone sees of it.</summary>
    private static Task<string> Paper(IPage page) => page.Locator(".paper").EvaluateAsync<string>("paper => { const copy = paper.cloneNode(true); copy.querySelectorAll('.noprint').forEach(part => part.remove()); return copy.innerHTML; }");

    private static async Task<byte[]> Workbook(IPage page) =>
        await (await page.APIRequest.GetAsync((await page.GetByRole(AriaRole.Link, new() { Name = "Hämta i Excel" }).GetAttributeAsync("href"))!)).BodyAsync();

    private static int[] Grouped(IReadOnlyList<string> outcome)
    {
        var counts = outcome.Select(line => int.Parse(line.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)).ToList();
        return [counts[0] + counts[1], .. counts.Skip(2)];
    }
}
