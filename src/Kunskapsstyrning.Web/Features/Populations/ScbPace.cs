namespace Kunskapsstyrning.Web.Features.Populations;

/// <summary>Lets no more questions go to SCB than it takes: thirty in ten seconds from one address. Who comes too soon waits.</summary>
public sealed class ScbPace(TimeProvider clock, int most, TimeSpan within) : IDisposable
{
    private readonly Queue<long> _asked = new();
    private readonly SemaphoreSlim _door = new(1, 1);

    /// <summary>As SCB has it.</summary>
    public static ScbPace Of(TimeProvider clock) => new(clock, 30, TimeSpan.FromSeconds(10));

    /// <summary>Waits until one more may go.</summary>
    public async Task Wait(CancellationToken cancellation)
    {
        await _door.WaitAsync(cancellation);
        try
        {
            while (_asked.Count >= most)
            {
                var left = within - clock.GetElapsedTime(_asked.Peek());
                if (left > TimeSpan.Zero) await Task.Delay(left + TimeSpan.FromMilliseconds(1), clock, cancellation);
                else _asked.Dequeue();
            }

            _asked.Enqueue(clock.GetTimestamp());
        }
        finally
        {
            _door.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _door.Dispose();
}
