using System.Collections.Concurrent;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Persistence.Server;
using Kunskapsstyrning.Web.Features.DecisionKits;
using Kunskapsstyrning.Web.Features.Municipalities;
using Kunskapsstyrning.Web.Features.Printing;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Npgsql;

namespace Kunskapsstyrning.Web.Features.FeePapers;

/// <summary>
/// Prints the fee notices that are asked for, some at a time, and keeps them as they come: what is printed stays when the process ends,
/// and another goes on. One node at a time.
/// </summary>
internal sealed class NoticePrinter(NpgsqlDataSource source, Runner runner, PrintedPages pages, PrintAsked<NoticePrinter> asked, TimeProvider clock, ILogger<NoticePrinter> log) : BackgroundService
{
    private const int Job = 20164;
    private const int AtATime = 10;
    private const int AtOnce = 2;
    private const int MostTries = 3;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BetweenClearings = TimeSpan.FromHours(1);

    private DateTimeOffset _clearAt;

    /// <summary>Prints all there is to print now.</summary>
    internal async Task RunOnce(CancellationToken cancellation)
    {
        var tries = 0;
        while (await runner.Ask(new NoticesToPrint(), Jobs.Printing, cancellation) is { } work)
        {
            _clearAt = default;
            if (work.Left.Count == 0)
            {
                await runner.Run(new EndFeeNotices(work.Batch), Jobs.Printing, cancellation);
                continue;
            }

            var printed = await Print(work, [.. work.Left.Take(AtATime)], cancellation);
            await runner.Run(new KeepNotices(work.Batch, printed), Jobs.Printing, cancellation);
            tries = printed.Count == 0 ? tries + 1 : 0;
            if (tries < MostTries) continue;

            await runner.Run(new EndFeeNotices(work.Batch, CanBePrinted: false), Jobs.Printing, cancellation);
            tries = 0;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await runner.Ask(new NoticesToPrint(), Jobs.Printing, stoppingToken) is not null) await WorkAlone(stoppingToken);
                await Clear(stoppingToken);
                await asked.Next(Pause, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception lost)
            {
                // Whatever it was, the site goes on, and what is printed is kept.
                log.LogWarning(lost, "Fee notices could not be printed; trying again.");
                await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Now and then, and after something has been printed. Done on several nodes at once it does no harm.</summary>
    private async Task Clear(CancellationToken stopping)
    {
        if (clock.GetUtcNow() < _clearAt) return;

        await runner.Run(new RemoveOldNotices(), Jobs.Printing, stopping);
        _clearAt = clock.GetUtcNow() + BetweenClearings;
    }

    private async Task WorkAlone(CancellationToken stopping)
    {
        await using var alone = await NodeLock.TryTake(source, Job, stopping);
        if (alone is not null) await RunOnce(stopping);
    }

    private async Task<IReadOnlyList<PrintedNotice>> Print(WorkOnNotices work, IReadOnlyList<MunicipalityCode> some, CancellationToken cancellation)
    {
        var printed = new ConcurrentBag<PrintedNotice>();
        await Parallel.ForEachAsync(some, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (code, stop) =>
        {
            if (await Notice(work, code, stop) is not { } notice) return;
            Printout printout;
            while ((printout = await pages.Print<FeeNoticeSheet>(notice.Title(), new() { [nameof(FeeNoticeSheet.Notice)] = notice }, stop)).Busy) await Task.Delay(Pause, stop);
            if (printout.Pdf is { } pdf) printed.Add(new PrintedNotice(work.Batch, code, pdf));
            else log.LogWarning("The fee notice of {Municipality} could not be printed: {End}.", code, printout.End);
        });
        return [.. printed];
    }

    /// <summary>The same as the municipality gets by itself, dated the day when all were asked for.</summary>
    private async Task<FeeNotice?> Notice(WorkOnNotices work, MunicipalityCode code, CancellationToken cancellation) =>
        await runner.Ask(new WhatAppliesToMunicipality(code, work.Slug, new AsOf(work.Day)), Jobs.Printing, cancellation) is { } view && FeeNotice.Of(view, work.Year) is { } notice
            ? notice with { Today = work.Day }
            : null;
}
