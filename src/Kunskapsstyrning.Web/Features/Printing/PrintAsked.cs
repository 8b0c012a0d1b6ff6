using System.Threading.Channels;

namespace Kunskapsstyrning.Web.Features.Printing;

/// <summary>Wakes the one who prints something by the hundred, when it is asked for on this node.</summary>
/// <typeparam name="TPrinter">Who prints.</typeparam>
internal sealed class PrintAsked<TPrinter>
{
    private readonly Channel<bool> _told = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Tell() => _told.Writer.TryWrite(item: true);

    public async Task Next(TimeSpan atMost, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(atMost);
        await _told.Reader.WaitToReadAsync(patience.Token).AsTask().ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        _told.Reader.TryRead(out _);
    }
}
