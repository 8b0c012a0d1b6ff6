using System.Collections.Concurrent;
using Kunskapsstyrning.Domain.People;

namespace Kunskapsstyrning.Web.UseCases;

/// <summary>
/// Who is signed in in which browser, kept for a moment so that not every request asks the database. What is kept is dropped as
/// soon as anybody's right or sign-in changes, here or on a node that tells of it, and is never older than <see cref="Longest"/>.
/// </summary>
internal sealed class SignedInPeople(Runner runner, Changes changes, TimeProvider clock)
{
    /// <summary>The longest that a change may go unheard.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private const int Most = 1000;

    private readonly ConcurrentDictionary<string, Kept> _kept = new();

    /// <summary>Who is signed in with the key, and whether that still holds; null when nobody is.</summary>
    public async Task<PersonInBrowser?> In(BrowserKey key, CancellationToken cancellation)
    {
        var (now, version) = (clock.GetUtcNow(), changes.PeopleVersion);
        if (_kept.TryGetValue(key.Fingerprint, out var kept) && kept.Version == version && now - kept.ReadAt < Longest) return kept.Person.At(now);
        if (await runner.Ask(new WhoIsSignedIn(key.Fingerprint), Jobs.SignIn, cancellation) is not { } read) return null;

        if (_kept.Count >= Most) _kept.Clear();
        _kept[key.Fingerprint] = new Kept(version, now, read);
        return read.At(now);
    }

    /// <summary>Notes that something is done in the browser.</summary>
    public async Task See(BrowserKey key)
    {
        await runner.Run(new SeeBrowser(key.Fingerprint), Jobs.SignIn, CancellationToken.None);
        _kept.TryRemove(key.Fingerprint, out _);
    }

    private sealed record Kept(long Version, DateTimeOffset ReadAt, SignedInPerson Person);
}
