using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Reports;
using Kunskapsstyrning.Web.Features.Logging;
using Kunskapsstyrning.Web.Features.Papers;
using Kunskapsstyrning.Web.Features.Publishing;
using Kunskapsstyrning.Web.Features.Recommendations;
using Kunskapsstyrning.Web.Features.Reports;
using Kunskapsstyrning.Web.Features.Snapshots;
using Kunskapsstyrning.Web.Tests.Access;
using Kunskapsstyrning.Web.Tests.Api;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Kunskapsstyrning.Web.UseCases;
using Npgsql;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Reports;

/// <summary>The report back: what it says, who may read it, and that it stays as it was made.</summary>
public sealed class ReportTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Slug = Typed.Slug2016;

    private Acting Officer => app.As(Role.Officer);

    [Fact]
    public async Task Todays_state_is_saved_in_the_same_breath_when_none_is_open()
    {
        var first = await Made();
        var second = await Made();

        var list = (await Officer.Ask(new ReportsOf(Slug)))!;
        Assert.Equal(2, list.Lines.Where(l => l.Id == first || l.Id == second).Select(l => l.From).Distinct().Count());
        Assert.Contains($"Återkoppling {list.Today:yyyy-MM-dd}", list.States.Select(s => s.Name));
    }

    [Fact]
    public async Task It_quotes_what_the_one_who_makes_it_chooses_and_no_more()
    {
        await Log("0162", Outcome.Declines, new DecisionDetails { Reason = DecliningReason.Cost, ReasonQuote = "kostnaden-ryms-inte" });
        await Log("0163", Outcome.AdoptsWithReservation, new DecisionDetails { Conditions = "om-grannarna-ar-med" });

        async Task<string> Text(bool conditions, bool reasons) => PaperText.Write((await Read(await Made(new ReportQuotes(conditions, reasons))))!.Paper);

        var (none, both) = (await Text(false, false), await Text(true, true));
        Assert.All(["kostnaden-ryms-inte", "om-grannarna-ar-med"], words => Assert.DoesNotContain(words, none, StringComparison.Ordinal));
        Assert.All(["kostnaden-ryms-inte", "om-grannarna-ar-med", "Kostnaden"], words => Assert.Contains(words, both, StringComparison.Ordinal));
        Assert.DoesNotContain("kostnaden-ryms-inte", await Text(true, false), StringComparison.Ordinal);
        Assert.DoesNotContain("om-grannarna-ar-med", await Text(false, true), StringComparison.Ordinal);
        Assert.Contains("Kommunernas skäl att avstå återges inte.", none, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_of_a_state_saved_before_it_was_written_in_whether_it_goes_ahead_is_marked()
    {
        await using var own = await TestApp.Create();
        own.Clock.Set(new DateOnly(2016, 11, 7));
        var officer = own.As(Role.Officer);
        var (before, after) = (new ReportId(Guid.CreateVersion7()), new ReportId(Guid.CreateVersion7()));
        Assert.Null((await officer.Run(new MakeReport(before, Slug, null, new ReportQuotes(Conditions: false, Reasons: false)))).Refusal);
        own.Clock.Now += TimeSpan.FromHours(1);
        Assert.Null((await officer.Run(new DecideGoAhead(Slug, GoesAhead: true, new DateOnly(2016, 11, 4), "Nio av tio är med."))).Refusal);
        own.Clock.Now += TimeSpan.FromHours(1);
        Assert.Null((await officer.Run(new MakeReport(after, Slug, null, new ReportQuotes(Conditions: false, Reasons: false)))).Refusal);

        var list = (await officer.Ask(new ReportsOf(Slug)))!;

        Assert.Equal((false, true), (list.Lines.Single(l => l.Id == before).TellsGoAhead, list.Lines.Single(l => l.Id == after).TellsGoAhead));
        Assert.Equal((false, true), ((await officer.Ask(new ReportInHand(Slug, before)))!.TellsGoAhead, (await officer.Ask(new ReportInHand(Slug, after)))!.TellsGoAhead));
    }

    [Fact]
    public async Task The_decision_that_enough_have_joined_stands_in_it_with_day_and_reason()
    {
        var before = PaperText.Write((await Read(await Made()))!.Paper);
        Assert.Null((await Officer.Run(new DecideGoAhead(Slug, GoesAhead: true, new DateOnly(2016, 11, 4), "Nio av tio är med."))).Refusal);
        var after = string.Concat((await Read(await Made()))!.Paper.Pieces.OfType<Piece.Paragraph>().SelectMany(p => p.Phrases).Select(p => p.Text)).Replace('\u00A0', ' ');

        Assert.Contains("inte beslutat om rekommendationen skulle gå vidare", before, StringComparison.Ordinal);
        Assert.Contains("tillräckligt många hade anslutit sig. Skäl: Nio av tio är med.", after, StringComparison.Ordinal);
        Assert.Contains("4 november 2016", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_boards_points_stand_in_it_as_they_were_when_the_state_was_saved()
    {
        var paper = (await Read(await Made()))!.Paper;

        var asked = (await Officer.State(new DateOnly(2020, 1, 1))).Recommendation;
        Assert.Equal(asked.Points.OrderBy(p => p.Number).Select(p => p.Text), paper.Pieces.OfType<Piece.Points>().First().Items.Select(i => i[0].Text));
    }

    [Fact]
    public async Task Only_SKR_reads_it_until_somebody_publishes_it_and_after_it_is_taken_back()
    {
        var id = await Made();
        Assert.Null(await app.AsAnyone().Ask(new ReportToRead(Slug, id)));
        Assert.Null(await app.As(new MunicipalityCode("0125")).Ask(new ReportToRead(Slug, id)));

        Assert.Null((await Officer.Run(new PublishReport(id))).Refusal);
        Assert.NotNull(await app.AsAnyone().Ask(new ReportToRead(Slug, id)));
        Assert.NotNull(await app.As(new MunicipalityCode("0125")).Ask(new ReportToRead(Slug, id)));

        Assert.Equal(ReportRefusals.NeedsReason, (await Officer.Run(new RecallReport(id, " "))).Refusal);
        Assert.Null((await Officer.Run(new RecallReport(id, "Fel läge."))).Refusal);
        Assert.Null(await app.AsAnyone().Ask(new ReportToRead(Slug, id)));
    }

    [Fact]
    public async Task Where_answers_are_not_public_it_is_not_published_and_what_was_is_not_read()
    {
        await using var own = await TestApp.Create();
        var (officer, id) = (own.As(Role.Officer), new ReportId(Guid.CreateVersion7()));
        Assert.Null((await officer.Run(new MakeReport(id, Slug, null, new ReportQuotes(true, true)))).Refusal);
        Assert.Null((await officer.Run(new PublishReport(id))).Refusal);
        Assert.Null((await own.As(Role.Administrator).Run(new SetPublicity(Logged.First, Publicity.StatusPublic, Publicity.FeesPublic))).Refusal);

        Assert.Null(await own.AsAnyone().Ask(new ReportToRead(Slug, id)));
        Assert.Empty(await own.Rows("public", "", "SELECT id FROM report"));
        Assert.Null((await officer.Run(new RecallReport(id, "Inte offentligt."))).Refusal);
        Assert.Equal(ReportRefusals.AnswersNotPublic, (await officer.Run(new PublishReport(id))).Refusal);
    }

    [Fact]
    public async Task It_is_never_rewritten_and_a_difference_is_told_by_its_part()
    {
        var id = await Made();
        await using var owner = new NpgsqlConnection(app.OwnerConnectionString);
        await owner.OpenAsync(TestContext.Current.CancellationToken);
        await using (var change = new NpgsqlCommand($"SET app.scope = 'skr'; UPDATE report SET content = replace(content, 'Ej svarat', 'Ej svarade') WHERE id = '{id.Value}'", owner))
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => change.ExecuteNonQueryAsync(TestContext.Current.CancellationToken))).SqlState);
        Assert.Empty((await Officer.Ask(new ReportInHand(Slug, id)))!.Differing);

        await using (var spoil = new NpgsqlCommand($"SET app.scope = 'skr'; ALTER TABLE report DISABLE TRIGGER refuse_rewriting; UPDATE report SET content = replace(content, 'Län för län', 'Länen') WHERE id = '{id.Value}'; ALTER TABLE report ENABLE TRIGGER refuse_rewriting", owner))
            await spoil.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Länen", (await Officer.Ask(new ReportInHand(Slug, id)))!.Differing);
    }

    [Fact]
    public async Task What_is_not_there_and_what_was_not_asked_yet_is_refused()
    {
        var early = new SnapshotId(Guid.CreateVersion7());
        Assert.Null((await Officer.Run(new TakeSnapshot(early, Slug, new AsOf(new DateOnly(2016, 1, 1)), "Före frågan", "Prov"))).Refusal);

        Assert.Equal(ReportRefusals.BeforeTheQuestion, (await Make(early)).Refusal);
        Assert.Equal(ReportRefusals.NoSnapshot, (await Make(new SnapshotId(Guid.CreateVersion7()))).Refusal);
        Assert.Equal(ReportRefusals.NotThere, (await Officer.Run(new MakeReport(new ReportId(Guid.CreateVersion7()), "finns-inte", null, new ReportQuotes(true, false)))).Refusal);
        await Assert.ThrowsAsync<NotAllowedException>(() => app.As(Role.Reader).Run(new MakeReport(new ReportId(Guid.CreateVersion7()), Slug, null, new ReportQuotes(true, false))));
    }

    private Task<Domain.Shared.Result> Make(SnapshotId from) => Officer.Run(new MakeReport(new ReportId(Guid.CreateVersion7()), Slug, from, new ReportQuotes(true, false)));

    private async Task<ReportId> Made(ReportQuotes? quotes = null)
    {
        var id = new ReportId(Guid.CreateVersion7());
        app.Clock.Now = app.Clock.Now.AddSeconds(1);
        Assert.Null((await Officer.Run(new MakeReport(id, Slug, null, quotes ?? new ReportQuotes(Conditions: true, Reasons: false)))).Refusal);
        return id;
    }

    private Task<ReadReport?> Read(ReportId id) => Officer.Ask(new ReportToRead(Slug, id));

    private async Task Log(string municipality, Outcome outcome, DecisionDetails details)
    {
        var content = new DecisionContent { Outcome = outcome, Stage = Stage.Final, Body = "Socialnämnden", DecidedOn = new DateOnly(2016, 9, 1), ArrivedOn = new DateOnly(2016, 9, 10) };
        Assert.Null((await app.As(Role.Registrar).Run(new LogDecision(new DecisionId(Guid.CreateVersion7()), new MunicipalityCode(municipality), Logged.First, content, details, []))).Refusal);
    }
}
