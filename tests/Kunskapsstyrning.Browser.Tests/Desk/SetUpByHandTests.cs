using Kunskapsstyrning.Browser.Tests.Accessibility;
using Kunskapsstyrning.Browser.Tests.Running;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kunskapsstyrning.Browser.Tests.Desk;

/// <summary>
/// Matters of other kinds than those in the reference data are set up by hand, by keyboard, and sent: no line of code knows of them. On a site
/// of its own, since what is sent is public and changes what every visitor sees first.
/// </summary>
public sealed class SetUpByHandTests : IAsyncLifetime
{
    private readonly Site _site = new();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public Task Yrkesresan_is_a_highest_price_that_falls_as_more_join() => _site.Visit(async page =>
    {
        await page.SignInByKeyboard("handlaggare");
        await Begin(page, "Yrkesresan, ett gemensamt kompetensprogram för socialtjänsten", "Yrkesresan", "16 oktober 2026", "2027", "2030");
        await Expect(page.Locator(".fact")).ToHaveTextAsync("Utkast. Tre uppgifter saknas innan den kan skickas.");

        await Open(page, "Uppgifter");
        await page.TabAndType(page.Locator("#att-satser"), "att rekommendera kommunerna att gemensamt finansiera Yrkesresan.");
        await page.TabAndType(page.Locator("#brev-dag"), "2026-11-02");
        await page.TabAndType(page.Locator("#brev-till"), "kommunstyrelserna");
        await page.TabAndType(page.Locator("#brev-svar"), "registrator@skr.example");
        await page.TabAndType(page.Locator("#omgang-1-dag"), "30 april 2027");
        await page.TabAndType(page.Locator("#grans-andel-invanare"), "60");
        await page.TabAndType(page.Locator("#tid-1-dag"), "2026-12-01");
        await page.TabAndType(page.Locator("#tid-1-vad"), "Informationsmöte");
        await Press(page, AriaRole.Button, "Spara utkastet");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Se vad som är kvar" })).ToBeVisibleAsync();
        await Faults.AreNowhereOn(page);
        await Press(page, AriaRole.Link, "Se vad som är kvar");
        await Expect(page.Locator(".fact")).ToHaveTextAsync("Utkast. Inget saknas: den kan skickas.");

        await Open(page, "Avgiftsvillkor 2027–2030");
        await Choose(page, "slag", 4);
        await page.TabAndType(page.Locator("#sats"), "2,28");
        await page.TabAndType(page.Locator("#anslutning"), "60");
        await Choose(page, "folkmangdsdag", 1);
        await page.TabAndType(page.Locator("#kalla"), "Styrelsens beslut 16 oktober 2026");
        await Press(page, AriaRole.Button, "Spara villkoren");

        await SendIt(page);
        await page.GotoAsync("/rekommendationer/2026-yrkesresan");
        await Expect(page.Locator("#avgift")).ToContainTextAsync("Högst 2,28 kronor per invånare och år. Priset sjunker ju fler som är med.");
        await Expect(page.Locator("#om")).ToContainTextAsync("60 % av invånarna");
        await Faults.AreNowhereOn(page);
        await AnyoneSees("/rekommendationer/2026-yrkesresan", "Yrkesresan");
    });

    [Fact]
    public Task Inera_is_a_flat_amount_paid_once_without_a_deadline_that_the_council_must_decide() => _site.Visit(async page =>
    {
        await page.SignInByKeyboard("handlaggare");
        await Begin(page, "Förvärv av aktier i Inera", "Aktier i Inera", "16 oktober 2026", "2027", "2027");

        await Open(page, "Uppgifter");
        await page.TabAndType(page.Locator("#att-satser"), "att erbjuda kommunerna att förvärva aktier i Inera för 42 500 kronor. Beslutet fattas av kommunfullmäktige.");
        await page.TabAndType(page.Locator("#brev-dag"), "2026-11-02");
        await page.TabAndType(page.Locator("#brev-till"), "kommunfullmäktige");
        await page.TabAndType(page.Locator("#brev-svar"), "registrator@skr.example");
        await Press(page, AriaRole.Button, "Spara utkastet");
        await Press(page, AriaRole.Link, "Se vad som är kvar");

        await Open(page, "Avgiftsvillkor 2027");
        await Choose(page, "slag", 3);
        await page.TabAndType(page.Locator("#belopp"), "42 500");
        await Press(page, AriaRole.Button, "Spara villkoren");

        await SendIt(page);
        await Expect(page.Locator(".fact")).ToHaveTextAsync("Öppen för svar utan sista svarsdag.");
        await page.GotoAsync("/rekommendationer/2026-aktier-i-inera");
        await Expect(page.Locator("#avgift")).ToContainTextAsync("42\u00A0500\u00A0kr per år, lika för alla kommuner.");
        await Expect(page.Locator("#om")).ToContainTextAsync("Beslutet fattas av kommunfullmäktige.");
        await AnyoneSees("/rekommendationer/2026-aktier-i-inera", "Aktier i Inera");
    });

    private static async Task Begin(IPage page, string title, string shortTitle, string boardMeets, string first, string last)
    {
        await page.GotoAsync("/rekommendationer/hantera");
        await Press(page, AriaRole.Link, "Ny rekommendation");
        await page.TabAndType(page.Locator("#rubrik"), title);
        await page.TabAndType(page.Locator("#kort-rubrik"), shortTitle);
        await page.TabAndType(page.Locator("#styrelsemote"), boardMeets);
        await page.TabAndType(page.Locator("#forsta-ar"), first);
        await page.TabAndType(page.Locator("#sista-ar"), last);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("Utkastet är sparat. Bara SKR ser det.")).ToBeVisibleAsync();
    }

    /// <summary>In two steps: what becomes fixed is shown before it is done.</summary>
    private static async Task SendIt(IPage page)
    {
        await Open(page, "Skicka");
        await page.TabTo(page.Locator("input[name=offentlighet]").First);
        await page.Keyboard.PressAsync("ArrowUp");
        await Expect(page.Locator("input[name=offentlighet][value=svar]")).ToBeCheckedAsync();
        await Press(page, AriaRole.Button, "Visa vad som händer");
        await Expect(page.GetByText("går sedan inte att ändra")).ToBeVisibleAsync();
        await Faults.AreNowhereOn(page);
        await Press(page, AriaRole.Button, "Skicka rekommendationen");
        await Expect(page.GetByText("Rekommendationen är skickad.")).ToBeVisibleAsync();
    }

    private Task AnyoneSees(string address, string title) => _site.Visit(async page =>
    {
        await page.GotoAsync(address);
        await Expect(page.Locator("h1")).ToContainTextAsync(title);
        await Expect(page.Locator(".fact")).ToHaveTextAsync("Inget svar är registrerat.");
    });

    private static Task Open(IPage page, string row) => Press(page, AriaRole.Link, row);

    private static async Task Press(IPage page, AriaRole role, string name)
    {
        await page.TabTo(page.Locator("main").GetByRole(role, new() { Name = name, Exact = true }).First);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
    }

    /// <summary>The choice that stands so many steps below the first.</summary>
    private static async Task Choose(IPage page, string field, int steps)
    {
        await page.TabTo(page.Locator($"#{field}"));
        await page.Keyboard.PressAsync("Home");
        for (var step = 0; step < steps; step++) await page.Keyboard.PressAsync("ArrowDown");
    }
}
