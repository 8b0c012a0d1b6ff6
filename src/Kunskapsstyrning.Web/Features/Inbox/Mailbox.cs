using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Documents;
using Kunskapsstyrning.Web.UseCases;
using Npgsql;

namespace Kunskapsstyrning.Web.Features.Inbox;

/// <summary>
/// Takes in what a fetcher brings, some at a time: what somebody waits for first, and then what has lain there, the oldest first.
/// Nothing in the Maildir is moved, renamed or removed; what was looked at is remembered in the database.
/// </summary>
internal sealed class Mailbox(Runner runner, FileScanner scanner, MailboxProgress progress, MailboxOptions options, TimeProvider clock, ILogger log)
{
    private const int AtATime = 100;
    private const int Newest = 20;

    /// <summary>How long one that was refused lies before it is tried again.</summary>
    private static readonly TimeSpan Held = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, (string Refusal, DateTimeOffset Until)> _refused = new(StringComparer.Ordinal);
    private readonly HashSet<string> _tried = new(StringComparer.Ordinal);
    private HashSet<string>? _taken;
    private HashSet<string>? _backlog;

    /// <summary>Begins a round: what failed is tried again.</summary>
    public void Begin() => _tried.Clear();

    /// <summary>Another node may have worked in the meantime.</summary>
    public void Forget() => (_taken, _backlog) = (null, null);

    /// <summary>Takes in some of what waits, and tells how many were looked at; 0 when nothing waits.</summary>
    public async Task<int> TakeInSome(CancellationToken cancellation)
    {
        var taken = _taken ??= await Load(cancellation);
        var there = options.Files().ToList();
        var gone = _refused.Keys.Except(there.Select(MailboxOptions.NameOf)).ToList();
        var waiting = there.Where(file => IsDue(MailboxOptions.NameOf(file), taken)).OrderBy(f => f.LastWriteTimeUtc).ThenBy(f => f.Name, StringComparer.Ordinal).ToList();
        _backlog ??= waiting.SkipLast(Newest).Select(MailboxOptions.NameOf).ToHashSet(StringComparer.Ordinal);
        var now = waiting.OrderBy(file => _backlog.Contains(MailboxOptions.NameOf(file))).Take(AtATime).ToList();

        var seen = new List<SeenFile>();
        foreach (var file in now)
        {
            progress.TakingIn(waiting.Count - seen.Count);
            _tried.Add(MailboxOptions.NameOf(file));
            if (await TakeIn(file, cancellation) is { } one) seen.Add(one);
        }

        await Remember(seen, gone, cancellation);
        progress.Nothing();
        return now.Count;
    }

    private bool IsDue(string name, HashSet<string> taken) => !taken.Contains(name) && !_tried.Contains(name) && (!_refused.TryGetValue(name, out var refused) || refused.Until <= clock.GetUtcNow());

    private async Task<HashSet<string>> Load(CancellationToken cancellation)
    {
        var all = await runner.Ask(new FilesSeen(), Jobs.Mailbox, cancellation);
        _refused.Clear();
        foreach (var file in all.Where(f => f.Refusal is not null)) _refused[file.Name] = (file.Refusal!, clock.GetUtcNow());
        return all.Where(f => f.Refusal is null).Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
    }

    private async Task Remember(List<SeenFile> seen, List<string> gone, CancellationToken cancellation)
    {
        var changed = seen.Where(f => f.Refusal is null || !_refused.TryGetValue(f.Name, out var before) || before.Refusal != f.Refusal).ToList();
        if (changed.Count + gone.Count > 0) await runner.Run(new RememberFiles(changed, gone), Jobs.Mailbox, cancellation);
        foreach (var name in gone.Concat(seen.Where(f => f.Refusal is null).Select(f => f.Name))) _refused.Remove(name);
        foreach (var file in seen)
            if (file.Refusal is { } why) _refused[file.Name] = (why, clock.GetUtcNow() + Held);
            else _taken!.Add(file.Name);
    }

    /// <summary>What became of it; null when it is to be looked at again the next time.</summary>
    private async Task<SeenFile?> TakeIn(FileInfo file, CancellationToken cancellation)
    {
        var name = MailboxOptions.NameOf(file);
        try
        {
            if (name.Contains('\uFFFD', StringComparison.Ordinal)) return Refused(name, MailboxRefusals.OddName);
            if (file.Length > ReceivedFile.LargestMessage) return Refused(name, MailboxRefusals.TooLarge);

            var bytes = await File.ReadAllBytesAsync(file.FullName, cancellation);
            if (bytes.Length == 0) return Refused(name, MailboxRefusals.Empty);
            if (await scanner.RefusalOf(bytes, cancellation) is not null) return Refused(name, MailboxRefusals.NotLetThrough);

            var result = await runner.Run(new TakeIn(name + ".eml", bytes, ArrivalWay.Mailbox), Jobs.Mailbox, cancellation);
            return result.Refusal is { } refusal ? Refused(name, refusal) : new SeenFile(name, null);
        }
        catch (FileNotFoundException gone)
        {
            // The fetcher moved it from new to cur in between: it is found again the next time.
            log.LogDebug(gone, "A message was not there any more; looking again.");
            return null;
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            return Refused(name, MailboxRefusals.Closed);
        }
        catch (Exception odd) when (odd is not (OperationCanceledException or NpgsqlException))
        {
            // One that cannot be taken in does not stand in the way of the others; it is tried again the next time.
            log.LogError(odd, "A message in the mailbox could not be taken in: {File}", name);
            return null;
        }
    }

    private SeenFile Refused(string name, Refusal why)
    {
        log.LogWarning("A message stays in the mailbox: {Why} {File}", why.Code, name);
        return new SeenFile(name, why.Sentence);
    }
}

/// <summary>The sentences that say why something in the mailbox was not taken in.</summary>
internal static class MailboxRefusals
{
    public static readonly Refusal Empty = new("mailbox-empty", "Filen är tom.");
    public static readonly Refusal TooLarge = new("mailbox-too-large", "Meddelandet är större än 60\u00A0MB.");
    public static readonly Refusal OddName = new("mailbox-odd-name", "Filens namn har tecken som inte går att läsa.");
    public static readonly Refusal NotLetThrough = new("mailbox-not-let-through", "Virusskyddet släppte inte igenom det. Det prövas igen.");
    public static readonly Refusal Closed = new("mailbox-closed", "Filen går inte att öppna. Den prövas igen.");
}
