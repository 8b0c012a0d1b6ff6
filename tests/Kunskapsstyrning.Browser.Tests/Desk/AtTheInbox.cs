using Kunskapsstyrning.Browser.Tests.Running;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kunskapsstyrning.Browser.Tests.Desk;

/// <summary>What staff do with what has arrived.</summary>
internal static class AtTheInbox
{
    /// <summary>The mail is fetched every few seconds, and then read.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Waits until the message is fetched and read, and gives the address of its page.</summary>
    public static async Task<string> FindArrived(this IPage page, Letter letter)
    {
        var link = page.Locator("table.mail tbody th a").Filter(new() { HasText = letter.From.Name });
        for (var until = DateTimeOffset.UtcNow + Patience; DateTimeOffset.UtcNow < until; await Task.Delay(500))
        {
            await page.GotoAsync($"/inkorg?sok={Uri.EscapeDataString(letter.Subject)}");
            if (await link.CountAsync() > 0) return (await link.First.GetAttributeAsync("href"))!;
        }

        Assert.Fail($"”{letter.Subject}” never came to the inbox of {letter.From.Name}.");
        return "";
    }

    /// <summary>Opens the message.</summary>
    public static async Task<string> OpenArrived(this IPage page, Letter letter)
    {
        var address = await page.FindArrived(letter);
        await page.GotoAsync(address);
        await Expect(page.Locator("form.log .who")).ToContainTextAsync(letter.From.Name);
        return address;
    }

    public static Task Save(this IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Spara och nästa" }).ClickAsync();

    /// <summary>Selects words in the picture of the page with the mouse, from the first to the last.</summary>
    public static async Task SelectInDocument(this IPage page, string first, string last)
    {
        var from = await Box(page, first);
        var to = await Box(page, last);
        await page.Mouse.MoveAsync(from.X + 1, from.Y + (from.Height / 2));
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(to.X + to.Width - 1, to.Y + (to.Height / 2), new() { Steps = 8 });
        await page.Mouse.UpAsync();
    }

    private static async Task<LocatorBoundingBoxResult> Box(IPage page, string word) =>
        (await page.Locator(".page .over text:not(.no)").GetByText(word, new() { Exact = true }).First.BoundingBoxAsync())!;
}
