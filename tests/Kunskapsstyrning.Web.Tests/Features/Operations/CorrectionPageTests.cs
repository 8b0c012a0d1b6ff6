using System.Net;
using AngleSharp.Dom;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Dispatches;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Tests.Api;
using Kunskapsstyrning.Web.Tests.Features.Dispatches;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Kunskapsstyrning.Web.UseCases;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Operations;

/// <summary>The correction of 2019, through its page: a recommendation was sent with the years 2020–2024, and 2020–2023 holds from the start.</summary>
public sealed class CorrectionPageTests : IAsyncLifetime
{
    private const string Slug = "2018-fel-ar";
    private const string Page = $"/rekommendationer/{Slug}/hantera/ratta";
    private static readonly RecommendationId Id = new(Guid.Parse("0198a010-2018-7000-8000-0000000000ee"));
    private static readonly (string, string)[] Years2019 =
    [
        ("vad", "ar-1"), ("stod", "2020–2024"), ("galler", "2020-2023"), ("skal", "Fel i det ursprungliga beslutsunderlaget."), ("kalla", "Följebrev 6 mars 2019"), ("dag", "6 mars 2019"), ("fick", "alla"), ("kommuner", ""),
    ];

    private readonly LoggingSite _site = new();

    [Fact]
    public async Task The_years_are_shown_with_whom_they_change_and_hold_from_the_start()
    {
        using var officer = await _site.As("handlaggare");
        using var anyone = _site.Anyone();

        using var shown = await officer.Post(Page, Page, Years2019);
        using var preview = await SignedInBrowser.Read(shown);
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        Assert.Contains("1 kommun betalar 2020–2023 i stället för 2020–2024.", Text(preview, "#betyder"), StringComparison.Ordinal);
        Assert.Contains("Ekerö", Text(preview, "#betyder"), StringComparison.Ordinal);
        Assert.Contains("[2020,2021,2022,2023,2024]", await Body(anyone), StringComparison.Ordinal);

        using var done = await officer.Post(Page, Page, [.. Years2019, ("ja", "1")]);
        Assert.Equal((HttpStatusCode.SeeOther, Page + "?klart=1"), (done.StatusCode, done.Headers.Location?.ToString()));
        Assert.Contains("\"fundingYears\":[2020,2021,2022,2023],", await Body(anyone), StringComparison.Ordinal);
        Assert.Contains("\"fundingYears\":[2020,2021,2022,2023],", await Body(anyone, "?asOf=2019-01-01"), StringComparison.Ordinal);
        using var page = await anyone.Page($"/rekommendationer/{Slug}");
        Assert.Equal("Finansieringen gäller 2020–2024", page.QuerySelector("#om del")!.TextContent);
        Assert.Equal("Finansieringen gäller 2020–2023", page.QuerySelector("#om ins")!.TextContent);
        Assert.Contains("Alla som fick frågan", Text(page, "#om"), StringComparison.Ordinal);
        Assert.Equal("Years 2020–2024", await _site.App.Read<string>($"SELECT concat(before ->> 'part', ' ', before #>> '{{value,first}}', '–', before #>> '{{value,last}}') FROM history_event WHERE kind = 'RecommendationCorrected' AND recommendation_id = '{Id.Value}'"));
    }

    [Fact]
    public async Task A_later_deadline_says_whose_answer_is_not_late_any_more_and_words_change_nothing_else()
    {
        using var officer = await _site.As("handlaggare");
        using var anyone = _site.Anyone();
        (string, string)[] deadline = [.. Years2019[3..], ("vad", "svarsdag-1"), ("stod", "15 juni 2019"), ("galler", "30 juni 2019")];

        using var shown = await officer.Post(Page, Page, deadline);
        using var preview = await SignedInBrowser.Read(shown);
        using var done = await officer.Post(Page, Page, [.. deadline, ("ja", "1")]);
        using var words = await officer.Post(Page, Page, [.. Years2019[3..6], ("fick", "nagra"), ("kommuner", "Ekerö, 0180"), ("vad", "ord"), ("stod", "fem år"), ("galler", "fyra år"), ("ja", "1")]);

        Assert.Contains("1 kommun räknas inte längre som sen: Ekerö.", Text(preview, "#betyder"), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (done.StatusCode, words.StatusCode));
        Assert.Contains("\"responseDeadline\":\"2019-06-30\"", await Body(anyone), StringComparison.Ordinal);
        Assert.Equal(2, await _site.App.Read<long>("SELECT count(*) FROM correction_recipient"));
        using var page = await anyone.Page($"/rekommendationer/{Slug}");
        Assert.Contains("Ekerö och Stockholm", Text(page, "#om"), StringComparison.Ordinal);
        Assert.Contains("att finansieringen gäller för fem år", Text(page, "#om"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letters_that_wait_to_leave_are_told_of_before_and_after_with_the_way_to_stop_them()
    {
        const string Other = "/rekommendationer/2018-kunskapsstyrning/hantera/ratta";
        using var officer = await _site.As("handlaggare");
        await _site.App.EveryoneIsReached();
        var now = _site.App.Clock.Now;
        _site.App.Clock.Set(new DateOnly(2023, 3, 1)); // while it can be answered
        await _site.App.Dispatches("2018-kunskapsstyrning", new DispatchMatter(DispatchKind.Question));
        _site.App.Clock.Now = now;
        (string, string)[] deadline = [.. Years2019[3..], ("vad", "svarsdag-1"), ("stod", "15 juni 2019"), ("galler", "30 juni 2019")];

        using var shown = await officer.Post(Other, Other, deadline);
        using var preview = await SignedInBrowser.Read(shown);
        using var done = await officer.Post(Other, Other, [.. deadline, ("ja", "1")]);
        using var after = await officer.Page(Other + "?klart=1");

        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        Assert.Contains("580 brev från före rättelsen väntar på att lämna oss.", Text(preview, "#betyder .warn"), StringComparison.Ordinal);
        Assert.Contains("580 brev från före rättelsen väntar på att lämna oss.", Text(after, ".warn"), StringComparison.Ordinal);
        Assert.StartsWith("/rekommendationer/2018-kunskapsstyrning/utskick/", after.QuerySelector(".warn a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stod", "2020–2025", "#stod", "Det har aldrig stått så i rekommendationen")]
    [InlineData("galler", "2020–2024", "#galler", "Inget ändras")]
    [InlineData("galler", "2023–2020", "#galler", "Sista året ligger före det första")]
    [InlineData("galler", "för evigt", "#galler", "Det går inte att läsa åren")]
    [InlineData("skal", "", "#skal", "Skriv varför det blev fel")]
    [InlineData("kalla", "", "#kalla", "Skriv vilken handling")]
    [InlineData("dag", "2030-01-01", "#dag", "har inte varit än")]
    [InlineData("fick", "", "#fick", "Ange vilka som fick")]
    [InlineData("vad", "", "#vad", "Välj vad som ska rättas")]
    public async Task What_cannot_be_so_is_refused_with_one_sentence_and_nothing_is_stored(string field, string value, string at, string sentence)
    {
        using var officer = await _site.As("handlaggare");

        using var refused = await officer.Post(Page, Page, [.. Years2019.Where(f => f.Item1 != field), (field, value), ("ja", "1")]);
        using var page = await SignedInBrowser.Read(refused);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains(sentence, Text(page, "#fel"), StringComparison.Ordinal);
        Assert.Equal(at, page.QuerySelector("#fel a")!.GetAttribute("href"));
        Assert.Equal(0, await _site.App.Read<long>($"SELECT count(*) FROM recommendation_correction WHERE recommendation_id = '{Id.Value}'"));
    }

    [Fact]
    public async Task Years_whose_fees_are_frozen_are_not_corrected()
    {
        const string Frozen = "/rekommendationer/2018-kunskapsstyrning/hantera/ratta";
        using var officer = await _site.As("handlaggare");

        using var refused = await officer.Post(Frozen, Frozen, [.. Years2019[3..], ("vad", "ar-1"), ("stod", "2020–2023"), ("galler", "2020–2022"), ("ja", "1")]);
        using var page = await SignedInBrowser.Read(refused);

        Assert.Contains("Avgifterna för perioden är fastställda", Text(page, "#fel"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_renewal_begins_a_draft_for_2025_2028_that_points_back_and_shows_what_was_answered_last_time()
    {
        const string Renew = "/rekommendationer/2018-kunskapsstyrning/hantera/fornya";
        using var officer = await _site.As("handlaggare");
        using var anyone = _site.Anyone();
        using var ekero = await _site.As("kommun-0125");
        (string, string)[] typed = [("rubrik", "Kunskapsbaserad socialtjänst 2025–2028"), ("kort-rubrik", "Förnyad kunskapsstyrning"), ("styrelsemote", "2024-01-26"), ("forsta-ar", "2025"), ("sista-ar", "2028"), ("adress", "2025-fornyad")];

        using var done = await officer.Post(Renew, Renew, typed);
        using var taken = await officer.Post(Renew, Renew, typed);
        using var table = await officer.Page("/rekommendationer/2025-fornyad/hantera/forra-svaren");
        using var hidden = await anyone.Get("/rekommendationer/2025-fornyad");
        using var own = await ekero.Page("/min-kommun?rekommendation=2024-kunskapsbaserad-socialtjanst");
        using var seen = await anyone.Page("/kommuner/0125?rekommendation=2024-kunskapsbaserad-socialtjanst");
        using var hub = await officer.Page("/rekommendationer/2025-fornyad/hantera");

        Assert.Equal((HttpStatusCode.SeeOther, "/rekommendationer/2025-fornyad/hantera?klart=borjat"), (done.StatusCode, done.Headers.Location?.ToString()));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.NotFound), (taken.StatusCode, hidden.StatusCode));
        Assert.Equal("4", await _site.App.Read<string>("SELECT count(*)::text FROM board_point p JOIN recommendation r ON r.id = p.recommendation_id WHERE r.slug = '2025-fornyad'"));
        Assert.Equal("registrator@skl.se 2018-kunskapsstyrning 2025-2028 ShareOfTotal 19500000", await _site.App.Read<string>("""
            SELECT concat_ws(' ', r.letter_answer_to, e.slug, p.years_first || '-' || p.years_last, p.terms_kind, p.terms_total::bigint)
            FROM recommendation r JOIN recommendation e ON e.id = r.predecessor_id JOIN funding_period p ON p.recommendation_id = r.id WHERE r.slug = '2025-fornyad'
            """));
        var row = Words(table.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector("th")!.TextContent == "Ekerö"));
        Assert.Contains("Socialnämnden 2019-05-21", row, StringComparison.Ordinal);
        Assert.Contains("2020–2023 Förbehåll: ”Om alla är med.”", row, StringComparison.Ordinal);
        Assert.Contains("Vad alla svarade förra gången", Text(hub, "main"), StringComparison.Ordinal);
        Assert.Contains("Om alla är med.", Text(own, "#registrerat"), StringComparison.Ordinal);
        Assert.Contains("Förra gången", Text(seen, "#registrerat"), StringComparison.Ordinal);
        Assert.DoesNotContain("Om alla är med.", seen.Body!.TextContent, StringComparison.Ordinal);
        using var beside = await officer.Get("/rekommendationer/2025-fornyad/hantera/ratta");
        Assert.Equal(HttpStatusCode.NotFound, beside.StatusCode);
    }

    [Fact]
    public async Task The_log_form_shows_the_last_answer_beside_the_new_question()
    {
        using var registrar = await _site.As("registrator");

        using var page = await registrar.Page("/registrera?kommun=0125&rekommendation=2024-kunskapsbaserad-socialtjanst");

        Assert.Contains("Förra gången", Text(page, "main"), StringComparison.Ordinal);
        Assert.Contains("Om alla är med.", Text(page, "main"), StringComparison.Ordinal);
    }

    /// <summary>The years were printed as 2020–2024. Ekerö has adopted, after the deadline.</summary>
    public async ValueTask InitializeAsync()
    {
        await _site.InitializeAsync();
        Assert.Null((await _site.App.As("handlaggare").Run(new SendsWithWrongYears())).Refusal);
        await _site.App.Final("0125", Outcome.Adopts, "2019-06-18", "2019-06-20", on: Id);
        Assert.Null((await _site.App.As("registrator").Run(new Web.Features.Logging.LogDecision(
            new DecisionId(Guid.NewGuid()), new("0125"), Logged.Second,
            new DecisionContent { Outcome = Outcome.AdoptsWithReservation, Stage = Stage.Final, Body = "Socialnämnden", DecidedOn = new DateOnly(2019, 5, 21), ArrivedOn = new DateOnly(2019, 5, 28) },
            new DecisionDetails { Conditions = "Om alla är med." }, []))).Refusal);
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private static async Task<string> Body(SignedInBrowser browser, string query = "")
    {
        using var answer = await browser.Get($"/api/v1/recommendations/{Slug}{query}");
        return await answer.Content.ReadAsStringAsync();
    }

    private static string Text(IDocument page, string selector) => Words(page.QuerySelector(selector)!);

    private static string Words(IElement element) =>
        string.Join(' ', string.Join(' ', element.GetDescendants().OfType<IText>().Select(t => t.Text)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [Requires(Permission.ManageRecommendations)]
    private sealed record SendsWithWrongYears : ICommand
    {
        public Task<Result> Execute(Session session, CancellationToken cancellation)
        {
            var sent = Recommendation.Begin(Id, new NewDraft("Prov med fel år", "Fel år", Slug, new DateOnly(2018, 12, 14), new YearSpan(2020, 2024)), new FundingPeriodId(Guid.NewGuid()));
            session.Db.Add(sent);
            var revised = sent.Revise(sent.Content with
            {
                Letter = new CoverLetter(new DateOnly(2019, 3, 6), "kommunstyrelserna", "registrator@skl.se", "brev"),
                Points = ["att finansieringen gäller för fem år."], Rounds = [new DraftedRound(new DateOnly(2019, 6, 15), "Sista svarsdag", "brev")],
            });
            return Task.FromResult(revised.IsDone ? sent.Send(Publicity.StatusPublic, session.Today, session.Now) : revised);
        }
    }
}
