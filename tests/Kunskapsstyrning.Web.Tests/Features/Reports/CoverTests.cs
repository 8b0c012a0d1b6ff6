using System.IO.Compression;
using System.Text;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Reports;
using Kunskapsstyrning.Web.Features.Logging;
using Kunskapsstyrning.Web.Features.Reports;
using Kunskapsstyrning.Web.Tests.Api;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Reports;

/// <summary>A cover to a report for each municipality in one go: all of them or none, each with its own answer.</summary>
public sealed class CoverTests : IAsyncLifetime
{
    private const string Slug = "2016-nationell-stodfunktion";

    private readonly ReportId _report = new(Guid.CreateVersion7());
    private TestApp _app = null!;

    private Acting Officer => _app.As(Role.Officer);

    [Fact]
    public async Task Each_tells_the_municipality_its_own_answer_as_it_stood_in_the_report_and_where_the_report_is()
    {
        Assert.Null((await Officer.Run(new PublishReport(_report))).Refusal);
        var batch = await Asked();
        await Log("0162", Outcome.Adopts);

        var covers = (await Left(290)).ToDictionary(c => c.Municipality.Code.Digits);

        Assert.Equal(290, covers.Count);
        Assert.Contains("Antagit, Socialnämnden 1 september 2016.", Plain(covers["0160"].Body), StringComparison.Ordinal);
        Assert.Contains("Inget svar hade kommit in.", covers["0162"].Body, StringComparison.Ordinal);
        Assert.All(covers.Values, c => Assert.Contains($"https://kunskapsstyrning.example/rekommendationer/{Slug}/aterkoppling/{_report.Value}", c.Body, StringComparison.Ordinal));
        Assert.All(covers.Values, c => Assert.DoesNotContain("{", c.Subject + c.Body, StringComparison.Ordinal));
        Assert.NotEqual(default, batch);
    }

    [Fact]
    public async Task While_only_SKR_sees_the_report_no_cover_links_to_it_but_says_that_it_comes_along()
    {
        await Asked();

        Assert.All(await Left(290), c => Assert.Contains("Hela återkopplingen:\nDen följer med det här brevet.", c.Body, StringComparison.Ordinal));
        Assert.Equal("Återkopplingen ska följa med varje brev.", (await Officer.Ask(new CoversOfReport(Slug, _report)))!.WhereTheReportIs()!.Value.Title);
    }

    [Fact]
    public async Task All_covers_of_a_batch_say_what_held_when_it_was_asked_for_and_the_page_says_when_that_is_true_no_longer()
    {
        await Asked();
        _app.Clock.Now += TimeSpan.FromMinutes(1);
        Assert.Null((await Officer.Run(new PublishReport(_report))).Refusal);

        Assert.All(await Left(290), c => Assert.DoesNotContain("https://", c.Body, StringComparison.Ordinal));
        Assert.StartsWith("De utskrivna breven säger att återkopplingen följer med", (await Officer.Ask(new CoversOfReport(Slug, _report)))!.WhereTheReportIs()!.Value.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asked_for_by_two_at_once_they_are_printed_once_and_nobody_gets_them_before_all_are_there()
    {
        var asked = await Task.WhenAll(Ask(), Ask(), Ask());
        var batch = Assert.Single(asked, a => a.Result.IsDone).Batch;
        Assert.All(asked.Where(a => !a.Result.IsDone), a => Assert.Equal(CoverRefusals.AlreadyPrinting, a.Result.Refusal));

        var all = (await Left(290)).Select(c => c.Municipality.Code).ToList();
        await Keep(batch, all.Take(289));

        Assert.Null(await Officer.Ask(new ZipOfCovers(batch)));
        Assert.Equal(all.Skip(289), (await Left(290)).Select(c => c.Municipality.Code));
    }

    [Fact]
    public async Task All_are_in_one_file_each_under_its_own_name_for_a_week()
    {
        var batch = await Asked();
        await Keep(batch, (await Left(290)).Select(c => c.Municipality.Code));
        Assert.Null((await _app.Runner.Run(new EndCovers(batch), Jobs.Printing, CancellationToken.None)).Refusal);

        using var zip = new ZipArchive(new MemoryStream((await Officer.Ask(new ZipOfCovers(batch)))!.Bytes));
        Assert.Equal(290, zip.Entries.Count);
        Assert.Equal("0125-ekero-aterkoppling.pdf", zip.Entries.Single(e => e.Name.StartsWith("0125", StringComparison.Ordinal)).Name);

        _app.Clock.Now += CoverBatch.Kept;
        Assert.True((await _app.Runner.Run(new RemoveOldCovers(), Jobs.Printing, CancellationToken.None)).IsDone);
        Assert.Null(await Officer.Ask(new ZipOfCovers(batch)));
        Assert.Equal(0, await _app.Read<long>("SELECT count(*) FROM printed_cover"));
    }

    [Fact]
    public async Task One_that_is_stopped_keeps_nothing_and_another_can_be_asked_for()
    {
        var batch = await Asked();
        await Keep(batch, (await Left(10)).Select(c => c.Municipality.Code));

        Assert.Null((await Officer.Run(new CancelCovers(batch))).Refusal);
        await _app.Runner.Run(new RemoveOldCovers(), Jobs.Printing, CancellationToken.None);

        Assert.Equal(0, await _app.Read<long>("SELECT count(*) FROM printed_cover"));
        Assert.True((await Ask()).Result.IsDone);
    }

    public async ValueTask InitializeAsync()
    {
        _app = await TestApp.Create();
        await Log("0160", Outcome.Adopts);
        Assert.Null((await Officer.Run(new MakeReport(_report, Slug, null, new ReportQuotes(Conditions: true, Reasons: false)))).Refusal);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static string Plain(string text) => text.Replace('\u00A0', ' ');

    private async Task<CoverBatchId> Asked()
    {
        var (batch, result) = await Ask();
        Assert.Null(result.Refusal);
        return batch;
    }

    private async Task<(CoverBatchId Batch, Domain.Shared.Result Result)> Ask()
    {
        var batch = new CoverBatchId(Guid.CreateVersion7());
        return (batch, await Officer.Run(new AskForCovers(batch, _report)));
    }

    private async Task<IReadOnlyList<Cover>> Left(int most) => (await _app.Runner.Ask(new CoversToPrint(most), Jobs.Printing, CancellationToken.None))!.Some;

    private async Task Keep(CoverBatchId batch, IEnumerable<MunicipalityCode> codes) =>
        Assert.Null((await _app.Runner.Run(new KeepCovers(batch, [.. codes.Select(c => new PrintedCover(batch, c, Encoding.ASCII.GetBytes($"%PDF-{c}")))]), Jobs.Printing, CancellationToken.None)).Refusal);

    private async Task Log(string municipality, Outcome outcome)
    {
        var content = new DecisionContent { Outcome = outcome, Stage = Stage.Final, Body = "Socialnämnden", DecidedOn = new DateOnly(2016, 9, 1), ArrivedOn = new DateOnly(2016, 9, 10) };
        Assert.Null((await _app.As(Role.Registrar).Run(new LogDecision(new DecisionId(Guid.CreateVersion7()), new MunicipalityCode(municipality), Logged.First, content, DecisionDetails.None, []))).Refusal);
    }
}
