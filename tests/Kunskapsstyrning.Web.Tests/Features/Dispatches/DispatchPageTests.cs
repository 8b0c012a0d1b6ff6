using System.Net;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Dispatches;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Reports;
using Kunskapsstyrning.Web.Features.Dispatches;
using Kunskapsstyrning.Web.Features.Documents;
using Kunskapsstyrning.Web.Features.Inbox.Mail;
using Kunskapsstyrning.Web.Features.Logging;
using Kunskapsstyrning.Web.Features.Reports;
using Kunskapsstyrning.Web.Tests.Access;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Dispatches;

/// <summary>A dispatch by plain form posts.</summary>
public sealed class DispatchPageTests(LoggingSite site) : IClassFixture<LoggingSite>, IAsyncLifetime
{
    private const string Slug = "2024-kunskapsbaserad-socialtjanst";

    [Fact]
    public async Task The_page_tells_when_what_is_queued_has_left_counting_what_stands_before_it()
    {
        await using var own = new TestSite();
        await own.InitializeAsync();
        await own.App.EveryoneIsReached();
        own.App.Clock.Now = new DateTimeOffset(2024, 3, 1, 8, 0, 0, TimeSpan.Zero); // kl. 09.00 in Sweden
        var rule = DispatchRule.UsualFor(DispatchKind.Question) with { CopiesToHeads = false };
        await own.App.Dispatches(Slug, new DispatchMatter(DispatchKind.Question), rule with { County = "09" });
        own.App.Clock.Now += TimeSpan.FromMinutes(1);
        var id = await own.App.Dispatches(Slug, new DispatchMatter(DispatchKind.Question), rule with { County = "10" });

        Assert.Equal((At(9, 6), false, 5, At(9, 5), 6), Of(await own.App.As(Role.Officer).Ask(new DispatchInFull(Slug, id))));
        own.App.Clock.Now += TimeSpan.FromMinutes(9);
        await own.App.Change("skr", "", "UPDATE outgoing_message SET state = 'Submitted' WHERE municipality_code IN ('0980', '1080')");

        Assert.Equal((At(9, 10), true, 4, At(9, 10), 4), Of(await own.App.As(Role.Officer).Ask(new DispatchInFull(Slug, id))));
        Assert.Equal("Det som är köat lämnas nu, ett meddelande i taget, och har lämnat oss omkring kl. 09.12.", Kunskapsstyrning.Web.Ui.Swedish.Leaves(new DeliveryAhead(At(9, 10), true, 60, At(9, 10), 60), TimeSpan.FromSeconds(2), new DateOnly(2024, 3, 1)).Replace('\u00A0', ' '));

        static DateTimeOffset At(int hour, int minute) => new(2024, 3, 1, hour - 1, minute, 0, TimeSpan.Zero);
        static (DateTimeOffset, bool, int, DateTimeOffset, int) Of(DispatchView? view) => view!.Ahead is var (from, hasBegun, messages, queueFrom, inQueue) ? (from, hasBegun, messages, queueFrom, inQueue) : default;
    }

    [Theory]
    [InlineData("09:00", 10, "09:00", 100, "09:50")] // others stand before it
    [InlineData("09:30", 10, "09:00", 20, "09:35")]  // they have left before it may
    public void It_is_done_when_it_and_those_before_it_have_left_one_at_a_time(string from, int messages, string queueFrom, int inQueue, string done)
    {
        var ahead = new DeliveryAhead(On(from), false, messages, On(queueFrom), inQueue);

        Assert.Equal(On(done), ahead.DoneAbout(TimeSpan.FromSeconds(30)));

        static DateTimeOffset On(string time) => new(new DateOnly(2024, 3, 1), TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.Zero);
    }

    [Fact]
    public async Task Who_lacked_an_address_is_given_one_on_the_page_of_the_released_dispatch_and_sent_to_by_another_person()
    {
        await site.App.Change("skr", "", "DELETE FROM contact WHERE municipality_code = '1080' AND kind = 'FunctionAddress'");
        var id = await site.App.Prepares(Slug, new DispatchMatter(DispatchKind.Question), DispatchRule.UsualFor(DispatchKind.Question) with { CopiesToHeads = false, County = "10" });
        Assert.Null((await site.App.Release(Slug, id, withoutThose: true)).Refusal);
        var address = Urls.ToDispatch(Slug, id);
        using var administrator = await site.As("administrator");
        using var officer = await site.As("handlaggare");
        using var before = await administrator.Page(address);

        using var kept = await officer.Post(address, address, ("nummer", before.QuerySelector("section[aria-labelledby=h-saknar] input[name=nummer]")!.GetAttribute("value")!), ("epost", "ks@karlskrona.example"), ("gor", "adress"));
        using var own = await officer.Page(address);
        using var mended = await administrator.Page(address);
        var seen = mended.QuerySelector("section[aria-labelledby=h-saknade] input[name=sett]")!.GetAttribute("value")!;
        using var sent = await administrator.Post(address, address, ("sett", seen), ("gor", "saknade"));
        using var after = await administrator.Page(sent.Headers.Location!.OriginalString);

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (kept.StatusCode, sent.StatusCode));
        Assert.Null(before.GetElementById("h-saknade"));
        Assert.Null(own.QuerySelector("button[value=saknade]"));
        Assert.Contains("ks@karlskrona.example", mended.QuerySelector("section[aria-labelledby=h-saknade]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Meddelandena till dem som saknade adress är köade", after.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(after.GetElementById("h-saknade"));
        Assert.Equal(1, await site.App.Read<long>($"SELECT count(*) FROM outgoing_message WHERE dispatch_id = '{id.Value}' AND recipient = 'ks@karlskrona.example'"));
    }

    [Fact]
    public async Task Whoever_releases_reads_how_many_have_answered_already()
    {
        var (registrar, olofstrom) = (site.App.As(Role.Registrar), new MunicipalityCode("1060"));
        var id = await site.App.Prepares(Slug, new DispatchMatter(DispatchKind.Question), DispatchRule.UsualFor(DispatchKind.Question) with { CopiesToHeads = false, County = "10" });
        var asked = (await registrar.Ask(new DispatchInFull(Slug, id)))!.Recommendation.Id;
        var answer = Typed.Adopts with { DecidedOn = new DateOnly(2024, 5, 20), ArrivedOn = new DateOnly(2024, 5, 27) };
        Assert.Null((await registrar.Run(new LogDecision(new DecisionId(Guid.CreateVersion7()), olofstrom, asked, answer, Typed.Details, []))).Refusal);
        using var administrator = await site.As("administrator");

        using var shown = await administrator.Page(Urls.ToDispatch(Slug, id));

        Assert.Contains("1 kommun av dem som får brevet har redan svarat. Den får samma brev som de andra.", shown.QuerySelector("[aria-labelledby=h-slapp]")!.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_releases_reads_which_county_it_goes_to()
    {
        var id = await site.App.Prepares(Slug, new DispatchMatter(DispatchKind.Question), DispatchRule.UsualFor(DispatchKind.Question) with { CopiesToHeads = false, County = "10" });
        using var administrator = await site.As("administrator");

        using var shown = await administrator.Page(Urls.ToDispatch(Slug, id));
        using var listed = await administrator.Page(Urls.ToDispatches(Slug));

        Assert.StartsWith("Alla kommuner i Blekinge län.", Plain(shown.QuerySelector("p.lead")!.TextContent), StringComparison.Ordinal);
        Assert.Contains("Alla kommuner i Blekinge län", listed.QuerySelectorAll("tbody td").Select(td => td.TextContent));
    }

    [Fact]
    public async Task Where_both_have_changed_it_the_page_says_so_and_one_starts_over_there()
    {
        var id = await site.App.Prepares(Slug, new DispatchMatter(DispatchKind.Question), DispatchRule.UsualFor(DispatchKind.Question) with { CopiesToHeads = false, County = "10" });
        var dispatch = (await site.App.As(Role.Administrator).Ask(new DispatchInFull(Slug, id)))!.Dispatch;
        Assert.Null((await site.App.As(Role.Administrator).Run(new ReviseDispatch(id, dispatch.Revision, dispatch.Rule, "Ett annat ämne", dispatch.Body, dispatch.Annexes))).Refusal);
        var address = Urls.ToDispatch(Slug, id);
        using var officer = await site.As("handlaggare");
        using var administrator = await site.As("administrator");
        using var stuck = await officer.Page(address);

        using var over = await officer.Post(address, address, ("version", stuck.QuerySelector("form:has(button[value=borja-om]) input[name=version]")!.GetAttribute("value")!), ("gor", "borja-om"));
        using var free = await administrator.Page(address);

        Assert.Contains("har båda skrivit i utskicket", stuck.QuerySelector("section[aria-labelledby=h-slapp]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, over.StatusCode);
        Assert.NotNull(free.QuerySelector("button[value=slapp]"));
    }

    [Fact]
    public async Task A_report_that_is_not_published_is_printed_and_goes_with_its_dispatch_as_a_file()
    {
        await using var unasked = new LoggingSite(); // nobody waits there for a question to leave
        await unasked.InitializeAsync();
        await unasked.App.EveryoneIsReached();
        var (report, dispatch) = (new ReportId(Guid.CreateVersion7()), Guid.CreateVersion7());
        Assert.Null((await unasked.App.As(Role.Officer).Run(new MakeReport(report, Slug, null, new ReportQuotes(Conditions: false, Reasons: false)))).Refusal);
        using var officer = await unasked.As("handlaggare");
        var page = Urls.ToReport(Slug, report);

        using var prepared = await officer.Post(page, $"{page}/utskick", ("id", dispatch.ToString()));
        using var shown = await officer.Page(prepared.Headers.Location!.OriginalString);

        Assert.Equal(HttpStatusCode.SeeOther, prepared.StatusCode);
        Assert.Contains("Filer: Återkoppling 1 ", Plain(shown.Body!.TextContent), StringComparison.Ordinal);
        Assert.Equal("%PDF", await unasked.App.Read<string>($"SELECT encode(substring(c.bytes FROM 1 FOR 4), 'escape') FROM dispatch_attachment a JOIN document_content c ON c.document_id = a.document_id WHERE a.dispatch_id = '{dispatch}'"));
    }

    [Fact]
    public async Task A_trial_carries_the_files_that_each_recipient_would_get()
    {
        var folder = Directory.CreateTempSubdirectory();
        await using var sending = new LoggingSite { MailFolder = folder.FullName };
        await sending.InitializeAsync();
        try
        {
            await sending.App.EveryoneIsReached();
            var (report, dispatch) = (new ReportId(Guid.CreateVersion7()), new DispatchId(Guid.CreateVersion7()));
            Assert.Null((await sending.App.As(Role.Officer).Run(new MakeReport(report, Slug, null, new ReportQuotes(Conditions: false, Reasons: false)))).Refusal);
            ReceivedFile.TryTake("Återkoppling 1.pdf", "%PDF-1.4\n%%EOF"u8.ToArray(), out var pdf);
            Assert.Null((await sending.App.As(Role.Officer).Run(new SendReport(dispatch, Slug, report) { Pdf = pdf })).Refusal);
            await sending.App.Change("skr", "Administer", "INSERT INTO account (person_id, email, email_key, invited_by, invited_at) SELECT id, 'jag@skr.example', 'jag@skr.example', id, now() FROM person WHERE login = 'handlaggare'");
            using var officer = await sending.As("handlaggare");
            var address = Urls.ToDispatch(Slug, dispatch);

            using var tried = await officer.Post(address, address, ("gor", "prov"));
            using var page = await SignedInBrowser.Read(tried);

            Assert.Contains("Provet är lämnat till servern.", page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
            var mail = MailReader.Read(await File.ReadAllBytesAsync(Assert.Single(folder.GetFiles("*.eml")).FullName));
            var file = Assert.Single(mail.Parts, p => p.Kind is MailPartKind.Attachment);
            Assert.Equal(("Återkoppling 1.pdf", "application/pdf"), (file.Name, file.ContentType));
            Assert.Equal(pdf!.Bytes, file.Bytes.ToArray());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (await site.App.Read<long>("SELECT count(*) FROM contact") == 0) await site.App.EveryoneIsReached();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static string Plain(string text) => text.Replace('\u00A0', ' ');
}
