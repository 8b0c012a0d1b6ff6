using System.Net;
using System.Text;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Operations;
using Kunskapsstyrning.Web.Features.Recommendations;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Recommendations;

/// <summary>A draft is filled in on its pages, sent in two steps, and goes ahead or does not.</summary>
public sealed class LifeTests(LoggingSite site) : IClassFixture<LoggingSite>
{
    [Fact]
    public async Task Everything_that_is_filled_in_stands_there_when_the_form_is_opened_again()
    {
        using var officer = await Begun("2025-ifylld");

        using var saved = await officer.Post(Content("2025-ifylld"), Content("2025-ifylld"), [.. await Standing(officer, "2025-ifylld"), .. Full]);
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        var page = await officer.Page(Content("2025-ifylld"));

        foreach (var (name, value) in Full.Where(f => f.Name is not ("att-satser" or "kostnad-slag" or "motiv" or "foregangare" or "kostnad" or "styrelsemote")))
            Assert.Equal(value, page.QuerySelector($"#{name}")!.GetAttribute("value"));
        Assert.Equal("att rekommendera\n\natt informera", page.QuerySelector("#att-satser")!.TextContent.Trim());
        Assert.Equal("19 500 000", page.QuerySelector("#kostnad")!.GetAttribute("value"));
        Assert.True(page.QuerySelector("#motiv")!.HasAttribute("checked"));
        Assert.Equal("2018-kunskapsstyrning", page.QuerySelector("#foregangare option[selected]")!.GetAttribute("value"));
        Assert.Equal("2028–2029", (await Draft("2025-ifylld")).Periods[1].Years.First + "–" + (await Draft("2025-ifylld")).Periods[1].Years.Last);
    }

    [Fact]
    public async Task What_is_left_out_the_next_time_is_gone()
    {
        using var officer = await Begun("2025-borttaget");
        using var first = await officer.Post(Content("2025-borttaget"), Content("2025-borttaget"), [.. await Standing(officer, "2025-borttaget"), .. Full]);

        using var second = await officer.Post(Content("2025-borttaget"), Content("2025-borttaget"), [.. (await Standing(officer, "2025-borttaget")).Where(f => !f.Name.StartsWith("period-2", StringComparison.Ordinal) && !f.Name.StartsWith("omgang", StringComparison.Ordinal) && f.Name != "att-satser"), ("att-satser", "att endast rekommendera")]);

        Assert.Equal(HttpStatusCode.SeeOther, second.StatusCode);
        var draft = await Draft("2025-borttaget");
        Assert.Equal(["att endast rekommendera"], draft.Points.Select(p => p.Text));
        Assert.Empty(draft.Rounds);
        Assert.Single(draft.Periods);
    }

    [Fact]
    public async Task A_period_that_is_posted_is_one_of_the_draft_s_own_or_a_new_one()
    {
        const string Slug = "2025-perioder";
        using var officer = await Begun(Slug);
        var own = (await Draft(Slug)).Periods[0].Id.Value;
        var foreign = (await Draft("2016-nationell-stodfunktion")).Periods[0].Id.Value;

        using var saved = await officer.Post(Content(Slug), Content(Slug), [.. await Standing(officer, Slug),
            ("period-2-id", foreign.ToString()), ("period-2-forsta", "2028"), ("period-2-sista", "2029"), ("period-3-id", own.ToString()), ("period-3-forsta", "2030"), ("period-3-sista", "2031")]);

        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        var periods = (await Draft(Slug)).Periods;
        Assert.Equal([2026, 2028, 2030], periods.Select(p => p.Years.First));
        Assert.Equal(own, periods[0].Id.Value);
        Assert.Equal(3, periods.Select(p => p.Id.Value).Append(foreign).Distinct().Count() - 1);
        Assert.Equal(2017, (await Draft("2016-nationell-stodfunktion")).Periods[0].Years.First);
    }

    [Fact]
    public async Task The_line_of_its_life_tells_the_letter_s_day_and_not_the_board_s()
    {
        using var officer = await site.As("handlaggare");

        using var hub = await officer.Page("/rekommendationer/2018-kunskapsstyrning/hantera");
        using var unknown = await officer.Page("/rekommendationer/2024-kunskapsbaserad-socialtjanst/hantera");

        var line = hub.QuerySelector("#h-liv ~ ol")!.TextContent.Replace('\u00A0', ' ');
        Assert.Contains("Brevet är daterat 6 mars 2019.", line, StringComparison.Ordinal);
        Assert.DoesNotContain("14 december 2018", line, StringComparison.Ordinal);
        Assert.Contains("Brevets dag är inte känd.", unknown.QuerySelector("#h-liv ~ ol")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_read_is_said_at_its_field_and_what_was_typed_stays()
    {
        using var officer = await Begun("2025-fel");

        using var refused = await officer.Post(Content("2025-fel"), Content("2025-fel"), [.. (await Standing(officer, "2025-fel")).Where(f => f.Name is not "rubrik"), ("rubrik", ""), ("omgang-1-dag", "i höst"), ("kostnad", "-5 kr"), ("grans-andel-invanare", "120"), ("period-2-forsta", "2027"), ("period-2-sista", "2026"), ("brev-svar", "registrator@skr.example")]);
        var page = await Text(refused);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        foreach (var field in (string[])["rubrik", "omgang-1-dag", "kostnad", "grans-antal", "period-2-sista", "brev-dag"]) Assert.Contains($"href=\"#{field}\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"i höst\"", page, StringComparison.Ordinal);
        Assert.Equal(0, (await Draft("2025-fel")).Revision);
    }

    [Fact]
    public async Task Two_who_change_the_same_draft_see_each_other_and_nothing_is_lost()
    {
        using var one = await Begun("2025-tva");
        using var other = await site.As("handlaggare-2");
        var seen = await Standing(other, "2025-tva");
        using var first = await one.Post(Content("2025-tva"), Content("2025-tva"), [.. await Standing(one, "2025-tva"), ("dnr", "SKR 2025/1")]);

        using var second = await other.Post(Content("2025-tva"), Content("2025-tva"), [.. seen, ("kontakt", "Förbundsservice")]);
        var page = await Text(second);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.StatusCode);
        Assert.Contains("Två ändringar av samma utkast", page, StringComparison.Ordinal);
        Assert.Contains("SKR 2025/1", page, StringComparison.Ordinal);
        Assert.Null((await Draft("2025-tva")).Contact);

        using var again = await other.Post(Content("2025-tva"), Content("2025-tva"), [.. await Standing(other, "2025-tva"), ("kontakt", "Förbundsservice")]);
        Assert.Equal(("SKR 2025/1", "Förbundsservice"), ((await Draft("2025-tva")).CaseNumber, (await Draft("2025-tva")).Contact));
    }

    [Fact]
    public async Task Two_who_state_the_terms_of_the_same_draft_see_both_and_nothing_is_lost()
    {
        var terms = Hub("2025-villkor", "uppgifter/villkor/2026");
        using var one = await Begun("2025-villkor");
        using var other = await site.As("handlaggare-2");
        using var first = await one.Post(terms, terms, ("sedd", "0"), ("slag", "sats"), ("sats", "1,95"), ("rabatt", "ingen"), ("folkmangdsdag", "2018-12-31"), ("steg", "1"), ("avrundning", "var"), ("kalla", "Protokollet"));
        Assert.Equal(HttpStatusCode.SeeOther, first.StatusCode);
        (string, string)[] mine = [("slag", "andel"), ("summa", "19,5 mkr"), ("rabatt", "ingen"), ("folkmangdsdag", "2018-12-31"), ("steg", "1"), ("avrundning", "exakt"), ("kalla", "Protokollet")];

        using var second = await other.Post(terms, terms, [("sedd", "0"), .. mine]);
        using var page = await SignedInBrowser.Read(second);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.StatusCode);
        Assert.Equal(
            ["Hur avgiften bestäms|Kronor per invånare|En summa delas efter invånare", "Kronor per invånare och år|1,95|tomt", "Summa att dela på, kronor per år|tomt|19 500 000", "Avrundning|Varje avgift för sig|Fördelas exakt, så att summan stämmer"],
            page.QuerySelectorAll(".conflict tbody tr").Select(r => string.Join('|', r.Children.Select(c => c.TextContent))));
        Assert.Equal("19,5 mkr", page.QuerySelector("#summa")!.GetAttribute("value"));
        Assert.Equal(1.95m, (await Draft("2025-villkor")).Periods[0].Terms.Rate);

        using var again = await other.Post(terms, terms, [("sedd", page.QuerySelector("input[name=sedd]")!.GetAttribute("value")!), .. mine]);
        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
        Assert.Equal(new Kronor(19_500_000), (await Draft("2025-villkor")).Periods[0].Terms.Total);
    }

    [Fact]
    public async Task Terms_typed_while_somebody_gave_the_period_other_years_stay_in_the_form()
    {
        const string Slug = "2025-andra-ar";
        var terms = Hub(Slug, "uppgifter/villkor/2026");
        using var officer = await Begun(Slug);
        var draft = await Draft(Slug);
        using var form = await officer.Page(terms);
        Assert.Null((await site.App.As("handlaggare-2").Run(new ReviseDraft(Slug, 0, draft.Content with { Periods = [new DraftedYears(draft.Periods[0].Id, new YearSpan(2027, 2028))] }))).Refusal);

        using var refused = await officer.Post(Content(Slug), terms, ("sedd", "0"), ("period", form.QuerySelector("input[name=period]")!.GetAttribute("value")!), ("slag", "lika"), ("belopp", "42 500"), ("steg", "1"), ("kalla", "Protokollet"));
        using var page = await SignedInBrowser.Read(refused);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal("Avgiftsvillkor 2027–2028", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("42 500", page.QuerySelector("#belopp")!.GetAttribute("value"));
        Assert.Equal(Hub(Slug, "uppgifter/villkor/2027"), page.QuerySelector("form.send")!.GetAttribute("action"));
    }

    [Fact]
    public async Task It_is_sent_in_two_steps_and_is_then_seen_as_was_chosen_and_cannot_be_changed()
    {
        const string Slug = "2025-skickas";
        using var officer = await Begun(Slug);
        using var saved = await officer.Post(Content(Slug), Content(Slug), [.. await Standing(officer, Slug), .. Full]);
        using var anyone = site.Anyone();

        using var first = await officer.Post(Hub(Slug, "skicka"), Hub(Slug, "skicka"), ("offentlighet", "avgifter"));
        Assert.Contains("går sedan inte att ändra", await Text(first), StringComparison.Ordinal);
        Assert.True((await Draft(Slug)).IsDraft);
        using var notYet = await anyone.Get($"/rekommendationer/{Slug}");
        Assert.Equal(HttpStatusCode.NotFound, notYet.StatusCode);

        using var second = await officer.Post(Hub(Slug, "skicka"), Hub(Slug, "skicka"), ("offentlighet", "avgifter"), ("ja", "ja"), ("sedd", "1"));
        Assert.Equal(HttpStatusCode.SeeOther, second.StatusCode);
        Assert.Equal(Publicity.FeesPublic, (await Draft(Slug)).Publicity);
        using var shown = await anyone.Get($"/rekommendationer/{Slug}");
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);

        using var late = await officer.Get(Content(Slug));
        Assert.Equal(HttpStatusCode.NotFound, late.StatusCode);
        Assert.Equal(RecommendationRefusals.AlreadySent, (await site.App.As(Role.Officer).Run(new ReviseDraft(Slug, 1, (await Draft(Slug)).Content with { Title = "Annan" }))).Refusal);
    }

    [Fact]
    public async Task What_was_changed_since_it_was_looked_through_is_not_sent()
    {
        const string Slug = "2025-andrad";
        using var officer = await Begun(Slug);
        using var saved = await officer.Post(Content(Slug), Content(Slug), [.. await Standing(officer, Slug), .. Full]);

        using var refused = await officer.Post(Hub(Slug, "skicka"), Hub(Slug, "skicka"), ("offentlighet", "svar"), ("ja", "ja"), ("sedd", "0"));

        Assert.Contains("Läs igenom det en gång till", await Text(refused), StringComparison.Ordinal);
        Assert.True((await Draft(Slug)).IsDraft);
    }

    [Fact]
    public async Task What_is_missing_is_refused_by_the_use_case_too()
    {
        using var officer = await Begun("2025-saknas");

        Assert.Equal(RecommendationRefusals.NoPoints, (await site.App.As(Role.Officer).Run(new SendRecommendation("2025-saknas", 0, Publicity.StatusPublic))).Refusal);
    }

    [Fact]
    public async Task A_decision_that_it_goes_ahead_stays_with_its_day_and_reason_and_is_told_on_the_page()
    {
        const string Slug = "2016-nationell-stodfunktion";
        using var officer = await site.As("handlaggare");
        using var anyone = site.Anyone();

        using var refused = await officer.Post(Hub(Slug, "ga-vidare"), Hub(Slug, "ga-vidare"), ("dag", "2030-01-01"), ("skal", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        using var shown = await officer.Post(Hub(Slug, "ga-vidare"), Hub(Slug, "ga-vidare"), ("gar-vidare", "ja"), ("dag", "1 november 2016"), ("skal", "De flesta är med"));
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        Assert.Contains("Det här skrivs in", await shown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0L, await site.App.Read<long>("SELECT count(*) FROM history_event WHERE kind = 'GoAheadDecided'"));
        using var done = await officer.Post(Hub(Slug, "ga-vidare"), Hub(Slug, "ga-vidare"), ("gar-vidare", "ja"), ("dag", "1 november 2016"), ("skal", "De flesta är med"), ("ja", "ja"));

        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        Assert.Contains("De flesta är med", (await anyone.Page($"/rekommendationer/{Slug}")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("De flesta är med", await site.App.Read<string>("SELECT reason FROM history_event WHERE kind = 'GoAheadDecided'"));
    }

    [Theory]
    [InlineData("ja", true)]
    [InlineData("nej", false)]
    public async Task Before_it_is_decided_that_it_goes_ahead_it_is_told_whose_longer_time_still_holds(string choice, bool isTold)
    {
        const string Round = "2018-kunskapsstyrning";
        await site.App.As(Role.Officer).Run(new AllowLonger(Round, new MunicipalityCode("0114"), new DateOnly(2019, 10, 15), "Fullmäktige sammanträder i oktober."));
        using var officer = await site.As("handlaggare");

        using var answer = await officer.Post(Hub(Round, "ga-vidare"), Hub(Round, "ga-vidare"), ("gar-vidare", choice), ("dag", "1 september 2019"), ("skal", "De flesta är med"));
        using var shown = await SignedInBrowser.Read(answer);

        Assert.Equal(isTold, shown.QuerySelector("#h-granska ~ p")!.TextContent.Replace('\u00A0', ' ').Contains("1 kommun har fått längre tid, och den gäller fortfarande.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_timetable_is_a_calendar_of_whole_days_with_short_lines_and_escaped_text()
    {
        using var anyone = site.Anyone();

        using var answer = await anyone.Get("/rekommendationer/2018-kunskapsstyrning/tidplan.ics");
        var file = await answer.Content.ReadAsStringAsync();

        Assert.Equal("text/calendar", answer.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", file, StringComparison.Ordinal);
        Assert.EndsWith("END:VCALENDAR\r\n", file, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", file.Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.All(file.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        var unfolded = file.Replace("\r\n ", "", StringComparison.Ordinal);
        Assert.Contains("DTSTART;VALUE=DATE:20190615\r\nDTEND;VALUE=DATE:20190616\r\n", unfolded, StringComparison.Ordinal);
        Assert.Contains(@"information och dialog i S-KiS\, den nationella styrgruppen", unfolded, StringComparison.Ordinal);
        Assert.Equal(13, unfolded.Split("UID:").Skip(1).Select(e => e.Split("\r\n")[0]).Distinct().Count());
    }

    [Fact]
    public async Task One_calendar_follows_every_recommendation_and_a_step_keeps_its_name()
    {
        using var anyone = site.Anyone();

        using var answer = await anyone.Get("/tidplan.ics");
        var unfolded = (await answer.Content.ReadAsStringAsync()).Replace("\r\n ", "", StringComparison.Ordinal);
        var one = (await anyone.Page("/rekommendationer/2016-nationell-stodfunktion/tidplan.ics")).Body!.TextContent;

        Assert.Equal((HttpStatusCode.OK, "text/calendar"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.All((string[])["DTSTART;VALUE=DATE:20160930", "DTSTART;VALUE=DATE:20190615", "DTSTART;VALUE=DATE:20240630"], day => Assert.Contains(day, unfolded, StringComparison.Ordinal));
        var names = unfolded.Split("UID:").Skip(1).Select(e => e.Split("\r\n")[0]).ToList();
        Assert.Equal(names.Count, names.Distinct().Count());
        Assert.All(one.Split("UID:").Skip(1).Select(e => e.Split('\n')[0].Trim()), name => Assert.Contains(name, names));
        Assert.Equal(names.Count, unfolded.Split("SEQUENCE:").Length - 1);
    }

    [Fact]
    public async Task A_draft_has_no_calendar()
    {
        using var officer = await Begun("2025-kalender");

        using var answer = await officer.Get("/rekommendationer/2025-kalender/tidplan.ics");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static readonly (string Name, string Value)[] Full =
    [
        ("meddelande", "meddelande 1/2025"), ("beslut-kalla", "Protokollet § 3"), ("att-satser", "att rekommendera\r\n\r\natt informera"),
        ("brev-dag", "2025-11-01"), ("brev-till", "kommunstyrelserna"), ("brev-svar", "registrator@skr.example"), ("brev-kalla", "Brevet"), ("dnr", "SKR 2025/7"), ("kontakt", "Förbundsservice"),
        ("kostnad", "19,5 mkr"), ("kostnad-slag", "hogst"), ("kostnad-kalla", "Brevet"), ("motiv", "ja"), ("foregangare", "2018-kunskapsstyrning"),
        ("grans-ord", "merparten"), ("grans-antal", "200"), ("grans-andel-invanare", "60"), ("grans-kalla", "Brevet"),
        ("period-2-forsta", "2028"), ("period-2-sista", "2029"), ("omgang-1-dag", "2026-03-01"), ("omgang-1-ord", "Sista svarsdag"), ("omgang-1-kalla", "Brevet"),
        ("omgang-2-dag", "2026-09-01"), ("omgang-2-ord", "Sen anslutning"), ("tid-1-dag", "2025-12-01"), ("tid-1-vad", "Informationsmöte"), ("tid-1-kalla", "Brevet"),
    ];

    private static async Task<string> Text(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

    private static string Hub(string slug, string part) => $"/rekommendationer/{slug}/hantera/{part}";

    private static string Content(string slug) => Hub(slug, "uppgifter");

    private async Task<Recommendation> Draft(string slug) => (await site.App.As(Role.Officer).Ask(new ManagedRecommendation(slug)))!.Recommendation;

    private async Task<SignedInBrowser> Begun(string slug)
    {
        var begun = await site.App.As(Role.Officer).Run(new BeginDraft(new NewDraft("Rubriken i sin helhet", "Rubriken", slug, new DateOnly(2025, 10, 1), new YearSpan(2026, 2027))));
        Assert.Null(begun.Refusal);
        return await site.As("handlaggare");
    }

    /// <summary>What stands in the form, as a browser would post it.</summary>
    private static async Task<IReadOnlyList<(string Name, string Value)>> Standing(SignedInBrowser browser, string slug) =>
        [.. (await browser.Page(Content(slug))).QuerySelectorAll("form.send input[name]:not([type=checkbox]):not([type=file])").Where(i => !string.IsNullOrEmpty(i.GetAttribute("value")))
            .Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!)).Where(f => f.Item1 is not "__RequestVerificationToken")];
}
