using Kunskapsstyrning.Browser.Tests.Desk;
using Kunskapsstyrning.Browser.Tests.Running;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kunskapsstyrning.Browser.Tests.Accessibility;

/// <summary>Every state of the inbox and of what lies in it.</summary>
[Collection(AtTheDesk.Turns)]
public sealed class InboxPageTests(Site site)
{
    [Theory]
    [InlineData("/inkorg")]
    [InlineData("/inkorg?mapp=ej-kopplat")]
    [InlineData("/inkorg/vantar")]
    [InlineData("/inkorg?mapp=klart")]
    [InlineData("/inkorg?mapp=ror-inte-oss")]
    [InlineData("/inkorg?sok=KS")]
    [InlineData("/inkorg?sok=finns-inte")]
    public Task The_list(string address) => site.Visit(async page =>
    {
        await page.SignIn("registrator");
        await page.GotoAsync(address);
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        await Faults.AreNowhereOn(page);
    });

    [Fact]
    public Task The_list_after_a_file_that_is_not_taken() => site.Visit(async page =>
    {
        await page.SignIn("registrator");
        await page.GotoAsync("/inkorg");
        await page.Locator("details.add summary").ClickAsync();
        await page.Locator("#filer").SetInputFilesAsync(new FilePayload { Name = "program.pdf", MimeType = "application/pdf", Buffer = [0x4D, 0x5A, 0, 0, 1] });
        await page.GetByRole(AriaRole.Button, new() { Name = "Lägg i inkorgen" }).ClickAsync();
        await Expect(page.Locator("#fel")).ToContainTextAsync("program.pdf");
        await Faults.AreNowhereOn(page);
    });

    [Fact]
    public Task Everything_that_waits_with_every_part_of_the_page_open() => site.Visit(async page =>
    {
        await page.SignIn("handlaggare-2");
        var opened = 0;
        foreach (var folder in new[] { "/inkorg?sok=KS", "/inkorg?sok=Gemensam", "/inkorg?sok=antar", "/inkorg?sok=arbetsutskottet", "/inkorg?mapp=ej-kopplat" })
        {
            await page.GotoAsync(folder);
            foreach (var address in await page.Locator("table.mail tbody th a").EvaluateAllAsync<string[]>("links => links.slice(0, 2).map(a => a.getAttribute('href'))"))
            {
                await page.GotoAsync(address);
                await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
                await Faults.AreNowhereOn(page);
                opened++;
            }
        }

        Assert.InRange(opened, 4, 10);
    });

    [Fact]
    public Task A_message_with_errors_then_registered_then_its_twin_then_set_aside() => site.Visit(async page =>
    {
        var waits = site.Deliver("Alla lägen, sedan"); // so that there is one to go on to that nobody has open
        var letter = site.Deliver("Alla lägen");
        await page.SignIn("registrator");
        await page.FindArrived(waits);
        var address = await page.OpenArrived(letter);
        await page.Locator("#sammantradesdag").FillAsync("i går");
        await page.Save();
        await Expect(page.Locator("#fel li").First).ToBeVisibleAsync();
        await Faults.AreNowhereOn(page);

        await page.SetViewportSizeAsync(1280, 800);
        await page.Locator("#sammantradesdag").FillAsync("2025-03-04");
        await page.Locator("input[name=utfall][value=forbehall]").CheckAsync();
        await page.Locator("#villkor").FillAsync("Om kostnaden inte räknas upp.");
        await page.Save();
        await Expect(page.Locator("#sparat")).ToContainTextAsync(letter.From.Name);
        await Faults.AreNowhereOn(page);
        await page.GotoAsync(address);
        await Expect(page.Locator(".itemdone .st")).ToBeVisibleAsync();
        await Faults.AreNowhereOn(page);

        await page.OpenArrived(site.Deliver(letter with { Subject = "Alla lägen, igen" }));
        await Expect(page.Locator(".twins")).ToContainTextAsync("Samma handling");
        await Faults.AreNowhereOn(page);
        var twin = new Uri(page.Url).AbsolutePath;
        await page.SetViewportSizeAsync(1280, 800);
        await page.Locator("input[name=utfall][value=antar]").CheckAsync();
        await page.Save();
        await Expect(page.Locator("#val")).ToContainTextAsync("Samma handling");
        await Faults.AreNowhereOn(page);
        await page.GotoAsync(twin);
        await page.Locator(".twins").GetByRole(AriaRole.Button, new() { Name = "Det är en dubblett: lägg åt sidan" }).First.ClickAsync();
        await page.GotoAsync(twin);
        await Expect(page.Locator(".itemdone")).ToContainTextAsync("Lagt åt sidan");
        await Faults.AreNowhereOn(page);
    });
}
