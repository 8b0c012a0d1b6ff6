using System.Globalization;
using Kunskapsstyrning.Browser.Tests.Desk;
using Kunskapsstyrning.Browser.Tests.Running;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kunskapsstyrning.Browser.Tests.Accessibility;

/// <summary>What is sent out, the words it is made of, and the receipt as a municipality sees it.</summary>
[Collection(AtTheDesk.Turns)]
public sealed class MessagePageTests(Site site)
{
    [Fact]
    public Task Moving_a_decision_empty_and_with_every_error() => site.Visit(async page =>
    {
        await page.SignIn("registrator");
        var decision = await page.LogDecision(site.TakeAnswered());
        await page.GotoAsync($"{decision}/flytta");
        await Faults.AreNowhereOn(page);

        await page.Locator("#kommun").FillAsync("Atlantis");
        await page.GetByRole(AriaRole.Button, new() { Name = "Flytta beslutet" }).ClickAsync();
        await Expect(page.Locator("#fel")).ToBeVisibleAsync();
        await Faults.AreNowhereOn(page);
    });

    [Fact]
    public Task A_receipt_sent_recalled_and_answered() => site.Visit(async page =>
    {
        await page.SignIn("registrator");
        var decision = await page.LogDecision(site.TakeAnswered());
        await page.GotoAsync($"{decision}/kvitto");
        await page.Locator("#mottagare").FillAsync("ingen adress");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lägg i kön" }).ClickAsync();
        await Expect(page.Locator("#fel")).ToBeVisibleAsync();
        await Faults.AreNowhereOn(page);
        await page.SetViewportSizeAsync(1280, 800);
        await page.Locator("#mottagare").FillAsync("registrator@kommun.example");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lägg i kön" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Återkalla" })).ToBeVisibleAsync();
        await Faults.AreNowhereOn(page);
        var receipt = await page.Locator("a[href^='/kvitto/']").First.GetAttributeAsync("href");
        var message = page.Url;
        await page.GotoAsync("/utskick");
        await Faults.AreNowhereOn(page);
        await page.GotoAsync(decision);
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        await Faults.AreNowhereOn(page);

        await page.GotoAsync(receipt!);
        await page.GetByRole(AriaRole.Button, new() { Name = "Skicka invändning" }).ClickAsync();
        await Expect(page.Locator("#fel")).ToBeVisibleAsync();
        await Faults.AreNowhereOn(page);
        await page.Locator("#invandning").FillAsync("Paragrafen ska vara § 13.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Skicka invändning" }).ClickAsync();
        await Expect(page.Locator(".note.marked")).ToContainTextAsync("Tack");
        await Faults.AreNowhereOn(page);
        await page.GotoAsync("/inkorg");
        await Expect(page.Locator("main")).ToContainTextAsync("Paragrafen ska vara § 13.");
        await Faults.AreNowhereOn(page);

        await page.GotoAsync(message);
        await Faults.AreNowhereOn(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Återkalla" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Återkalla" })).ToHaveCountAsync(0);
        await Faults.AreNowhereOn(page);
    });

    [Fact]
    public Task A_question_for_the_final_decision_and_what_waits_for_it() => site.Visit(async page =>
    {
        await page.SignIn("registrator");
        var municipality = site.TakeAnswered();
        var decision = await page.LogDecision(municipality, "antar", "forslag");
        await page.GotoAsync($"{decision}/fraga");
        await page.Locator("#folj-upp").FillAsync("snart");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lägg i kön" }).ClickAsync();
        await Expect(page.Locator("#fel")).ToBeVisibleAsync();
        await Faults.AreNowhereOn(page);
        await page.Locator("#mottagare").FillAsync("registrator@kommun.example");
        await page.Locator("#folj-upp").FillAsync(DateTime.Today.AddDays(40).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await page.GetByRole(AriaRole.Button, new() { Name = "Lägg i kön" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Återkalla" })).ToBeVisibleAsync();

        await page.GotoAsync("/inkorg/vantar");
        await Expect(page.Locator("table.regs")).ToContainTextAsync(municipality.Name);
        await Faults.AreNowhereOn(page);
    });

    [Theory]
    [InlineData("/utskick?lage=avvisad")]
    [InlineData("/mallar")]
    [InlineData("/kvitto")]
    [InlineData("/kvitto/0000-0000")]
    public Task Lists_and_pages_that_are_not_there(string address) => site.Visit(async page =>
    {
        await page.SignIn("administrator");
        await page.GotoAsync(address);
        await Faults.AreNowhereOn(page);
    });

    [Fact]
    public Task A_template_with_an_error_and_as_it_would_become() => site.Visit(async page =>
    {
        await page.SignIn("administrator");
        await page.GotoAsync("/mallar");
        await page.Locator("main a[href^='/mallar/']").First.ClickAsync();
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        await Faults.AreNowhereOn(page);

        await page.SetViewportSizeAsync(1280, 800);
        await page.GetByRole(AriaRole.Button, new() { Name = "Förhandsgranska" }).ClickAsync();
        await Expect(page.Locator("#visning")).ToContainTextAsync("Så här blir det");
        await Faults.AreNowhereOn(page);

        await page.SetViewportSizeAsync(1280, 800);
        await page.Locator("#text").FillAsync("Hej {okänt}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara som ny version" }).ClickAsync();
        await Expect(page.Locator("#fel")).ToBeVisibleAsync();
        await Faults.AreNowhereOn(page);
    });
}
