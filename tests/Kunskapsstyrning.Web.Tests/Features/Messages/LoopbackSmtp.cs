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
    private TaskCompletionSource _taken = new(TaskCreationOptions.RunContinuationsAsynchronously);

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

    /// <summary>What a recipient is answered with, told the address; "" ends the connection without a word, null is for what stands in turn.</summary>
    public Func<string, string?> AnswersRecipient { get; set; } = _ => null;

    /// <summary>What is answered after the words, told the address and the words; null for what stands in turn.</summary>
    public Func<string, string, string?> AnswersWords { get; set; } = (_, _) => null;

    /// <summary>Which messages are taken on without the answer ever coming through, told the words.</summary>
    public Func<string, bool> LosesAnswer { get; set; } = _ => false;

    /// <summary>Which are taken on and not answered before the other side has tired of waiting, told the words.</summary>
    public Func<string, bool> AnswersTooLate { get; set; } = _ => false;

    /// <summary>True to end the connection before anything is said about the recipient.</summary>
    public bool HangsUpAtOnce { get; set; }

    /// <summary>Every message whose words came through to the end, also those that were then refused or not answered.</summary>
    public ConcurrentQueue<string> Heard { get; } = new();

    /// <summary>Every message that was taken on.</summary>
    public ConcurrentQueue<string> Taken { get; } = new();

    /// <summary>What is done when a message's words have come through, before they are answered; null for nothing.</summary>
    public Action? WhenHeard { get; set; }

    /// <summary>What is done at each step of a conversation, told it: "EHLO", "MAIL", "RCPT", "QUIT" before they are answered, "DATA" when the words are asked for and "." when they have come through.</summary>
    public Action<string>? AtStep { get; set; }

    /// <summary>Waits until something is so that only a message taken on can make so; false when it has not come about in that time.</summary>
    public async Task<bool> Until(Func<bool> isSo, TimeSpan atMost)
    {
        using var patience = new CancellationTokenSource(atMost);
        while (true)
        {
            var next = Volatile.Read(ref _taken).Task;
            if (isSo()) return true;
            await next.WaitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (patience.IsCancellationRequested) return isSo();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private void Take(string words)
    {
        Taken.Enqueue(words);
        Interlocked.Exchange(ref _taken, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
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
                AtStep?.Invoke(word);
                if (await Words(reader) is not { } words || await Answer(recipient, words, reader) is not { } answer) return;
                await writer.WriteLineAsync(answer);
            }
            else
            {
                if (word is "RCPT") recipient = line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];
                AtStep?.Invoke(word);
                var answer = word switch { "RCPT" when AnswersRecipient(recipient) is { } said => said, "RCPT" when ToRecipient.TryDequeue(out var told) => told, "QUIT" => "221 hej", _ => "250 ja" };
                if (answer.Length == 0) return;
                await writer.WriteLineAsync(answer);
                if (word is "QUIT") return;
            }
        }
    }

    /// <summary>What is answered to the words; null to end the connection without one, whether the message was taken on or not.</summary>
    private async Task<string?> Answer(string recipient, string words, StreamReader reader)
    {
        Heard.Enqueue(words);
        WhenHeard?.Invoke();
        AtStep?.Invoke(".");
        var answer = AnswersWords(recipient, words) ?? (ToWords.TryDequeue(out var told) ? told : "250 tagen");
        if (answer.Length == 0) return null;
        if (answer.StartsWith('2')) Take(words);
        if (AnswersTooLate(words))
            while (await reader.ReadLineAsync(_stop.Token) is not null) continue;
        return LosesAnswer(words) ? null : answer;
    }

    /// <summary>The words; null where the other side left before their end, for then there is no message.</summary>
    private async Task<string?> Words(StreamReader reader)
    {
        var words = new StringBuilder();
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            if (line == ".") return words.ToString();
            words.Append(line).Append('\n');
        }

        return null;
    }
}
