using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Web.Features.DecisionKits;
using Kunskapsstyrning.Web.Features.Municipalities;
using Kunskapsstyrning.Web.Features.Printing;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Npgsql;

namespace Kunskapsstyrning.Web.Features.FeePapers;

/// <summary>Prints the fee notices that are asked for.</summary>
internal sealed class NoticePrinter(NpgsqlDataSource source, Runner runner, PrintedPages pages, PrintAsked<NoticePrinter> asked, TimeProvider clock, ILogger<NoticePrinter> log)
    : BatchPrinter<NoticePrinter>(source, Job, asked, clock, log)
{
    private const int Job = 20164;
    private const int AtATime = 10;

    /// <inheritdoc/>
    internal override async Task RunOnce(CancellationToken cancellation)
    {
        var tries = 0;
        while (await runner.Ask(new NoticesToPrint(), Jobs.Printing, cancellation) is { } work)
        {
            ClearSoon();
            if (work.Left.Count == 0)
            {
                await runner.Run(new EndFeeNotices(work.Batch), Jobs.Printing, cancellation);
                continue;
            }

            var printed = await Print(work.Left.Take(AtATime), code => code, (code, stop) => Print(work, code, stop), cancellation);
            await runner.Run(new KeepNotices(work.Batch, [.. printed.Select(p => new PrintedNotice(work.Batch, p.Whose, p.Pdf))]), Jobs.Printing, cancellation);
            tries = printed.Count == 0 ? tries + 1 : 0;
            if (tries < MostTries) continue;

            await runner.Run(new EndFeeNotices(work.Batch, CanBePrinted: false), Jobs.Printing, cancellation);
            tries = 0;
        }
    }

    /// <inheritdoc/>
    protected override async Task<bool> HasWork(CancellationToken cancellation) => await runner.Ask(new NoticesToPrint(), Jobs.Printing, cancellation) is not null;

    /// <inheritdoc/>
    protected override Task RemoveOld(CancellationToken cancellation) => runner.Run(new RemoveOldNotices(), Jobs.Printing, cancellation);

    private async Task<Printout?> Print(WorkOnNotices work, MunicipalityCode code, CancellationToken cancellation) =>
        await Notice(work, code, cancellation) is { } notice ? await pages.Print<FeeNoticeSheet>(notice.Title(), new() { [nameof(FeeNoticeSheet.Notice)] = notice }, cancellation) : null;

    /// <summary>The same as the municipality gets by itself, dated the day when all were asked for.</summary>
    private async Task<FeeNotice?> Notice(WorkOnNotices work, MunicipalityCode code, CancellationToken cancellation) =>
        await runner.Ask(new WhatAppliesToMunicipality(code, work.Slug, new AsOf(work.Day)), Jobs.Printing, cancellation) is { } view && FeeNotice.Of(view, work.Year) is { } notice
            ? notice with { Today = work.Day }
            : null;
}
