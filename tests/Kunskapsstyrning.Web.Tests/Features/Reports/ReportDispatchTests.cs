using System.Text;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Dispatches;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Municipalities.Contacts;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Reports;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Dispatches;
using Kunskapsstyrning.Web.Features.Documents;
using Kunskapsstyrning.Web.Features.Logging;
using Kunskapsstyrning.Web.Features.Messages;
using Kunskapsstyrning.Web.Features.Publishing;
using Kunskapsstyrning.Web.Features.Reports;
using Kunskapsstyrning.Web.Tests.Access;
using Kunskapsstyrning.Web.Tests.Api;
using Kunskapsstyrning.Web.Tests.Features.Contacts;
using Kunskapsstyrning.Web.Tests.Features.Dispatches;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Reports;

/// <summary>A report is sent to exactly those who were asked, each with its own answer; to everyone where nobody was asked from here.</summary>
public sealed class ReportDispatchTests : IAsyncLifetime
{
    private const string Slug = "2016-nationell-stodfunktion";

    private static readonly ReceivedFile Pdf = ReceivedFile.TryTake("Återkoppling 1.pdf", Encoding.ASCII.GetBytes("%PDF-1.4\n%%EOF"), out var file).IsDone ? file! : throw new InvalidOperationException();

    private TestApp _app = null!;

    [Fact]
    public async Task Where_nobody_was_asked_from_here_it_goes_to_everyone_and_says_so()
    {
        var (report, dispatch) = await Prepared();

        var plan = await _app.Plan(Slug, dispatch);

        Assert.Equal(290, plan.Recipients.Count);
        Assert.Null(plan.Refusal);
        Assert.Contains("Antagit, Socialnämnden 1 september 2016.", Plain(plan.Recipients.Single(r => r.Place.Municipality == new MunicipalityCode("0160")).Body), StringComparison.Ordinal);
        Assert.Contains($"/aterkoppling/{report.Value}", plan.Recipients[0].Body, StringComparison.Ordinal);
        var inHand = (await _app.As(Role.Reader).Ask(new ReportInHand(Slug, report)))!;
        Assert.Null(inHand.Asked);
        Assert.Contains("alla kommuner i omgången", Swedish.AskedSentence(inHand.Asked), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_goes_to_exactly_those_whom_the_question_has_left_for_their_county_too()
    {
        var rule = DispatchRule.UsualFor(DispatchKind.Question) with { CopiesToHeads = false, CopiesToCounties = true, County = "01" };
        await _app.As(Role.Registrar).Keeps(ContactPlace.OfCounty("01"), Reached.At("lan@storsthlm.example"));
        await _app.Dispatches(Slug, new DispatchMatter(DispatchKind.Question), rule);
        await _app.Change("skr", "", "UPDATE outgoing_message SET state = 'Submitted' WHERE municipality_code IN ('0125', '0160') OR municipality_code IS NULL");
        var (report, dispatch) = await Prepared();

        var plan = await _app.Plan(Slug, dispatch);

        Assert.Equal(["0125", "0160"], plan.Recipients.Select(r => r.Place.Municipality?.Digits).OfType<string>().Order(StringComparer.Ordinal));
        Assert.Null(plan.Refusal);
        Assert.Contains("Botkyrka: ", plan.Recipients.Single(r => r.Place.Municipality is null).Body, StringComparison.Ordinal);
        var inHand = (await _app.As(Role.Reader).Ask(new ReportInHand(Slug, report)))!;
        Assert.Equal("Utskicket når 2 av 290 kommuner.", Plain(Swedish.ReachesOnly(inHand.Asked!.Value, inHand.InRound)));
    }

    [Fact]
    public async Task Whom_the_question_was_sent_to_is_counted_alike_when_it_came_back_and_while_it_is_sent_elsewhere()
    {
        await _app.Dispatches(Slug, new DispatchMatter(DispatchKind.Question), DispatchRule.UsualFor(DispatchKind.Question) with { CopiesToHeads = false, County = "01" });
        await _app.Change("skr", "", "UPDATE outgoing_message SET state = 'Submitted', attempts = 1");
        await _app.Change("skr", "", "UPDATE outgoing_message SET state = 'Bounced' WHERE municipality_code = '0160'");
        var (report, dispatch) = await Prepared();
        async Task<(int?, int)> Counted() => ((await _app.As(Role.Reader).Ask(new ReportInHand(Slug, report)))!.Asked, (await _app.Plan(Slug, dispatch)).Recipients.Count);
        Assert.Equal((26, 26), await Counted());

        var back = new OutgoingMessageId(await _app.Read<Guid>("SELECT id FROM outgoing_message WHERE state = 'Bounced'"));
        await _app.SendsElsewhere(back, "registrator@taby.example");

        Assert.Equal((26, 26), await Counted());
    }

    [Fact]
    public async Task What_is_not_published_goes_along_as_a_file_and_no_link_leads_to_it()
    {
        var (report, dispatch) = (await Made(), new DispatchId(Guid.CreateVersion7()));
        Assert.Equal(ReportRefusals.NeedsPdf, (await _app.As(Role.Officer).Run(new SendReport(dispatch, Slug, report))).Refusal);

        foreach (var _ in (int[])[1, 2]) Assert.Null((await _app.As(Role.Officer).Run(new SendReport(dispatch, Slug, report) { Pdf = Pdf })).Refusal);
        var plan = await _app.Plan(Slug, dispatch);
        Assert.Null((await _app.Release(Slug, dispatch)).Refusal);

        Assert.All(plan.Recipients, r => Assert.DoesNotContain("/aterkoppling/", r.Body, StringComparison.Ordinal));
        Assert.All(plan.Recipients, r => Assert.Contains("Hela återkopplingen:\nDen följer med som PDF.", r.Body, StringComparison.Ordinal));
        var message = (await _app.Addressed(Slug, dispatch))[0].Message!.Value;
        _app.Clock.Now += TimeSpan.FromMinutes(6);
        await _app.Runner.Run(new StartSubmission(message), Jobs.Mail, CancellationToken.None);
        var file = Assert.Single((await _app.Runner.Ask(new MessageToSubmit(message), Jobs.Mail, CancellationToken.None))!.Files);
        Assert.Equal(("Återkoppling 1.pdf", "application/pdf"), (file.Name, file.MediaType));
        Assert.Equal(Pdf.Bytes, file.Bytes);
    }

    [Fact]
    public async Task A_report_that_was_taken_back_before_its_link_left_is_not_sent_as_a_link()
    {
        var (report, dispatch) = await Prepared();
        Assert.Null((await _app.As(Role.Officer).Run(new RecallReport(report, "En siffra är fel."))).Refusal);

        Assert.Equal(DispatchRefusals.ReportNotPublished, (await _app.Release(Slug, dispatch)).Refusal);
        Assert.Equal(0, await _app.Read<long>("SELECT count(*) FROM outgoing_message"));
    }

    [Fact]
    public async Task What_letters_on_their_way_lead_to_stays_until_they_are_stopped()
    {
        var (report, dispatch) = await Prepared();
        Assert.Null((await _app.Release(Slug, dispatch)).Refusal);

        Assert.Equal(ReportRefusals.LettersWait, (await _app.As(Role.Officer).Run(new RecallReport(report, "En siffra är fel."))).Refusal);
        await _app.Change("skr", "", "UPDATE outgoing_message SET state = 'Recalled'");
        Assert.Null((await _app.As(Role.Officer).Run(new RecallReport(report, "En siffra är fel."))).Refusal);
    }

    [Fact]
    public async Task Another_report_of_the_same_saved_state_is_not_said_to_be_sent()
    {
        var (report, dispatch) = await Prepared();
        var other = new ReportId(Guid.CreateVersion7());
        var state = new SnapshotId(await _app.Read<Guid>("SELECT snapshot_id FROM report"));
        Assert.Null((await _app.As(Role.Officer).Run(new MakeReport(other, Slug, state, new ReportQuotes(Conditions: false, Reasons: false)))).Refusal);

        var first = (await _app.As(Role.Officer).Ask(new ReportInHand(Slug, report)))!;
        var second = (await _app.As(Role.Officer).Ask(new ReportInHand(Slug, other)))!;

        Assert.Equal(dispatch, first.Sent!.Dispatch.Id);
        Assert.Null(second.Sent);
        Assert.True(second.MayPrepare);
    }

    [Fact]
    public async Task A_letter_that_came_back_is_not_sent_again_to_a_report_that_was_taken_back()
    {
        var (report, dispatch) = await Prepared();
        Assert.Null((await _app.Release(Slug, dispatch)).Refusal);
        await _app.Change("skr", "", "UPDATE outgoing_message SET state = 'Bounced', attempts = 1");
        var message = new OutgoingMessageId(await _app.Read<Guid>("SELECT id FROM outgoing_message ORDER BY id LIMIT 1"));
        Assert.Null((await _app.As(Role.Officer).Run(new RecallReport(report, "En siffra är fel."))).Refusal);

        var again = await _app.As(Role.Registrar).Run(new SendMessageAgain(message));
        var elsewhere = await _app.As(Role.Registrar).Run(new SendElsewhere(message, EmailAddress.Parse("ny@kommun.example")));

        Assert.Equal((DispatchRefusals.ReportTakenBack, DispatchRefusals.ReportTakenBack), (again.Refusal, elsewhere.Refusal));
    }

    [Fact]
    public async Task It_goes_out_once_and_again_only_where_it_was_stopped_on_its_way()
    {
        var (report, dispatch) = await Prepared();
        Assert.Null((await _app.Release(Slug, dispatch)).Refusal);
        Task<Result> Again() => _app.As(Role.Officer).Run(new SendReport(new DispatchId(Guid.CreateVersion7()), Slug, report));

        Assert.Equal(ReportRefusals.AlreadySent, (await Again()).Refusal);
        await _app.Change("skr", "", "UPDATE outgoing_message SET state = 'Recalled' WHERE municipality_code > '1000'");
        Assert.Null((await Again()).Refusal);
    }

    [Fact]
    public async Task Two_dispatches_of_a_report_that_were_prepared_side_by_side_reach_nobody_twice()
    {
        var (report, first) = await Prepared();
        var second = new DispatchId(Guid.CreateVersion7());
        Assert.Null((await _app.As(Role.Officer).Run(new SendReport(second, Slug, report))).Refusal);
        Assert.Null((await _app.Release(Slug, first)).Refusal);

        Assert.Equal(DispatchRefusals.ReportAlreadySent, (await _app.Release(Slug, second)).Refusal);
        Assert.Equal(290, await _app.Read<long>("SELECT count(*) FROM outgoing_message"));
    }

    [Fact]
    public async Task A_question_that_was_stopped_before_anything_left_has_asked_nobody()
    {
        var question = await _app.Dispatches(Slug, new DispatchMatter(DispatchKind.Question), DispatchRule.UsualFor(DispatchKind.Question) with { County = "10" });
        Assert.Null((await _app.As(Role.Officer).Run(new StopDispatch(question))).Refusal);

        var (report, dispatch) = await Prepared();

        Assert.Equal(290, (await _app.Plan(Slug, dispatch)).Recipients.Count);
        Assert.Null((await _app.As(Role.Officer).Ask(new ReportInHand(Slug, report)))!.Asked);
    }

    [Fact]
    public async Task After_a_stop_it_goes_to_those_it_has_not_reached()
    {
        var (report, dispatch) = await Prepared();
        Assert.Null((await _app.Release(Slug, dispatch)).Refusal);
        await _app.Change("skr", "", "UPDATE outgoing_message SET state = 'Submitted', attempts = 1 WHERE municipality_code < '1000'");
        Assert.Null((await _app.As(Role.Officer).Run(new StopDispatch(dispatch))).Refusal);
        var again = new DispatchId(Guid.CreateVersion7());
        Assert.Null((await _app.As(Role.Officer).Run(new SendReport(again, Slug, report))).Refusal);

        var plan = await _app.Plan(Slug, again);

        Assert.NotEmpty(plan.Recipients);
        Assert.All(plan.Recipients, r => Assert.InRange(r.Place.Municipality!.Value.Digits, "1000", "9999"));
        Assert.Null((await _app.Release(Slug, again)).Refusal);
        Assert.Equal(290, await _app.Read<long>("SELECT count(DISTINCT municipality_code) FROM outgoing_message WHERE state <> 'Recalled'"));
    }

    [Fact]
    public async Task Another_report_of_the_same_state_goes_out_by_itself()
    {
        var (report, dispatch) = await Prepared();
        Assert.Null((await _app.Release(Slug, dispatch)).Refusal);
        var other = await AnotherOfTheSameState(report);

        Assert.Null((await _app.As(Role.Officer).Run(new SendReport(new DispatchId(Guid.CreateVersion7()), Slug, other) { Pdf = Pdf })).Refusal);
    }

    [Fact]
    public async Task That_another_report_of_the_same_state_is_published_does_not_open_the_link_to_this_one()
    {
        var (report, _) = await Prepared();
        var (other, dispatch) = (await AnotherOfTheSameState(report), new DispatchId(Guid.CreateVersion7()));
        Assert.Null((await _app.As(Role.Officer).Run(new PublishReport(other))).Refusal);
        Assert.Null((await _app.As(Role.Officer).Run(new SendReport(dispatch, Slug, other))).Refusal);
        Assert.Null((await _app.As(Role.Officer).Run(new RecallReport(other, "En siffra är fel."))).Refusal);

        Assert.Equal(DispatchRefusals.ReportNotPublished, (await _app.Release(Slug, dispatch)).Refusal);
    }

    [Fact]
    public async Task Letters_that_carry_it_as_a_file_do_not_keep_it_from_being_taken_back()
    {
        var (report, dispatch) = (await Made(), new DispatchId(Guid.CreateVersion7()));
        Assert.Null((await _app.As(Role.Officer).Run(new SendReport(dispatch, Slug, report) { Pdf = Pdf })).Refusal);
        Assert.Null((await _app.Release(Slug, dispatch)).Refusal);
        Assert.Null((await _app.As(Role.Officer).Run(new PublishReport(report))).Refusal);

        Assert.Null((await _app.As(Role.Officer).Run(new RecallReport(report, "En siffra är fel."))).Refusal);
    }

    [Fact]
    public async Task A_link_to_what_is_published_while_answers_are_public_no_longer_leads_nowhere()
    {
        var (report, dispatch) = await Prepared();
        Assert.Null((await Shows(Publicity.FeesPublic)).Refusal);

        Assert.Equal(DispatchRefusals.ReportNotPublished, (await _app.Release(Slug, dispatch)).Refusal);
        Assert.Equal(ReportRefusals.NeedsPdf, (await _app.As(Role.Officer).Run(new SendReport(new DispatchId(Guid.CreateVersion7()), Slug, report))).Refusal);
    }

    [Fact]
    public async Task Answers_that_letters_on_their_way_lead_to_are_not_hidden_until_those_are_stopped()
    {
        var (_, dispatch) = await Prepared();
        Assert.Null((await _app.Release(Slug, dispatch)).Refusal);

        Assert.Equal(PublicityRefusals.LettersWait, (await Shows(Publicity.FeesPublic)).Refusal);
        Assert.Null((await _app.As(Role.Officer).Run(new StopDispatch(dispatch))).Refusal);
        Assert.Null((await Shows(Publicity.FeesPublic)).Refusal);
    }

    [Fact]
    public async Task Letters_that_carry_the_report_as_a_file_do_not_keep_answers_from_being_hidden()
    {
        var (report, dispatch) = (await Made(), new DispatchId(Guid.CreateVersion7()));
        Assert.Null((await _app.As(Role.Officer).Run(new SendReport(dispatch, Slug, report) { Pdf = Pdf })).Refusal);
        Assert.Null((await _app.Release(Slug, dispatch)).Refusal);

        Assert.Null((await Shows(Publicity.FeesPublic)).Refusal);
    }

    [Fact]
    public async Task A_recommendation_that_letters_on_their_way_lead_to_is_not_hidden()
    {
        await _app.Dispatches(Slug, new DispatchMatter(DispatchKind.Reminder));

        Assert.Equal(PublicityRefusals.LettersWait, (await Shows(Publicity.Internal)).Refusal);
    }

    [Theory]
    [InlineData(DispatchKind.Question)]
    [InlineData(DispatchKind.Reminder)]
    public async Task No_letter_is_released_that_leads_to_what_is_hidden(DispatchKind kind)
    {
        var dispatch = await _app.Prepares(Slug, new DispatchMatter(kind));
        Assert.Null((await Shows(Publicity.Internal)).Refusal);

        Assert.Equal(DispatchRefusals.Hidden, (await _app.Plan(Slug, dispatch)).Refusal);
        Assert.Equal(DispatchRefusals.Hidden, (await _app.Release(Slug, dispatch)).Refusal);
    }

    [Fact]
    public async Task A_letter_that_came_back_is_not_sent_again_to_what_was_hidden_since()
    {
        await _app.Dispatches(Slug, new DispatchMatter(DispatchKind.Reminder));
        await _app.Change("skr", "", "UPDATE outgoing_message SET state = 'Bounced', attempts = 1");
        var message = new OutgoingMessageId(await _app.Read<Guid>("SELECT id FROM outgoing_message ORDER BY id LIMIT 1"));
        Assert.Null((await Shows(Publicity.Internal)).Refusal);

        var again = await _app.As(Role.Registrar).Run(new SendMessageAgain(message));
        var elsewhere = await _app.As(Role.Registrar).Run(new SendElsewhere(message, EmailAddress.Parse("ny@kommun.example")));

        Assert.Equal((DispatchRefusals.Hidden, DispatchRefusals.Hidden), (again.Refusal, elsewhere.Refusal));
    }

    [Fact]
    public async Task Reminders_on_their_way_do_not_keep_answers_from_being_hidden()
    {
        await _app.Dispatches(Slug, new DispatchMatter(DispatchKind.Reminder));

        Assert.Null((await Shows(Publicity.FeesPublic)).Refusal);
    }

    public async ValueTask InitializeAsync()
    {
        _app = await TestApp.Create();
        _app.Clock.Set(new DateOnly(2018, 3, 1)); // while it can be answered
        await _app.EveryoneIsReached();
        var content = new DecisionContent { Outcome = Outcome.Adopts, Stage = Stage.Final, Body = "Socialnämnden", DecidedOn = new DateOnly(2016, 9, 1), ArrivedOn = new DateOnly(2016, 9, 10) };
        Assert.Null((await _app.As(Role.Registrar).Run(new LogDecision(new DecisionId(Guid.CreateVersion7()), new MunicipalityCode("0160"), Logged.First, content, DecisionDetails.None, []))).Refusal);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<Result> Shows(Publicity publicity)
    {
        var asked = new RecommendationId(await _app.Read<Guid>($"SELECT id FROM recommendation WHERE slug = '{Slug}'"));
        return await _app.As(Role.Administrator).Run(new SetPublicity(asked, Publicity.StatusPublic, publicity));
    }

    private static string Plain(string text) => text.Replace('\u00A0', ' ');

    private async Task<ReportId> Made()
    {
        var report = new ReportId(Guid.CreateVersion7());
        Assert.Null((await _app.As(Role.Officer).Run(new MakeReport(report, Slug, null, new ReportQuotes(Conditions: true, Reasons: false)))).Refusal);
        return report;
    }

    /// <summary>A report of the same saved state, with other quotes.</summary>
    private async Task<ReportId> AnotherOfTheSameState(ReportId report)
    {
        var (state, other) = (new SnapshotId(await _app.Read<Guid>($"SELECT snapshot_id FROM report WHERE id = '{report.Value}'")), new ReportId(Guid.CreateVersion7()));
        Assert.Null((await _app.As(Role.Officer).Run(new MakeReport(other, Slug, state, new ReportQuotes(Conditions: false, Reasons: true)))).Refusal);
        return other;
    }

    /// <summary>The dispatch of a report that is published.</summary>
    private async Task<(ReportId Report, DispatchId Dispatch)> Prepared()
    {
        var (report, dispatch) = (await Made(), new DispatchId(Guid.CreateVersion7()));
        Assert.Null((await _app.As(Role.Officer).Run(new PublishReport(report))).Refusal);
        Assert.Null((await _app.As(Role.Officer).Run(new SendReport(dispatch, Slug, report))).Refusal);
        return (report, dispatch);
    }
}
