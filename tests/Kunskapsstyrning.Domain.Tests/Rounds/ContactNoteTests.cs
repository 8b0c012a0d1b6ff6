using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Rounds;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Rounds;

public sealed class ContactNoteTests
{
    private static readonly MunicipalityCode Ekerö = new("0125");
    private static readonly DateOnly Today = new(2019, 6, 10);
    private static readonly RecommendationId Asked = new(Guid.CreateVersion7());
    private static readonly Recorded By = new(new PersonId(Guid.CreateVersion7()), new DateTimeOffset(2019, 6, 10, 8, 0, 0, TimeSpan.Zero));
    private static readonly NotedWords Said = new(NotedFrom.Call, Today, "Registratorn", "De tar upp det i juni.");

    [Fact]
    public void What_a_note_says_is_in_no_event()
    {
        Assert.True(ContactNote.Write(NewId(), Ekerö, Asked, Said, Today, By, out var note).IsDone);
        Assert.True(note!.Correct(NewId(), Said with { Words = "De tar upp det i augusti." }, "Fel månad.", Today, By, out var mended).IsDone);

        foreach (var happened in note.TakeEvents().Concat(mended!.TakeEvents()))
            Assert.DoesNotContain("registrator", $"{happened.Reason} {happened.Before} {happened.After}".ToLowerInvariant(), StringComparison.Ordinal);
        Assert.Equal((note.Id, "Fel månad."), (mended.CorrectsId!.Value, mended.CorrectedBecause));
        Assert.Equal("De tar upp det i juni.", note.Words);
    }

    [Fact]
    public void A_note_has_words_and_a_day_that_has_been()
    {
        Assert.Equal(NoteRefusals.NoWords, Refused(Said with { Words = " " }));
        Assert.Equal(NoteRefusals.NoWords, Refused(Said with { Words = new string('a', 4001) }));
        Assert.Equal(NoteRefusals.WrongDay, Refused(Said with { On = Today.AddDays(1) }));
        Assert.Equal(NoteRefusals.WrongDay, Refused(Said with { On = new DateOnly(2014, 12, 31) }));
        Assert.Equal(NoteRefusals.LongWith, Refused(Said with { With = "två\nrader" }));
    }

    [Fact]
    public void A_correction_says_why_and_changes_something()
    {
        Assert.True(ContactNote.Write(NewId(), Ekerö, Asked, Said, Today, By, out var note).IsDone);

        Assert.Equal(NoteRefusals.NeedsReason, note!.Correct(NewId(), Said with { Words = "Annat." }, " ", Today, By, out _).Refusal);
        Assert.Equal(NoteRefusals.NothingChanged, note.Correct(NewId(), Said, "Fel.", Today, By, out _).Refusal);
    }

    [Fact]
    public void A_day_on_which_a_body_decides_is_asked_about_the_working_day_after()
    {
        Assert.True(FollowUp.AwaitDecision(new FollowUpId(Guid.CreateVersion7()), Ekerö, Asked, new DateOnly(2019, 6, 20), "kommunfullmäktige", Today, By, out var plan).IsDone);

        Assert.Equal((new DateOnly(2019, 6, 20), new DateOnly(2019, 6, 24), (DecisionId?)null), (plan!.DecidesOn!.Value, plan.Day, plan.DecisionId));
        Assert.DoesNotContain("kommunfullm", $"{Assert.Single(plan.TakeEvents()).After}", StringComparison.Ordinal);
    }

    [Fact]
    public void A_meeting_that_has_been_is_not_waited_for()
    {
        Assert.Equal(FollowUpRefusals.MeetingHasBeen, FollowUp.AwaitDecision(new FollowUpId(Guid.CreateVersion7()), Ekerö, Asked, Today.AddDays(-1), null, Today, By, out _).Refusal);
        Assert.True(FollowUp.AwaitDecision(new FollowUpId(Guid.CreateVersion7()), Ekerö, Asked, Today, null, Today, By, out _).IsDone);
    }

    [Fact]
    public void What_a_person_wrote_of_a_follow_up_is_in_no_event()
    {
        Assert.True(FollowUp.Plan(new FollowUpId(Guid.CreateVersion7()), Ekerö, Asked, Today.AddDays(7), "Registratorn är ledig", Today, By, out var plan).IsDone);

        Assert.DoesNotContain("ledig", $"{Assert.Single(plan!.TakeEvents()).After}", StringComparison.Ordinal);
        Assert.Equal(FollowUpRefusals.DayHasPassed, FollowUp.Plan(new FollowUpId(Guid.CreateVersion7()), Ekerö, Asked, Today, "", Today, By, out _).Refusal);
    }

    [Fact]
    public void The_same_person_again_is_no_new_assignment()
    {
        var first = Assignment.Of(Ekerö, Asked, By.By, null, By);

        Assert.Equal(1, first!.Number);
        Assert.Null(Assignment.Of(Ekerö, Asked, By.By, first, By));
        Assert.Equal((2, (PersonId?)null), (Assignment.Of(Ekerö, Asked, null, first, By)!.Number, Assignment.Of(Ekerö, Asked, null, first, By)!.PersonId));
        Assert.Null(Assignment.Of(Ekerö, Asked, null, null, By));
    }

    private static ContactNoteId NewId() => new(Guid.CreateVersion7());

    private static Kunskapsstyrning.Domain.Shared.Refusal? Refused(NotedWords noted) => ContactNote.Write(NewId(), Ekerö, Asked, noted, Today, By, out _).Refusal;
}
