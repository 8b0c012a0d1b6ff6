using Kunskapsstyrning.Browser.Tests.Accessibility;
using Kunskapsstyrning.Browser.Tests.Desk;
using Kunskapsstyrning.Browser.Tests.Running;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kunskapsstyrning.Browser.Tests.SignIn;

/// <summary>The ways in, in a real browser.</summary>
public sealed class SignInTests(Site site)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task A_code_signs_in_by_keyboard_at_320_px(bool scripts) => site.Visit(Screen.Narrow with { Scripts = scripts }, async page =>
    {
        await page.GotoAsync("/logga-in?returnUrl=%2Fkonto");
        await page.TabAndType(page.Locator("#epost"), Site.FirstAdministrator);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#kod")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(await site.CodeTo(Site.FirstAdministrator));
        await page.Keyboard.PressAsync("Enter");

        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/konto$", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Expect(page.Locator("dl")).ToContainTextAsync(Site.FirstAdministrator);
    });

    [Fact]
    public Task A_passkey_is_added_and_signs_in() => site.VisitByName(async page =>
    {
        await using var device = await Device.In(page);
        await page.SignIn("lasare");
        await page.GotoAsync("/konto");
        await page.GetByLabel("Vad ska den nya nyckeln heta?").FillAsync("Provdatorn");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lägg till nyckel" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Nyckeln är tillagd.");
        await Faults.AreNowhereOn(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "Logga ut", Exact = true }).ClickAsync();
        await page.GotoAsync("/logga-in?returnUrl=%2Fkonto");
        await page.GetByRole(AriaRole.Button, new() { Name = "Logga in med nyckel" }).ClickAsync();
        await Expect(page.Locator(".me")).ToContainTextAsync("Läsare på SKR");
        await Expect(page.GetByRole(AriaRole.Table, new() { Name = "Dina nycklar" })).Not.ToContainTextAsync("aldrig");

        await page.GetByRole(AriaRole.Button, new() { Name = "Ta bort Provdatorn" }).ClickAsync();
        await Expect(page.Locator("#fel")).ToContainTextAsync("Det är ditt enda sätt att logga in.");
    });

    [Fact]
    public Task A_device_without_the_passkey_is_told_so_in_words() => site.VisitByName(async page =>
    {
        await using var device = await Device.In(page);
        await page.GotoAsync("/logga-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Logga in med nyckel" }).ClickAsync();

        await Expect(page.GetByText("Nyckeln användes inte.")).ToBeVisibleAsync();
        await Faults.AreNowhereOn(page);
    });

    [Fact]
    public Task The_provider_signs_in_and_out() => site.Visit(async page =>
    {
        await page.GotoAsync("/logga-in?returnUrl=%2Fkonto");
        await page.GetByRole(AriaRole.Link, new() { Name = "Logga in med SKR-konto" }).ClickAsync();
        await Expect(page.Locator("dl")).ToContainTextAsync("Provledare Ett");
        await Faults.AreNowhereOn(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "Logga ut", Exact = true }).ClickAsync();
        await Expect(page).ToHaveURLAsync($"{site.Address}/utloggad");
        await Faults.AreNowhereOn(page);
        await page.GotoAsync("/konto");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Logga in", Exact = true })).ToBeVisibleAsync();
    });

    [Fact]
    public Task The_pages_have_no_faults_with_errors_either() => site.Visit(async page =>
    {
        await page.GotoAsync("/logga-in");
        await page.Locator("#epost").FillAsync("ingen adress");
        await page.GetByRole(AriaRole.Button, new() { Name = "Skicka kod" }).ClickAsync();
        await Expect(page.Locator("#fel")).ToBeFocusedAsync();
        await Faults.AreNowhereOn(page);

        await page.Locator("#epost").FillAsync("ingen@skr.example");
        await page.GetByRole(AriaRole.Button, new() { Name = "Skicka kod" }).ClickAsync();
        await page.Locator("#kod").FillAsync("12345678");
        await Faults.AreNowhereOn(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Logga in" }).ClickAsync();
        await Expect(page.Locator("#fel")).ToContainTextAsync("Koden stämmer inte.");
        await Faults.AreNowhereOn(page);
    });

    /// <summary>A device of the browser's own that holds passkeys and always says yes.</summary>
    private sealed class Device(ICDPSession session) : IAsyncDisposable
    {
        public static async Task<Device> In(IPage page)
        {
            var session = await page.Context.NewCDPSessionAsync(page);
            await session.SendAsync("WebAuthn.enable");
            await session.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
            {
                ["options"] = new Dictionary<string, object>
                {
                    ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
                },
            });
            return new Device(session);
        }

        public async ValueTask DisposeAsync() => await session.DetachAsync();
    }
}
