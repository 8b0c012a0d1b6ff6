using Kunskapsstyrning.Browser.Tests.Running;
using Kunskapsstyrning.Web;
using Microsoft.Playwright;

namespace Kunskapsstyrning.Bench;

/// <summary>What an officer waits for where terms are tried: from the key until the page has drawn what it gives for every municipality, in a real browser.</summary>
internal static class KeysMeasured
{
    private const string Slug = "2016-nationell-stodfunktion";
    private const string User = "handlaggare";
    private const int Warm = 40;
    private const int Times = 60;
    private const double Limit = 50;

    /// <summary>Notes when a key goes down, and when the next frame after a change of the result has been drawn.</summary>
    private const string Watch = """
        () => {
          const result = document.getElementById('h-blir').parentElement;
          window.waits = [];
          document.addEventListener('keydown', key => {
            const drawn = new MutationObserver(() => {
              drawn.disconnect();
              requestAnimationFrame(() => {
                const { port1, port2 } = new MessageChannel();
                port1.onmessage = () => window.waits.push(performance.now() - key.timeStamp);
                port2.postMessage(null);
              });
            });
            drawn.observe(result, { subtree: true, childList: true, characterData: true });
          });
        }
        """;

    public static async Task Measure(Contestants contestants, Report report)
    {
        report.Heading("Trying terms, in a browser");
        var (product, _) = await contestants.StartInDevelopment("keys");
        await using var stops = product;
        using var signedIn = await Browser.SignedIn(product, User);
        using var playwright = await Playwright.CreateAsync();
        await using var chromium = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = ChromiumProgram.Find(), Args = ChromiumProgram.Arguments });
        var page = await chromium.NewPageAsync();
        foreach (var cookie in signedIn.Cookies.Split("; ")) await page.Context.AddCookiesAsync([Named(cookie, product.Address)]);

        var years = contestants.Database.Facts.Recommendation(Slug)!.Periods[0].Years;
        await page.GotoAsync(new Uri(product.Address, Urls.ToFees(Slug, years, "prova")).ToString());
        await page.Locator("#prova[data-live]").WaitForAsync();
        await page.FillAsync("#b-sats", "0,35");
        await page.EvaluateAsync(Watch);
        var waits = new List<double>();
        for (var key = 0; key < Warm + Times; key++) waits.Add(await Press(page, key));
        report.AtMost("From a key to the screen, median", Cost.Median(waits.Skip(Warm)), Limit, "ms");
    }

    /// <summary>Another rate, and back again.</summary>
    private static async Task<double> Press(IPage page, int number)
    {
        await page.Locator("#b-sats").PressAsync(number % 2 == 0 ? "1" : "Backspace");
        await page.WaitForFunctionAsync("number => window.waits.length > number", number);
        return await page.EvaluateAsync<double>("number => window.waits[number]", number);
    }

    private static Microsoft.Playwright.Cookie Named(string cookie, Uri address)
    {
        var at = cookie.IndexOf('=', StringComparison.Ordinal);
        return new Microsoft.Playwright.Cookie { Name = cookie[..at], Value = cookie[(at + 1)..], Url = address.ToString() };
    }
}
