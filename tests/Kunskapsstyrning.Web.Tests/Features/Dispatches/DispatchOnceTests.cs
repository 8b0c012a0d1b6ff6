using System.Diagnostics;
using System.Globalization;
using Kunskapsstyrning.Domain.Dispatches;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Features.Messages;
using Kunskapsstyrning.Web.Tests.Access;
using Kunskapsstyrning.Web.Tests.Features.Inbox;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Dispatches;

/// <summary>
/// The real program sends to a server that refuses, delays, drops connections, sends back and answers by itself, and is killed at random:
/// each recipient gets each message once, every state is what became of it, and who answers meanwhile is not reminded. Where nobody said
/// whether a message was taken it is uncertain, and never sent again but by a person who has looked.
/// </summary>
public sealed class DispatchOnceTests : IAsyncLifetime
{
    private const string Node = "utskick";

    private const string Anywhere = "anywhere";

    /// <summary>Where a conversation with the server is cut short; or at any moment after one.</summary>
    private static readonly string[] Steps = ["EHLO", "MAIL", "RCPT", "DATA", ".", "QUIT", Anywhere, Anywhere];

    private readonly FatefulServer _server = new();
    private readonly HashSet<string> _cutShort = [];
    private readonly HashSet<string> _answered = [];
    private readonly HashSet<string> _tooLate = [];
    private TestApp _app = null!;
    private RunningNode? _node;

    [Fact]
    public Task A_county_two_dispatches_and_three_kills() => Replay("01", dispatches: 2, kills: 3, seed: 2016);

    [Fact(Explicit = true)]
    public Task Two_hundred_and_ninety_recipients_five_dispatches_and_a_hundred_kills() => Replay(null, dispatches: 5, kills: 100, seed: 2018);

    public async ValueTask InitializeAsync()
    {
        _app = await TestApp.Create();
        _app.Clock.Set(new DateOnly(2018, 3, 1)); // while it can be answered
        await _app.EveryoneIsReached();
    }

    public async ValueTask DisposeAsync()
    {
        if (_node is not null) await _node.DisposeAsync();
        await _server.DisposeAsync();
        await _app.DisposeAsync();
    }

    private async Task Replay(string? county, int dispatches, int kills, int seed)
    {
        var (chance, watch) = (new Random(seed), Stopwatch.StartNew());
        var all = await Release(county, dispatches);
        for (var kill = 1; kill <= kills; kill++)
        {
            var killed = KillAt(Steps[chance.Next(Steps.Length)], chance.Next(1, all / (kills + 2)), chance.Next(100));
            Start();
            if (kill % Math.Max(1, kills / 20) == 0) await SomebodyAnswers(chance);
            await Happens(killed);
            await Bury();
            await NothingIsSaidToHaveLeftThatHasNot();
        }

        Start();
        await Until(EverythingHasComeToRest);
        var uncertain = await UncertainIsWhatNobodyAnswered();
        await NothingIsSaidToHaveLeftThatHasNot();
        await APersonSettles();
        await EveryStateIsRight(all);
        await TheHistoryTellsTheSame();
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{all} messages in {dispatches} dispatches, {kills} kills of which {_cutShort.Count} cut a message short, {_server.Unanswered.Count} left without an answer by the server, {uncertain} uncertain and settled by a person, {_answered.Count} municipalities answered and {_tooLate.Count} reminders stopped, {_server.Taken.Count} taken once, {_server.Returned} returns, {watch.Elapsed.TotalSeconds:0} s."));
    }

    /// <summary>A question and reminders of it, all queued and nothing of it with the server.</summary>
    private async Task<int> Release(string? county, int dispatches)
    {
        for (var i = 0; i < dispatches; i++)
        {
            var kind = i == 0 ? DispatchKind.Question : DispatchKind.Reminder;
            await _app.Dispatches(Typed.Slug2016, new DispatchMatter(kind), new DispatchRule { Audience = DispatchRule.AudiencesOf(kind)[0], County = county });
            _app.Clock.Now += TimeSpan.FromMinutes(1);
        }

        var messages = await Messages();
        Assert.Equal(dispatches * (county is null ? 290 : 26), messages.Count);
        Assert.All(messages, m => Assert.Equal("Queued", m.State));
        Assert.Equal(messages.Count, messages.DistinctBy(m => (m.Recipient, m.Dispatch)).Count());
        return messages.Count;
    }

    private void Start() => _node = RunningNode.Begin(Node, _app.OwnerConnectionString, new Dictionary<string, string>
    {
        ["Mailbox__Folder"] = _server.Mailbox, ["Mail__Host"] = "127.0.0.1", ["Mail__Port"] = _server.Port.ToString(CultureInfo.InvariantCulture), ["Mail__Encrypted"] = "false",
        ["Mail__From"] = "utskick@skr.example", ["Mail__PerMinute"] = "6000", ["Mail__SecondsBetweenLooks"] = "0.2", ["Mail__Patience"] = "2",
    });

    /// <summary>Kills it when the server has come to a step for so many messages, before it goes on; or so many milliseconds after one.</summary>
    private Task KillAt(string step, int messages, int milliseconds)
    {
        var killed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _server.AtStep = said =>
        {
            if (said != (step == Anywhere ? "QUIT" : step) || Interlocked.Decrement(ref messages) != 0) return;
            if (step == Anywhere) _ = Task.Delay(milliseconds).ContinueWith(_ => Kill(), TaskScheduler.Default);
            else Kill();
        };
        return killed.Task;

        void Kill()
        {
            _node!.Kill();
            killed.SetResult();
        }
    }

    /// <summary>What was being handed over is ten minutes later known to be cut short, and what was put off is due.</summary>
    private async Task Bury()
    {
        await _node!.DisposeAsync();
        await Until(async () => await _app.Read<long>($"SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = '{Node}'") == 0);
        var before = _cutShort.Count;
        _cutShort.UnionWith((await Messages()).Where(m => m.State == "Submitting").Select(m => m.Id));
        Assert.InRange(_cutShort.Count - before, 0, 1);
        await Change("UPDATE outgoing_message SET state_since = state_since - interval '11 minutes' WHERE state = 'Submitting'");
        await PutOffIsDue();
    }

    /// <summary>A municipality answers while reminders to it wait: those must never leave.</summary>
    private async Task SomebodyAnswers(Random chance)
    {
        var waiting = (await Messages()).Where(m => m is { State: "Queued", IsReminder: true } && !_answered.Contains(m.Municipality)).Select(m => m.Municipality).Distinct().Order(StringComparer.Ordinal).ToList();
        var who = waiting[chance.Next(waiting.Count)];
        Assert.Null((await _app.As(Role.Registrar).Run(await _app.As(Role.Registrar).Log2016(who, Typed.Adopts))).Refusal);
        _answered.Add(who);
        _tooLate.UnionWith((await Messages()).Where(m => m is { State: "Queued", IsReminder: true } && m.Municipality == who).Select(m => m.Id));
    }

    /// <summary>At any moment: what is said to have left the server has, once; what is said not to, it has not.</summary>
    private async Task NothingIsSaidToHaveLeftThatHasNot()
    {
        var (messages, taken) = (await Messages(), _server.Taken);

        Assert.All(taken, t => Assert.Equal(1, t.Value));
        Assert.All(messages.Where(m => m.State is "Submitted" or "Bounced" or "AutoAnswered"), m => Assert.True(taken.ContainsKey(m.Id), $"{m} has not left."));
        Assert.All(messages.Where(m => m.State is "Queued" or "Rejected" or "LeftOut"), m => Assert.False(taken.ContainsKey(m.Id), $"{m} has left."));
    }

    /// <summary>Exactly what a kill cut short and what the server left without an answer is uncertain, unless something came back; and it is shown to a person.</summary>
    private async Task<int> UncertainIsWhatNobodyAnswered()
    {
        var returned = await Rows("SELECT outgoing_message_id::text FROM mail_return");
        var uncertain = (await Messages()).Where(m => m.State == "Uncertain").Select(m => m.Id).ToList();

        Assert.Equal(_cutShort.Union(_server.Unanswered).Except(returned).Order(StringComparer.Ordinal), uncertain.Order(StringComparer.Ordinal));
        Assert.Equal(uncertain.Count, (await _app.As(Role.Registrar).Ask(new MessageList(DeliveryState.Uncertain))).Total);
        Assert.NotEmpty(_cutShort);
        Assert.NotEmpty(_tooLate);
        return uncertain.Count;
    }

    /// <summary>Looks whether each uncertain message has arrived, and says so or sends it once more, as a person does who asks the recipient. One that is kept back then stays uncertain.</summary>
    private async Task APersonSettles()
    {
        var keptBack = new HashSet<string>();
        for (var round = 1; ; round++)
        {
            var uncertain = (await Messages()).Where(m => m.State == "Uncertain" && !keptBack.Contains(m.Id)).ToList();
            if (uncertain.Count == 0) return;

            Assert.InRange(round, 1, 4);
            var taken = _server.Taken;
            foreach (var message in uncertain)
            {
                var id = new OutgoingMessageId(Guid.Parse(message.Id));
                Assert.Null((await _app.As(Role.Registrar).Run(taken.ContainsKey(message.Id) ? new SettleMessage(id) : new SendMessageAgain(id))).Refusal);
                if (message.IsReminder && _answered.Contains(message.Municipality) && !taken.ContainsKey(message.Id)) keptBack.Add(message.Id);
            }

            await Until(EverythingHasComeToRest);
        }
    }

    private async Task EveryStateIsRight(int all)
    {
        var (messages, taken, heard) = (await Messages(), _server.Taken, _server.Heard);

        Assert.Equal(all, messages.Count);
        Assert.All(taken, t => Assert.Equal(1, t.Value));
        Assert.Empty(taken.Keys.Except(messages.Select(m => m.Id)));
        Assert.Empty(taken.Keys.Intersect(_tooLate));
        foreach (var message in messages)
        {
            var isAnsweredReminder = message.IsReminder && _answered.Contains(message.Municipality);
            var isKeptBack = isAnsweredReminder && (message.State is "LeftOut" || (message.State is "Uncertain" && message.MayHaveArrived));
            if (_tooLate.Contains(message.Id)) Assert.Equal((message, "LeftOut"), (message, message.State));
            var expected = isKeptBack ? message.State : Expected(message.Recipient);
            Assert.Equal((message, expected), (message, message.State));
            Assert.Equal((message, isKeptBack || expected is "Rejected" ? 0 : 1), (message, taken.GetValueOrDefault(message.Id)));
            Assert.InRange(heard.GetValueOrDefault(message.Id), 0, message.Attempts);
        }

        Assert.Equal(0, await _app.Count("arrived_item WHERE state <> 'SetAside'"));
    }

    /// <summary>No attempt follows another but where the server said no for now or a person sent it again, and no reminder begins to leave after the answer.</summary>
    private async Task TheHistoryTellsTheSame()
    {
        Assert.Equal(0, await _app.Read<long>("""
            SELECT count(*) FROM (
                SELECT kind, lag(kind) OVER story AS before, lag(after ->> 'state') OVER story AS state FROM history_event WHERE kind LIKE 'Submission%'
                WINDOW story AS (PARTITION BY subject ORDER BY sequence)) AS step
            WHERE kind = 'SubmissionStarted' AND before IS NOT NULL AND NOT (before = 'SubmissionRepeated' OR (before = 'SubmissionEnded' AND state = 'Queued'))
            """));
        Assert.Equal(0, await _app.Read<long>("""
            SELECT count(*) FROM history_event started JOIN outgoing_message m ON m.id = started.subject
            JOIN history_event answer ON answer.kind = 'DecisionLogged' AND answer.municipality_code = m.municipality_code AND answer.sequence < started.sequence
            WHERE started.kind = 'SubmissionStarted' AND m.kind = 'Reminder'
            """));
        Assert.Equal(await _app.Read<long>("SELECT sum(attempts)::bigint FROM outgoing_message"), await _app.Count("history_event WHERE kind = 'SubmissionStarted'"));
    }

    private static string Expected(string recipient) => FatefulServer.Of(recipient) switch
    {
        Fate.Refused or Fate.RefusedForItsWords => "Rejected",
        Fate.SentBack => "Bounced",
        Fate.AnsweredByMachine => "AutoAnswered",
        _ => "Submitted",
    };

    private async Task<bool> EverythingHasComeToRest()
    {
        await PutOffIsDue();
        return await _app.Count("outgoing_message WHERE state IN ('Queued', 'Submitting')") == 0 && await _app.Count("arrived_item") == _server.Returned;
    }

    private Task PutOffIsDue() => Change("UPDATE outgoing_message SET next_try_at = now() WHERE next_try_at > now() AND state = 'Queued'");

    private Task Change(string sql) => _app.Change("skr", "", sql);

    private Task<IReadOnlyList<string>> Rows(string sql) => _app.Rows("skr", "", sql);

    private async Task<IReadOnlyList<Told>> Messages() =>
        [.. (await Rows("SELECT concat_ws(' ', id, state, recipient, municipality_code, kind, dispatch_id, attempts, may_have_arrived) FROM outgoing_message")).Select(row => row.Split(' '))
            .Select(m => new Told(m[0], m[1], m[2], m[3], m[4] == "Reminder", m[5], int.Parse(m[6], CultureInfo.InvariantCulture), m[7] == "t"))];

    private async Task Happens(Task awaited)
    {
        try
        {
            await awaited.WaitAsync(TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken);
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException("The server was not spoken to. " + _node!.Output, late);
        }
    }

    private async Task Until(Func<Task<bool>> itIsSo)
    {
        var watch = Stopwatch.StartNew();
        while (!await itIsSo())
        {
            if (watch.Elapsed > TimeSpan.FromMinutes(10)) throw new TimeoutException("It did not come about. " + _node!.Output);
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>What the program says of a message.</summary>
    private sealed record Told(string Id, string State, string Recipient, string Municipality, bool IsReminder, string Dispatch, int Attempts, bool MayHaveArrived);
}
