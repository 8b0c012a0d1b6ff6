using Kunskapsstyrning.Browser.Tests.Desk;
using Kunskapsstyrning.Browser.Tests.Running;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kunskapsstyrning.Browser.Tests.Accessibility;

/// <summary>Contacts and the register of municipalities in every state, by keyboard on the narrowest screen, and without script.</summary>
[Collection(AtTheDesk.Turns)]
public sealed class ContactPageTests(Site site)
{
    [Fact]
    public Task A_municipality_writes_down_its_address_by_keyboard_on_a_narrow_screen() => site.Visit(Screen.Narrow, async page =>
    {
        await page.SignInByKeyboard("kommun-0180");
        await page.GotoAsync("/min-kommun");
        await page.TabTo(page.GetByRole(AriaRole.Link, new() { Name = "Era kontakter" }));
        await page.Keyboard.PressAsync("Enter");
        await page.TabTo(page.Locator("#registrator-epost"));
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("ingen adress");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator("#fel")).ToBeFocusedAsync();
        await Expect(page).ToHaveTitleAsync("Fel: Era kontakter – Kunskapsstyrning");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#registrator-epost")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("registrator@stockholm.example");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Kontakten är sparad.");
        await Expect(page.Locator("#registrator-epost")).ToHaveValueAsync("registrator@stockholm.example");
    });

    [Fact]
    public Task Contacts_in_every_state_are_without_accessibility_faults() => site.Visit(async page =>
    {
        await page.SignIn("registrator");
        const string Address = "/kommuner/2418/kontakter";
        await page.GotoAsync(Address);
        await Faults.AreNowhereOn(page);
        await page.Locator("#socialchef button[value=spara]").ClickAsync();
        await Expect(page.Locator("#fel")).ToBeVisibleAsync();
        await Faults.AreNowhereOn(page);

        var other = await page.Context.NewPageAsync();
        await page.GotoAsync(Address);
        await other.GotoAsync(Address);
        await other.Locator("#socialchef-epost").FillAsync("den.forsta.med.en.lang.adress.som.inte.far.plats@socialforvaltningen.kommun.example");
        await other.Locator("#socialchef button[value=spara]").ClickAsync();
        await Expect(other.GetByRole(AriaRole.Status)).ToBeVisibleAsync();
        await other.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        await Faults.AreNowhereOn(other);
        await page.Locator("#socialchef-epost").FillAsync("den.andra@kommun.example");
        var answer = await page.RunAndWaitForResponseAsync(() => page.Locator("#socialchef button[value=spara]").ClickAsync(), response => response.Request.Method == "POST");
        Assert.Equal(409, answer.Status);
        await Expect(page.Locator(".conflict")).ToBeVisibleAsync();
        await Faults.AreNowhereOn(page);

        foreach (var state in (string[])["", "?lage=saknas", "?lage=alla&lan=01"])
        {
            await page.GotoAsync("/kontakter" + state);
            await Faults.AreNowhereOn(page);
        }
    });

    [Fact]
    public Task The_register_and_what_a_change_means_are_without_accessibility_faults() => site.Visit(Screen.Wide with { Scripts = false }, async page =>
    {
        await page.SignIn("administrator");
        await page.GotoAsync("/administration/kommuner/0128");
        await page.Locator("#ihop-med").FillAsync("Ekerö");
        await page.Locator("#ihop-kod").FillAsync("0199");
        await page.Locator("#ihop-blir").FillAsync("Ekerö-Salem");
        await page.Locator("#ihop-fran").FillAsync("1 januari 2099");
        await page.Locator("#ihop-skal").FillAsync("Regeringens beslut");
        await page.Locator("#ihop-andra button").ClickAsync();
        await Expect(page.Locator("#betyder")).ToContainTextAsync("Antalet kommuner går från 290 till 289.");
        var means = await page.ContentAsync();

        await site.Visit(async scripted =>
        {
            await scripted.SignIn("administrator");
            await scripted.GotoAsync("/administration/kommuner");
            await Faults.AreNowhereOn(scripted);
            await scripted.GotoAsync("/administration/kommuner/0128");
            await Faults.AreNowhereOn(scripted);
            await scripted.Locator("#dela-andra button").ClickAsync();
            await Expect(scripted.Locator("#fel")).ToBeVisibleAsync();
            await Faults.AreNowhereOn(scripted);
            await scripted.Locator("#namn-namn").FillAsync("Salemsstaden");
            await scripted.Locator("#namn-fran").FillAsync("1 januari 2099");
            await scripted.Locator("#namn-skal").FillAsync("Regeringens beslut");
            await scripted.Locator("#namn-andra button").ClickAsync();
            await Expect(scripted.Locator("#betyder")).ToContainTextAsync("Salemsstaden från och med");
            await Faults.AreNowhereOn(scripted);
        });
        Assert.Contains("Genomför ändringen", means, StringComparison.Ordinal);
    });
}
