using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Reference;

/// <summary>Keeps the reference facts of this node until something of them changes, or another day begins: a municipality may be called something else from then.</summary>
public sealed class ReferenceFactsKeeper(Changes changes) : IDisposable
{
    private readonly SemaphoreSlim _door = new(1, 1);
    private Kept? _kept;

    /// <summary>The facts as they stand.</summary>
    /// <param name="today">The day they are for.</param>
    /// <param name="read">Reads them from the database when they are not kept or have changed.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<ReferenceFacts> Facts(DateOnly today, Func<Task<ReferenceFacts>> read, CancellationToken cancellation)
    {
        if (_kept is { } kept && (kept.Version, kept.Day) == (changes.ReferenceVersion, today)) return kept.Facts;

        await _door.WaitAsync(cancellation);
        try
        {
            var version = changes.ReferenceVersion;
            if (_kept?.Version != version || _kept.Day != today) _kept = new Kept(version, today, await read());
            return _kept.Facts;
        }
        finally
        {
            _door.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _door.Dispose();

    private sealed record Kept(long Version, DateOnly Day, ReferenceFacts Facts);
}
