using System.Threading.Channels;

namespace Kunskapsstyrning.Web.Features.Inbox;

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

    public void TakingIn(int left) => Sentence = left < 2 ? null : $"Hämtar meddelanden: {Ui.Swedish.Number(left)} kvar.";

    public void Reading(int waiting) => Sentence = waiting < 2 ? null : $"Läser {Ui.Swedish.Number(waiting)} meddelanden.";

    public void Nothing() => Sentence = null;
}
