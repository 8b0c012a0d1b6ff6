using Kunskapsstyrning.Browser.Tests.Desk;
using Kunskapsstyrning.Browser.Tests.Running;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kunskapsstyrning.Browser.Tests.Rounds;

/// <summary>A dispatch from its first word until another has released it, by keyboard alone.</summary>
public sealed class DispatchByKeyboardTests : IAsyncLifetime
{
    private const string Dispatches = "/rekommendationer/2016-nationell-stodfunktion/utskick";

    private MovedSite _site = null!;

    [Fact]
    public async Task A_dispatch_is_prepared_looked_at_tried_and_released_by_another_without_the_mouse()
    {
        await _site.GiveAddress("handlaggare", "handlaggare@skr.example");
        var dispatch = "";
        await _site.Visit(async page =>
        {
            await page.SignIn("handlaggare");
            await page.ReadInContacts(["1080;funktionsbrevlåda;ks-1080@kommun.example", "1081;funktionsbrevlåda;ks-1081@kommun.example", "1082;funktionsbrevlåda;ks-1082@kommun.example", "1083;funktionsbrevlåda;ks-1083@kommun.example"]);
        });

        await _site.Visit(async page =>
        {
            await page.SignInByKeyboard("handlaggare");
            await page.GotoAsync(Dispatches);
            await page.TabTo(page.Locator("#slag"));
            await page.Keyboard.PressAsync("Space");
            await page.TabTo(Button(page, "Börja"));
            await page.Keyboard.PressAsync("Enter");
            await Expect(page.Locator("h1")).ToContainTextAsync("Förfrågan");

            await page.GotoAsync(page.Url + "#h-ord"); // as somebody does who leaps to a heading: hundreds lack an address still
            await page.TabAndType(page.Locator("#lan"), "Blek");
            await page.TabTo(page.Locator("input[name=socialchef]"));
            await page.Keyboard.PressAsync("Space");
            await page.TabTo(Button(page, "Spara och visa"));
            await page.Keyboard.PressAsync("Enter");
            await Expect(page.Locator(".fact")).ToHaveTextAsync("4 mottagare, 1 saknar adress.");

            await page.TabAndType(page.Locator("input[name=epost]"), "ks-1060@kommun.example");
            await page.Keyboard.PressAsync("Enter");
            await Expect(page.Locator(".fact")).ToHaveTextAsync("5 mottagare. Ingen saknar adress.");

            await page.TabAndType(page.Locator("#visa"), "Karlsk");
            await page.TabTo(Button(page, "Visa"));
            await page.Keyboard.PressAsync("Enter");
            await Expect(page.Locator("[aria-labelledby=visning] .sec-head p")).ToHaveTextAsync("Karlskrona, funktionsbrevlåda, ks-1080@kommun.example");
            await page.TabTo(Button(page, "Skicka det här som prov till mig"));
            await page.Keyboard.PressAsync("Enter");
            await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Provet är lämnat till servern. Det går till handlaggare@skr.example.");
            await Expect(page.Locator("[aria-labelledby=h-slapp]")).ToContainTextAsync("Du har själv förberett eller ändrat utskicket.");
            dispatch = page.Path();
        });

        Assert.Equal("handlaggare@skr.example", Assert.Single(_site.Taken).To);
        await _site.Visit(async page =>
        {
            await page.SignInByKeyboard("handlaggare-2");
            await page.GotoAsync(dispatch);
            await page.TabTo(Button(page, "Släpp utskicket"));
            await page.Keyboard.PressAsync("Enter");
            await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Utskicket är släppt. Meddelandena är köade och lämnas tidigast om fem minuter.");
        });
        Assert.Equal(5, (await _site.Leave(5, letter => letter.To.StartsWith("ks-", StringComparison.Ordinal))).Count);
    }

    public async ValueTask InitializeAsync() => _site = await MovedSite.Start(new DateOnly(2016, 6, 20));

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
