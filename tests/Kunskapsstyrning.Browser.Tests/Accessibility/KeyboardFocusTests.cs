using Kunskapsstyrning.Browser.Tests.Desk;
using Kunskapsstyrning.Browser.Tests.Running;
using Microsoft.Playwright;
using Xunit;

namespace Kunskapsstyrning.Browser.Tests.Accessibility;

/// <summary>Whoever goes by keyboard always sees where they are.</summary>
public sealed class KeyboardFocusTests(Site site)
{
    private const int Stops = 45;

    [Theory]
    [InlineData("/", 1280)]
    [InlineData("/", 320)]
    [InlineData("/rekommendationer/2018-kunskapsstyrning?lan=09", 1280)]
    [InlineData("/rekommendationer/2018-kunskapsstyrning?lan=09", 320)]
    [InlineData("/kommuner/0125?rekommendation=2016-nationell-stodfunktion", 1280)]
    [InlineData("/kommuner/0125?rekommendation=2016-nationell-stodfunktion", 320)]
    [InlineData("/registrera", 1280)]
    [InlineData("/registrera", 320)]
    public Task The_focus_is_drawn_and_nothing_covers_it(string address, int width) => site.Visit(new Screen(width, 768), async page =>
    {
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        if (address == "/registrera") await page.SignIn("handlaggare");
        await page.GotoAsync(address);
        await page.EvaluateAsync("document.activeElement.blur()");
        var visited = 0;

        for (; visited < Stops; visited++)
        {
            await page.Keyboard.PressAsync("Tab");
            var fault = await page.EvaluateAsync<string?>(FaultOfFocus);
            if (fault == "end") break;
            Assert.True(fault is null, fault);
        }

        Assert.InRange(visited, 8, Stops);
    });

    /// <summary>Null when the focused element is inside the window, uncovered, and outlined; "end" when the focus has left the page.</summary>
    private const string FaultOfFocus = """
        () => {
          const e = document.activeElement;
          if (!e || e === document.body) return 'end';
          const what = e.outerHTML.slice(0, 140), box = e.getBoundingClientRect();
          if (box.bottom < 1 || box.top > innerHeight - 1 || box.right < 1 || box.left > innerWidth - 1) return `outside the window: ${what}`;
          const outlined = n => { const s = getComputedStyle(n); return (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2) || (n.closest('.map') && s.stroke !== 'none' && parseFloat(s.strokeWidth) >= 2); };
          if (![e, e.parentElement, e.closest('label'), ...e.querySelectorAll('use, span, svg')].some(n => n && outlined(n))) return `not outlined: ${what}`;
          const rect = [...e.getClientRects()].find(r => r.width > 0 && r.height > 0) ?? box;
          const x = Math.min(Math.max(rect.left + rect.width / 2, 1), innerWidth - 2), y = Math.min(Math.max(rect.top + rect.height / 2, 1), innerHeight - 2);
          const top = document.elementFromPoint(x, y);
          return !top || e.contains(top) || top.contains(e) || e.closest('label')?.contains(top) ? null : `covered by ${top.outerHTML.slice(0, 80)}: ${what}`;
        }
        """;
}
