using System.IO.Compression;
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
        await Expect(page.Locator("#tabell caption")).ToContainTextAsync("visas: ej svarat, Norrbottens län. Urvalet: ");
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
        Assert.Matches(@"^228 av 290 kommuner hade antagit \(79 %\)\. De hade \d+ % av invånarna och skulle betala \d+,\d av högst 19,5 mkr per år\. Samlat system för kunskapsstyrning 2020–2023, läget 4 juli 2019\.", copied);
    });

    [Fact]
    public Task The_selection_is_taken_along_as_a_workbook_and_as_slides_whose_content_is_right() => site.Visit(async page =>
    {
        await page.GotoAsync(Of2018 + "?per=2019-07-04&lan=25&status=ej-svarat");
        var missing = await page.Locator("#tabell tbody th").AllInnerTextsAsync();
        Assert.InRange(missing.Count, 1, 13);

        await page.TabTo(page.GetByRole(AriaRole.Link, new() { Name = "Ta med läget" }));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".lead")).ToContainTextAsync("Norrbottens län");
        var workbook = await Taken(page, "Excel");
        var slides = await Taken(page, "PowerPoint");

        var list = Part(workbook, "xl/worksheets/sheet1.xml");
        Assert.All(missing, name => Assert.Contains(name, list, StringComparison.Ordinal));
        Assert.Equal(missing.Count, list.Split(">Ej svarat<").Length - 1);
        Assert.All(new[] { "Antagit", "Stockholms län" }, other => Assert.DoesNotContain(other, list, StringComparison.Ordinal));
        var about = string.Concat(workbook.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)).Select(e => Part(workbook, e.FullName)));
        Assert.All(new[] { "Om uttaget", "ej svarat, Norrbottens län" }, words => Assert.Contains(words, about + Part(workbook, "xl/workbook.xml"), StringComparison.Ordinal));
        Assert.Contains("228 av\u00A0290 kommuner hade antagit", Part(slides, "ppt/slides/slide1.xml"), StringComparison.Ordinal);
        var listed = Part(slides, "ppt/slides/slide4.xml");
        Assert.All(missing, name => Assert.Contains($"<a:t>{name}</a:t>", listed, StringComparison.Ordinal));
        Assert.Contains("4 juli 2019", Part(slides, "ppt/slides/slide1.xml").Replace('\u00A0', ' '), StringComparison.Ordinal);
    });

    [Fact]
    public Task The_months_play_until_they_are_paused() => site.Visit(async page =>
    {
        await page.Clock.InstallAsync();
        await page.GotoAsync(Of2018 + "?per=2019-03-04");

        await page.TabTo(page.Locator("#spela"));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("header .strip mark")).ToHaveTextAsync("4 maj 2019");
        await Expect(page.Locator("#spela")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator("#spela")).ToHaveTextAsync("Spela månaderna");
        var paused = await page.Locator("header .strip mark").InnerTextAsync();
        await page.Clock.RunForAsync(10_000);
        Assert.Equal(paused, await page.Locator("header .strip mark").InnerTextAsync());
    });

    /// <summary>The file that a link leads to, by keyboard.</summary>
    private static async Task<ZipArchive> Taken(IPage page, string kind)
    {
        var link = page.GetByRole(AriaRole.Link, new() { Name = kind, Exact = true });
        await page.TabTo(link);
        var download = await page.RunAndWaitForDownloadAsync(() => page.Keyboard.PressAsync("Enter"));
        return ZipFile.OpenRead(await download.PathAsync());
    }

    private static string Part(ZipArchive file, string path)
    {
        using var reader = new StreamReader(file.GetEntry(path)!.Open());
        return reader.ReadToEnd();
    }
}
