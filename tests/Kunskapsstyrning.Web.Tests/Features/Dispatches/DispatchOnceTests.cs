using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Kunskapsstyrning.Domain.Dispatches;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Features.Messages;
using Kunskapsstyrning.Web.Tests.Features.Inbox;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Kunskapsstyrning.Web.Tests.Features.Messages;
using Npgsql;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Dispatches;

/// <summary>
/// The real program sends to a server that refuses, delays, drops connections, sends back and answers by itself, and is killed at random:
/// each recipient gets each message once, every state is what became of it, and who answers meanwhile is not reminded.
/// </summary>
public sealed partial class DispatchOnceTests : IAsyncLifetime
{
    private readonly Maildir _mail = new();
    private readonly LoopbackSmtp _server = new();
    private readonly ConcurrentDictionary<string, int> _tries = [];
    private readonly HashSet<string> _answered = [];
    private TestApp _app = null!;
    private NpgsqlDataSource _owner = null!;
    private RunningNode? _node;

    [Fact(Explicit = true)]
    public Task A_county_two_dispatches_and_three_kills() => Replay("01", dispatches: 2, kills: 3, seed: 2016);

    [Fact(Explicit = true)]
    public Task Two_hundred_and_ninety_recipients_five_dispatches_and_a_hundred_kills() => Replay(null, dispatches: 5, kills: 100, seed: 2018);

    public async ValueTask InitializeAsync()
    {
        _app = await TestApp.Create();
        _owner = NpgsqlDataSource.Create(_app.OwnerConnectionString);
        await _app.EveryoneIsReached();
        _server.AnswersRecipient = address => Lot(address) is Fate.Refused ? "550 5.1.1 No such user" : null;
        _server.AnswersWords = AnswerTo;
    }

    public async ValueTask DisposeAsync()
    {
        if (_node is not null) await _node.DisposeAsync();
        await _server.DisposeAsync();
        await _owner.DisposeAsync();
        await _app.DisposeAsync();
        _mail.Dispose();
    }

    private async Task Replay(string? county, int dispatches, int kills, int seed)
    {
        var (chance, watch) = (new Random(seed), Stopwatch.StartNew());
        for (var i = 0; i < dispatches; i++)
        {
            var kind = i == 0 ? DispatchKind.Question : DispatchKind.Reminder;
            await _app.Dispatches(Typed.Slug2016, new DispatchMatter(kind), new DispatchRule { Audience = DispatchRule.AudiencesOf(kind)[0], County = county });
        }

        var all = await _app.Count("outgoing_message");
        var tooLate = new HashSet<string>();
        for (var kill = 1; kill <= kills; kill++)
        {
            await Start();
            if (kill == (kills + 1) / 2) tooLate = await SomeAnswer(chance);
            await KillAfter(chance.Next(1, (int)Math.Max(2, all / (kills + 2))), duringWords: chance.Next(2) == 0);
        }

        await Start();
        await Until(Everything_has_left);
        await Until(async () => await _app.Count("arrived_item") == _server.Taken.Count(m => Lot(RecipientOf(m)) is Fate.SentBack or Fate.AnsweredByMachine));
        var uncertain = await APersonSettles();
        await Until(Everything_has_left);
        await Until(async () => await _app.Count("arrived_item") == _server.Taken.Count(m => Lot(RecipientOf(m)) is Fate.SentBack or Fate.AnsweredByMachine));

        await EveryStateIsRight(all, tooLate);
        var returns = await _app.Count("mail_return");
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{all} messages in {dispatches} dispatches, {kills} kills, {uncertain} uncertain settled by a person, {tooLate.Count} left out, {_server.Taken.Count} taken, {returns} returns, {watch.Elapsed.TotalSeconds:0} s."));
    }

    private async Task Start()
    {
        if (_node is not null) await _node.DisposeAsync();
        _node = await RunningNode.Start("nod", _app.OwnerConnectionString, new Dictionary<string, string>
        {
            ["Mailbox__Folder"] = _mail.Root, ["Mail__Host"] = "127.0.0.1", ["Mail__Port"] = _server.Port.ToString(CultureInfo.InvariantCulture), ["Mail__Encrypted"] = "false",
            ["Mail__From"] = "utskick@skr.example", ["Mail__PerMinute"] = "6000",
        });
    }

    /// <summary>Kills it when the server has heard so many more, either while it waits for an answer or at any moment after.</summary>
    private async Task KillAfter(int messages, bool duringWords)
    {
        var (heard, killed) = (0, false);
        _server.WhenHeard = () =>
        {
            if (Interlocked.Increment(ref heard) != messages) return;

            if (duringWords) _node!.Kill();
            Volatile.Write(ref killed, true);
        };
        await Until(async () =>
        {
            await Due();
            return Volatile.Read(ref killed) || await _app.Count("outgoing_message WHERE state = 'Queued'") == 0;
        });
        _server.WhenHeard = null;
        _node!.Kill();
    }

    /// <summary>Some municipalities answer while reminders to them wait: those are the messages that must never leave.</summary>
    private async Task<HashSet<string>> SomeAnswer(Random chance)
    {
        var left = new HashSet<string>();
        var waiting = (await Rows("SELECT DISTINCT municipality_code FROM outgoing_message WHERE state = 'Queued' AND kind = 'Reminder' ORDER BY 1")).ToArray();
        chance.Shuffle(waiting);
        foreach (var code in waiting.Take(10))
        {
            Assert.Null((await _app.As(Role.Registrar).Run(await _app.As(Role.Registrar).Log2016(code, Typed.Adopts))).Refusal);
            _answered.Add(code);
            left.UnionWith(await Rows($"SELECT id::text FROM outgoing_message WHERE state = 'Queued' AND kind = 'Reminder' AND municipality_code = '{code}'"));
        }

        return left;
    }

    /// <summary>Looks whether an uncertain message has arrived, and says so or sends it once more, as a person does who asks the recipient.</summary>
    private async Task<int> APersonSettles()
    {
        var (uncertain, taken) = (await Rows("SELECT id::text FROM outgoing_message WHERE state = 'Uncertain'"), _server.Taken.Select(IdOf).ToHashSet());
        foreach (var id in uncertain)
        {
            var message = new OutgoingMessageId(Guid.Parse(id));
            Assert.Null((await _app.As(Role.Registrar).Run(taken.Contains(id) ? new SettleMessage(message) : new SendMessageAgain(message))).Refusal);
        }

        return uncertain.Count;
    }

    /// <summary>What may have arrived and is kept back when it is sent again stays uncertain; nobody can say more of it.</summary>
    private async Task EveryStateIsRight(long all, HashSet<string> tooLate)
    {
        var rows = (await Rows("SELECT id || ' ' || state || ' ' || recipient FROM outgoing_message")).Select(r => r.Split(' ')).ToList();
        var taken = _server.Taken.GroupBy(IdOf).ToDictionary(g => g.Key, g => g.Count());

        Assert.Equal(all, rows.Count);
        Assert.All(taken, t => Assert.Equal(1, t.Value));
        foreach (var row in rows)
        {
            var (id, state, fate) = (row[0], row[1], Lot(row[2]));
            if (tooLate.Contains(id) && state != "LeftOut") Assert.Fail($"{row[2]} had answered and its reminder is {state}.");
            var isKeptBack = state == "LeftOut" || (state == "Uncertain" && _answered.Contains(row[2][3..7]));
            var expected = isKeptBack ? state : fate switch { Fate.Refused => "Rejected", Fate.SentBack => "Bounced", Fate.AnsweredByMachine => "AutoAnswered", _ => "Submitted" };
            Assert.Equal((row[2], expected), (row[2], state));
            Assert.Equal(isKeptBack || state == "Rejected" ? 0 : 1, taken.GetValueOrDefault(id));
        }

        Assert.All(_server.Taken.Select(IdOf), id => Assert.DoesNotContain(id, tooLate));
        Assert.Equal(0, await _app.Count("arrived_item WHERE state <> 'SetAside'"));
    }

    private async Task<bool> Everything_has_left()
    {
        await Due();

        // What the kills cut short: ten minutes later.
        await Owner("UPDATE outgoing_message SET state_since = state_since - interval '11 minutes' WHERE state = 'Submitting' AND state_since > now() - interval '10 minutes' AND state_since < now() - interval '10 seconds'");
        return await _app.Count("outgoing_message WHERE state IN ('Queued', 'Submitting')") == 0;
    }

    private Task Due() => Owner("UPDATE outgoing_message SET next_try_at = now() WHERE next_try_at > now() AND state = 'Queued'");

    private enum Fate { Taken, Refused, Delayed, Dropped, SentBack, AnsweredByMachine }

    /// <summary>What becomes of everything to an address.</summary>
    private static Fate Lot(string address) => (int.Parse(address.AsSpan(3, 4), CultureInfo.InvariantCulture) % 12) switch { 1 => Fate.Refused, 2 or 3 => Fate.Delayed, 4 => Fate.Dropped, 5 => Fate.SentBack, 6 or 7 => Fate.AnsweredByMachine, _ => Fate.Taken };

    private string? AnswerTo(string address, string words)
    {
        var (fate, tries) = (Lot(address), _tries.AddOrUpdate(IdOf(words), 1, (_, before) => before + 1));
        if (fate is Fate.Delayed && tries == 1) return "451 4.7.1 Try again later";
        if (fate is Fate.Dropped && tries == 1) return "";
        if (fate is Fate.SentBack) _mail.Deliver(Encoding.UTF8.GetBytes(Bounce(address, IdOf(words))));
        if (fate is Fate.AnsweredByMachine) _mail.Deliver(new Inbox.Letter { From = address, Subject = "Automatiskt svar: vi har tagit emot brevet", Text = "Vi svarar inom två dagar.", OnTop = ["Auto-Submitted: auto-replied", $"In-Reply-To: <{IdOf(words)}@skr.example>"] }.Bytes());
        return null;
    }

    private static string Bounce(string address, string id) =>
        $"Return-Path: <>\r\nFrom: MAILER-DAEMON@mx.example\r\nDate: Mon, 20 Jun 2016 12:15:00 +0200\r\nMessage-ID: <studs-{Guid.NewGuid():N}@mx.example>\r\nSubject: Undelivered Mail Returned to Sender\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=\"del\"\r\n\r\n"
        + $"--del\r\nContent-Type: text/plain\r\n\r\nDet gick inte.\r\n\r\n--del\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; {address}\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n--del\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <{id}@skr.example>\r\n\r\n--del--\r\n";

    private static string IdOf(string words) => MessageId().Match(words).Groups["id"].Value;

    private static string RecipientOf(string words) => To().Match(words).Groups["to"].Value;

    private async Task<IReadOnlyList<string>> Rows(string sql)
    {
        await using var connection = await _owner.OpenConnectionAsync();
        await using (var scope = new NpgsqlCommand("SELECT set_config('app.scope', 'skr', false)", connection)) await scope.ExecuteNonQueryAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync()) rows.Add(reader.GetString(0));
        return rows;
    }

    private async Task Owner(string sql)
    {
        await using var command = _owner.CreateCommand($"SELECT set_config('app.scope', 'skr', true); {sql}");
        await command.ExecuteNonQueryAsync();
    }

    private async Task Until(Func<Task<bool>> itIsSo)
    {
        var watch = Stopwatch.StartNew();
        while (!await itIsSo())
        {
            if (watch.Elapsed > TimeSpan.FromMinutes(10)) throw new TimeoutException("It did not come about. " + _node!.Output);
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    [GeneratedRegex("^Message-ID: <(?<id>[0-9a-f-]{36})@", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex MessageId();

    [GeneratedRegex("^To: <?(?<to>[^ >\r\n]+)", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex To();
}
