using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Xunit;

namespace Kunskapsstyrning.Browser.Tests.Accessibility;

/// <summary>Looks a page over in light and dark, wide and narrow: by axe for WCAG 2.2 AA, and for anything that would scroll sideways.</summary>
internal static class Faults
{
    /// <summary>The width of an A4 sheet between its margins.</summary>
    private const int Sheet = 680;

    private static readonly (int Width, ColorScheme Scheme)[] Looks =
        [(1280, ColorScheme.Light), (1280, ColorScheme.Dark), (320, ColorScheme.Dark), (320, ColorScheme.Light)];

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>The page is open; it is looked over as it is, without loading it again.</summary>
    public static Task AreNowhereOn(IPage page) => AreNowhereIn(page, Looks);

    /// <summary>The same of an open page as it is printed.</summary>
    public static async Task AreNowhereOnPaper(IPage page)
    {
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await AreNowhereIn(page, [(Sheet, ColorScheme.Light)]);
    }

    private static async Task AreNowhereIn(IPage page, IEnumerable<(int Width, ColorScheme Scheme)> looks)
    {
        var found = new List<string>();
        await page.EvaluateAsync(Axe);
        foreach (var (width, scheme) in looks)
        {
            await page.SetViewportSizeAsync(width, 800);
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            found.AddRange((await page.EvaluateAsync<string[]>(AxeViolations)).Select(fault => $"{width} {scheme}: {fault}"));
            found.AddRange((await page.EvaluateAsync<string[]>(TooWide)).Select(element => $"{width} {scheme}: scrolls sideways: {element}"));
        }

        Assert.True(found.Count == 0, $"{page.Url}{Environment.NewLine}{string.Join(Environment.NewLine, found.Take(25))}");
    }

    /// <summary>The elements that reach outside the window, when the page is wider than it.</summary>
    private const string TooWide = """
        () => document.documentElement.scrollWidth <= innerWidth ? [] : [`${document.documentElement.scrollWidth} px wide`].concat(
          [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > innerWidth + 0.5 && !e.closest('.vh, .skip'))
            .slice(0, 5).map(e => e.outerHTML.slice(0, 120)))
        """;

    /// <summary>What axe finds, one line for each place. That it tried many rules is part of the finding.</summary>
    private const string AxeViolations = """
        async () => {
          const found = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'], preload: false });
          const faults = found.violations.flatMap(v => v.nodes.map(n => `${v.id} – ${v.help}: ${n.target} ${n.html.slice(0, 160)} ${n.failureSummary}`));
          return found.passes.length < 10 ? [`axe tried only ${found.passes.length} rules`, ...faults] : faults;
        }
        """;
}
