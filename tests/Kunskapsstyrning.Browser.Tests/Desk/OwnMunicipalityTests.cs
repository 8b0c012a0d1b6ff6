using Kunskapsstyrning.Browser.Tests.Accessibility;
using Kunskapsstyrning.Browser.Tests.Running;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kunskapsstyrning.Browser.Tests.Desk;

/// <summary>A municipal registrar who comes once a year: the fee at once, the decision sent, what is registered confirmed; by keyboard, on the narrowest screen, and without script.</summary>
[Collection(AtTheDesk.Turns)]
public sealed class OwnMunicipalityTests(Site site)
{
    private const string Of2018 = "/min-kommun?rekommendation=2018-kunskapsstyrning";

    private static readonly FilePayload Extract = new()
    {
        Name = "KS § 12.txt", MimeType = "text/plain",
        Buffer = "Ekerö kommun\nKommunstyrelsen\nSammanträdesdatum 2025-03-04\n\n§ 12\nRekommendation om kunskapsbaserad socialtjänst (dnr KS 2025/34)\n\nBeslut\nKommunstyrelsen antar rekommendationen.\n"u8.ToArray(),
    };

    [Fact]
    public Task A_direct_link_shows_the_fee_with_its_years_before_anything_else() => site.Visit(Screen.Narrow with { Scripts = false }, async page =>
    {
        await page.GotoAsync("/kommuner/0125?rekommendation=2016-nationell-stodfunktion");

        await Expect(page.Locator(".sum")).ToHaveTextAsync("9 500 kr per år, 2017 och 2018");
        Assert.True((await page.Locator(".sum").BoundingBoxAsync())!.Y < 640, "One has to scroll to the fee.");
    });

    [Fact]
    public Task A_decision_is_sent_with_its_document_by_keyboard_on_a_narrow_screen() => site.Visit(Screen.Narrow, async page =>
    {
        await page.SignInByKeyboard("kommun-0125");
        await page.GotoAsync("/min-kommun");
        await page.TabTo(page.GetByRole(AriaRole.Link, new() { Name = "Skicka" }).First);
        await page.Keyboard.PressAsync("Enter");
        await page.TabTo(page.Locator("#utfall"));
        await page.Keyboard.PressAsync("Space");
        await page.TabTo(page.Locator("#niva"));
        await page.Keyboard.PressAsync("Space");
        await page.TabAndType(page.Locator("#organ"), "Kommunstyrelsen");
        await page.TabAndType(page.Locator("#sammantradesdag"), "fjärde mars");
        await page.TabAndType(page.Locator("#paragraf"), "§ 12");
        await page.TabAndType(page.Locator("#dnr"), "KS 2025/34");
        await page.TabTo(page.Locator("#handling"));
        await page.Locator("#handling").SetInputFilesAsync(Extract);
        await page.TabTo(page.GetByRole(AriaRole.Button, new() { Name = "Läs igenom svaret" }));
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator("#fel")).ToBeFocusedAsync();
        await Expect(page).ToHaveTitleAsync("Fel: Skicka beslut – Kunskapsstyrning");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#sammantradesdag")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("4 mars 2025");
        await Expect(page.Locator(".kept")).ToContainTextAsync("KS § 12.txt");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Kontrollera era svar");
        await page.TabTo(page.GetByRole(AriaRole.Button, new() { Name = "Skicka till SKR" }));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Mottaget – SKR granskar.");
        var reference = await page.Locator(".lead strong").InnerTextAsync();

        await page.TabTo(page.GetByRole(AriaRole.Link, new() { Name = "Till er sida" }));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".facts")).ToContainTextAsync("Mottaget – SKR granskar");
        await Expect(page.Locator("#skickat")).ToContainTextAsync(reference);
    });

    [Fact]
    public Task What_is_registered_is_confirmed_by_keyboard_and_an_error_takes_the_keyboard_to_its_list() => site.Visit(Screen.Narrow, async page =>
    {
        await page.SignInByKeyboard("kommun-0125");
        await page.GotoAsync(Of2018);
        await page.TabTo(page.GetByRole(AriaRole.Button, new() { Name = "Ja, det stämmer" }).First);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#registrerat")).ToContainTextAsync("Ni har bekräftat att det stämmer");

        await page.GotoAsync(Of2018);
        await page.TabTo(page.Locator("#registrerat summary").First);
        await page.Keyboard.PressAsync("Enter");
        await page.TabTo(page.Locator("#registrerat button[value=fel]").First);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#fel")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#registrerat textarea").First).ToBeFocusedAsync();
    });

    [Fact]
    public Task The_own_page_says_the_same_without_script() => site.Visit(Screen.Wide with { Scripts = false }, async page =>
    {
        await page.SignIn("kommun-0180");
        await page.GotoAsync(Of2018);
        var without = await page.Locator("main").InnerTextAsync();

        await site.Visit(async scripted =>
        {
            await scripted.SignIn("kommun-0180");
            await scripted.GotoAsync(Of2018);
            Assert.Equal(await scripted.Locator("main").InnerTextAsync(), without);
        });
        await page.Locator("details.reckoned summary").ClickAsync();
        await Expect(page.Locator("details.reckoned .calc")).ToBeVisibleAsync();
    });

    [Fact]
    public Task A_print_of_the_own_page_has_the_calculation() => site.Visit(async page =>
    {
        await page.SignIn("kommun-0180");
        await page.GotoAsync(Of2018);

        await page.EmulateMediaAsync(new() { Media = Media.Print });

        await Expect(page.Locator(".sum")).ToBeVisibleAsync();
        await Expect(page.Locator("details.reckoned .calc")).ToBeVisibleAsync();
        await Expect(page.Locator("main button:visible")).ToHaveCountAsync(0);
    });

    [Fact]
    public Task Another_municipality_s_item_and_document_are_closed() => site.Visit(async page =>
    {
        await page.SignIn("kommun-0180");
        var item = await page.Locator("#skickat tbody a").First.GetAttributeAsync("href");
        await page.GotoAsync(item!);
        var document = await page.Locator(".ledger a").GetAttributeAsync("href");

        await site.Visit(async other =>
        {
            await other.SignIn("kommun-0125");
            Assert.Equal(404, (await other.GotoAsync(item!))!.Status);
            Assert.Equal(403, (await other.GotoAsync(document!))!.Status);
        });
    });

    [Fact]
    public Task Every_state_of_the_own_pages_is_without_accessibility_faults() => site.Visit(async page =>
    {
        await page.SignIn("kommun-0125");
        await page.GotoAsync(Of2018);
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        await Faults.AreNowhereOn(page);
        await page.Locator("#registrerat button[value=fel]").First.ClickAsync();
        await Faults.AreNowhereOn(page);
        await page.Locator("#registrerat textarea").First.FillAsync("Paragrafen är 68.");
        await page.Locator("#registrerat button[value=fel]").First.ClickAsync();
        await Expect(page.Locator(".remark").Last).ToContainTextAsync("Paragrafen är 68.");
        await Faults.AreNowhereOn(page);

        await page.GotoAsync("/min-kommun/skicka");
        await Faults.AreNowhereOn(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Läs igenom svaret" }).ClickAsync();
        await Faults.AreNowhereOn(page);
        await page.Locator("#utfall").CheckAsync();
        await page.Locator("#niva").CheckAsync();
        await page.Locator("#organ").FillAsync("Kommunstyrelsen");
        await page.Locator("#sammantradesdag").FillAsync("2025-03-04");
        await page.Locator("#paragraf").FillAsync("§ 12");
        await page.Locator("#handling").SetInputFilesAsync(Extract);
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara och fortsätt senare" }).ClickAsync();
        await Expect(page.Locator(".note").First).ToContainTextAsync("Ni har ett påbörjat svar");
        await Faults.AreNowhereOn(page);
        await page.GotoAsync("/min-kommun/skicka/kontrollera");
        await Faults.AreNowhereOn(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Skicka till SKR" }).ClickAsync();
        await Faults.AreNowhereOn(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Till er sida" }).ClickAsync();
        await Faults.AreNowhereOn(page);
    });

    [Fact]
    public Task What_a_municipality_states_stands_beside_the_form_and_chooses_no_outcome() => site.Visit(async page =>
    {
        await page.SignIn("registrator");
        await page.GotoAsync("/inkorg?sok=Stockholms");
        await page.Locator("table.mail tbody th a").First.ClickAsync();

        await Expect(page.Locator(".stated")).ToContainTextAsync("Stockholms kommun anger: antar");
        await Expect(page.Locator(".stated")).ToContainTextAsync("Skickat av Stockholms kommun via webben");
        await Expect(page.Locator("input[name=utfall]:checked")).ToHaveCountAsync(0);
        await Faults.AreNowhereOn(page);
    });
}
