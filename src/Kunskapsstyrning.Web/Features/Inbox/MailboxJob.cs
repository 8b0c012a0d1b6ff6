using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Persistence.Server;
using Kunskapsstyrning.Web.Features.Documents;
using Kunskapsstyrning.Web.UseCases;
using Npgsql;

namespace Kunskapsstyrning.Web.Features.Inbox;

/// <summary>
/// Takes in what lies in the Maildir that a fetcher fills, and reads what has arrived. One node at a time, by a lock in the
/// database; another takes over when it is gone.
/// </summary>
internal sealed class MailboxJob(NpgsqlDataSource source, Runner runner, FileScanner scanner, ItemReader reader, Arrivals arrivals, MailboxProgress progress, MailboxOptions options, TimeProvider clock, ILogger<MailboxJob> log) : BackgroundService
{
    private const int Job = 20163;
    private const int AtATime = 20;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>How long it is read before it is looked whether more has come in.</summary>
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(5);

    private readonly Mailbox _mailbox = new(runner, scanner, progress, options, clock, log);

    /// <summary>What could not be read, until the program starts anew.</summary>
    private readonly HashSet<ArrivedItemId> _unread = [];

    /// <summary>Takes in and reads all there is now, some at a time, and tells how many files were looked at.</summary>
    internal async Task<int> RunOnce(CancellationToken cancellation)
    {
        var all = 0;
        _mailbox.Begin();
        while (true)
        {
            var some = await _mailbox.TakeInSome(cancellation);
            all += some;
            if (await ReadSome(cancellation) && some == 0) return all;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await WorkAlone(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception lost)
            {
                // Whatever it was, the site goes on, and so does the inbox.
                log.LogWarning(lost, "The inbox could not be worked on; trying again.");
                await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task WorkAlone(CancellationToken stopping)
    {
        await using var alone = await NodeLock.TryTake(source, Job, stopping);
        if (alone is null)
        {
            await Task.Delay(Pause, stopping);
            return;
        }

        _mailbox.Forget();
        while (true)
        {
            await RunOnce(stopping);
            await arrivals.Next(Pause, stopping);
            await alone.Demand(stopping);
        }
    }

    /// <summary>Reads what nobody has read, for a while; false when there may be more, so that what comes in does not wait for it.</summary>
    private async Task<bool> ReadSome(CancellationToken cancellation)
    {
        var until = clock.GetTimestamp() + (long)(AtMost.TotalSeconds * clock.TimestampFrequency);
        while ((await runner.Ask(new ItemsToRead(AtATime + _unread.Count), Jobs.Mailbox, cancellation)).Where(i => !_unread.Contains(i)).ToList() is { Count: > 0 } waiting)
        {
            foreach (var item in waiting)
            {
                progress.Reading(waiting.Count);
                if (!await CanRead(item, cancellation)) _unread.Add(item);
                if (clock.GetTimestamp() > until) return false;
            }
        }

        progress.Nothing();
        return true;
    }

    private async Task<bool> CanRead(ArrivedItemId item, CancellationToken cancellation)
    {
        try
        {
            return await reader.Read(item, cancellation);
        }
        catch (Exception odd) when (odd is not (OperationCanceledException or NpgsqlException))
        {
            log.LogError(odd, "Something that arrived could not be read: {Item}", item.Value);
            return false;
        }
    }
}
