using Microsoft.Playwright;
using Xunit;

namespace Kunskapsstyrning.Browser.Tests.Running;

/// <summary>Going about by keyboard.</summary>
internal static class Keys
{
    /// <summary>Throws away the draft that an earlier visit may have left in the log form.</summary>
    public static async Task StartOver(this IPage page)
    {
        await page.GotoAsync("/registrera");
        var startOver = page.Locator("button[form=borja-om]");
        if (await startOver.CountAsync() > 0) await startOver.ClickAsync();
    }

    /// <summary>Goes forward until the element has the focus.</summary>
    public static async Task TabTo(this IPage page, ILocator target)
    {
        for (var stops = 0; stops < 80; stops++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement")) return;
        }

        Assert.Fail($"The keyboard never comes to {target}.");
    }

    /// <summary>Goes forward to the field and types in it.</summary>
    public static async Task TabAndType(this IPage page, ILocator target, string text)
    {
        await page.TabTo(target);
        await page.Keyboard.TypeAsync(text);
    }
}
