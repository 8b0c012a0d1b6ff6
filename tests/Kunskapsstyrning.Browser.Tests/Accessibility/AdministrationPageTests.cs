using Kunskapsstyrning.Browser.Tests.Desk;
using Kunskapsstyrning.Browser.Tests.Running;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kunskapsstyrning.Browser.Tests.Accessibility;

/// <summary>The pages of those who manage people: as they open, with every error, and after something was done.</summary>
public sealed class AdministrationPageTests(Site site)
{
    [Theory]
    [InlineData("/administration")]
    [InlineData("/administration/personer?visa=alla")]
    [InlineData("/administration/personer?sok=ingen+heter+så")]
    [InlineData("/administration/leverantorer")]
    [InlineData("/administration/roller")]
    [InlineData("/administration/publicitet")]
    public Task A_page_has_no_faults(string address) => site.Visit(async page =>
    {
        await page.SignIn("administrator");
        await page.GotoAsync(address);
        await Faults.AreNowhereOn(page);
    });

    [Fact]
    public Task Inviting_without_script_with_every_error_and_then_right() => site.Visit(Screen.Narrow with { Scripts = false }, async page =>
    {
        await page.SignIn("administrator");
        await page.GotoAsync("/administration/personer/bjud-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Skicka inbjudan" }).ClickAsync();
        await Expect(page.Locator("#fel")).ToContainTextAsync("Tre uppgifter behöver rättas");

        await page.Locator("#namn").FillAsync("Nykomling");
        await page.Locator("#epost").FillAsync($"{Guid.NewGuid():N}@kommun.example");
        await page.Locator("#roll").SelectOptionAsync("kommun");
        await page.Locator("#kommun").FillAsync("Kil");
        await page.GetByRole(AriaRole.Button, new() { Name = "Skicka inbjudan" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Inbjudan är på väg.");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Nykomling");
    });

    [Fact]
    public Task A_persons_page_in_every_state() => site.Visit(async page =>
    {
        await page.SignIn("administrator");
        await page.GotoAsync("/administration/personer/bjud-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Skicka inbjudan" }).ClickAsync();
        await Expect(page.Locator("#fel")).ToBeFocusedAsync();
        await Faults.AreNowhereOn(page);

        await page.Locator("#namn").FillAsync("Prov Person");
        await page.Locator("#epost").FillAsync($"{Guid.NewGuid():N}@skr.example");
        await page.Locator("#roll").SelectOptionAsync("lasare");
        await page.GetByRole(AriaRole.Button, new() { Name = "Skicka inbjudan" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();
        await Faults.AreNowhereOn(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "Avsluta behörigheten" }).ClickAsync();
        await Expect(page.Locator("#fel")).ToBeFocusedAsync();
        await Faults.AreNowhereOn(page);
        await page.Locator("#skal").FillAsync("Har slutat");
        await page.GetByRole(AriaRole.Button, new() { Name = "Avsluta behörigheten" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("Personen kan inte logga in.");
        await Faults.AreNowhereOn(page);
    });

    [Fact]
    public Task A_provider_that_the_configuration_sets_and_one_that_is_typed_with_errors() => site.Visit(async page =>
    {
        await page.SignIn("administrator");
        await page.GotoAsync("/administration/leverantorer");
        await page.GetByRole(AriaRole.Link, new() { Name = "SKR-konto" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("Inställd av driften.");
        await Faults.AreNowhereOn(page);

        await page.GotoAsync("/administration/leverantorer/ny");
        await Faults.AreNowhereOn(page);
        await page.Locator("#uppgift-1").FillAsync("groups");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lägg till leverantören" }).ClickAsync();
        await Expect(page.Locator("#fel")).ToBeFocusedAsync();
        await Faults.AreNowhereOn(page);
    });

    [Fact]
    public Task A_municipality_and_its_colleagues() => site.Visit(async page =>
    {
        await page.SignIn("kommun-0125");
        await page.GotoAsync("/min-kommun/kollegor/bjud-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Skicka inbjudan" }).ClickAsync();
        await Expect(page.Locator("#fel")).ToBeFocusedAsync();
        await Faults.AreNowhereOn(page);

        await page.Locator("#namn").FillAsync("Ny Kollega");
        await page.Locator("#epost").FillAsync($"{Guid.NewGuid():N}@kommun.example");
        await page.GetByRole(AriaRole.Button, new() { Name = "Skicka inbjudan" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Inbjudan är på väg.");
        await Faults.AreNowhereOn(page);

        await page.GetByRole(AriaRole.Link, new() { Name = "Avsluta din egen behörighet" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Avsluta behörigheten" }).ClickAsync();
        await Expect(page.Locator("#fel")).ToBeFocusedAsync();
        await Faults.AreNowhereOn(page);
        await page.GotoAsync("/min-kommun/kollegor");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ta tillbaka inbjudan av Ny Kollega" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Inbjudan är tillbakatagen.");
    });
}
