using Kunskapsstyrning.Browser.Tests.Running;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kunskapsstyrning.Browser.Tests.Desk;

/// <summary>What has arrived is dealt with by plain form posts, in a browser with scripts switched off.</summary>
[Collection(AtTheDesk.Turns)]
public sealed class InboxWithoutScriptTests(Site site)
{
    private static readonly Screen Scriptless = Screen.Wide with { Scripts = false };

    [Fact]
    public Task A_message_is_registered_and_put_with_its_twin_without_script() => site.Visit(Scriptless, async page =>
    {
        var waits = site.Deliver("Utan skript, sedan"); // so that there is one to go on to that nobody has open
        var letter = site.Deliver("Utan skript");
        await page.SignIn("registrator");
        await page.FindArrived(waits);
        await page.OpenArrived(letter);
        await page.Locator("input[name=utfall][value=antar]").CheckAsync();
        await page.Save();
        await Expect(page.Locator("#sparat")).ToContainTextAsync($"{letter.From.Name} är registrerat som Antagit.");

        var again = site.Deliver(letter with { Subject = "Utan skript, igen" });
        await page.OpenArrived(again);
        await Expect(page.Locator(".twins")).ToContainTextAsync("Samma handling");
        await Expect(page.Locator(".twins .pairs").First).ToContainTextAsync(letter.CaseNumber);
        await page.GetByRole(AriaRole.Button, new() { Name = "till det beslutet" }).First.ClickAsync();

        await page.GotoAsync("/inkorg?mapp=klart&sok=Utan+skript");
        await Expect(page.Locator("table.mail tbody tr")).ToHaveCountAsync(2);
    });

    [Fact]
    public Task A_message_is_set_aside_and_taken_back_without_script() => site.Visit(Scriptless, async page =>
    {
        var letter = site.Deliver("Åt sidan");
        await page.SignIn("registrator");
        var address = await page.OpenArrived(letter);
        await page.Locator("#skal-at-sidan").FillAsync("Dubblett");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lägg åt sidan" }).ClickAsync();

        await page.GotoAsync("/inkorg?mapp=ror-inte-oss&sok=%C3%85t+sidan");
        await page.Locator("table.mail tbody th a").ClickAsync();
        await Expect(page.Locator(".itemdone")).ToContainTextAsync("Lagt åt sidan: Dubblett");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ta tillbaka till inkorgen" }).ClickAsync();

        await page.GotoAsync(address);
        await Expect(page.Locator("form.log .who")).ToContainTextAsync(letter.From.Name);
    });
}
