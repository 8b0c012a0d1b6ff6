using System.Collections.Concurrent;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Persistence.Server;
using Npgsql;

namespace Kunskapsstyrning.Web.Features.Printing;

/// <summary>
/// Prints what is asked for by the hundred, some at a time, and keeps it as it comes: what is printed stays when the process ends, and another
/// goes on. One node at a time.
/// </summary>
/// <typeparam name="TPrinter">The printer, as it is asked for by name.</typeparam>
/// <param name="source">The database.</param>
/// <param name="job">The number of the lock that keeps it to one node.</param>
/// <param name="asked">Tells that something has been asked for.</param>
/// <param name="clock">The clock.</param>
/// <param name="log">Tells what could not be printed.</param>
internal abstract class BatchPrinter<TPrinter>(NpgsqlDataSource source, int job, PrintAsked<TPrinter> asked, TimeProvider clock, ILogger<TPrinter> log) : BackgroundService
    where TPrinter : BatchPrinter<TPrinter>
{
    /// <summary>So many times in a row nothing may come out before the batch is given up.</summary>
    protected const int MostTries = 3;

    private const int AtOnce = 2;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BetweenClearings = TimeSpan.FromHours(1);

    private DateTimeOffset _clearAt;

    /// <summary>Prints all there is to print now.</summary>
    internal abstract Task RunOnce(CancellationToken cancellation);

    /// <summary>True when something waits to be printed.</summary>
    protected abstract Task<bool> HasWork(CancellationToken cancellation);

    /// <summary>Takes away what has been there long enough.</summary>
    protected abstract Task RemoveOld(CancellationToken cancellation);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await HasWork(stoppingToken)) await WorkAlone(stoppingToken);
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
                log.LogWarning(lost, "What was asked for could not be printed; trying again.");
                await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>What is old is taken away when this is done, however lately it was done before.</summary>
    protected void ClearSoon() => _clearAt = default;

    /// <summary>Prints some of a batch; what could not be printed is told of and left out.</summary>
    /// <param name="some">What to print.</param>
    /// <param name="whose">Which municipality each is for.</param>
    /// <param name="print">Prints one; null where there is nothing to print.</param>
    /// <param name="cancellation">Stops it.</param>
    protected async Task<IReadOnlyList<(MunicipalityCode Whose, byte[] Pdf)>> Print<TOne>(
        IEnumerable<TOne> some, Func<TOne, MunicipalityCode> whose, Func<TOne, CancellationToken, Task<Printout?>> print, CancellationToken cancellation)
    {
        var printed = new ConcurrentBag<(MunicipalityCode, byte[])>();
        await Parallel.ForEachAsync(some, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (one, stop) =>
        {
            Printout? printout;
            while ((printout = await print(one, stop)) is { Busy: true }) await Task.Delay(Pause, stop);
            if (printout is { Pdf: { } pdf }) printed.Add((whose(one), pdf));
            else if (printout is not null) log.LogWarning("What is for {Municipality} could not be printed: {End}.", whose(one), printout.End);
        });
        return [.. printed];
    }

    /// <summary>Now and then, and after something has been printed. Done on several nodes at once it does no harm.</summary>
    private async Task Clear(CancellationToken stopping)
    {
        if (clock.GetUtcNow() < _clearAt) return;

        await RemoveOld(stopping);
        _clearAt = clock.GetUtcNow() + BetweenClearings;
    }

    private async Task WorkAlone(CancellationToken stopping)
    {
        await using var alone = await NodeLock.TryTake(source, job, stopping);
        if (alone is not null) await RunOnce(stopping);
    }
}
