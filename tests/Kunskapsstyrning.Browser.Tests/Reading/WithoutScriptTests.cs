using Kunskapsstyrning.Browser.Tests.Desk;
using Kunskapsstyrning.Browser.Tests.Running;
using Xunit;

namespace Kunskapsstyrning.Browser.Tests.Reading;

/// <summary>Pages that are read say the same with scripts switched off. Takes turns with those who log answers, which change what is read.</summary>
[Collection(AtTheDesk.Turns)]
public sealed class WithoutScriptTests(Site site)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/rekommendationer/2018-kunskapsstyrning")]
    [InlineData("/rekommendationer/2018-kunskapsstyrning?per=2019-09-15&lan=01")]
    [InlineData("/kommuner/0125?rekommendation=2016-nationell-stodfunktion")]
    [InlineData("/kommuner?sok=ek")]
    public async Task The_same_is_read_without_script(string address)
    {
        Assert.Equal(await Text(Screen.Wide, address), await Text(Screen.Wide with { Scripts = false }, address));
    }

    private async Task<string> Text(Screen screen, string address)
    {
        var text = "";
        await site.Visit(screen, async page =>
        {
            await page.GotoAsync(address);

            // What copies for the reader is not read, and only there where it can.
            if (screen.Scripts) await page.Locator("main button[data-kopiera]").EvaluateAllAsync<int>("buttons => buttons.map(button => button.hidden = true).length");
            text = await page.Locator("main").InnerTextAsync();
        });
        Assert.NotEmpty(text);
        return text;
    }
}
