using System.Threading.Channels;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Persistence.Server;
using Kunskapsstyrning.Web.Features.Documents;
using Kunskapsstyrning.Web.UseCases;
using Npgsql;

namespace Kunskapsstyrning.Web.Features.Inbox;

/// <summary>
/// Takes in what lies in the Maildir that a fetcher fills, and reads what has arrived. One node at a time, by a lock in the
/// database; another takes over when it is gone. Nothing in the Maildir is moved, renamed or removed.
/// </summary>
internal sealed class MailboxJob(NpgsqlDataSource source, Runner runner, FileScanner scanner, ItemReader reader, Arrivals arrivals, MailboxProgress progress, MailboxOptions options, TimeProvider clock, ILogger<MailboxJob> log) : BackgroundService
{
    private const int Job = 20163;
    private const int AtATime = 20;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>How long a message lies before it is tried again whether it is let through.</summary>
    private static readonly TimeSpan Held = TimeSpan.FromMinutes(10);

    /// <summary>How long it is read before it is looked whether more has come in.</summary>
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(20);

    /// <summary>What could not be read, until the program starts anew.</summary>
    private readonly HashSet<ArrivedItemId> _unread = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> _held = new(StringComparer.Ordinal);

    /// <summary>Takes in and reads all there is now, and tells how many were new to this process.</summary>
    internal async Task<int> RunOnce(CancellationToken cancellation)
    {
        var taken = await TakeInAll(cancellation);
        while (!await ReadSome(cancellation)) taken += await TakeInAll(cancellation);
        return taken;
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

        while (true)
        {
            await RunOnce(stopping);
            await arrivals.Next(Pause, stopping);
            await alone.Demand(stopping);
        }
    }

    private async Task<int> TakeInAll(CancellationToken cancellation)
    {
        var files = options.Files().Where(f => IsDue(MailboxOptions.NameOf(f))).ToList();
        for (var done = 0; done < files.Count; done++)
        {
            progress.TakingIn(done, files.Count);
            await TakeIn(files[done], cancellation);
        }

        progress.Nothing(_held.Count);
        return files.Count;
    }

    private bool IsDue(string name) => !_seen.Contains(name) && (!_held.TryGetValue(name, out var until) || until <= clock.GetUtcNow());

    private async Task TakeIn(string file, CancellationToken cancellation)
    {
        try
        {
            if (new FileInfo(file).Length > ReceivedFile.LargestMessage)
            {
                log.LogError("A message in the mailbox was not taken in: {Why} {File}", DocumentRefusals.TooLarge.Code, MailboxOptions.NameOf(file));
                _seen.Add(MailboxOptions.NameOf(file));
                return;
            }

            var bytes = await File.ReadAllBytesAsync(file, cancellation);
            _held.Remove(MailboxOptions.NameOf(file));
            if (await scanner.RefusalOf(bytes, cancellation) is { } notLetThrough)
            {
                log.LogError("A message stays in the mailbox: {Why} {File}", notLetThrough.Code, MailboxOptions.NameOf(file));
                _held[MailboxOptions.NameOf(file)] = clock.GetUtcNow() + Held;
                return;
            }

            var result = await runner.Run(new TakeIn(MailboxOptions.NameOf(file) + ".eml", bytes, ArrivalWay.Mailbox), Jobs.Mailbox, cancellation);
            if (result.Refusal is { } refusal) log.LogError("A message in the mailbox was not taken in: {Why} {File}", refusal.Code, MailboxOptions.NameOf(file));
            _seen.Add(MailboxOptions.NameOf(file));
        }
        catch (Exception gone) when (gone is FileNotFoundException or UnauthorizedAccessException)
        {
            // The fetcher moved it from new to cur in between, or has not finished: it is found again the next time.
            log.LogDebug(gone, "A message was not there any more; looking again.");
        }
        catch (Exception odd) when (odd is not (OperationCanceledException or NpgsqlException))
        {
            // One that cannot be taken in does not stand in the way of the others; it is tried again the next time.
            log.LogError(odd, "A message in the mailbox could not be taken in: {File}", MailboxOptions.NameOf(file));
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

        progress.Nothing(_held.Count);
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

/// <summary>Where the registrar's mail lies when a fetcher has brought it.</summary>
/// <param name="Folder">A Maildir; null when none is configured.</param>
internal sealed record MailboxOptions(string? Folder)
{
    /// <summary>Reads Mailbox:Folder.</summary>
    public static MailboxOptions From(IConfiguration configuration) => new(configuration["Mailbox:Folder"] is { Length: > 0 } folder ? Path.GetFullPath(folder) : null);

    /// <summary>Every delivered message: those in new and in cur, the oldest first. What is still being delivered lies in tmp and is left alone.</summary>
    public IEnumerable<string> Files() => Folder is null
        ? []
        : new[] { "new", "cur" }.Select(f => new DirectoryInfo(Path.Combine(Folder, f))).Where(d => d.Exists)
            .SelectMany(d => d.EnumerateFiles()).Where(f => !f.Name.StartsWith('.')).OrderBy(f => f.LastWriteTimeUtc).ThenBy(f => f.Name, StringComparer.Ordinal).Select(f => f.FullName);

    /// <summary>The message's own name, without the marks that change when it is read.</summary>
    public static string NameOf(string file) => Path.GetFileName(file).Split(':')[0];
}

/// <summary>Wakes the one who takes in and reads, when something has arrived on this node.</summary>
internal sealed class Arrivals
{
    private readonly Channel<bool> _told = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Something has arrived. Said many times before it is heard, it is heard once.</summary>
    public void Tell() => _told.Writer.TryWrite(item: true);

    /// <summary>Waits for something to arrive, or for so long at most.</summary>
    public async Task Next(TimeSpan atMost, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(atMost);
        try
        {
            await _told.Reader.ReadAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // Nothing arrived in the meantime.
        }
    }
}

/// <summary>How far the work on the inbox has come, in words.</summary>
internal sealed class MailboxProgress
{
    /// <summary>What is being done; null when nothing is.</summary>
    public string? Sentence { get; private set; }

    public void TakingIn(int done, int total) => Sentence = total < 2 ? null : $"Hämtar meddelanden: {Ui.Swedish.Number(done)} av {Ui.Swedish.Number(total)}.";

    public void Reading(int waiting) => Sentence = waiting < 2 ? null : $"Läser {Ui.Swedish.Number(waiting)} meddelanden.";

    /// <param name="held">How many messages lie in the mailbox because they were not let through.</param>
    public void Nothing(int held) => Sentence = held == 0 ? null : $"{Ui.Swedish.Count(held, "meddelande", "meddelanden")} ligger kvar i brevlådan: virusskyddet släppte inte igenom. Det prövas igen.";
}
