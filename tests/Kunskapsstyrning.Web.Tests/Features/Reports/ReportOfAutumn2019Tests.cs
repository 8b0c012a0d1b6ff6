using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Reports;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Features.Logging;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Features.Papers;
using Kunskapsstyrning.Web.Features.Reports;
using Kunskapsstyrning.Web.Tests.Api;
using Kunskapsstyrning.Web.Tests.Features.Overview;
using Kunskapsstyrning.Web.Ui;
using Npgsql;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Reports;

/// <summary>The report of autumn 2019, 260 yes, 21 no and 9 silent, made again when 288 have adopted and mistakes are corrected: the same to the letter.</summary>
public sealed class ReportOfAutumn2019Tests(TestApp app) : IClassFixture<TestApp>
{
    private const string Slug = "2018-kunskapsstyrning";

    private static readonly DateOnly Autumn = new(2019, 10, 15);

    private readonly Dictionary<string, DecisionId> _decisions = [];

    [Fact]
    public async Task It_is_made_again_equal_after_288_have_adopted_and_after_corrections()
    {
        var codes = States.Municipalities.Select(m => m.Code).ToList();
        app.Clock.Set(Autumn);
        foreach (var code in codes.Take(260)) await Log(code, Outcome.Adopts, new DateOnly(2019, 6, 3), "2019");
        foreach (var code in codes.Skip(260).Take(21)) await Log(code, Outcome.Declines, new DateOnly(2019, 6, 4), "för dyrt");
        var (id, read) = await Made();
        Assert.Equal([260, 0, 21, 0, 9], Statuses(read.Paper));

        app.Clock.Set(new DateOnly(2022, 1, 31));
        foreach (var code in codes.Skip(260).Take(28)) await Log(code, Outcome.Adopts, new DateOnly(2021, 5, 3), "2021");
        await Correct(codes[3], Outcome.Declines);
        await Correct(codes[265], Outcome.AdoptsWithReservation);
        await Rename();

        var live = (await app.As(Role.Reader).Ask(new StateOfRecommendation(Slug, new AsOf(new DateOnly(2022, 1, 31)))))!;
        Assert.Equal(287, live.Adoption.HaveAdopted);
        var again = (await app.As(Role.Reader).Ask(new ReportInHand(Slug, id)))!;
        Assert.Empty(again.Differing);
        var (anew, second) = await Made(again.Snapshot.Id);
        Assert.NotEqual(id, anew);
        Assert.Equal(PaperText.Write(read.Paper), PaperText.Write(second.Paper));
        Assert.Equal(PaperWorkbook.Write(read.Paper, read.Report.MadeAt, read.About(null)), PaperWorkbook.Write(second.Paper, read.Report.MadeAt, read.About(null)));
    }

    private async Task Rename()
    {
        await using var owner = new NpgsqlConnection(app.OwnerConnectionString);
        await owner.OpenAsync(TestContext.Current.CancellationToken);
        await using var rename = new NpgsqlCommand("UPDATE municipality SET name = 'Upplands Nyby' WHERE code = '0114'", owner);
        await rename.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        app.Changes.Unknown();
    }

    private static IEnumerable<int> Statuses(Paper paper) =>
        paper.Pieces.OfType<Piece.Table>().Single(t => t.Name == "Svaren").Lines.Take(Swedish.Statuses.Count).Select(l => (int)l.Cells[1].Number!);

    private async Task<(ReportId Id, ReadReport Read)> Made(SnapshotId? from = null)
    {
        var id = new ReportId(Guid.CreateVersion7());
        Assert.Null((await app.As(Role.Officer).Run(new MakeReport(id, Slug, from, new ReportQuotes(Conditions: true, Reasons: true)))).Refusal);
        return (id, (await app.As(Role.Reader).Ask(new ReportToRead(Slug, id)))!);
    }

    private async Task Log(MunicipalityCode code, Outcome outcome, DateOnly on, string words)
    {
        var id = new DecisionId(Guid.CreateVersion7());
        var content = new DecisionContent { Outcome = outcome, Stage = Stage.Final, Body = "Socialnämnden", DecidedOn = on, ArrivedOn = on.AddDays(7) };
        var details = outcome is Outcome.Declines ? new DecisionDetails { Reason = DecliningReason.Cost, ReasonQuote = words } : new DecisionDetails { Paragraph = words };
        Assert.Null((await app.As(Role.Registrar).Run(new LogDecision(id, code, Logged.Second, content, details, []))).Refusal);
        _decisions.TryAdd(code.Digits, id);
    }

    private async Task Correct(MunicipalityCode code, Outcome outcome)
    {
        var content = new DecisionContent { Outcome = outcome, Stage = Stage.Final, Body = "Kommunstyrelsen", DecidedOn = new DateOnly(2019, 6, 3), ArrivedOn = new DateOnly(2019, 6, 10) };
        var details = new DecisionDetails { Conditions = "om alla är med", Reason = outcome is Outcome.Declines ? DecliningReason.NoNeed : null };
        Assert.Null((await app.As(Role.Registrar).Run(new CorrectDecision(_decisions[code.Digits], Seen: 1, content, details, "Fel utfall."))).Refusal);
    }
}
