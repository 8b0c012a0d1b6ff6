using System.IO.Compression;
using System.Text;
using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.FeePapers;
using Kunskapsstyrning.Web.Tests.Access;
using Kunskapsstyrning.Web.UseCases;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.FeePapers;

/// <summary>The fee notices of every municipality in one go: all of them or none.</summary>
public sealed class NoticeBatchTests : IAsyncLifetime
{
    private const string Slug = "2016-nationell-stodfunktion";

    private TestApp _app = null!;

    [Fact]
    public async Task Asked_for_by_two_at_once_they_are_printed_once()
    {
        var asked = await Task.WhenAll(Ask(), Ask(), Ask());

        Assert.Single(asked, a => a.Result.IsDone);
        Assert.All(asked.Where(a => !a.Result.IsDone), a => Assert.Equal(FeeNoticeRefusals.AlreadyPrinting, a.Result.Refusal));
        Assert.Equal(1, await _app.Read<long>("SELECT count(*) FROM fee_notice_batch"));
    }

    [Fact]
    public async Task Nobody_gets_them_before_all_are_printed()
    {
        var batch = (await Ask()).Batch;
        var all = await Left();

        await Keep(batch, all.Take(289));

        Assert.Null(await Officer.Ask(new ZipOfNotices(batch)));
        Assert.Equal(all.Skip(289), await Left());
    }

    [Fact]
    public async Task All_of_them_are_in_one_file_by_code_each_under_its_own_name()
    {
        var batch = await Printed();

        var zip = await Officer.Ask(new ZipOfNotices(batch));
        using var file = new ZipArchive(new MemoryStream(zip!.Bytes));
        Assert.Equal(290, file.Entries.Count);
        Assert.Equal(file.Entries.Select(e => e.Name).Order(StringComparer.Ordinal), file.Entries.Select(e => e.Name));
        Assert.Equal("0125-ekero-avgiftsbesked-2017.pdf", file.Entries.Single(e => e.Name.StartsWith("0125", StringComparison.Ordinal)).Name);
        Assert.Equal("1440-ale-avgiftsbesked-2017.pdf", file.Entries.Single(e => e.Name.StartsWith("1440", StringComparison.Ordinal)).Name);
        Assert.Equal("1280-malmo-avgiftsbesked-2017.pdf", file.Entries.Single(e => e.Name.StartsWith("1280", StringComparison.Ordinal)).Name);
        Assert.Equal("2523-gallivare-avgiftsbesked-2017.pdf", file.Entries.Single(e => e.Name.StartsWith("2523", StringComparison.Ordinal)).Name);
        Assert.Equal("0138-upplands-bro", ZipOfNotices.NameOf(new MunicipalityCode("0138"), "Upplands-Bro", 2017)[..17]);
        using var reader = new StreamReader(file.Entries.Single(e => e.Name.StartsWith("0125", StringComparison.Ordinal)).Open());
        Assert.Equal("%PDF-0125", await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_is_printed_twice_is_kept_once_as_it_first_was()
    {
        var batch = (await Ask()).Batch;
        var some = (await Left()).Take(10).ToList();

        await Keep(batch, some);
        Assert.True((await _app.Runner.Run(new KeepNotices(batch, [.. some.Select(c => new PrintedNotice(batch, c, [1]))]), Jobs.Printing, CancellationToken.None)).IsDone);

        Assert.Equal(10, await _app.Read<long>("SELECT count(*) FROM printed_notice WHERE length(pdf) = 9"));
        Assert.Equal(280, (await Left()).Count);
    }

    [Fact]
    public async Task One_that_is_cancelled_takes_no_more_and_leaves_nothing()
    {
        var batch = (await Ask()).Batch;
        var all = await Left();
        await Keep(batch, all.Take(50));

        Assert.True((await Officer.Run(new CancelFeeNotices(batch))).IsDone);
        Assert.Equal(FeeNoticeRefusals.NotPrinting, (await _app.Runner.Run(new KeepNotices(batch, [new PrintedNotice(batch, all[60], [1])]), Jobs.Printing, CancellationToken.None)).Refusal);
        Assert.Equal(FeeNoticeRefusals.NotPrinting, (await Officer.Run(new CancelFeeNotices(batch))).Refusal);
        await Clear();

        Assert.Equal(0, await _app.Read<long>("SELECT count(*) FROM printed_notice"));
        Assert.Null(await _app.Runner.Ask(new NoticesToPrint(), Jobs.Printing, CancellationToken.None));
        Assert.True((await Ask()).Result.IsDone);
    }

    [Fact]
    public async Task They_are_kept_for_a_week()
    {
        var batch = await Printed();

        _app.Clock.Now += TimeSpan.FromDays(6);
        await Clear();
        Assert.NotNull(await Officer.Ask(new ZipOfNotices(batch)));

        _app.Clock.Now += TimeSpan.FromDays(1);
        await Clear();
        Assert.Null(await Officer.Ask(new ZipOfNotices(batch)));
        Assert.Equal(0, await _app.Read<long>("SELECT count(*) FROM printed_notice"));
        Assert.Equal(FeeNoticeBatchState.Expired, (await Officer.Ask(new NoticesOfYear(Slug, 2017)))!.Last!.State);
    }

    [Fact]
    public async Task When_the_fees_get_another_version_meanwhile_none_are_had()
    {
        var batch = (await Ask()).Batch;
        await Keep(batch, await Left());
        await _app.Change("skr", "FreezeFees", """
            INSERT INTO allocation SELECT (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'number', a.number + 1, 'reason', 'Prov'))).* FROM allocation a JOIN recommendation r ON r.id = a.recommendation_id WHERE r.slug = '2016-nationell-stodfunktion'
            """);

        Assert.Empty(await Left());
        Assert.True((await _app.Runner.Run(new EndFeeNotices(batch), Jobs.Printing, CancellationToken.None)).IsDone);

        Assert.Null(await Officer.Ask(new ZipOfNotices(batch)));
        Assert.Equal("Overtaken", await _app.Read<string>("SELECT state FROM fee_notice_batch"));
    }

    [Fact]
    public async Task Where_no_fee_is_set_there_is_nothing_to_print()
    {
        Assert.Equal(FeeNoticeRefusals.NoFee, (await Officer.Run(new AskForFeeNotices(new FeeNoticeBatchId(Guid.CreateVersion7()), "2024-kunskapsbaserad-socialtjanst", 2025))).Refusal);
        Assert.Equal(FeeNoticeRefusals.NoFee, (await Officer.Run(new AskForFeeNotices(new FeeNoticeBatchId(Guid.CreateVersion7()), Slug, 2030))).Refusal);
        Assert.Null(await Officer.Ask(new NoticesOfYear(Slug, 2030)));
    }

    public async ValueTask InitializeAsync() => _app = await TestApp.Create();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Acting Officer => _app.As(Role.Officer);

    private async Task<(FeeNoticeBatchId Batch, Result Result)> Ask()
    {
        var id = new FeeNoticeBatchId(Guid.CreateVersion7());
        return (id, await Officer.Run(new AskForFeeNotices(id, Slug, 2017)));
    }

    private async Task<FeeNoticeBatchId> Printed()
    {
        var batch = (await Ask()).Batch;
        await Keep(batch, await Left());
        Assert.True((await _app.Runner.Run(new EndFeeNotices(batch), Jobs.Printing, CancellationToken.None)).IsDone);
        return batch;
    }

    private async Task<IReadOnlyList<MunicipalityCode>> Left() => (await _app.Runner.Ask(new NoticesToPrint(), Jobs.Printing, CancellationToken.None))!.Left;

    private async Task Keep(FeeNoticeBatchId batch, IEnumerable<MunicipalityCode> municipalities) => Assert.True((await _app.Runner.Run(
        new KeepNotices(batch, [.. municipalities.Select(c => new PrintedNotice(batch, c, Encoding.ASCII.GetBytes($"%PDF-{c.Digits}")))]), Jobs.Printing, CancellationToken.None)).IsDone);

    private Task<Result> Clear() => _app.Runner.Run(new RemoveOldNotices(), Jobs.Printing, CancellationToken.None);
}
