using Kunskapsstyrning.Browser.Tests.Desk;
using Kunskapsstyrning.Browser.Tests.Running;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kunskapsstyrning.Browser.Tests.Rounds;

/// <summary>
/// The round of 2016 from its letter to the report back, as the people at SKR walk it: asked on 20 June, answered through 30 September, told in October.
/// The answers are invented.
/// </summary>
public sealed class Round2016Tests : IAsyncLifetime
{
    private const string Slug = "2016-nationell-stodfunktion";
    private const string Missing = "0125";

    private static readonly DateTimeOffset InSeptember = new(2016, 9, 5, 9, 0, 0, TimeSpan.Zero);

    private MovedSite _site = null!;
    private IReadOnlyList<Free.Municipality> _all = [];
    private IReadOnlyList<TakenLetter> _questions = [];

    [Fact]
    public async Task A_round_is_walked_from_the_letter_to_the_report_back()
    {
        await TheQuestionIsSent();
        await AnswersCome();
        await TheSilentAreReminded();
        await TheLastDayPasses();
        await TheReportGoesToThoseWhoWereAsked();
    }

    public async ValueTask InitializeAsync()
    {
        _site = await MovedSite.Start(new DateOnly(2016, 6, 20));
        _all = await _site.Municipalities();
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private async Task TheQuestionIsSent()
    {
        var dispatch = "";
        await _site.Visit(async page =>
        {
            await page.SignIn("registrator");
            await page.ReadInContacts(_all.Where(m => m.Code != Missing).Select(m => $"{m.Code};funktionsbrevlåda;ks-{m.Code}@kommun.example"));
        });
        await _site.Visit(async page =>
        {
            await page.SignIn("handlaggare");
            await page.Begin(Slug, "Förfrågan");
            await page.GetByLabel("Socialchefen i varje kommun").UncheckAsync();
            await page.Press("Spara och visa");
            await Expect(page.Locator(".fact")).ToHaveTextAsync("289 mottagare, 1 saknar adress.");
            await page.GetByLabel("Ekerö, funktionsbrevlåda").First.FillAsync($"ks-{Missing}@kommun.example");
            await page.GetByRole(AriaRole.Button, new() { Name = "Spara adressen till Ekerö" }).ClickAsync();
            await Expect(page.Locator(".fact")).ToHaveTextAsync("290 mottagare. Ingen saknar adress.");

            await page.Locator("#visa").SelectOptionAsync(new SelectOptionValue { Label = "Ekerö, funktionsbrevlåda" });
            await page.GetByRole(AriaRole.Button, new() { Name = "Visa", Exact = true }).ClickAsync();
            await Expect(page.Locator(".letter")).ToContainTextAsync("9\u00A0500\u00A0kr per år, 2017 och 2018");
            await Expect(page.Locator(".letter")).ToContainTextAsync("senast 30 september 2016");
            await Expect(page.GetByText("En annan person måste släppa det")).ToBeVisibleAsync();
            dispatch = page.Path();
        });

        await _site.Release(dispatch);
        _questions = await _site.Leave(290, IsToMunicipality);

        Assert.Equal(290, _questions.Select(q => q.To).Distinct().Count());
        Assert.Contains("293 100 kr", Assert.Single(_questions, q => q.To == "ks-0180@kommun.example").Body, StringComparison.Ordinal);
        await _site.Visit(async page =>
        {
            await page.SignIn("handlaggare");
            await page.UntilItSays(dispatch, ".fact", "290 av 290 lämnade till server.");
            await page.GetByRole(AriaRole.Link, new() { Name = "När de som inte svarar ska påminnas" }).ClickAsync();
            await page.Locator("#steg").FillAsync("−14, −3");
            await page.Press("Spara dagarna");
            await Expect(page.Locator("h1")).ToHaveTextAsync("Ingen påminnelse är att skicka i dag.");
            await Expect(page.Locator(".lead").First).ToContainTextAsync("Nästa är 16 september 2016.");
        });
    }

    private async Task AnswersCome()
    {
        _site.Clock.Set(new DateOnly(2016, 9, 12), new TimeOnly(9, 0));
        var proposal = _site.Deliver(From("0125", "§ 67", "Socialnämndens arbetsutskott föreslår socialnämnden att anta rekommendationen.") with { Body = "Socialnämndens arbetsutskott" });
        var yes = _site.Deliver(From("1494", "§ 112", "Kommunstyrelsen beslutar att anta rekommendationen."));
        var reserved = _site.Deliver(From("1715", "§ 98", "Kommunstyrelsen beslutar att anta rekommendationen under förutsättning att även grannkommunerna gör det."));
        var no = _site.Deliver(From("1472", "§ 104", "Kommunstyrelsen beslutar att inte anta rekommendationen."));
        var dropped = From("1441", "§ 201", "Kommunstyrelsen beslutar att anta rekommendationen.") with { Subject = "Lerum-KS-201.pdf" };

        await _site.Visit(async page =>
        {
            await page.SignIn("registrator");
            await page.Register(proposal, "antar", "forslag");
            await page.Register(yes, "antar");
            await page.Register(reserved, "forbehall", conditions: "Att även grannkommunerna antar rekommendationen.");
            await page.Register(no, "avstar");
            await page.GotoAsync("/inkorg");
            await page.GetByText("Lägg till filer").ClickAsync();
            await page.Locator("#filer").SetInputFilesAsync(new FilePayload { Name = dropped.Subject, MimeType = "application/pdf", Buffer = dropped.Minutes });
            await page.GetByRole(AriaRole.Button, new() { Name = "Lägg i inkorgen" }).ClickAsync();
            await page.Register(dropped, "antar");
            await page.ReadInAnswers(Slug, [.. InLists.Take(120).Select((m, i) => Row(m, i, "2016-08-30", "2016-09-08"))]);
        });
    }

    private async Task TheSilentAreReminded()
    {
        var (dispatch, answers) = ("", "2480");
        _site.Clock.Set(new DateOnly(2016, 9, 16), new TimeOnly(9, 0));
        await _site.Visit(async page =>
        {
            await page.SignIn("handlaggare");
            await page.GotoAsync($"/rekommendationer/{Slug}/hantera");
            await page.GetByRole(AriaRole.Link, new() { Name = "Påminnelser", Exact = true }).ClickAsync();
            await Expect(page.Locator("h1")).ToHaveTextAsync("166 kommuner att påminna nu.");
            await page.Press("Förbered påminnelsen");
            await Expect(page.Locator(".fact")).ToHaveTextAsync("166 mottagare. Ingen saknar adress.");
            dispatch = page.Path();
        });
        await _site.Release(dispatch);

        var meanwhile = _site.Deliver(From(answers, "§ 131", "Kommunstyrelsen beslutar att anta rekommendationen.") with { Sent = new DateTimeOffset(2016, 9, 16, 7, 0, 0, TimeSpan.Zero) });
        await _site.Visit(async page =>
        {
            await page.SignIn("registrator");
            await page.Register(meanwhile, "antar");
        });
        var reminders = await _site.Leave(165, IsToMunicipality);

        Assert.Equal(165, reminders.Select(r => r.To).Distinct().Count());
        Assert.DoesNotContain($"ks-{answers}@kommun.example", reminders.Select(r => r.To));
        Assert.DoesNotContain("ks-1494@kommun.example", reminders.Select(r => r.To));
        Assert.Contains("men inget slutligt beslut", Assert.Single(reminders, r => r.To == "ks-0125@kommun.example").Body, StringComparison.Ordinal);
        Assert.Contains("Vi har inte fått något svar.", Assert.Single(reminders, r => r.To == "ks-0180@kommun.example").Body, StringComparison.Ordinal);
        await _site.Visit(async page =>
        {
            await page.SignIn("handlaggare");
            await page.UntilItSays(dispatch, ".fact", "165 av 166 lämnade till server.");
            await Expect(page.Locator(".lead").First).ToContainTextAsync("Dessutom 1 utelämnat.");
            await page.GotoAsync($"/rekommendationer/{Slug}/hantera/paminnelser");
            await Expect(page.Locator(".lead").First).ToContainTextAsync("Nästa är 27 september 2016.");
        });
    }

    private async Task TheLastDayPasses()
    {
        _site.Clock.Set(new DateOnly(2016, 9, 30), new TimeOnly(16, 0));
        var last = _site.Deliver(From("0180", "§ 23", "Kommunstyrelsen beslutar att anta rekommendationen.") with { Sent = new DateTimeOffset(2016, 9, 30, 13, 0, 0, TimeSpan.Zero) });
        await _site.Visit(async page =>
        {
            await page.SignIn("registrator");
            await page.Register(last, "antar");
            await page.ReadInAnswers(Slug, [.. InLists.Skip(120).Take(90).Select((m, i) => Row(m, i, "2016-09-20", "2016-09-29"))]);
        });

        _site.Clock.Set(new DateOnly(2016, 10, 3), new TimeOnly(9, 0));
        var late = _site.Deliver(From("1280", "§ 77", "Kommunstyrelsen beslutar att anta rekommendationen.") with { Sent = new DateTimeOffset(2016, 10, 3, 6, 0, 0, TimeSpan.Zero) });
        await _site.Visit(async page =>
        {
            await page.SignIn("registrator");
            await page.Register(late, "antar");
            await page.GotoAsync($"/rekommendationer/{Slug}?sent=ja");
            await Expect(page.Locator("#tabell tbody tr")).ToHaveCountAsync(1);
            await Expect(page.Locator("#tabell tbody tr")).ToContainTextAsync("Malmö");
        });
    }

    private async Task TheReportGoesToThoseWhoWereAsked()
    {
        var (report, dispatch, told) = ("", "", "");
        _site.Clock.Set(new DateOnly(2016, 10, 10), new TimeOnly(9, 0));
        await _site.Visit(async page =>
        {
            await page.SignIn("handlaggare");
            var outcome = await page.OutcomeOfOverview(Slug);
            told = await page.Locator(".fact").First.InnerTextAsync();
            await page.GotoAsync($"/rekommendationer/{Slug}/hantera");
            await page.GetByRole(AriaRole.Link, new() { Name = "Återkoppling", Exact = true }).ClickAsync();
            await page.MakeReport();
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Återkoppling om Nationell stödfunktion 2017–2018, läget 10 oktober 2016");
            Assert.Equal(outcome, await page.OutcomeOfReport());
            await Expect(page.Locator(".paper")).ToContainTextAsync(told);
            report = page.Path();

            await Expect(page.GetByText("Den är inte publicerad, så den följer med varje brev som PDF.")).ToBeVisibleAsync();
            await page.Locator("summary", new() { HasText = "Visa den för alla" }).ClickAsync();
            await page.Press("Visa återkopplingen för alla");
            await Expect(page.GetByText("Utskicket går till de 290 kommuner som förfrågan skickades till härifrån.")).ToBeVisibleAsync();
            await page.Press("Förbered utskicket");
            await Expect(page.Locator(".fact")).ToHaveTextAsync("290 mottagare. Ingen saknar adress.");
            dispatch = page.Path();
        });
        await _site.Release(dispatch);
        var reports = await _site.Leave(290, IsToMunicipality);

        Assert.Equal(_questions.Select(q => q.To).Order(StringComparer.Ordinal), reports.Select(r => r.To).Order(StringComparer.Ordinal));
        Assert.Contains("Lidköpings kommun: Antagit, Kommunstyrelsen 30 augusti 2016.", Assert.Single(reports, r => r.To == "ks-1494@kommun.example").Body, StringComparison.Ordinal);
        Assert.Contains("inte ett slutligt beslut", Assert.Single(reports, r => r.To == "ks-0125@kommun.example").Body, StringComparison.Ordinal);
        Assert.All(reports, r => Assert.Contains($"https://kunskapsstyrning.example{report}", r.Body, StringComparison.Ordinal));
        await _site.Visit(async anyone =>
        {
            await anyone.GotoAsync($"/rekommendationer/{Slug}");
            await anyone.GetByRole(AriaRole.Link, new() { Name = "Återkopplingen" }).ClickAsync();
            Assert.Equal(report, anyone.Path());
            await Expect(anyone.Locator(".paper")).ToContainTextAsync(told);
        });
    }

    /// <summary>Those whose answers stand in lists; the others send theirs.</summary>
    private IEnumerable<Free.Municipality> InLists => _all.Where(m => m.Code is not (Missing or "0180" or "1280" or "1441" or "1472" or "1494" or "1715" or "2480"));

    private static bool IsToMunicipality(TakenLetter letter) => letter.To.StartsWith("ks-", StringComparison.Ordinal);

    /// <summary>Most adopt, every twelfth declines, and every twentieth has a reservation.</summary>
    private static string Row(Free.Municipality municipality, int at, string met, string came)
    {
        var (answer, conditions, reason) = (at % 12, at % 20) switch { (5, _) => ("Nej", "", "Kostnaden"), (_, 9) => ("Ja med förbehåll", "Om övriga kommuner i länet deltar.", ""), _ => ("Ja", "", "") };
        return string.Join('\t', municipality.Code, answer, "Slutligt", "Kommunstyrelsen", met, $"§ {100 + at}", came, conditions, reason);
    }

    private Letter From(string code, string paragraph, string decision) => new(_all.First(m => m.Code == code), $"Beslut {code}, {paragraph}")
    {
        Sent = InSeptember, Met = new DateOnly(2016, 8, 30), Paragraph = paragraph, Decision = decision,
        Matter = "Rekommendation till kommunerna om finansiering av en nationell stödfunktion för kunskapsstyrning 2017–2018",
    };
}
