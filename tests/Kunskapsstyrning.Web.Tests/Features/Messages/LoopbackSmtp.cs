using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Kunskapsstyrning.Web.Tests.Features.Messages;

/// <summary>A mail server of the test's own, on this machine only. Answers as it is told to, and keeps what it has taken on.</summary>
internal sealed class LoopbackSmtp : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _listening;

    public LoopbackSmtp()
    {
        _listener.Start();
        _listening = Listen();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What the recipient is answered with, in turn; when there are no more it is taken.</summary>
    public ConcurrentQueue<string> ToRecipient { get; } = new();

    /// <summary>What is answered after the words, in turn; "" ends the connection without a word.</summary>
    public ConcurrentQueue<string> ToWords { get; } = new();

    /// <summary>What a recipient is answered with, told the address; null for what stands in turn.</summary>
    public Func<string, string?> AnswersRecipient { get; set; } = _ => null;

    /// <summary>What is answered after the words, told the address and the words; null for what stands in turn.</summary>
    public Func<string, string, string?> AnswersWords { get; set; } = (_, _) => null;

    /// <summary>True to end the connection before anything is said about the recipient.</summary>
    public bool HangsUpAtOnce { get; set; }

    /// <summary>Every message whose words came through to the end, also those that were then refused or not answered.</summary>
    public ConcurrentQueue<string> Heard { get; } = new();

    /// <summary>Every message that was taken on.</summary>
    public ConcurrentQueue<string> Taken { get; } = new();

    /// <summary>What is done when a message's words have come through, before they are answered; null for nothing.</summary>
    public Action? WhenHeard { get; set; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task Listen()
    {
        while (!_stop.IsCancellationRequested)
        {
            using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
            try
            {
                await Converse(client);
            }
            catch (IOException)
            {
                // The other side left.
            }
        }
    }

    private async Task Converse(TcpClient client)
    {
        using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
        await using var writer = new StreamWriter(client.GetStream(), Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 prov");
        var recipient = "";
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            var word = line.Split(' ')[0].ToUpperInvariant();
            if (word is "MAIL" && HangsUpAtOnce) return;
            if (word is "DATA")
            {
                await writer.WriteLineAsync("354 ja");
                var words = await Words(reader);
                Heard.Enqueue(words);
                WhenHeard?.Invoke();
                var answer = AnswersWords(recipient, words) ?? (ToWords.TryDequeue(out var told) ? told : "250 tagen");
                if (answer.Length == 0) return;
                if (answer.StartsWith('2')) Taken.Enqueue(words);
                await writer.WriteLineAsync(answer);
            }
            else
            {
                if (word is "RCPT") recipient = line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];
                await writer.WriteLineAsync(word switch { "RCPT" when AnswersRecipient(recipient) is { } answer => answer, "RCPT" when ToRecipient.TryDequeue(out var told) => told, "QUIT" => "221 hej", _ => "250 ja" });
                if (word is "QUIT") return;
            }
        }
    }

    private async Task<string> Words(StreamReader reader)
    {
        var words = new StringBuilder();
        while (await reader.ReadLineAsync(_stop.Token) is { } line && line != ".") words.Append(line).Append('\n');
        return words.ToString();
    }
}
