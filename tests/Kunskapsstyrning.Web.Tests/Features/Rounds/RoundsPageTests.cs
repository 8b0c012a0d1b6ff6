using System.Net;
using AngleSharp.Dom;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Features.Logging;
using Kunskapsstyrning.Web.Features.Operations;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Features.Rounds;
using Kunskapsstyrning.Web.Tests.Features.Dispatches;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Rounds;

/// <summary>The pages of following municipalities, without script. Each test has municipalities of its own.</summary>
public sealed class RoundsPageTests(LoggingSite site) : IClassFixture<LoggingSite>
{
    [Fact]
    public async Task A_call_is_noted_mended_and_read_in_one_order_with_the_answers()
    {
        using var browser = await site.As("handlaggare");
        const string Page = "/kommuner/0136/kontakt";
        await site.App.As(Role.Registrar).Run(await site.App.As(Role.Registrar).Log2016("0136", Typed.Adopts));

        using var saved = await browser.Post(Page, Page, ("id", Guid.NewGuid().ToString()), ("rekommendation", Noting.Slug), ("vag", "samtal"), ("dag", "2025-11-20"), ("med", "Registratorn"), ("ord", "De tar upp det\ni december."), ("beslutar", "2025-12-15"), ("organ", "kommunfullmäktige"), ("folj-upp", ""));
        using var page = await browser.Page(saved.Headers.Location!.ToString());

        Assert.Equal((HttpStatusCode.SeeOther, $"{Page}?rekommendation={Noting.Slug}&klart=noterat"), (saved.StatusCode, saved.Headers.Location.ToString()));
        Assert.Equal("Det är antecknat.", Text(page, "[role=status]"));
        Assert.Contains("Kommunfullmäktige beslutar 15 december 2025", Text(page, "#h-lage ~ .ledger"), StringComparison.Ordinal);
        using var all = await browser.Page(Page);
        Assert.Equal(["Kommunfullmäktige beslutar 15 december 2025", "Samtal med Registratorn", "Socialnämnden antar"], all.QuerySelectorAll(".time h3").Select(h => h.TextContent.Replace('\u00a0', ' ').Trim()).Where(h => !h.StartsWith("Handling", StringComparison.Ordinal)));
        Assert.Empty(all.QuerySelectorAll("script"));

        var mend = all.QuerySelector(".time a[href$='/ratta']")!.GetAttribute("href")!;
        using var form = await browser.Page(mend);
        Assert.Equal("De tar upp det\ni december.", form.QuerySelector("#ord")!.TextContent.Trim());
        using var mended = await browser.Post(mend, mend, ("id", Guid.NewGuid().ToString()), ("vag", "samtal"), ("dag", "2025-11-20"), ("med", "Registratorn"), ("ord", "De tar upp det i januari."), ("skal", "Fel månad."));
        Assert.Equal($"{Page}?klart=rattat", mended.Headers.Location!.ToString());
        using var after = await browser.Page(Page);
        Assert.Equal("De tar upp det i januari.", Text(after, ".time > li > div > .letter"));
        Assert.Contains("De tar upp det", Text(after, ".time details"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_municipality_s_own_page_begins_a_reminder_to_it_alone_and_it_stays_so_when_its_words_are_changed()
    {
        using var officer = await site.As("handlaggare");
        using var page = await officer.Page("/kommuner/0127/kontakt");
        var form = page.QuerySelectorAll("form").Single(f => f.QuerySelector("input[name=kommun]") is not null && f.QuerySelector("input[name=slag]") is not null);
        var fields = form.QuerySelectorAll("input[type=hidden]").Where(i => i.GetAttribute("name") is "id" or "slag" or "kommun").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!)).ToArray();

        using var begun = await officer.Post("/kommuner/0127/kontakt", form.GetAttribute("action")!, fields);
        var address = begun.Headers.Location!.ToString();
        using var saved = await officer.Post(address, address, [.. await AsItStands(address), ("gor", "spara")]);
        using var shown = await officer.Page(address);

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (begun.StatusCode, saved.StatusCode));
        Assert.StartsWith("Bara Botkyrka kommun.", Text(shown, "p.lead"), StringComparison.Ordinal);
        Assert.Single(shown.QuerySelectorAll("#visa option"));

        async Task<(string, string)[]> AsItStands(string from)
        {
            using var typed = await officer.Page(from);
            return
            [
                .. typed.QuerySelectorAll("form.stack input[type=hidden]").Where(i => i.GetAttribute("name") is "version" or "kommun").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!)),
                ("urval", "utan-svar"), ("bilagor", "lankar"), ("amne", "Ett annat ämne"), ("text", typed.QuerySelector("#text")!.TextContent),
            ];
        }
    }

    [Fact]
    public async Task Whoever_may_not_remind_is_not_offered_to()
    {
        using var registrar = await site.As("registrator");

        using var page = await registrar.Page("/kommuner/0127/kontakt");

        Assert.Null(page.QuerySelector("input[name=slag]"));
    }

    [Fact]
    public async Task What_is_wrong_is_said_first_and_what_was_typed_stays()
    {
        using var browser = await site.As("registrator");
        const string Page = "/kommuner/0138/kontakt";

        using var refused = await browser.Post(Page, Page, ("rekommendation", ""), ("vag", "anteckning"), ("dag", "i går"), ("ord", "Något."), ("beslutar", "snart"));
        using var page = await SignedInBrowser.Read(refused);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.StartsWith("Fel: ", page.Title, StringComparison.Ordinal);
        Assert.Equal(["#dag", "#beslutar"], page.QuerySelectorAll("#fel a").Select(a => a.GetAttribute("href")));
        Assert.Equal(("i går", "Något.", "snart"), (page.QuerySelector("#dag")!.GetAttribute("value"), page.QuerySelector("#ord")!.TextContent.Trim(), page.QuerySelector("#beslutar")!.GetAttribute("value")));
    }

    [Theory]
    [InlineData("med", "Registratorn", "#ord")]
    [InlineData("organ", "kommunfullmäktige", "#beslutar")]
    public async Task What_means_nothing_without_its_other_half_is_asked_for_and_never_dropped(string field, string words, string lacks)
    {
        using var browser = await site.As("registrator");
        const string Page = "/kommuner/0140/kontakt";

        using var refused = await browser.Post(Page, Page, ("rekommendation", Noting.Slug), ("vag", "samtal"), ("dag", "2025-11-20"), (field, words), ("folj-upp", "2025-12-01"));
        using var page = await SignedInBrowser.Read(refused);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, lacks), (refused.StatusCode, page.QuerySelector("#fel a")!.GetAttribute("href")));
        Assert.Equal(words, page.QuerySelector($"#{field}")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_way_that_is_no_way_is_not_taken_for_a_call()
    {
        using var browser = await site.As("registrator");
        const string Page = "/kommuner/0139/kontakt";

        using var refused = await browser.Post(Page, Page, ("rekommendation", ""), ("vag", "rök"), ("dag", "2025-11-20"), ("ord", "Något."));
        using var page = await SignedInBrowser.Read(refused);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "#vag"), (refused.StatusCode, page.QuerySelector("#fel a")!.GetAttribute("href")));
        Assert.NotNull(page.QuerySelector("#vag"));
        Assert.Equal("Något.", page.QuerySelector("#ord")!.TextContent.Trim());
        Assert.Equal(0, await site.App.Read<long>("SELECT count(*) FROM contact_note WHERE municipality_code = '0139'"));
    }

    [Fact]
    public async Task A_note_that_is_mended_from_an_old_tab_keeps_what_was_typed_and_shows_what_holds()
    {
        using var browser = await site.As("registrator");
        const string Page = "/kommuner/0160/kontakt";
        using (await browser.Post(Page, Page, ("vag", "samtal"), ("dag", "2025-11-20"), ("ord", "De beslutar i juni."))) { }
        using var before = await browser.Page(Page);
        var old = before.QuerySelector(".time a[href$='/ratta']")!.GetAttribute("href")!;
        (string, string)[] another = [("id", Guid.NewGuid().ToString()), ("vag", "samtal"), ("dag", "2025-11-20"), ("ord", "De beslutar i augusti."), ("skal", "Fel månad.")];
        using (await browser.Post(old, old, another)) { }
        using var twice = await browser.Post(Page, old, another);

        using var late = await browser.Post(Page, old, ("id", Guid.NewGuid().ToString()), ("vag", "samtal"), ("dag", "2025-11-20"), ("ord", "De beslutar i september."), ("skal", "Fel månad igen."));
        using var page = await SignedInBrowser.Read(late);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        Assert.Contains("Någon har redan rättat anteckningen.", Text(page, "#fel"), StringComparison.Ordinal);
        Assert.Equal(("De beslutar i september.", "Fel månad igen."), (page.QuerySelector("#ord")!.TextContent.Trim(), page.QuerySelector("#skal")!.GetAttribute("value")));
        Assert.Contains("De beslutar i augusti.", Text(page, ".letter"), StringComparison.Ordinal);

        var stands = page.QuerySelector("form.form")!.GetAttribute("action")!;
        using var saved = await browser.Post(Page, stands, ("id", Guid.NewGuid().ToString()), ("vag", "samtal"), ("dag", "2025-11-20"), ("ord", "De beslutar i september."), ("skal", "Fel månad igen."));
        Assert.Equal((HttpStatusCode.SeeOther, $"{Page}?klart=rattat"), (saved.StatusCode, saved.Headers.Location!.ToString()));
        Assert.Equal(HttpStatusCode.SeeOther, twice.StatusCode);
    }

    [Fact]
    public async Task Every_row_of_what_to_do_says_why_and_has_one_thing_to_do()
    {
        using var browser = await site.As("registrator");
        const string Assign = "/mina-kommuner/fordela";
        var me = site.App.As(Role.Registrar).Actor.Person!.Value.Value.ToString();

        using var given = await browser.Post(Assign, Assign, ("rekommendation", Noting.Slug), ("lan", "09"), ("kommuner", "Danderyd, 0163"), ("vem", me));
        using var page = await browser.Page("/mina-kommuner");

        Assert.Equal("/mina-kommuner?klart=1", given.Headers.Location!.ToString());
        var rows = page.QuerySelectorAll("tbody tr").ToList();
        Assert.Equal(["Danderyd", "Gotland", "Sollentuna"], rows.Select(r => Text(r, "th")).Order());
        Assert.All(rows, row => Assert.Contains("Inget svar har kommit.", Text(row, "td.main"), StringComparison.Ordinal));
        Assert.All(rows, row => Assert.StartsWith("/kommuner/", Assert.Single(row.QuerySelectorAll("a")).GetAttribute("href"), StringComparison.Ordinal));
        Assert.Empty(page.QuerySelectorAll("script"));
    }

    [Fact]
    public async Task Who_follows_nobody_is_told_so_and_offered_to_divide_municipalities()
    {
        using var browser = await site.As("administrator");

        using var page = await browser.Page("/mina-kommuner");

        Assert.Equal("Du följer ingen kommun än.", Text(page, "h1"));
        Assert.Equal("/mina-kommuner/fordela", page.QuerySelector("main .actions a.btn")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Who_waits_for_a_final_decision_is_led_to_where_it_is_asked_for()
    {
        await using var alone = new LoggingSite();
        await alone.InitializeAsync();
        var registrar = alone.App.As(Role.Registrar);
        var asked = (await registrar.Ask(new StateOfRecommendation(Noting.Slug, new AsOf(Noting.Day))))!.Recommendation.Id;
        var proposal = new LogDecision(new DecisionId(Guid.CreateVersion7()), new MunicipalityCode("0980"), asked, Typed.Proposes with { ArrivedOn = new DateOnly(2025, 9, 1), DecidedOn = new DateOnly(2025, 8, 20) }, Typed.Details, []);
        Assert.Null((await registrar.Run(proposal)).Refusal);
        using var browser = await alone.As("registrator");

        using var page = await browser.Page("/mina-kommuner?lan=09");

        Assert.Equal(Urls.ToAskForFinal(proposal.Id), Assert.Single(page.QuerySelectorAll("tbody a")).GetAttribute("href"));
    }

    [Fact]
    public async Task The_heading_of_those_waited_for_says_what_their_tab_says()
    {
        await using var alone = new LoggingSite();
        await alone.InitializeAsync();
        using var browser = await alone.As("registrator");
        using var nobody = await browser.Page("/inkorg/vantar");
        foreach (var slug in (string[])[Noting.Slug, Typed.Slug2016]) await alone.App.As(Role.Registrar).Notes(Noting.About("0136", null, new NextStep(null, null, new DateOnly(2025, 12, 15))) with { Slug = slug });

        using var two = await browser.Page("/inkorg/vantar");

        Assert.Equal(("Inget svar att vänta på.", "0"), (Text(nobody, "h1"), Text(nobody, ".tabs [aria-current] span")));
        Assert.Equal(("2 svar att vänta på.", "2"), (Text(two, "h1"), Text(two, ".tabs [aria-current] span")));
    }

    [Fact]
    public async Task Nobody_but_those_who_work_with_answers_comes_to_notes_and_reminders()
    {
        using var anyone = site.Anyone();
        using var reader = await site.As("lasare");
        using var ekero = await site.As("kommun-0125");
        using var registrar = await site.As("registrator");

        foreach (var address in (string[])["/mina-kommuner", "/mina-kommuner/fordela", "/kommuner/0125/kontakt"])
        {
            Assert.Equal(HttpStatusCode.Redirect, (await anyone.Get(address)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await reader.Get(address)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await ekero.Get(address)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await registrar.Get($"/rekommendationer/{Noting.Slug}/hantera/paminnelser")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await registrar.Get("/kommuner/9999/kontakt")).StatusCode);
        using var own = await ekero.Page("/min-kommun");
        Assert.DoesNotContain("Mina kommuner", own.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rule_of_reminders_is_stated_and_a_reminder_is_put_off()
    {
        await using var alone = new LoggingSite();
        await alone.InitializeAsync();
        alone.App.Clock.Set(new DateOnly(2024, 7, 3));
        using var browser = await alone.As("handlaggare");
        const string Page = $"/rekommendationer/{Noting.Slug}/hantera/paminnelser";

        using var wrong = await browser.Post(Page, Page, ("steg", "om en vecka"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using var stated = await browser.Post(Page, Page, ("steg", "−3, 7"));
        using var page = await browser.Page(stated.Headers.Location!.ToString());

        Assert.Contains("290 kommuner att påminna nu.", Text(page, "h1"), StringComparison.Ordinal);
        Assert.Contains("2024-08-01", Text(page, "table"), StringComparison.Ordinal); // 7 July is in July
        using var off = await browser.Post(Page, $"{Page}/skjut-upp", ("sista-dag", "2024-06-30"), ("planerad", "2024-06-27"), ("till", "2024-07-10"), ("skal", "Semester."));
        using var after = await browser.Page(off.Headers.Location!.ToString());
        Assert.Contains("Ingen påminnelse är att skicka i dag.", Text(after, "h1"), StringComparison.Ordinal);
        Assert.Contains("Uppskjuten från 2024-06-27: Semester.", Text(after, "table"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_reminder_that_is_prepared_goes_to_as_many_as_the_page_says_and_not_to_who_has_longer_time()
    {
        await using var alone = new LoggingSite();
        await alone.InitializeAsync();
        await alone.App.EveryoneIsReached();
        alone.App.Clock.Set(new DateOnly(2024, 6, 27));
        Assert.Null((await alone.App.As(Role.Officer).Run(new AllowLonger(Noting.Slug, new MunicipalityCode("0114"), new DateOnly(2024, 10, 15), "KF sammanträder i oktober."))).Refusal);
        using var browser = await alone.As("handlaggare");
        const string Page = $"/rekommendationer/{Noting.Slug}/hantera/paminnelser";
        using var stated = await browser.Post(Page, Page, ("steg", "-3"));
        using var page = await browser.Page(Page);
        var form = page.QuerySelector("form.actions")!;

        using var begun = await browser.Post(Page, form.GetAttribute("action")!, [.. form.QuerySelectorAll("input[name]:not([name^=__])").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value") ?? ""))]);
        using var dispatch = await browser.Page(begun.Headers.Location!.ToString());

        Assert.Contains("289 kommuner att påminna nu.", Text(page, "h1"), StringComparison.Ordinal);
        Assert.StartsWith("289 mottagare", Text(dispatch, ".fact"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_too_far_off_to_count_to_is_refused()
    {
        using var browser = await site.As("handlaggare");
        const string Page = $"/rekommendationer/{Noting.Slug}/hantera/paminnelser";

        using var refused = await browser.Post(Page, Page, ("steg", "-2147483648"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
    }

    private static string Text(IParentNode page, string selector) => string.Join(' ', page.QuerySelector(selector)!.TextContent.Replace('\u00a0', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
