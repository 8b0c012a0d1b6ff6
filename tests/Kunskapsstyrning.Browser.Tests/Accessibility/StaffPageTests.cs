using Kunskapsstyrning.Browser.Tests.Desk;
using Kunskapsstyrning.Browser.Tests.Running;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kunskapsstyrning.Browser.Tests.Accessibility;

/// <summary>Every state of the pages that staff work in.</summary>
[Collection(AtTheDesk.Turns)]
public sealed class StaffPageTests(Site site)
{
    [Fact]
    public Task The_log_form_empty_and_with_every_error() => site.Visit(async page =>
    {
        await page.SignIn("handlaggare");
        await page.GotoAsync("/registrera");
        await Faults.AreNowhereOn(page);

        await page.Locator("#sammantradesdag").FillAsync("i går");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara och nästa" }).ClickAsync();
        await Expect(page.Locator("#fel li").Nth(2)).ToBeVisibleAsync();
        await Faults.AreNowhereOn(page);
    });

    [Fact]
    public Task The_log_form_saved_and_with_what_is_known_beside_it() => site.Visit(async page =>
    {
        await page.SignIn("registrator");
        var municipality = site.TakeMunicipality();
        await page.LogDecision(municipality, "forbehall");
        await Faults.AreNowhereOn(page);

        await page.FillIn(municipality, "avstar", "slutligt");
        await Expect(page.Locator("aside.beside")).ToContainTextAsync(municipality.Name);
        await Expect(page.Locator("aside.beside .st").First).ToBeVisibleAsync();
        await Faults.AreNowhereOn(page);
    });

    [Fact]
    public Task Terms_tried_live_with_an_error_and_on_their_way_to_be_proposed() => site.Visit(async page =>
    {
        await page.SignIn("handlaggare");
        const string Fees = "/rekommendationer/2018-kunskapsstyrning/hantera/avgifter";
        await page.GotoAsync(Fees);
        await Faults.AreNowhereOn(page);
        await page.GotoAsync($"{Fees}/2020-2023/prova");
        await Expect(page.Locator("form[data-live]")).ToBeVisibleAsync();
        await page.Locator("#b-summa").FillAsync("20 mkr");
        await Expect(page.Locator(".trial section").Nth(1)).ToContainTextAsync("över taket");
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("b-summa=20\\+mkr", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Faults.AreNowhereOn(page);
        await page.Locator("#b-sats").EvaluateAsync("field => field.value = '1,95'");
        await page.GetByRole(AriaRole.Button, new() { Name = "Räkna" }).ClickAsync();
        await Expect(page.Locator("#fel")).ToContainTextAsync("inte båda");
        await Faults.AreNowhereOn(page);

        await page.GotoAsync($"{Fees}/2020-2023/forslag?b-slag=andel&b-summa=19+mkr&b-folkmangdsdag=2018-12-31&b-kalla=k");
        await Faults.AreNowhereOn(page);
        await page.GotoAsync($"{Fees}/2020-2023/version/1");
        await Faults.AreNowhereOn(page);
        await page.GotoAsync($"{Fees}/2020-2023/lista");
        await Faults.AreNowhereOn(page);
        await page.Locator("#text").FillAsync("Kommun\tAvgift\nEkerö\t55,089.00\nAtlantis\t1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Läs listan" }).ClickAsync();
        await Expect(page.Locator("#h-fel")).ToBeVisibleAsync();
        await Faults.AreNowhereOn(page);
    });

    [Fact]
    public Task A_decision_with_a_correction_and_taken_back() => site.Visit(async page =>
    {
        await page.SignIn("registrator");
        var decision = await page.LogDecision(site.TakeMunicipality());
        await page.FillInCorrection(decision, "paragraf", "§ 13", "Fel paragraf lästes.");
        await Faults.AreNowhereOn(page);
        await page.SaveCorrection();
        await Expect(page.Locator(".diff")).ToBeVisibleAsync();
        await Faults.AreNowhereOn(page);

        await page.GotoAsync($"{decision}/ta-tillbaka");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ta tillbaka" }).ClickAsync();
        await Expect(page.Locator("#fel")).ToBeVisibleAsync();
        await Faults.AreNowhereOn(page);
        await page.Retract(decision, "Registrerat på fel kommun.");
        await Expect(page.Locator("ol.time")).ToContainTextAsync("Registrerat på fel kommun.");
        await Faults.AreNowhereOn(page);
    });

    [Fact]
    public Task Two_corrections_of_the_same_decision() => site.Visit(async page =>
    {
        await page.SignIn("registrator");
        var decision = await page.LogDecision(site.TakeMunicipality());
        await page.FillInCorrection(decision, "paragraf", "§ 13", "Fel paragraf lästes.");
        var other = await page.Context.NewPageAsync();
        await other.FillInCorrection(decision, "organ", "Kommunfullmäktige", "Fullmäktige beslutade.");
        await other.SaveCorrection();
        await Expect(other.Locator(".diff")).ToBeVisibleAsync();

        var answer = await page.RunAndWaitForResponseAsync(page.SaveCorrection, response => response.Request.Method == "POST");

        Assert.Equal(409, answer.Status);
        await Expect(page.Locator(".conflict")).ToBeVisibleAsync();
        await Faults.AreNowhereOn(page);
    });

    [Fact]
    public Task The_fee_notices_of_everybody_before_while_they_are_printed_and_afterwards() => site.Visit(async page =>
    {
        await page.SignIn("ekonom");
        await page.GotoAsync("/rekommendationer/2016-nationell-stodfunktion/hantera/avgiftsbesked/2018");
        await Faults.AreNowhereOn(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "Skriv ut alla" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Progressbar)).ToBeVisibleAsync();
        await Faults.AreNowhereOn(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "Avbryt utskriften" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Utskriften avbröts.");
        await Faults.AreNowhereOn(page);
    });

    [Fact]
    public Task A_page_that_the_role_may_not_see() => site.Visit(async page =>
    {
        await page.SignIn("lasare");

        var answer = await page.GotoAsync("/registrera");

        Assert.Equal(403, answer!.Status);
        await Faults.AreNowhereOn(page);
    });

    [Fact]
    public Task The_own_page_of_a_municipality_and_what_lies_outside_it() => site.Visit(async page =>
    {
        await page.SignIn("kommun-0125");
        await Faults.AreNowhereOn(page);
    });
}
