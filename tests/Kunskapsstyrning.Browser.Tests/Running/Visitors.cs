using Microsoft.Playwright;

namespace Kunskapsstyrning.Browser.Tests.Running;

/// <summary>A browser for all who visit, each with a profile of its own. Afterwards the page must have behaved: see <see cref="Manners"/>.</summary>
internal sealed class Visitors : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Visitors(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    public static async Task<Visitors> Come()
    {
        var program = ChromiumProgram.Find();
        var playwright = await Playwright.CreateAsync();
        return new Visitors(playwright, await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = program, Args = ChromiumProgram.Arguments }));
    }

    /// <summary>Someone visits an address.</summary>
    /// <param name="output">What the application has written, for a failing test.</param>
    /// <param name="others">Which other addresses the pages may ask.</param>
    public async Task Visit(Screen screen, string address, Func<IPage, Task> visit, Func<string> output, params IEnumerable<string> others)
    {
        await using var context = await _browser.NewContextAsync(screen.In(address));
        context.SetDefaultTimeout(15_000);
        var manners = new Manners(context, [address, .. others]);
        await visit(await context.NewPageAsync());
        manners.WereGood(output());
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
