using Kunskapsstyrning.Domain.Decisions;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Decisions;

public sealed class StandingTests
{
    private static readonly DateOnly Today = new(2019, 9, 15);
    private int _sequence;

    [Fact]
    public void Without_any_decision_there_is_no_response()
    {
        var standing = On(Today);

        Assert.Equal(Status.NoResponse, standing.Status);
        Assert.Null(standing.RestsOn);
    }

    [Theory]
    [InlineData(Outcome.Adopts, Stage.Proposal)]
    [InlineData(Outcome.Declines, Stage.Proposal)]
    [InlineData(Outcome.Tabled, Stage.Final)]
    [InlineData(Outcome.Remitted, Stage.Final)]
    public void What_is_not_a_final_answer_is_on_its_way(Outcome outcome, Stage stage)
    {
        var standing = On(Today, Decision(outcome, stage, decided: "2019-05-01", arrived: "2019-05-03"));

        Assert.Equal(Status.InPreparation, standing.Status);
    }

    [Theory]
    [InlineData(Outcome.Adopts, Status.Adopted)]
    [InlineData(Outcome.AdoptsWithReservation, Status.AdoptedWithReservation)]
    [InlineData(Outcome.Declines, Status.Declined)]
    [InlineData(Outcome.Leaves, Status.Declined)]
    public void A_final_answer_gives_its_status(Outcome outcome, Status expected)
    {
        var standing = On(Today, Decision(outcome, Stage.Final, decided: "2019-05-01", arrived: "2019-05-03"));

        Assert.Equal(expected, standing.Status);
    }

    [Fact]
    public void A_later_proposal_stands_beside_the_final_decision_and_undoes_nothing()
    {
        var final = Decision(Outcome.Adopts, Stage.Final, decided: "2019-05-01", arrived: "2019-05-03");
        var proposal = Decision(Outcome.Leaves, Stage.Proposal, decided: "2019-08-01", arrived: "2019-08-03");

        var standing = On(Today, proposal, final);

        Assert.Equal(Status.Adopted, standing.Status);
        Assert.Equal(Outcome.Leaves, standing.Beside!.Outcome);
    }

    [Fact]
    public void A_proposal_in_the_same_envelope_as_the_decision_is_no_new_proposal()
    {
        var proposal = Decision(Outcome.Adopts, Stage.Proposal, decided: null, arrived: "2019-06-04");
        var final = Decision(Outcome.Adopts, Stage.Final, decided: "2019-05-21", arrived: "2019-06-04");

        Assert.Null(On(Today, proposal, final).Beside);
    }

    [Fact]
    public void Leaving_is_never_late()
    {
        var left = On(Today, Decision(Outcome.Leaves, Stage.Final, decided: "2019-08-11", arrived: "2019-08-16"));

        Assert.False(left.IsLate(new DateOnly(2019, 6, 15)));
    }

    [Fact]
    public void The_latest_decision_stands_whatever_order_they_arrive_in()
    {
        var no = Decision(Outcome.Declines, Stage.Final, decided: "2019-05-21", arrived: "2019-06-04");
        var yes = Decision(Outcome.Adopts, Stage.Final, decided: "2019-08-22", arrived: "2019-08-30");

        Assert.Equal(Status.Adopted, On(Today, no, yes).Status);
        Assert.Equal(Status.Adopted, On(Today, yes, no).Status);
    }

    [Fact]
    public void Decisions_of_the_same_day_are_told_apart_by_arrival_and_then_by_registration()
    {
        var early = Decision(Outcome.Declines, Stage.Final, decided: "2019-05-21", arrived: "2019-05-22");
        var late = Decision(Outcome.Adopts, Stage.Final, decided: "2019-05-21", arrived: "2019-05-23");
        var lateAgain = Decision(Outcome.AdoptsWithReservation, Stage.Final, decided: "2019-05-21", arrived: "2019-05-23");

        Assert.Equal(Status.Adopted, On(Today, late, early).Status);
        Assert.Equal(Status.AdoptedWithReservation, On(Today, lateAgain, late, early).Status);
    }

    [Fact]
    public void By_arrival_a_decision_counts_from_the_day_it_came_and_not_the_day_before()
    {
        var decision = Decision(Outcome.Adopts, Stage.Final, decided: "2019-05-21", arrived: "2019-06-04");

        Assert.Equal(Status.NoResponse, On(new DateOnly(2019, 6, 3), decision).Status);
        Assert.Equal(Status.Adopted, On(new DateOnly(2019, 6, 4), decision).Status);
    }

    [Fact]
    public void By_what_held_it_counts_from_the_day_it_was_decided_and_not_the_day_before()
    {
        var decision = Decision(Outcome.Adopts, Stage.Final, decided: "2019-05-21", arrived: "2019-06-04");

        Assert.Equal(Status.NoResponse, Held(new DateOnly(2019, 5, 20), decision).Status);
        Assert.Equal(Status.Adopted, Held(new DateOnly(2019, 5, 21), decision).Status);
    }

    [Fact]
    public void A_proposal_without_meeting_date_counts_from_its_arrival_whatever_is_asked()
    {
        var proposal = Decision(Outcome.Adopts, Stage.Proposal, decided: null, arrived: "2019-06-04");

        Assert.Equal(Status.NoResponse, Held(new DateOnly(2019, 6, 3), proposal).Status);
        Assert.Equal(Status.InPreparation, Held(new DateOnly(2019, 6, 4), proposal).Status);
    }

    [Fact]
    public void A_correction_holds_from_the_start()
    {
        var decision = Decision(Outcome.Declines, Stage.Final, decided: "2019-05-21", arrived: "2019-06-04");
        var corrected = decision with { Versions = [.. decision.Versions, Version(2, Content(Outcome.Adopts, Stage.Final, "2019-05-21", "2019-06-01"))] };

        Assert.Equal(Status.Adopted, On(new DateOnly(2019, 6, 1), corrected).Status);
    }

    [Fact]
    public void What_was_taken_back_never_counted()
    {
        var retracted = Decision(Outcome.Adopts, Stage.Final, decided: "2019-05-21", arrived: "2019-06-04") with { RetractedAs = 9 };

        Assert.Equal(Status.NoResponse, On(Today, retracted).Status);
    }

    [Fact]
    public void As_registered_at_a_moment_later_corrections_and_retractions_are_not_known()
    {
        var decision = new CountedDecision(
            new DecisionId(Guid.NewGuid()),
            [
                new CountedVersion(1, Content(Outcome.Declines, Stage.Final, "2019-05-21", "2019-06-04"), Sequence: 10),
                new CountedVersion(2, Content(Outcome.Adopts, Stage.Final, "2019-05-21", "2019-06-04"), Sequence: 20),
            ],
            RetractedAs: 30);

        Assert.Equal(Status.NoResponse, Registered(9, decision));
        Assert.Equal(Status.Declined, Registered(10, decision));
        Assert.Equal(Status.Adopted, Registered(20, decision));
        Assert.Equal(Status.NoResponse, Registered(30, decision));
    }

    [Fact]
    public void The_deadline_is_inclusive()
    {
        var onTime = On(Today, Decision(Outcome.Adopts, Stage.Final, decided: "2019-06-11", arrived: "2019-06-15"));
        var late = On(Today, Decision(Outcome.Adopts, Stage.Final, decided: "2019-06-11", arrived: "2019-06-16"));
        var proposal = On(Today, Decision(Outcome.Adopts, Stage.Proposal, decided: null, arrived: "2019-06-16"));

        Assert.False(onTime.IsLate(new DateOnly(2019, 6, 15)));
        Assert.True(late.IsLate(new DateOnly(2019, 6, 15)));
        Assert.False(proposal.IsLate(new DateOnly(2019, 6, 15)));
        Assert.False(late.IsLate(null));
    }

    private static Status Registered(long through, CountedDecision decision) =>
        Standing.Of([decision], new AsOf(Today, Basis.Arrived, through), firstYear: 2020).Status;

    private static Standing On(DateOnly day, params CountedDecision[] decisions) => Standing.Of(decisions, new AsOf(day), firstYear: 2020);

    private static Standing Held(DateOnly day, params CountedDecision[] decisions) => Standing.Of(decisions, new AsOf(day, Basis.Held), firstYear: 2020);

    private CountedDecision Decision(Outcome outcome, Stage stage, string? decided, string arrived) =>
        new(new DecisionId(Guid.NewGuid()), [Version(1, Content(outcome, stage, decided, arrived))], RetractedAs: null);

    private CountedVersion Version(int number, DecisionContent content) => new(number, content, ++_sequence);

    private static DecisionContent Content(Outcome outcome, Stage stage, string? decided, string arrived) => new()
    {
        Outcome = outcome,
        Stage = stage,
        DecidedOn = decided is null ? null : DateOnly.Parse(decided),
        ArrivedOn = DateOnly.Parse(arrived),
    };
}
