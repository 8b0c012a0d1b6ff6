using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Kunskapsstyrning.Web.Tests.Features.Messages;
using Npgsql;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Inbox;

/// <summary>Whatever is delivered again and whenever the program is killed: each message is one item, and each receipt leaves once or is known to be uncertain.</summary>
public sealed partial class ExactlyOnceTests : IAsyncLifetime
{
    private readonly Maildir _mail = new();
    private readonly LoopbackSmtp _server = new();
    private TestApp _app = null!;
    private NpgsqlDataSource _owner = null!;
    private RunningNode? _node;
    private Task _registering = Task.CompletedTask;

    [Fact]
    public Task Sixty_messages_ten_times_each_and_two_kills() => Replay(messages: 60, kills: 2, receipts: 12, seed: 2016);

    [Fact(Explicit = true)]
    public Task A_thousand_messages_ten_times_each_and_twelve_kills() => Replay(messages: 1000, kills: 12, receipts: 100, seed: 2018);

    public async ValueTask InitializeAsync()
    {
        _app = await TestApp.Create();
        _owner = NpgsqlDataSource.Create(_app.OwnerConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        if (_node is not null) await _node.DisposeAsync();
        await _server.DisposeAsync();
        await _owner.DisposeAsync();
        await _app.DisposeAsync();
        _mail.Dispose();
    }

    private async Task Replay(int messages, int kills, int receipts, int seed)
    {
        var (mail, chance, watch) = (new ReplayedMail(messages, seed), new Random(seed), Stopwatch.StartNew());
        var desk = new RegisteringDesk(_app, receipts);
        await Start();
        _registering = desk.Work();
        for (var kill = 1; kill <= kills; kill++)
        {
            mail.Deliver(_mail, Stretch(kill));
            if (kill % 2 == 0) await KillWhileSending(chance.Next(1, 5));
            else await KillWhileTakingIn(mail.Delivered.Count, chance.NextDouble());
            await Start();
        }

        mail.Deliver(_mail, Stretch(kills + 1));
        _mail.Deliver(new Letter { Id = "sist@prov.example", Subject = "Sist" }.Bytes()); // all before it have been tried when it is there
        await Until(async () => await _app.Count("arrived_item WHERE arrival_message_id = 'sist@prov.example'") == 1);
        await _registering;
        await Until(Everything_has_left);

        await Every_message_is_one_item(mail, messages);
        var uncertain = await Every_receipt_left_once_or_is_uncertain(receipts, kills);
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{messages} messages, {mail.Deliveries} deliveries, {kills} kills, {receipts} receipts of which {uncertain} uncertain, {desk.SentAgain} forms sent again, {watch.Elapsed.TotalSeconds:0} s."));

        Range Stretch(int number) => (mail.Deliveries * (number - 1) / (kills + 1))..(mail.Deliveries * number / (kills + 1));

        async Task Start()
        {
            if (_node is not null) await _node.DisposeAsync();
            _node = await RunningNode.Start("nod", _app.OwnerConnectionString, Settings());
            await desk.MoveTo(_node);
        }
    }

    /// <summary>Kills it when a part, by chance, of what has been delivered is in.</summary>
    private async Task KillWhileTakingIn(int delivered, double part)
    {
        var before = await _app.Count("arrived_item");
        var after = before + (long)((delivered - before) * part);
        await Until(async () => await _app.Count("arrived_item") >= after);
        _node!.Kill();
    }

    /// <summary>Kills it when the server has all the words of the first, second, … message, and has not answered yet.</summary>
    private async Task KillWhileSending(int message)
    {
        var killed = new TaskCompletionSource();
        _server.WhenHeard = () =>
        {
            if (Interlocked.Decrement(ref message) > 0) return;

            _server.WhenHeard = null;
            _node!.Kill();
            killed.SetResult();
        };
        await Until(async () =>
        {
            await Due(Math.Max(1, Volatile.Read(ref message)));
            return killed.Task.IsCompleted;
        });
    }

    private async Task<bool> Everything_has_left()
    {
        await Due(1000);
        if (await _app.Count("outgoing_message WHERE state = 'Queued'") > 0) return false;

        // What the kills cut short: ten minutes later.
        await Owner("UPDATE outgoing_message SET state_since = state_since - interval '11 minutes' WHERE state = 'Submitting' AND state_since > now() - interval '10 minutes'");
        return await _app.Count("outgoing_message WHERE state = 'Submitting'") == 0;
    }

    /// <summary>For so many messages the five minutes in which they can be recalled are over.</summary>
    private Task Due(int messages) => Owner(
        $"UPDATE outgoing_message SET next_try_at = now() WHERE next_try_at > now() AND id IN (SELECT id FROM outgoing_message WHERE state = 'Queued' ORDER BY next_try_at, id LIMIT {messages})");

    private async Task Every_message_is_one_item(ReplayedMail mail, int messages)
    {
        Assert.Equal(messages, mail.Delivered.Count);
        Assert.Equal(messages + 1, await _app.Count("arrived_item"));
        Assert.Equal(messages + 1, await _app.Count("history_event WHERE kind = 'ItemArrived'"));
        var stored = (await _app.Read<string>(
            "SELECT string_agg(arrival_message_id || ' ' || encode(sha256(bytes), 'hex') || ' ' || sha256, ',') FROM arrived_item JOIN document ON document.id = original_id JOIN document_content ON document_id = document.id WHERE arrival_subject <> 'Sist'"))
            .Split(',').Select(row => row.Split(' ')).ToDictionary(row => row[0]);
        Assert.All(mail.Delivered, message =>
        {
            Assert.Contains(stored[message.Key][1], message.Value);
            Assert.Equal(stored[message.Key][1], stored[message.Key][2]);
        });
    }

    private async Task<int> Every_receipt_left_once_or_is_uncertain(int receipts, int kills)
    {
        Assert.Equal(receipts, await _app.Count("decision"));
        Assert.Equal(receipts, await _app.Count("item_decision"));
        var states = (await _app.Read<string>("SELECT string_agg(id || ' ' || state, ',') FROM outgoing_message")).Split(',').Select(row => row.Split(' ')).ToDictionary(row => row[0], row => row[1]);
        var heard = _server.Heard.Select(words => MessageId().Match(words).Groups["id"].Value).ToList();

        Assert.Equal(receipts, states.Count);
        Assert.Equal(heard.Count, heard.Distinct().Count());
        Assert.All(heard, id => Assert.Contains(id, states.Keys));
        Assert.All(states, receipt => Assert.Contains(receipt.Value, (string[])["Submitted", "Uncertain"]));
        Assert.All(states.Where(s => s.Value == "Submitted"), receipt => Assert.Contains(receipt.Key, heard));
        var uncertain = states.Values.Count(s => s == "Uncertain");
        Assert.InRange(uncertain, kills / 2, kills);
        return uncertain;
    }

    private Dictionary<string, string> Settings() => new()
    {
        ["Mailbox__Folder"] = _mail.Root, ["Mail__Host"] = "127.0.0.1", ["Mail__Port"] = _server.Port.ToString(CultureInfo.InvariantCulture), ["Mail__Encrypted"] = "false",
        ["Mail__From"] = "utskick@skr.example", ["Mail__PerMinute"] = "6000",
    };

    /// <summary>Asks until it is so. The program's end is the test's.</summary>
    private async Task Until(Func<Task<bool>> itIsSo)
    {
        var watch = Stopwatch.StartNew();
        while (!await itIsSo())
        {
            if (_registering.IsFaulted) await _registering;
            if (watch.Elapsed > TimeSpan.FromMinutes(10)) throw new TimeoutException("It did not come about. " + _node!.Output);
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    private async Task Owner(string sql)
    {
        await using var command = _owner.CreateCommand($"SELECT set_config('app.scope', 'skr', true); {sql}");
        await command.ExecuteNonQueryAsync();
    }

    [GeneratedRegex("^Message-ID: <(?<id>[0-9a-f-]{36})@", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex MessageId();
}
