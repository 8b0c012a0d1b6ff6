using Kunskapsstyrning.Browser.Tests.Accessibility;
using Kunskapsstyrning.Browser.Tests.Running;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kunskapsstyrning.Browser.Tests.Desk;

/// <summary>The document and the form beside it.</summary>
[Collection(AtTheDesk.Turns)]
public sealed class InboxItemTests(Site site)
{
    [Fact]
    public Task A_field_in_focus_shows_its_passage_and_words_selected_in_the_document_fill_it() => site.Visit(Screen.Laptop, async page =>
    {
        var letter = site.Deliver("Visa stället");
        await page.SignIn("registrator");
        await page.OpenArrived(letter);
        await Expect(page.Locator("#dnr")).ToHaveValueAsync(letter.CaseNumber);
        var chip = page.Locator(".line:has(#dnr) .ref-link");

        await page.Locator("#dnr").FocusAsync();
        var passage = page.Locator(".page .over g.here");
        await Expect(passage).ToHaveCountAsync(1);
        Assert.Equal(await chip.GetAttributeAsync("href"), $"#{await passage.GetAttributeAsync("id")}");
        await Expect(passage).ToBeInViewportAsync();

        await page.Locator("#organ").FocusAsync();
        await page.SelectInDocument("Sammanfattning", "ärendet");
        await Expect(page.Locator("#organ")).ToHaveValueAsync("Sammanfattning av ärendet");
        await Expect(page.Locator("#organ")).ToBeFocusedAsync();
    });

    [Fact]
    public Task The_outcome_is_never_chosen_when_something_is_opened() => site.Visit(async page =>
    {
        await page.SignIn("handlaggare-2");
        var opened = 0;
        foreach (var folder in new[] { "/inkorg", "/inkorg?mapp=ej-kopplat" })
        {
            await page.GotoAsync(folder);
            foreach (var address in await page.Locator("table.mail tbody th a").EvaluateAllAsync<string[]>("links => links.map(a => a.getAttribute('href'))"))
            {
                await page.GotoAsync(address);
                await Expect(page.Locator("input[name=utfall]")).ToHaveCountAsync(6);
                await Expect(page.Locator("input[name=utfall]:checked")).ToHaveCountAsync(0);
                opened++;
            }
        }

        Assert.InRange(opened, 5, 100);
    });

    [Fact]
    public Task On_a_narrow_screen_tabs_lead_to_the_document_and_to_the_form() => site.Visit(Screen.Narrow, async page =>
    {
        var letter = site.Deliver("Smal skärm");
        await page.SignIn("registrator");
        await page.OpenArrived(letter);

        await page.GetByRole(AriaRole.Link, new() { Name = "Formuläret" }).ClickAsync();
        await Expect(page.Locator("form.log .who")).ToBeInViewportAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Handlingen", Exact = true }).ClickAsync();
        await Expect(page.Locator("#h-doc")).ToBeInViewportAsync();
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
    });

    [Fact]
    public Task On_a_narrow_screen_the_text_comes_at_once_and_the_page_when_it_or_a_mark_is_asked_for() => site.Visit(Screen.Narrow with { Scripts = false }, async page =>
    {
        var letter = site.Deliver("Läsa på telefon");
        await page.SignIn("registrator");
        await page.OpenArrived(letter);
        var (text, picture) = (page.Locator("#som-text .sheet"), page.Locator(".page img").First);
        await Expect(text).ToContainTextAsync(letter.CaseNumber);
        await Expect(text).ToBeVisibleAsync();
        await Expect(picture).ToBeHiddenAsync();

        await page.Locator(".line:has(#dnr) .ref-link").ClickAsync();
        await Expect(picture).ToBeVisibleAsync();
        await Expect(page.Locator(".page .over g:target")).ToBeInViewportAsync();
    });

    [Fact]
    public async Task What_is_typed_about_a_message_outlives_the_browser()
    {
        var letter = site.Deliver("Utkast");
        await site.Visit(async page =>
        {
            await page.SignIn("administrator");
            await page.OpenArrived(letter);
            await page.Locator("input[name=utfall][value=avstar]").CheckAsync();
            await page.Locator("#skal").FillAsync("Nämnden avvaktar.");
            await Expect(page.Locator("#utkast")).ToContainTextAsync("Utkast sparat");
        });

        await site.Visit(async page =>
        {
            await page.SignIn("administrator");
            await page.OpenArrived(letter);

            await Expect(page.Locator("form.log .who")).ToContainTextAsync("Utkast från");
            await Expect(page.Locator("input[name=utfall][value=avstar]")).ToBeCheckedAsync();
            await Expect(page.Locator("#skal")).ToHaveValueAsync("Nämnden avvaktar.");
        });
    }

    [Fact]
    public Task The_second_to_register_a_message_is_told_and_keeps_what_was_typed() => site.Visit(first => site.Visit(async second =>
    {
        var waits = site.Deliver("Två personer, sedan"); // so that there is one to go on to that nobody has open
        var letter = site.Deliver("Två personer");
        await first.SignIn("registrator");
        await first.FindArrived(waits);
        await second.SignIn("handlaggare");
        await first.OpenArrived(letter);
        await second.OpenArrived(letter);
        await Expect(second.Locator(".note.others")).ToContainTextAsync("har också det här öppet");
        await second.Locator("#dnr").FillAsync("KS 1/2025");
        await second.Locator("input[name=utfall][value=bordlagger]").CheckAsync();

        await first.Locator("input[name=utfall][value=antar]").CheckAsync();
        await first.Save();
        await Expect(first.Locator("#sparat")).ToContainTextAsync($"{letter.From.Name} är registrerat som Antagit.");
        await second.Save();

        await Expect(second.Locator("#fel")).ToContainTextAsync("Meddelandet är redan registrerat.");
        await Expect(second.Locator(".itemdone")).ToContainTextAsync("Antagit");
        await Expect(second.Locator(".itemdone .pairs")).ToContainTextAsync("KS 1/2025");
        await Expect(second.Locator(".itemdone .pairs")).ToContainTextAsync("Bordlägger");
        await Faults.AreNowhereOn(second);
    }));

    [Fact]
    public Task A_file_dropped_on_the_list_comes_to_the_inbox() => site.Visit(async page =>
    {
        var letter = new Letter(site.TakeAnswered(), "Släppt fil");
        await page.SignIn("registrator");
        await page.GotoAsync("/inkorg");

        await page.EvaluateAsync(
            """
            bytes => {
              const data = new DataTransfer();
              data.items.add(new File([Uint8Array.from(atob(bytes), c => c.charCodeAt(0))], 'Beslut.eml', { type: 'message/rfc822' }));
              document.querySelector('h1').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
            }
            """, Convert.ToBase64String(letter.Bytes()));

        await Expect(page.Locator(".note.done")).ToContainTextAsync("1 fil togs emot");
        await page.OpenArrived(letter);
    });
}
