using System.Collections.Concurrent;
using Kunskapsstyrning.Domain.Reports;
using Kunskapsstyrning.Persistence.Server;
using Kunskapsstyrning.Web.Features.Printing;
using Kunskapsstyrning.Web.UseCases;
using Npgsql;

namespace Kunskapsstyrning.Web.Features.Reports;

/// <summary>
/// Prints the covers that are asked for, some at a time, and keeps them as they come: what is printed stays when the process ends, and another
/// goes on. One node at a time.
/// </summary>
internal sealed class CoverPrinter(NpgsqlDataSource source, Runner runner, PrintedPages pages, PrintAsked<CoverPrinter> asked, TimeProvider clock, ILogger<CoverPrinter> log) : BackgroundService
{
    private const int Job = 20167;
    private const int AtATime = 20;
    private const int AtOnce = 2;
    private const int MostTries = 3;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BetweenClearings = TimeSpan.FromHours(1);

    private DateTimeOffset _clearAt;

    /// <summary>Prints all there is to print now.</summary>
    internal async Task RunOnce(CancellationToken cancellation)
    {
        var tries = 0;
        while (await runner.Ask(new CoversToPrint(AtATime), Jobs.Printing, cancellation) is { } work)
        {
            _clearAt = default;
            if (work.Some.Count == 0 || tries == MostTries)
            {
                await runner.Run(new EndCovers(work.Batch), Jobs.Printing, cancellation);
                tries = 0;
                continue;
            }

            var printed = await Print(work, cancellation);
            await runner.Run(new KeepCovers(work.Batch, printed), Jobs.Printing, cancellation);
            tries = printed.Count == 0 ? tries + 1 : 0;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await runner.Ask(new CoversToPrint(1), Jobs.Printing, stoppingToken) is not null) await WorkAlone(stoppingToken);
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
                log.LogWarning(lost, "Covers could not be printed; trying again.");
                await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task Clear(CancellationToken stopping)
    {
        if (clock.GetUtcNow() < _clearAt) return;

        await runner.Run(new RemoveOldCovers(), Jobs.Printing, stopping);
        _clearAt = clock.GetUtcNow() + BetweenClearings;
    }

    private async Task WorkAlone(CancellationToken stopping)
    {
        await using var alone = await NodeLock.TryTake(source, Job, stopping);
        if (alone is not null) await RunOnce(stopping);
    }

    private async Task<IReadOnlyList<PrintedCover>> Print(WorkOnCovers work, CancellationToken cancellation)
    {
        var printed = new ConcurrentBag<PrintedCover>();
        await Parallel.ForEachAsync(work.Some, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (cover, stop) =>
        {
            Printout printout;
            while ((printout = await pages.Print<CoverSheet>($"{cover.Subject}", new() { [nameof(CoverSheet.Cover)] = cover }, stop)).Busy) await Task.Delay(Pause, stop);
            if (printout.Pdf is { } pdf) printed.Add(new PrintedCover(work.Batch, cover.Municipality.Code, pdf));
            else log.LogWarning("The cover to {Municipality} could not be printed: {End}.", cover.Municipality.Code, printout.End);
        });
        return [.. printed];
    }
}
