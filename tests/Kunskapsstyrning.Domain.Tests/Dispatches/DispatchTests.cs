using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Dispatches;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Municipalities.Contacts;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Dispatches;

public sealed class DispatchTests
{
    private const string Words = "{rekommendation} {fragan} {avgift} {senast} {svara-till}";

    private static readonly DateTimeOffset Morning = new(2016, 6, 20, 7, 0, 0, TimeSpan.Zero);
    private static readonly Recorded One = new(new PersonId(Guid.NewGuid()), Morning);
    private static readonly Recorded Another = new(new PersonId(Guid.NewGuid()), Morning);
    private static readonly DispatchShapers ByOne = new(new HashSet<PersonId> { One.By }, new HashSet<PersonId>());
    private static readonly RecommendationId Asked = new(Guid.NewGuid());

    [Fact]
    public void What_one_person_prepared_another_releases()
    {
        var dispatch = Prepared();

        Assert.Equal(DispatchRefusals.SamePerson, dispatch.Release(290, 0, withoutThose: false, ByOne, One).Refusal);
        Assert.True(dispatch.Release(290, 0, withoutThose: false, ByOne, Another).IsDone);
        Assert.Equal(DispatchState.Released, dispatch.State);
        Assert.IsType<DispatchReleased>(dispatch.TakeEvents()[^1]);
    }

    [Fact]
    public void Nobody_who_has_shaped_what_leaves_lets_it_go()
    {
        var shapers = new DispatchShapers(new HashSet<PersonId> { One.By }, new HashSet<PersonId> { Another.By });

        Assert.Equal(DispatchRefusals.SamePerson, shapers.RefusalFor(One.By));
        Assert.Equal(DispatchRefusals.OwnAddress, shapers.RefusalFor(Another.By));
        Assert.Null(shapers.RefusalFor(new PersonId(Guid.NewGuid())));
        Assert.Equal(DispatchRefusals.OwnAddress, Prepared().Release(1, 0, withoutThose: false, shapers, Another).Refusal);
    }

    [Theory]
    [InlineData(DispatchKind.Question, false)]
    [InlineData(DispatchKind.Correction, false)]
    [InlineData(DispatchKind.Reminder, true)]
    [InlineData(DispatchKind.Report, false)]
    public void Only_a_reminder_is_for_a_single_municipality(DispatchKind kind, bool may) =>
        Assert.Equal(may ? null : DispatchRefusals.WrongAudience, (DispatchRule.UsualFor(kind) with { Municipality = new MunicipalityCode("0125") }).RefusalFor(kind));

    [Fact]
    public void What_several_have_written_one_of_them_takes_for_its_own()
    {
        var dispatch = Prepared();

        Assert.True(dispatch.StartOver(1, new DispatchShapers(new HashSet<PersonId> { One.By, Another.By }, new HashSet<PersonId>()), Another).IsDone);

        Assert.Equal((Another.By, 2), (dispatch.PreparedBy, dispatch.Revision));
        Assert.IsType<DispatchRestarted>(dispatch.TakeEvents()[^1]);
    }

    [Fact]
    public void Whoever_has_not_written_it_does_not_free_those_who_have_to_release_it()
    {
        var third = new Recorded(new PersonId(Guid.NewGuid()), One.At);

        Assert.Equal(DispatchRefusals.NotAWriter, Prepared().StartOver(1, new DispatchShapers(new HashSet<PersonId> { One.By, Another.By }, new HashSet<PersonId>()), third).Refusal);
    }

    [Fact]
    public void What_one_has_written_nobody_has_to_start_over() => Assert.Equal(DispatchRefusals.WrittenByOne, Prepared().StartOver(1, ByOne, One).Refusal);

    [Fact]
    public void Nobody_takes_words_for_its_own_that_have_changed_since_they_were_read() =>
        Assert.Equal(DispatchRefusals.ChangedMeanwhile, Prepared().StartOver(0, new DispatchShapers(new HashSet<PersonId> { One.By, Another.By }, new HashSet<PersonId>()), Another).Refusal);

    [Fact]
    public void What_has_left_whole_is_not_stopped()
    {
        var dispatch = Prepared();
        Assert.Equal(DispatchRefusals.NotReleased, dispatch.Stop(1).Refusal);
        dispatch.Release(1, 0, withoutThose: false, ByOne, Another);

        Assert.True(dispatch.Stop(0).IsDone);
        Assert.IsType<DispatchReleased>(dispatch.TakeEvents()[^1]);
        Assert.True(dispatch.Stop(3).IsDone);
        Assert.Equal(3, Assert.IsType<DispatchStopped>(dispatch.TakeEvents()[^1]).Held);
    }

    [Fact]
    public void It_does_not_go_without_recipients_and_not_past_those_who_lack_an_address_unless_somebody_says_so()
    {
        var dispatch = Prepared();

        Assert.Equal(DispatchRefusals.NoRecipients, dispatch.Release(0, 0, withoutThose: true, ByOne, Another).Refusal);
        Assert.Equal(DispatchRefusals.SomeLackAddress, dispatch.Release(288, 2, withoutThose: false, ByOne, Another).Refusal);
        Assert.True(dispatch.Release(288, 2, withoutThose: true, ByOne, Another).IsDone);
    }

    [Fact]
    public void What_is_released_or_thrown_away_is_neither_changed_nor_released_again()
    {
        var (released, withdrawn) = (Prepared(), Prepared());
        released.Release(1, 0, withoutThose: false, ByOne, Another);
        withdrawn.Withdraw(One);

        foreach (var settled in (Dispatch[])[released, withdrawn])
        {
            Assert.Equal(DispatchRefusals.Settled, settled.Revise(settled.Content with { Subject = "Nytt" }, 1, One).Refusal);
            Assert.Equal(DispatchRefusals.Settled, settled.Release(1, 0, withoutThose: false, ByOne, Another).Refusal);
            Assert.Equal(DispatchRefusals.Settled, settled.Withdraw(One).Refusal);
        }
    }

    [Fact]
    public void Two_who_change_it_at_the_same_time_do_not_write_over_each_other()
    {
        var dispatch = Prepared();
        dispatch.Revise(dispatch.Content with { Subject = "Först" }, 1, One);

        Assert.Equal(DispatchRefusals.ChangedMeanwhile, dispatch.Revise(dispatch.Content with { Subject = "Sedan" }, 1, Another).Refusal);
        Assert.Equal("Först", dispatch.Subject);
    }

    [Theory]
    [InlineData("Ämne {kommunn}", Words, "template-unknown-variable")]
    [InlineData("Ämne", Words + " {har-fatt}", "template-unknown-variable")]
    [InlineData("Ämne\r\nBcc: alla@kommun.example", Words, "template-subject-lines")]
    [InlineData("\u202EÄmne baklänges", Words, "template-subject-lines")]
    [InlineData("Ämne", "{rekommendation} {fragan} {senast} {svara-till}", "template-missing-variable")]
    [InlineData("Ämne", Words + " {", "template-unknown-variable")]
    public void Words_that_cannot_be_sent_are_refused_before_anything_is_queued(string subject, string body, string why)
    {
        var result = Dispatch.Prepare(new DispatchId(Guid.NewGuid()), Asked, new DispatchMatter(DispatchKind.Question), Content(subject, body), One, out var dispatch);

        Assert.Equal(why, result.Refusal?.Code);
        Assert.Null(dispatch);
    }

    [Fact]
    public void A_question_is_not_for_those_who_have_not_answered_nor_a_reminder_for_everyone()
    {
        Assert.Equal(DispatchRefusals.WrongAudience, DispatchRule.UsualFor(DispatchKind.Reminder).RefusalFor(DispatchKind.Question));
        Assert.Equal(DispatchRefusals.WrongAudience, DispatchRule.UsualFor(DispatchKind.Question).RefusalFor(DispatchKind.Reminder));
        Assert.All(Enum.GetValues<DispatchKind>(), kind => Assert.Null(DispatchRule.UsualFor(kind).RefusalFor(kind)));
    }

    [Fact]
    public void Who_lacks_an_address_gets_no_message()
    {
        var place = ContactPlace.Of(new MunicipalityCode("0125"), ContactKind.FunctionAddress);

        Assert.Throws<ArgumentException>(() => new DispatchRecipient(new DispatchId(Guid.NewGuid()), 1, place, null, new OutgoingMessageId(Guid.NewGuid())));
    }

    [Fact]
    public void A_bounce_after_the_server_took_it_on_is_told_and_it_can_be_sent_again()
    {
        var message = Submitted(MailVerdict.Accepted);

        Assert.True(message.NoteReturn(new ArrivedItemId(Guid.NewGuid()), new ReturnedMail(ReturnKind.Bounced, "550 No such user", null), Morning.AddHours(1)).IsDone);

        Assert.Equal(DeliveryState.Bounced, message.State);
        Assert.IsType<MailReturned>(message.TakeEvents()[^1]);
        Assert.True(message.SendAgain(Another).IsDone);
        Assert.Equal(DeliveryState.Queued, message.State);
    }

    [Theory]
    [InlineData(MailVerdict.Unknown, ReturnKind.AutoAnswered, DeliveryState.AutoAnswered)]
    [InlineData(MailVerdict.Unknown, ReturnKind.Delivered, DeliveryState.Submitted)]
    [InlineData(MailVerdict.Unknown, ReturnKind.Bounced, DeliveryState.Bounced)]
    [InlineData(MailVerdict.Accepted, ReturnKind.AutoAnswered, DeliveryState.AutoAnswered)]
    [InlineData(MailVerdict.Accepted, ReturnKind.Delayed, DeliveryState.Submitted)]
    public void What_comes_back_tells_what_became_of_a_message(MailVerdict said, ReturnKind returned, DeliveryState becomes)
    {
        var message = Submitted(said);

        message.NoteReturn(new ArrivedItemId(Guid.NewGuid()), new ReturnedMail(returned, null, null), Morning.AddHours(1));

        Assert.Equal(becomes, message.State);
    }

    [Fact]
    public void Nothing_comes_back_of_what_never_left()
    {
        var message = Queued();

        Assert.Equal(SubmissionRefusals.NeverLeft, message.NoteReturn(new ArrivedItemId(Guid.NewGuid()), new ReturnedMail(ReturnKind.Bounced, null, null), Morning).Refusal);
        Assert.Equal(DeliveryState.Queued, message.State);
    }

    [Fact]
    public void A_bounce_that_overtakes_the_server_s_answer_holds()
    {
        var message = Queued();
        message.StartSubmission(Morning.AddMinutes(6));

        message.NoteReturn(new ArrivedItemId(Guid.NewGuid()), new ReturnedMail(ReturnKind.Bounced, null, null), Morning.AddMinutes(6));

        Assert.False(message.EndSubmission(1, new MailReply(MailVerdict.Accepted, null), Morning.AddMinutes(6)).IsDone);
        Assert.Equal(DeliveryState.Bounced, message.State);
    }

    [Fact]
    public void A_message_that_is_left_out_never_leaves_and_says_why()
    {
        var message = Queued();

        Assert.True(message.LeaveOut("Kommunen hade svarat.", Morning.AddMinutes(6)).IsDone);

        Assert.Equal(DeliveryState.LeftOut, message.State);
        Assert.Equal("Kommunen hade svarat.", Assert.IsType<MessageLeftOut>(message.TakeEvents()[^1]).Reason);
        Assert.False(message.StartSubmission(Morning.AddHours(1)).IsDone);
    }

    private static Dispatch Prepared()
    {
        Assert.True(Dispatch.Prepare(new DispatchId(Guid.NewGuid()), Asked, new DispatchMatter(DispatchKind.Question), Content("Ämne", Words), One, out var dispatch).IsDone);
        return dispatch!;
    }

    private static DispatchContent Content(string subject, string body) => new(DispatchRule.UsualFor(DispatchKind.Question), subject, body, 1, AnnexWay.Linked);

    private static OutgoingMessage Queued() => new(
        new OutgoingMessageId(Guid.NewGuid()), new Letter(MessageKind.Reminder, EmailAddress.Parse("ks@kommun.example"), "Ämne", "Text", 1, null), new MunicipalityCode("0125"), Asked,
        new DispatchId(Guid.NewGuid()), Another);

    private static OutgoingMessage Submitted(MailVerdict said)
    {
        var message = Queued();
        message.StartSubmission(Morning.AddMinutes(6));
        message.EndSubmission(1, new MailReply(said, null), Morning.AddMinutes(6));
        return message;
    }
}
