using Kunskapsstyrning.Browser.Tests.Desk;
using Kunskapsstyrning.Browser.Tests.Running;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kunskapsstyrning.Browser.Tests.Accessibility;

/// <summary>Correcting, extending and renewing a recommendation in every state: empty, with every error, and with what it would change. Nothing is done, since others read the same.</summary>
[Collection(AtTheDesk.Turns)]
public sealed class OperationPageTests(Site site)
{
    private const string Hub = "/rekommendationer/2018-kunskapsstyrning/hantera";

    [Fact]
    public Task A_correction_empty_with_errors_and_with_what_it_changes() => site.Visit(async page =>
    {
        await page.SignIn("handlaggare");
        await page.GotoAsync($"{Hub}/ratta");
        await Faults.AreNowhereOn(page);
        await Shows(page, "Visa vad som ändras", "#fel");

        await page.Locator("#vad").SelectOptionAsync("svarsdag-1");
        await page.Locator("#stod").FillAsync("15 juni 2019");
        await page.Locator("#galler").FillAsync("14 juni 2019");
        await page.Locator("#skal").FillAsync("Skrivfel.");
        await page.Locator("#kalla").FillAsync("Följebrev 6 mars 2019");
        await page.Locator("#dag").FillAsync("2019-03-06");
        await page.GetByLabel("Alla som fick frågan").CheckAsync();
        await Shows(page, "Visa vad som ändras", "#betyder");
    });

    [Fact]
    public Task An_extension_empty_with_errors_and_with_what_it_means() => site.Visit(async page =>
    {
        await page.SignIn("handlaggare");
        await page.GotoAsync($"{Hub}/forlang");
        await Faults.AreNowhereOn(page);
        await Shows(page, "Visa vad det betyder", "#fel");

        await page.Locator("#beslutad").FillAsync("2022-06-10");
        await page.Locator("#kalla").FillAsync("Styrelsens protokoll 10 juni 2022");
        await Shows(page, "Visa vad det betyder", "#betyder");
        await Expect(page.Locator("#betyder")).ToContainTextAsync("Fortsätter utan nytt beslut");
    });

    [Fact]
    public Task A_longer_time_a_renewal_and_what_was_answered_last_time() => site.Visit(async page =>
    {
        await page.SignIn("handlaggare");
        await page.GotoAsync($"{Hub}/svarstid");
        await Faults.AreNowhereOn(page);
        await Shows(page, "Visa vad som ändras", "#fel");
        await page.Locator("#kommun").FillAsync("Ekerö");
        await page.Locator("#till").FillAsync("2019-12-31");
        await page.Locator("#skal").FillAsync("Fullmäktige sammanträder då.");
        await Shows(page, "Visa vad som ändras", "#betyder");

        await page.GotoAsync($"{Hub}/fornya");
        await Faults.AreNowhereOn(page);
        await Shows(page, "Skapa utkast", "#fel");
        await page.GotoAsync("/rekommendationer/2024-kunskapsbaserad-socialtjanst/hantera/forra-svaren");
        await Faults.AreNowhereOn(page);
        await page.GotoAsync(Hub);
        await Faults.AreNowhereOn(page);
    });

    private static async Task Shows(IPage page, string button, string what)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await Expect(page.Locator(what)).ToBeVisibleAsync();
        await Faults.AreNowhereOn(page);
    }
}
