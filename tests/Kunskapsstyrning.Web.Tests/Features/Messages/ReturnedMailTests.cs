using System.Text;
using Kunskapsstyrning.Domain.Dispatches;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Municipalities.Contacts;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.Features.Messages;
using Kunskapsstyrning.Web.Features.Operations;
using Kunskapsstyrning.Web.Tests.Access;
using Kunskapsstyrning.Web.Tests.Features.Contacts;
using Kunskapsstyrning.Web.Tests.Features.Dispatches;
using Kunskapsstyrning.Web.Tests.Features.Inbox;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Xunit;
using Letter = Kunskapsstyrning.Web.Tests.Features.Inbox.Letter;

namespace Kunskapsstyrning.Web.Tests.Features.Messages;

/// <summary>What machines send back is tied to the message it is about; what people send is not touched.</summary>
public sealed class ReturnedMailTests : IAsyncLifetime
{
    private static readonly MunicipalityCode Ekerö = new("0125");

    private TestApp _app = null!;
    private OutgoingMessageId _id;
    private DispatchId _dispatch;

    [Fact]
    public async Task A_report_of_a_failure_makes_the_message_a_bounce_and_is_nothing_to_register()
    {
        await Arrives(Report("failed", "550 5.1.1 <ks-0125@kommun.example>: No such user"));

        Assert.Equal("Bounced", await State());
        Assert.Contains("No such user", await _app.Read<string>("SELECT words FROM mail_return"), StringComparison.Ordinal);
        Assert.Equal("SetAside", await ItemState());
        Assert.Equal(1, await _app.Read<long>($"SELECT count(*) FROM history_event WHERE kind = 'MailReturned' AND subject = '{_id.Value}'"));
        Assert.Equal(0, await _app.Read<long>("SELECT count(*) FROM history_event WHERE kind = 'MailReturned' AND after::text LIKE '%No such user%'"));
    }

    [Fact]
    public async Task A_report_of_a_delay_changes_nothing_but_is_told()
    {
        await Arrives(Report("delayed", "451 4.4.1 Connection timed out"));

        Assert.Equal("Submitted", await State());
        Assert.Equal("Delayed", await _app.Read<string>("SELECT kind FROM mail_return"));
        Assert.Equal("SetAside", await ItemState());
    }

    [Fact]
    public async Task A_bounce_in_plain_words_is_one_too()
    {
        await Arrives(Encoding.UTF8.GetString(new Letter
        {
            From = "MAILER-DAEMON@mx.kommun.example", Subject = "Mail delivery failed: returning message to sender",
            Text = $"A message that you sent could not be delivered.\n\n  ks-0125@kommun.example\n    host mx: 550 Mailbox unavailable\n\n------ This is a copy of the headers ------\nMessage-ID: <{_id.Value}@skr.example>\nSubject: Förfrågan",
        }.Bytes()));

        Assert.Equal("Bounced", await State());
        Assert.Contains("550 Mailbox unavailable", await _app.Read<string>("SELECT words FROM mail_return"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bounce_that_names_no_message_of_ours_stays_in_the_inbox_for_a_person()
    {
        await Arrives(Encoding.UTF8.GetString(new Letter { From = "postmaster@kommun.example", Subject = "Olevererbart: brev", Text = "Det gick inte att leverera till ks-0125@kommun.example.\n550 5.1.1 finns inte" }.Bytes()));

        Assert.Equal(("Submitted", "ToRegister"), (await State(), await ItemState()));
    }

    [Fact]
    public async Task A_report_about_a_message_that_we_never_sent_is_not_believed_though_it_names_an_address_of_ours()
    {
        await Arrives(Report("failed", "550 No").Replace(_id.Value.ToString(), Guid.NewGuid().ToString(), StringComparison.Ordinal));

        Assert.Equal(("Submitted", "ToRegister"), (await State(), await ItemState()));
    }

    [Fact]
    public async Task A_report_that_another_address_failed_than_the_message_went_to_is_not_believed()
    {
        await Arrives(Report("failed", "550 No").Replace("Final-Recipient: rfc822; ks-0125@", "Final-Recipient: rfc822; nagon.annan@", StringComparison.Ordinal));

        Assert.Equal(("Submitted", "ToRegister"), (await State(), await ItemState()));
    }

    [Fact]
    public async Task A_report_of_where_the_message_was_passed_on_to_is_believed_when_it_names_the_address_it_went_to()
    {
        await Arrives(Report("failed", "550 No").Replace("Final-Recipient: rfc822; ks-0125@", "Original-Recipient: rfc822; KS-0125@kommun.example\r\nFinal-Recipient: rfc822; nagon.annan@", StringComparison.Ordinal));

        Assert.Equal("Bounced", await State());
    }

    [Fact]
    public async Task A_bounce_in_plain_words_that_names_another_address_is_not_believed()
    {
        await Arrives(Encoding.UTF8.GetString(new Letter
        {
            From = "MAILER-DAEMON@mx.kommun.example", Subject = "Mail delivery failed: returning message to sender",
            Text = $"A message that you sent could not be delivered.\n\n  nagon.annan@kommun.example\n    host mx: 550 Mailbox unavailable\nMessage-ID: <{_id.Value}@skr.example>",
        }.Bytes()));

        Assert.Equal(("Submitted", "ToRegister"), (await State(), await ItemState()));
    }

    [Theory]
    [InlineData("kommunstyrelsen@kommun.example", "AutoAnswered")]
    [InlineData("ks-0125@annat.example", "Submitted")]
    public async Task An_automatic_answer_is_believed_from_the_domain_that_the_message_went_to(string from, string state)
    {
        await Arrives(Encoding.UTF8.GetString(new Letter { From = from, Subject = "Autosvar", Text = "Vi svarar inom två dagar.", OnTop = ["Auto-Submitted: auto-replied", $"In-Reply-To: <{_id.Value}@skr.example>"] }.Bytes()));

        Assert.Equal(state, await State());
    }

    [Theory]
    [InlineData("Auto-Submitted: auto-replied", "Tack för ditt brev")]
    [InlineData("X-Autoreply: yes", "Tack för ditt brev")]
    [InlineData("X-Mailer: x", "Automatiskt svar: Förfrågan")]
    [InlineData("X-Mailer: x", "Autosvar: Tack, vi har tagit emot ert brev")]
    public async Task An_automatic_answer_says_that_it_arrived_and_is_nothing_to_register(string mark, string subject)
    {
        await Arrives(Encoding.UTF8.GetString(new Letter { From = "ks-0125@kommun.example", Subject = subject, Text = "Vi svarar inom två dagar.", OnTop = [mark, $"In-Reply-To: <{_id.Value}@skr.example>"] }.Bytes()));

        Assert.Equal("AutoAnswered", await State());
        Assert.Equal("SetAside", await ItemState());
    }

    [Fact]
    public async Task An_answer_from_a_person_stays_in_the_inbox_whatever_it_answers()
    {
        await Arrives(Encoding.UTF8.GetString(new Letter { From = "ks-0125@kommun.example", Subject = "SV: Förfrågan", Text = "Hej! Nämnden sammanträder i september.", OnTop = [$"In-Reply-To: <{_id.Value}@skr.example>"] }.Bytes()));

        Assert.Equal("Submitted", await State());
        Assert.Equal("ToRegister", await ItemState());
    }

    [Fact]
    public async Task A_decision_that_a_register_sends_by_itself_stays_in_the_inbox()
    {
        await Arrives(Encoding.Latin1.GetString(new Letter
        {
            From = "ks-0125@kommun.example", Subject = "Beslut", OnTop = ["Auto-Submitted: auto-replied", $"In-Reply-To: <{_id.Value}@skr.example>"],
            Files = [new LetterFile("beslut.pdf", Encoding.ASCII.GetBytes("%PDF-1.4\n%%EOF"), "application/pdf")],
        }.Bytes()));

        Assert.Equal("ToRegister", await ItemState());
        Assert.Equal("Submitted", await State());
    }

    [Fact]
    public async Task What_is_about_no_message_of_ours_stays_in_the_inbox()
    {
        await Arrives(Report("failed", "550 No").Replace(_id.Value.ToString(), Guid.NewGuid().ToString(), StringComparison.Ordinal).Replace("ks-0125@", "ks-0000@", StringComparison.Ordinal));

        Assert.Equal("Submitted", await State());
        Assert.Equal("ToRegister", await ItemState());
    }

    [Fact]
    public async Task The_same_bounce_delivered_twice_is_told_once()
    {
        var report = Report("failed", "550 No such user");
        await Arrives(report);
        await Arrives(report);

        Assert.Equal(1, await _app.Read<long>("SELECT count(*) FROM mail_return"));
        Assert.Equal(1, await _app.Read<long>("SELECT count(*) FROM history_event WHERE kind = 'MailReturned'"));
    }

    [Fact]
    public async Task For_what_bounced_the_registrar_s_address_is_proposed_and_sending_there_keeps_it_with_its_day()
    {
        await _app.As(Role.Officer).Keeps(ContactPlace.Of(Ekerö, ContactKind.Registrar), Reached.At("registrator@ekero.example"));
        await Arrives(Report("failed", "550 No such user"));
        var line = Assert.Single((await _app.As(Role.Registrar).Ask(new Bounces())).Lines);

        Assert.Equal("registrator@ekero.example", line.Proposed!.Address.Text);
        Assert.Null((await _app.As(Role.Registrar).Run(new SendElsewhere(_id, line.Proposed.Address))).Refusal);

        var contact = (await _app.As(Role.Registrar).Contact(ContactPlace.Of(Ekerö, ContactKind.FunctionAddress)))!;
        Assert.Equal(("registrator@ekero.example", new DateOnly(2016, 6, 20)), (contact.Email.Text, contact.VerifiedOn));
        Assert.Empty((await _app.As(Role.Registrar).Ask(new Bounces())).Lines);
        var addressed = Assert.Single(await _app.Addressed(Typed.Slug2016, _dispatch), a => a.Municipality == Ekerö && a.Place.Kind is ContactKind.FunctionAddress);
        Assert.Equal(("registrator@ekero.example", DeliveryState.Queued), (addressed.Address!.Text, addressed.State));
        Assert.Equal(1, await _app.Read<long>("SELECT count(DISTINCT body) FROM outgoing_message WHERE municipality_code = '0125' AND recipient IN ('ks-0125@kommun.example', 'registrator@ekero.example')"));
        Assert.Equal("Bounced", await State());
    }

    [Fact]
    public async Task An_address_that_one_alone_has_written_is_kept_and_another_sends_there()
    {
        await Arrives(Report("failed", "550 No such user"));
        var to = EmailAddress.Parse("kansli@ekero.example");

        Assert.Null((await _app.As(Role.Registrar).Run(new SendElsewhere(_id, to))).Refusal);
        Assert.Null((await _app.As(Role.Registrar).Run(new SendElsewhere(_id, to))).Refusal);
        Assert.Equal(0, await Letters(to));
        Assert.Null((await _app.As(Role.Officer).Run(new SendElsewhere(_id, to))).Refusal);

        Assert.Equal(1, await Letters(to));
    }

    [Fact]
    public async Task Whoever_has_alone_written_the_registrar_s_address_since_then_does_not_send_there_either()
    {
        var to = EmailAddress.Parse("registrator@ekero.example");
        await _app.As(Role.Registrar).Keeps(ContactPlace.Of(Ekerö, ContactKind.Registrar), Reached.At(to.Text));
        await Arrives(Report("failed", "550 No such user"));

        Assert.Null((await _app.As(Role.Registrar).Run(new SendElsewhere(_id, to))).Refusal);

        Assert.Equal(0, await Letters(to));
    }

    [Fact]
    public async Task The_page_says_to_whoever_wrote_the_address_that_another_sends_and_to_the_other_that_it_can_be_sent()
    {
        await Arrives(Report("failed", "550 No such user"));
        Assert.Null((await _app.As(Role.Registrar).Run(new SendElsewhere(_id, EmailAddress.Parse("kansli@ekero.example")))).Refusal);

        Assert.Equal((false, true), (await IsSentBy(Role.Registrar), await IsSentBy(Role.Officer)));
    }

    [Fact]
    public async Task The_page_promises_to_send_to_the_registrar_s_address_only_to_whoever_did_not_write_it_alone()
    {
        await _app.As(Role.Registrar).Keeps(ContactPlace.Of(Ekerö, ContactKind.Registrar), Reached.At("registrator@ekero.example"));
        await Arrives(Report("failed", "550 No such user"));

        Assert.Equal((false, true), (await IsSentBy(Role.Registrar), await IsSentBy(Role.Officer)));
    }

    [Fact]
    public async Task A_question_is_not_sent_elsewhere_with_what_has_been_corrected_since()
    {
        await Arrives(Report("failed", "550 No such user"));
        _app.Clock.Now += TimeSpan.FromHours(1);
        var day = new CorrectedDeadline(1, new DateOnly(2016, 9, 30), new DateOnly(2016, 10, 15));
        Assert.Null((await _app.As(Role.Officer).Run(new CorrectRecommendation(
            Typed.Slug2016, new Correction(day, "30 september 2016", "15 oktober 2016", new DateOnly(2016, 6, 20), "Läst fel.", "brev", WrongTextReached.Everyone, [])))).Refusal);

        var elsewhere = await _app.As(Role.Registrar).Run(new SendElsewhere(_id, EmailAddress.Parse("registrator@ekero.example")));
        var again = await _app.As(Role.Registrar).Run(new SendMessageAgain(_id));

        Assert.Equal((SubmissionRefusals.SinceCorrected, SubmissionRefusals.SinceCorrected), (elsewhere.Refusal, again.Refusal));
    }

    [Fact]
    public async Task An_address_at_the_same_domain_that_the_bounce_itself_names_is_proposed_first()
    {
        await _app.As(Role.Registrar).Keeps(ContactPlace.Of(Ekerö, ContactKind.Registrar), Reached.At("registrator@ekero.example"));

        await Arrives(Named("kommunstyrelsen@kommun.example"));

        var line = await Line();
        Assert.Equal(("kommunstyrelsen@kommun.example", null), (line.Proposed!.Address.Text, line.Named?.Text));
    }

    [Fact]
    public async Task The_address_that_came_back_may_stand_on_the_same_line_as_the_one_to_use()
    {
        await Arrives(Report("failed", "550 Brevlådan har upphört").Replace("This is the mail system at host mx.kommun.example.", "ks-0125@kommun.example har upphört, skriv till kommunstyrelsen@kommun.example.", StringComparison.Ordinal));

        Assert.Equal("kommunstyrelsen@kommun.example", (await Line()).Proposed!.Address.Text);
    }

    [Fact]
    public async Task An_address_at_another_domain_that_the_bounce_names_is_told_and_never_filled_in()
    {
        await Arrives(Named("kommunstyrelsen@elakt.example"));

        var line = await Line();
        Assert.Null(line.Proposed);
        Assert.Equal("kommunstyrelsen@elakt.example", line.Named!.Text);
    }

    [Theory]
    [InlineData("ks-0125@kommun.example")]
    [InlineData("KS-0125@Kommun.example")]
    public async Task The_address_that_it_came_back_from_is_not_taken_once_more(string again)
    {
        await Arrives(Report("failed", "550 No such user"));

        var result = await _app.As(Role.Registrar).Run(new SendElsewhere(_id, EmailAddress.Parse(again)));

        Assert.Equal((SubmissionRefusals.DeadAddress, "Bounced"), (result.Refusal, await State()));
    }

    [Fact]
    public async Task Nor_is_one_that_it_came_back_from_before_the_last()
    {
        await Arrives(Report("failed", "550 No such user"));
        await _app.SendsElsewhere(_id, "registrator@ekero.example");
        await _app.Change("skr", "", "UPDATE outgoing_message SET state = 'Bounced', attempts = 1 WHERE recipient = 'registrator@ekero.example'");
        var second = new OutgoingMessageId(await _app.Read<Guid>("SELECT id FROM outgoing_message WHERE recipient = 'registrator@ekero.example'"));

        var result = await _app.As(Role.Registrar).Run(new SendElsewhere(second, EmailAddress.Parse("ks-0125@kommun.example")));

        Assert.Equal(SubmissionRefusals.DeadAddress, result.Refusal);
    }

    [Fact]
    public async Task Where_only_the_server_could_not_take_it_the_same_address_is_tried_again()
    {
        await _app.Change("skr", "", $"UPDATE outgoing_message SET state = 'Rejected', gave_up = true WHERE id = '{_id.Value}'");

        Assert.Null((await _app.As(Role.Registrar).Run(new SendElsewhere(_id, EmailAddress.Parse("ks-0125@kommun.example")))).Refusal);
        Assert.Equal("Queued", await State());
    }

    /// <summary>Whether the page says that somebody sends to the address that it proposes.</summary>
    private async Task<bool> IsSentBy(Role role) => Assert.Single((await _app.As(role).Ask(new Bounces())).Lines).IsSentByViewer;

    public async ValueTask InitializeAsync()
    {
        _app = await TestApp.Create();
        _app.Clock.Set(new DateOnly(2016, 6, 20));
        await _app.EveryoneIsReached();
        _dispatch = await _app.Dispatches(Typed.Slug2016, new DispatchMatter(DispatchKind.Question));
        _id = new OutgoingMessageId(await _app.Read<Guid>("SELECT id FROM outgoing_message WHERE recipient = 'ks-0125@kommun.example'"));
        await _app.Change("skr", "", $"UPDATE outgoing_message SET state = 'Submitted', attempts = 1, state_since = '2016-06-20T10:00:00Z' WHERE dispatch_id = '{_dispatch.Value}'");
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task<Domain.Intake.ArrivedItemId> Arrives(string mail) => _app.Arrives("1.eml", Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(mail))), Domain.Intake.ArrivalWay.Mailbox);

    private Task<long> Letters(EmailAddress to) => _app.Read<long>($"SELECT count(*) FROM outgoing_message WHERE recipient = '{to.Text}'");

    private async Task<BouncedLine> Line() => Assert.Single((await _app.As(Role.Registrar).Ask(new Bounces())).Lines);

    private string Named(string address) => Encoding.UTF8.GetString(new Letter
    {
        From = "postmaster@kommun.example", Subject = "Undeliverable: brev",
        Text = $"550 5.1.1 ks-0125@kommun.example\nKommunen har bytt adress: använd {address}\nMessage-ID: <{_id.Value}@skr.example>",
    }.Bytes());

    private Task<string> State() => _app.Read<string>($"SELECT state FROM outgoing_message WHERE id = '{_id.Value}'");

    private Task<string> ItemState() => _app.Read<string>("SELECT state FROM arrived_item");

    /// <summary>A report as RFC 3464 has it, with the headers of what it is about.</summary>
    private string Report(string action, string diagnostic) => $"""
        Return-Path: <>
        From: MAILER-DAEMON@mx.kommun.example
        To: utskick@skr.example
        Date: Mon, 20 Jun 2016 12:15:00 +0200
        Message-ID: <rapport-1@mx.kommun.example>
        Subject: Delivery Status Notification
        Auto-Submitted: auto-replied
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="del"

        --del
        Content-Type: text/plain; charset=utf-8

        This is the mail system at host mx.kommun.example.

        --del
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.kommun.example
        Arrival-Date: Mon, 20 Jun 2016 12:10:00 +0200

        Final-Recipient: rfc822; ks-0125@kommun.example
        Action: {action}
        Status: 5.1.1
        Diagnostic-Code: smtp; {diagnostic}

        --del
        Content-Type: text/rfc822-headers

        Message-ID: <{_id.Value}@skr.example>
        Subject: =?utf-8?B?RsO2cmZyw6VnYW4=?=
        To: ks-0125@kommun.example

        --del--

        """.ReplaceLineEndings("\r\n");
}
