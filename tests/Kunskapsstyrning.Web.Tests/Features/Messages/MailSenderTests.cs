using System.Text;
using System.Text.RegularExpressions;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Features.Messages;
using Kunskapsstyrning.Web.Tests.Access;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Messages;

/// <summary>What is queued leaves once, and it is truly told what became of it.</summary>
public sealed partial class MailSenderTests : IAsyncLifetime
{
    private readonly LoopbackSmtp _server = new();
    private TestApp _app = null!;

    private MailOptions Options => new()
    {
        Host = "127.0.0.1", Port = _server.Port, Encrypted = false, Pace = TimeSpan.Zero, Patience = TimeSpan.FromSeconds(5),
        From = EmailAddress.Parse("utskick@skr.example"), ReplyTo = EmailAddress.Parse("registrator@skr.example"),
    };

    [Fact]
    public async Task Nothing_leaves_before_its_five_minutes_are_over()
    {
        await Queue();

        await Minutes(4);

        Assert.Empty(_server.Heard);
        Assert.Equal("Queued", await State());
    }

    [Fact]
    public async Task A_message_leaves_once_with_its_words_where_to_answer_and_an_id_of_its_own()
    {
        await Queue();

        await Minutes(5);
        await Minutes(60);

        var mail = Assert.Single(_server.Taken);
        Assert.Equal("Submitted", await State());
        Assert.Contains($"Message-ID: <{await _app.Read<Guid>("SELECT id FROM outgoing_message")}@skr.example>", mail, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Auto-Submitted: auto-generated", mail, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Reply-To: registrator@skr.example", mail, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("charset=utf-8", mail, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(await _app.Read<string>("SELECT body FROM outgoing_message"), Body(mail));
    }

    [Fact]
    public async Task A_message_recalled_in_time_never_leaves()
    {
        await Queue();
        Assert.True((await _app.As(Role.Registrar).Run(new RecallMessage(await Id()))).IsDone);

        await Minutes(60);

        Assert.Empty(_server.Heard);
        Assert.Equal("Recalled", await State());
    }

    [Fact]
    public async Task A_message_that_has_left_is_not_recalled()
    {
        await Queue();
        await Minutes(5);

        Assert.Equal(MessageRefusals.AlreadyLeft, (await _app.As(Role.Registrar).Run(new RecallMessage(await Id()))).Refusal);
        Assert.Equal("Submitted", await State());
    }

    [Fact]
    public async Task An_address_that_the_server_refuses_is_shown_as_refused_with_its_words_and_not_tried_again()
    {
        _server.ToRecipient.Enqueue("550 No such user here");
        await Queue();

        await Minutes(5);
        await Minutes(60);

        Assert.Equal("Rejected", await State());
        Assert.Contains("No such user here", await _app.Read<string>("SELECT last_reply FROM outgoing_message"), StringComparison.Ordinal);
        Assert.Equal(0, await _app.Read<long>("SELECT count(*) FROM history_event WHERE after::text LIKE '%No such user%'"));
        Assert.Equal(1, await _app.Read<int>("SELECT attempts FROM outgoing_message"));
        Assert.Empty(_server.Heard);
    }

    [Fact]
    public async Task A_server_that_says_not_now_is_asked_again_after_a_while_and_the_message_leaves_once()
    {
        _server.ToWords.Enqueue("451 Try again later");
        await Queue();

        await Minutes(5);
        Assert.Equal("Queued", await State());
        await _app.Sender(Options).SubmitDue(CancellationToken.None);
        Assert.Single(_server.Heard);
        await Minutes(1);

        Assert.Equal("Submitted", await State());
        Assert.Single(_server.Taken);
        Assert.Equal(2, await _app.Read<int>("SELECT attempts FROM outgoing_message"));
    }

    [Fact]
    public async Task A_server_that_never_says_yes_is_given_up_after_days_and_the_message_is_shown_as_refused()
    {
        for (var i = 0; i < 20; i++) _server.ToWords.Enqueue("451 Try again later");
        await Queue();

        await Minutes(5);
        for (var i = 0; i < 15; i++) await Minutes(24 * 60);

        Assert.Equal("Rejected", await State());
        Assert.Equal(10, _server.Heard.Count);
    }

    [Fact]
    public async Task A_connection_lost_before_the_words_is_tried_again()
    {
        _server.HangsUpAtOnce = true;
        await Queue();

        await Minutes(5);
        Assert.Equal("Queued", await State());
        _server.HangsUpAtOnce = false;
        await Minutes(1);

        Assert.Equal("Submitted", await State());
        Assert.Single(_server.Heard);
    }

    [Fact]
    public async Task A_connection_lost_after_the_words_is_left_to_a_person_and_never_sent_again_by_itself()
    {
        _server.ToWords.Enqueue("");
        await Queue();

        await Minutes(5);
        await Minutes(24 * 60);

        Assert.Equal("Uncertain", await State());
        Assert.Single(_server.Heard);

        await _app.As(Role.Registrar).Run(new SendMessageAgain(await Id()));
        await Minutes(1);

        Assert.Equal("Submitted", await State());
        Assert.Equal(2, _server.Heard.Count);
        Assert.Single(_server.Heard.Select(m => MessageId().Match(m).Value).Distinct());
    }

    [Fact]
    public async Task A_server_that_never_answers_the_words_is_waited_for_no_longer_than_an_attempt_may_take()
    {
        _server.AnswersTooLate = _ => true;
        await Queue();
        _app.Clock.Now += TimeSpan.FromMinutes(5);

        await _app.Sender(Options with { Patience = TimeSpan.FromSeconds(1) }).SubmitDue(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal("Uncertain", await State());
        Assert.EndsWith("Servern svarade inte i tid.", await _app.Read<string>("SELECT last_reply FROM outgoing_message"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("550 No such user here", "Rejected")]
    [InlineData("", "Uncertain")]
    public async Task What_is_no_longer_true_is_not_sent_again(string reply, string state)
    {
        _server.ToWords.Enqueue(reply);
        await Queue();
        await Minutes(5);
        await _app.As(Role.Registrar).Run(new CorrectDecision(await Decision(), Seen: 1, Typed.Adopts, Typed.Details with { Paragraph = "§ 68" }, "Läst fel."));

        var corrected = await _app.As(Role.Registrar).Run(new SendMessageAgain(await Id()));
        await _app.As(Role.Registrar).Run(new RetractDecision(await Decision(), Seen: 2, "Fel kommun."));
        var retracted = await _app.As(Role.Registrar).Run(new SendMessageAgain(await Id()));

        Assert.Equal((SubmissionRefusals.NoLongerTrue, SubmissionRefusals.NoLongerTrue), (corrected.Refusal, retracted.Refusal));
        Assert.Equal(state, await State());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_stops_being_true_while_it_is_handed_over_is_not_tried_again_with_the_old_words(bool isCorrected)
    {
        _server.ToWords.Enqueue("451 Try again later");
        await Queue();
        var (id, decision) = (await Id(), await Decision());
        _app.Clock.Now += TimeSpan.FromMinutes(5);
        await _app.Runner.Run(new StartSubmission(id), Jobs.Mail, CancellationToken.None);
        _app.Clock.Now += TimeSpan.FromSeconds(1);
        var changed = isCorrected
            ? await _app.As(Role.Registrar).Run(new CorrectDecision(decision, Seen: 1, Typed.Adopts, Typed.Details with { Paragraph = "§ 68" }, "Läst fel."))
            : await _app.As(Role.Registrar).Run(new RetractDecision(decision, Seen: 1, "Fel kommun."));
        await _app.Runner.Run(new EndSubmission(id, 1, new MailReply(MailVerdict.NotNow, "451")), Jobs.Mail, CancellationToken.None);
        _server.ToWords.Clear();

        await Minutes(1);
        await Minutes(5);

        Assert.True(changed.IsDone);
        Assert.Equal("Recalled", await _app.Read<string>($"SELECT state FROM outgoing_message WHERE id = '{id.Value}'"));
        Assert.Equal(isCorrected ? 1 : 0, await _app.Read<long>("SELECT count(*) FROM outgoing_message WHERE state = 'Submitted' AND body LIKE '%68%'"));
        Assert.Equal(isCorrected ? 1 : 0, _server.Heard.Count);
    }

    [Fact]
    public async Task A_question_that_was_answered_while_it_was_handed_over_is_not_asked_again()
    {
        var proposal = await _app.As(Role.Registrar).Log2016("1440", Typed.Proposes);
        await _app.As(Role.Registrar).Run(proposal with { AskForFinal = new AskForFinal(EmailAddress.Parse("registrator@kommun.example"), new DateOnly(2026, 1, 15)) });
        var id = await Id();
        _app.Clock.Now += TimeSpan.FromMinutes(5);
        await _app.Runner.Run(new StartSubmission(id), Jobs.Mail, CancellationToken.None);
        _app.Clock.Now += TimeSpan.FromSeconds(1);
        await _app.As(Role.Registrar).Run(await _app.As(Role.Registrar).Log2016("1440", Typed.Adopts));
        await _app.Runner.Run(new EndSubmission(id, 1, new MailReply(MailVerdict.NotNow, "451")), Jobs.Mail, CancellationToken.None);

        await Minutes(1);

        Assert.Equal("Recalled", await State());
        Assert.Empty(_server.Heard);
    }

    [Fact]
    public async Task What_may_have_arrived_is_never_said_not_to_have_left()
    {
        _server.ToWords.Enqueue("");
        await Queue();
        await Minutes(5);
        await _app.As(Role.Registrar).Run(new SendMessageAgain(await Id()));

        var recalled = await _app.As(Role.Registrar).Run(new RecallMessage(await Id()));

        Assert.True(recalled.IsDone);
        Assert.Equal("Uncertain", await State());
        Assert.Equal("Uncertain", await _app.Read<string>("SELECT after ->> 'state' FROM history_event WHERE kind = 'MessageRecalled'"));
    }

    [Fact]
    public async Task A_message_that_was_given_up_gets_as_many_tries_again_when_a_person_sends_it_again()
    {
        for (var i = 0; i < 20; i++) _server.ToWords.Enqueue("451 Try again later");
        await Queue();
        for (var i = 0; i < 15; i++) await Minutes(24 * 60);
        Assert.Equal("Rejected", await State());

        await _app.As(Role.Registrar).Run(new SendMessageAgain(await Id()));
        await Minutes(1);
        Assert.Equal("Queued", await State());
        for (var i = 0; i < 15; i++) await Minutes(24 * 60);

        Assert.Equal("Rejected", await State());
        Assert.Equal(20, _server.Heard.Count);
    }

    [Fact]
    public async Task A_process_that_ends_while_it_hands_over_leaves_the_message_uncertain_and_unsent()
    {
        await Queue();
        _app.Clock.Now += TimeSpan.FromMinutes(6);
        Assert.True((await _app.Runner.Run(new StartSubmission(await Id()), Jobs.Mail, CancellationToken.None)).IsDone);

        await Minutes(9);
        Assert.Equal("Submitting", await State());
        await Minutes(2);

        Assert.Equal("Uncertain", await State());
        Assert.Empty(_server.Heard);
    }

    [Fact]
    public async Task What_cannot_be_written_as_a_message_never_reaches_the_server_and_is_said_to_be_refused()
    {
        var reply = await new Postbox(Options).Submit(new MailToSubmit(new OutgoingMessageId(Guid.NewGuid()), EmailAddress.Parse("ks@kommun.example"), "En\nrad till", "Ord.", 1), CancellationToken.None);

        Assert.Equal(MailVerdict.Refused, reply.Verdict);
        Assert.Empty(_server.Heard);
    }

    [Fact]
    public async Task What_cannot_be_written_as_a_message_is_refused_and_what_waits_behind_it_leaves()
    {
        await Queue();
        await _app.Change("skr", "", """
            INSERT INTO outgoing_message SELECT (jsonb_populate_record(m, jsonb_build_object(
                'id', gen_random_uuid(), 'kind', 'AskForFinalDecision', 'reference', null, 'subject', E'En\nrad till', 'next_try_at', m.next_try_at - interval '1 minute'))).* FROM outgoing_message m
            """);

        await Minutes(5);

        Assert.Single(_server.Taken);
        Assert.Equal(("Rejected", "Submitted"), (await StateOf("AskForFinalDecision"), await StateOf("Receipt")));

        Task<string> StateOf(string kind) => _app.Read<string>($"SELECT state FROM outgoing_message WHERE kind = '{kind}'");
    }

    [Fact]
    public async Task Several_nodes_at_once_send_each_message_once()
    {
        for (var i = 0; i < 12; i++) await Queue();
        _app.Clock.Now += TimeSpan.FromMinutes(5);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _app.Sender(Options).SubmitDue(CancellationToken.None)));

        Assert.Equal(12, _server.Taken.Count);
        Assert.Equal(12, _server.Taken.Select(m => MessageId().Match(m).Value).Distinct().Count());
        Assert.Equal(12, await _app.Read<long>("SELECT count(*) FROM outgoing_message WHERE state = 'Submitted' AND attempts = 1"));
    }

    [Fact]
    public async Task Wherever_processes_end_no_message_is_sent_twice_and_none_is_forgotten()
    {
        const int Many = 120;
        var luck = new Random(20160610);
        for (var i = 0; i < Many; i++) await Queue();
        _app.Clock.Now += TimeSpan.FromMinutes(5);
        var postbox = new Postbox(Options);

        // Each attempt ends where the luck has it: before anything is marked, once it is marked, once the server has it, or not at all.
        while ((await _app.Runner.Ask(new MessagesDue([]), Jobs.Mail, CancellationToken.None)).Messages is { Count: > 0 } due)
        {
            var (id, ends) = (due[luck.Next(due.Count)], luck.Next(4));
            if (ends == 0 || !(await _app.Runner.Run(new StartSubmission(id), Jobs.Mail, CancellationToken.None)).IsDone || ends == 1) continue;
            var mail = (await _app.Runner.Ask(new MessageToSubmit(id), Jobs.Mail, CancellationToken.None))!;
            var reply = await postbox.Submit(mail, CancellationToken.None);
            if (ends == 3) await _app.Runner.Run(new EndSubmission(id, mail.Attempt, reply), Jobs.Mail, CancellationToken.None);
        }

        await Minutes(11);
        var sent = _server.Taken.Select(m => MessageId().Match(m).Value).ToList();

        Assert.Equal(sent.Count, sent.Distinct().Count());
        Assert.Equal(Many, await _app.Read<long>("SELECT count(*) FROM outgoing_message WHERE state IN ('Submitted', 'Uncertain')"));
        Assert.InRange(sent.Count, await _app.Read<long>("SELECT count(*) FROM outgoing_message WHERE state = 'Submitted'"), Many - 1);
        Assert.True(await _app.Read<long>("SELECT count(*) FROM outgoing_message WHERE state = 'Uncertain'") > 0);
    }

    [Fact]
    public async Task Every_step_of_a_message_is_told_by_the_job_that_took_it()
    {
        await Queue();

        await Minutes(5);

        Assert.Equal("MessageQueued, SubmissionStarted, SubmissionEnded", await _app.Read<string>($"SELECT string_agg(kind, ', ' ORDER BY sequence) FROM history_event WHERE subject = '{(await Id()).Value}'"));
        Assert.Equal(2, await _app.Read<long>($"SELECT count(*) FROM history_event JOIN person ON person.id = actor WHERE person.name = 'Utskick' AND subject = '{(await Id()).Value}'"));
    }

    [Fact]
    public async Task Nobody_but_the_job_hands_messages_over() =>
        await Assert.ThrowsAsync<NotAllowedException>(() => _app.As(Role.Administrator).Run(new StartSubmission(new OutgoingMessageId(Guid.NewGuid()))));

    [Fact]
    public async Task In_development_a_message_becomes_one_whole_file_in_a_folder()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            await Queue();
            _app.Clock.Now += TimeSpan.FromMinutes(5);

            await _app.Sender(Options with { Host = null, Folder = folder.FullName }).SubmitDue(CancellationToken.None);

            var file = Assert.Single(folder.GetFiles("*", SearchOption.AllDirectories));
            Assert.Equal($"{(await Id()).Value}.eml", file.Name);
            Assert.Equal(await _app.Read<string>("SELECT body FROM outgoing_message"), Body((await File.ReadAllTextAsync(file.FullName)).ReplaceLineEndings("\n")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public async ValueTask InitializeAsync() => _app = await TestApp.Create();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _server.DisposeAsync();
    }

    private async Task Queue()
    {
        var command = (await _app.As(Role.Registrar).Log2016("1440", Typed.Adopts)) with { Receipt = EmailAddress.Parse("registrator@kommun.example") };
        Assert.True((await _app.As(Role.Registrar).Run(command)).IsDone);
    }

    private async Task Minutes(int minutes)
    {
        _app.Clock.Now += TimeSpan.FromMinutes(minutes);
        await _app.Sender(Options).SubmitDue(CancellationToken.None);
    }

    private async Task<OutgoingMessageId> Id() => new(await _app.Read<Guid>("SELECT id FROM outgoing_message"));

    private async Task<DecisionId> Decision() => new(await _app.Read<Guid>("SELECT decision_id FROM outgoing_message"));

    private Task<string> State() => _app.Read<string>("SELECT state FROM outgoing_message");

    private static string Body(string mail) =>
        Encoding.UTF8.GetString(Convert.FromBase64String(Base64().Match(mail).Groups["words"].Value)).ReplaceLineEndings("\n");

    [GeneratedRegex("(?i)content-transfer-encoding: base64\n\n(?<words>[A-Za-z0-9+/=\n]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Base64();

    [GeneratedRegex("(?i)message-id: .*", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MessageId();
}

/// <summary>A node that hands messages over.</summary>
internal static class Sending
{
    public static MailSender Sender(this TestApp app, MailOptions options) => new(app.Runner, new Postbox(options), options, NullLogger<MailSender>.Instance);
}
