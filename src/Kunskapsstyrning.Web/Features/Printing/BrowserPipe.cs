using System.Buffers;
using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kunskapsstyrning.Web.Features.Printing;

/// <summary>The browser said no, or went away before it had answered.</summary>
internal sealed class BrowserFailedException(string message) : Exception(message);

/// <summary>
/// Asks a browser to do things and hears its answers, by Chromium's DevTools protocol over two pipes: JSON messages, a zero after each.
/// Nobody else can reach a pipe, as they could a port, and the browser ends by itself when our end is gone.
/// </summary>
/// <param name="to">What the browser reads.</param>
/// <param name="from">What it writes.</param>
/// <param name="longest">The most bytes of a message.</param>
internal sealed class BrowserPipe(Stream to, Stream from, int longest) : IDisposable
{
    private static readonly HashSet<string> Ends = ["Inspector.targetCrashed", "Target.targetCrashed"];

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonElement>> _asked = new();
    private readonly SemaphoreSlim _writing = new(1);
    private readonly CancellationTokenSource _ended = new();
    private int _last;

    /// <summary>Asks for something and waits for what comes of it.</summary>
    /// <exception cref="BrowserFailedException">It said no, or is gone.</exception>
    public async Task<JsonElement> Ask(string method, object parameters, string? tab, CancellationToken cancellation)
    {
        var id = Interlocked.Increment(ref _last);
        var answer = _asked[id] = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var gone = _ended.Token.Register(() => answer.TrySetException(new BrowserFailedException("The browser is gone.")));
        await using var enough = cancellation.Register(() => answer.TrySetCanceled(cancellation));
        try
        {
            await Send(JsonSerializer.SerializeToUtf8Bytes(new { id, method, @params = parameters, sessionId = tab }, Json), cancellation);
            return await answer.Task;
        }
        finally
        {
            _asked.TryRemove(id, out _);
        }
    }

    /// <summary>Hears what the browser says until it has gone away, or says what cannot be understood.</summary>
    public async Task Listen()
    {
        var reader = PipeReader.Create(from);
        try
        {
            while (await reader.ReadAsync(CancellationToken.None) is var heard && heard.Buffer.Length <= longest)
            {
                var rest = heard.Buffer;
                while (rest.PositionOf((byte)0) is { } end)
                {
                    Hear(rest.Slice(0, end));
                    rest = rest.Slice(rest.GetPosition(1, end));
                }

                if (heard.IsCompleted) return;
                reader.AdvanceTo(rest.Start, rest.End);
            }
        }
        catch (Exception broken) when (broken is IOException or JsonException or ObjectDisposedException or InvalidOperationException)
        {
            // Whoever waits for an answer is told that none comes.
        }
        finally
        {
            await _ended.CancelAsync();
        }
    }

    public void Dispose() => _writing.Dispose();

    private async Task Send(byte[] message, CancellationToken cancellation)
    {
        await _writing.WaitAsync(cancellation);
        try
        {
            await to.WriteAsync(message, CancellationToken.None);
            await to.WriteAsync("\0"u8.ToArray(), CancellationToken.None);
            await to.FlushAsync(CancellationToken.None);
        }
        catch (Exception broken) when (broken is IOException or ObjectDisposedException)
        {
            throw new BrowserFailedException(broken.Message);
        }
        finally
        {
            _writing.Release();
        }
    }

    private void Hear(ReadOnlySequence<byte> message)
    {
        using var said = JsonDocument.Parse(message);
        var root = said.RootElement;
        if (!root.TryGetProperty("id", out var id))
        {
            if (root.TryGetProperty("method", out var method) && Ends.Contains(method.GetString()!)) throw new IOException("A page has crashed.");
            return;
        }

        if (!_asked.TryGetValue(id.GetInt32(), out var answer)) return;
        if (root.TryGetProperty("error", out var error)) answer.TrySetException(new BrowserFailedException(error.GetRawText()));
        else answer.TrySetResult(root.GetProperty("result").Clone());
    }
}
