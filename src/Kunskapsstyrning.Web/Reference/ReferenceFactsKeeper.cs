using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Reference;

/// <summary>Keeps the reference facts of this node until something of them changes.</summary>
public sealed class ReferenceFactsKeeper(Changes changes) : IDisposable
{
    private readonly SemaphoreSlim _door = new(1, 1);
    private Kept? _kept;

    /// <summary>The facts as they stand.</summary>
    /// <param name="read">Reads them from the database when they are not kept or have changed.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<ReferenceFacts> Facts(Func<Task<ReferenceFacts>> read, CancellationToken cancellation)
    {
        if (_kept is { } kept && kept.Version == changes.ReferenceVersion) return kept.Facts;

        await _door.WaitAsync(cancellation);
        try
        {
            var version = changes.ReferenceVersion;
            if (_kept?.Version != version) _kept = new Kept(version, await read());
            return _kept.Facts;
        }
        finally
        {
            _door.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _door.Dispose();

    private sealed record Kept(long Version, ReferenceFacts Facts);
}
