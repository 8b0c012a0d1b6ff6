using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Rounds;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Rounds;

public sealed class ToDoTests
{
    private static readonly DateOnly Today = new(2019, 6, 10);

    private static readonly Situation Silent = new(Status.NoResponse, new DateOnly(2019, 6, 15), null, null, null, null);

    [Fact]
    public void A_municipality_near_its_last_day_without_an_answer_is_on_the_list() =>
        Assert.Equal(new ToDo(ToDoKind.DeadlineNear, new DateOnly(2019, 6, 15)), ToDo.About(Silent, Today));

    [Fact]
    public void One_with_two_weeks_left_is_and_one_with_a_day_more_is_not()
    {
        Assert.NotNull(ToDo.About(Silent with { Deadline = new DateOnly(2019, 6, 24) }, Today));
        Assert.Null(ToDo.About(Silent with { Deadline = new DateOnly(2019, 6, 25) }, Today));
        Assert.Null(ToDo.About(Silent with { Deadline = null }, Today));
    }

    [Fact]
    public void One_that_has_told_when_it_decides_is_left_alone_until_the_working_day_after()
    {
        var told = Silent with { DecidesOn = new DateOnly(2019, 6, 20) }; // a Thursday before midsummer

        Assert.Null(ToDo.About(told, new DateOnly(2019, 6, 20)));
        Assert.Null(ToDo.About(told, new DateOnly(2019, 6, 23)));
        Assert.Equal(new ToDo(ToDoKind.ForecastPassed, new DateOnly(2019, 6, 20)), ToDo.About(told, new DateOnly(2019, 6, 24)));
    }

    [Fact]
    public void A_planned_day_is_waited_for_and_then_it_is_on_the_list()
    {
        var planned = Silent with { FollowUpOn = new DateOnly(2019, 6, 12) };

        Assert.Null(ToDo.About(planned, Today));
        Assert.Equal(ToDoKind.FollowUpDue, ToDo.About(planned, new DateOnly(2019, 6, 12))!.Kind);
    }

    [Theory]
    [InlineData(Status.Adopted)]
    [InlineData(Status.AdoptedWithReservation)]
    [InlineData(Status.Declined)]
    public void An_answer_ends_everything_but_a_message_that_did_not_arrive(Status status)
    {
        var answered = Silent with { Status = status, DecidesOn = new DateOnly(2019, 6, 3), FollowUpOn = new DateOnly(2019, 6, 4), ProposedOn = new DateOnly(2019, 4, 1) };

        Assert.Null(ToDo.About(answered, Today));
        Assert.Equal(ToDoKind.NotReached, ToDo.About(answered with { NotReachedOn = new DateOnly(2019, 6, 5) }, Today)!.Kind);
    }

    [Fact]
    public void One_that_is_not_asked_any_longer_is_not_chased()
    {
        Assert.Null(ToDo.About(Silent with { IsAsked = false }, Today));
        Assert.Null(ToDo.About(Silent with { IsAsked = false, Status = Status.InPreparation, ProposedOn = new DateOnly(2019, 4, 1) }, Today));
    }

    [Fact]
    public void What_was_planned_about_one_that_is_not_asked_any_longer_remains()
    {
        Assert.Equal(ToDoKind.FollowUpDue, ToDo.About(Silent with { IsAsked = false, FollowUpOn = Today }, Today)!.Kind);
        Assert.Equal(ToDoKind.ForecastPassed, ToDo.About(Silent with { IsAsked = false, DecidesOn = new DateOnly(2019, 6, 3) }, Today)!.Kind);
    }

    [Fact]
    public void A_proposal_is_given_a_month_to_become_a_decision()
    {
        var proposed = Silent with { Status = Status.InPreparation, ProposedOn = new DateOnly(2019, 5, 11) };

        Assert.Equal(new ToDo(ToDoKind.ProposalWithoutFinal, new DateOnly(2019, 5, 11)), ToDo.About(proposed, Today));
        Assert.Null(ToDo.About(proposed with { ProposedOn = new DateOnly(2019, 5, 12) }, Today));
    }

    [Fact]
    public void Of_several_things_the_most_pressing_is_told()
    {
        var all = Silent with { DecidesOn = new DateOnly(2019, 6, 3), FollowUpOn = new DateOnly(2019, 6, 4), NotReachedOn = new DateOnly(2019, 6, 5) };

        Assert.Equal(ToDoKind.ForecastPassed, ToDo.About(all, Today)!.Kind);
        Assert.Equal(ToDoKind.FollowUpDue, ToDo.About(all with { DecidesOn = null }, Today)!.Kind);
        Assert.Equal(ToDoKind.NotReached, ToDo.About(all with { DecidesOn = null, FollowUpOn = null }, Today)!.Kind);
    }
}
