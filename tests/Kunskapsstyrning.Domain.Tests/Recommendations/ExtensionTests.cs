using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Recommendations;

public sealed class ExtensionTests
{
    private static readonly DateOnly BoardExtended = new(2022, 6, 10);

    [Fact]
    public void A_proposed_extension_gives_no_years_to_pay_for()
    {
        var recommendation = Recommendation();

        recommendation.Extend(new ExtensionId(Guid.NewGuid()), 2024, ExtensionState.Proposed, ExtensionMode.RollsForward, null, "information");

        Assert.Equal(2023, recommendation.PayingYears.Last);
        Assert.Equal(2024, recommendation.ProposedExtension!.LastYear);
        Assert.Equal(2024, recommendation.Asked.PayingYears.Last);
    }

    [Fact]
    public void A_decided_extension_gives_its_years_from_the_day_it_was_decided()
    {
        var recommendation = Recommendation();

        recommendation.Extend(new ExtensionId(Guid.NewGuid()), 2024, ExtensionState.Decided, ExtensionMode.RollsForward, BoardExtended, "beslut");

        Assert.Equal(2023, recommendation.PayingYearsOn(BoardExtended.AddDays(-1)).Last);
        Assert.Equal(2024, recommendation.PayingYearsOn(BoardExtended).Last);
    }

    [Fact]
    public void An_extension_that_rolls_forward_keeps_those_who_adopted()
    {
        var recommendation = Recommendation();

        recommendation.Extend(new ExtensionId(Guid.NewGuid()), 2024, ExtensionState.Decided, ExtensionMode.RollsForward, BoardExtended, "beslut");

        Assert.True(recommendation.StandingOf([Adopts(2019, 5, 21)], new AsOf(new DateOnly(2022, 9, 1))).PaysIn(2024));
    }

    [Fact]
    public void An_extension_that_asks_anew_keeps_only_those_who_answer_it()
    {
        var recommendation = Recommendation();

        recommendation.Extend(new ExtensionId(Guid.NewGuid()), 2024, ExtensionState.Decided, ExtensionMode.AsksAnew, BoardExtended, "beslut");

        var silent = recommendation.StandingOf([Adopts(2019, 5, 21)], new AsOf(new DateOnly(2022, 9, 1)));
        var answered = recommendation.StandingOf([Adopts(2019, 5, 21), Adopts(2022, 8, 30)], new AsOf(new DateOnly(2022, 9, 1)));
        Assert.True(silent.PaysIn(2023));
        Assert.False(silent.PaysIn(2024));
        Assert.True(answered.PaysIn(2020));
        Assert.True(answered.PaysIn(2024));
    }

    [Fact]
    public void An_extension_must_move_the_last_year_and_a_decided_one_needs_its_day()
    {
        var recommendation = Recommendation();

        Assert.Equal(ExtensionRefusals.MustMoveTheLastYear, recommendation.Extend(new ExtensionId(Guid.NewGuid()), 2023, ExtensionState.Proposed, ExtensionMode.RollsForward, null, "x").Refusal);
        Assert.Equal(ExtensionRefusals.TooManyYears, recommendation.Extend(new ExtensionId(Guid.NewGuid()), 2034, ExtensionState.Proposed, ExtensionMode.RollsForward, null, "x").Refusal);
        Assert.Equal(ExtensionRefusals.NeedsItsDay, recommendation.Extend(new ExtensionId(Guid.NewGuid()), 2024, ExtensionState.Decided, ExtensionMode.RollsForward, null, "x").Refusal);
    }

    [Fact]
    public void What_the_board_cannot_have_decided_is_refused()
    {
        var recommendation = Recommendation();
        var today = new DateOnly(2025, 11, 24);
        Result Decide(int lastYear, int year, int month, int day) =>
            recommendation.DecideExtension(new ExtensionId(Guid.NewGuid()), lastYear, ExtensionMode.RollsForward, new DateOnly(year, month, day), "protokoll", today);

        Assert.Equal(ExtensionRefusals.InTheFuture, Decide(2026, 2025, 11, 25).Refusal);
        Assert.Equal(ExtensionRefusals.BeforeTheRecommendation, Decide(2024, 2018, 12, 13).Refusal);
        Assert.Equal(ExtensionRefusals.HasEnded, Decide(2024, 2024, 1, 1).Refusal);
        Assert.Equal(ExtensionRefusals.MustMoveTheLastYear, Decide(2023, 2022, 6, 10).Refusal);
        Assert.Equal(ExtensionRefusals.NeedsSource, recommendation.DecideExtension(new ExtensionId(Guid.NewGuid()), 2024, ExtensionMode.RollsForward, BoardExtended, " ", today).Refusal);
        Assert.Null(Decide(2024, 2023, 12, 31).Refusal);
        Assert.Equal(ExtensionRefusals.BeforeTheRecommendation, Decide(2025, 2022, 6, 10).Refusal);
    }

    [Fact]
    public void A_decided_extension_takes_the_place_of_its_proposal_from_the_day_of_the_decision()
    {
        var recommendation = Recommendation();
        var proposal = new ExtensionId(Guid.NewGuid());
        recommendation.Extend(proposal, 2024, ExtensionState.Proposed, ExtensionMode.RollsForward, null, "information");

        Assert.Null(recommendation.DecideExtension(new ExtensionId(Guid.NewGuid()), 2024, ExtensionMode.RollsForward, BoardExtended, "protokoll", BoardExtended).Refusal);

        Assert.Equal(proposal, recommendation.Extensions[1].Decides);
        Assert.Equal([ExtensionState.Decided], recommendation.ExtensionsOn(BoardExtended).Select(e => e.State));
        Assert.Equal([ExtensionState.Proposed], recommendation.ExtensionsOn(BoardExtended.AddDays(-1)).Select(e => e.State));
        Assert.Null(recommendation.ProposedExtension);
        Assert.Equal(ExtensionRefusals.NothingToRecall, recommendation.RecallExtension(proposal, "Ångrat.", BoardExtended).Refusal);
    }

    [Fact]
    public void A_recalled_proposal_stays_to_be_seen_and_gives_nothing_to_answer()
    {
        var recommendation = Recommendation();
        var proposal = new ExtensionId(Guid.NewGuid());
        var day = new DateOnly(2022, 5, 20);
        Assert.Null(recommendation.ProposeExtension(proposal, 2024, ExtensionMode.RollsForward, "information", day).Refusal);
        Assert.Equal(ExtensionRefusals.IsProposedAlready, recommendation.ProposeExtension(new ExtensionId(Guid.NewGuid()), 2024, ExtensionMode.RollsForward, "information", day).Refusal);
        Assert.Equal(ExtensionRefusals.RecallNeedsReason, recommendation.RecallExtension(proposal, "", day).Refusal);

        Assert.Null(recommendation.RecallExtension(proposal, "Styrelsen tog inte upp det.", day).Refusal);

        Assert.Equal("Styrelsen tog inte upp det.", Assert.Single(recommendation.Extensions).Recall!.Reason);
        Assert.Null(recommendation.ProposedExtension);
        Assert.Equal(2023, recommendation.Asked.PayingYears.Last);
        Assert.Empty(recommendation.ExtensionsOn(day));
        Assert.Equal(ExtensionRefusals.NothingToRecall, recommendation.RecallExtension(proposal, "Igen.", day).Refusal);
    }

    [Fact]
    public void What_has_ended_is_not_proposed_to_be_extended() =>
        Assert.Equal(ExtensionRefusals.HasEnded, Recommendation().ProposeExtension(new ExtensionId(Guid.NewGuid()), 2025, ExtensionMode.RollsForward, "information", new DateOnly(2024, 1, 1)).Refusal);

    [Fact]
    public void A_longer_time_is_longer_than_the_one_the_municipality_has()
    {
        var recommendation = Recommendation();
        var ekerö = new Domain.Municipalities.MunicipalityCode("0125");
        recommendation.Allow(ekerö, new DateOnly(2019, 6, 24), "Fullmäktige sammanträder då.");

        Assert.Equal(DeadlineRefusals.MustBeLater, recommendation.Allow(ekerö, new DateOnly(2019, 6, 20), "Kortare.").Refusal);
        Assert.Equal(DeadlineRefusals.NeedsReason, recommendation.Allow(ekerö, new DateOnly(2019, 6, 30), " ").Refusal);
        Assert.Equal(DeadlineRefusals.AfterTheLastYear, recommendation.Allow(ekerö, new DateOnly(2024, 1, 1), "Fel år.").Refusal);
        Assert.Null(recommendation.Allow(ekerö, new DateOnly(2019, 6, 30), "Nämnden flyttade mötet.").Refusal);
        Assert.Equal(new DateOnly(2019, 6, 30), recommendation.DeadlineFor(ekerö));
    }

    [Fact]
    public void One_municipality_may_have_longer_to_answer_than_the_others()
    {
        var recommendation = Recommendation();
        var ekerö = new Domain.Municipalities.MunicipalityCode("0125");

        recommendation.Allow(ekerö, new DateOnly(2019, 6, 24), "Kommunfullmäktige sammanträder 24 juni.");

        Assert.Equal(new DateOnly(2019, 6, 24), recommendation.DeadlineFor(ekerö));
        Assert.Equal(new DateOnly(2019, 6, 15), recommendation.DeadlineFor(new Domain.Municipalities.MunicipalityCode("0180")));
        Assert.Equal(DeadlineRefusals.MustBeLater, recommendation.Allow(ekerö, new DateOnly(2019, 6, 15), "Nej.").Refusal);
    }

    [Fact]
    public void A_longer_time_keeps_it_open_for_that_municipality_also_when_it_goes_ahead_and_not_when_it_does_not()
    {
        var (recommendation, ekerö, by) = (Recommendation(), new Domain.Municipalities.MunicipalityCode("0125"), new PersonId(Guid.NewGuid()));
        recommendation.Allow(ekerö, new DateOnly(2019, 10, 15), "Kommunfullmäktige sammanträder i oktober.");
        recommendation.Decide(goesAhead: true, new DateOnly(2019, 9, 1), "Nio av tio är med.", by, new DateOnly(2019, 9, 1));

        Assert.Equal(Phase.OpenForAnswers, recommendation.PhaseFor(ekerö, new DateOnly(2019, 10, 15)));
        Assert.Equal(Phase.InForce, recommendation.PhaseFor(ekerö, new DateOnly(2019, 10, 16)));
        Assert.Equal(Phase.InForce, recommendation.PhaseFor(new Domain.Municipalities.MunicipalityCode("0180"), new DateOnly(2019, 10, 15)));

        recommendation.Decide(goesAhead: false, new DateOnly(2019, 9, 2), "Det blev för få.", by, new DateOnly(2019, 9, 2));
        Assert.Equal(Phase.CalledOff, recommendation.PhaseFor(ekerö, new DateOnly(2019, 10, 1)));
    }

    [Fact]
    public void On_a_day_before_the_board_asked_nobody_has_answered() =>
        Assert.Equal(Standing.None, Recommendation().StandingOf([Adopts(2018, 12, 1)], new AsOf(new DateOnly(2018, 12, 13))));

    private static Recommendation Recommendation()
    {
        var recommendation = new Recommendation(
            new RecommendationId(Guid.NewGuid()), "prov", "Prov", "Prov", new BoardDecision(new DateOnly(2018, 12, 14), null, "protokoll"));
        recommendation.Describe(new Description { Rounds = [(new DateOnly(2019, 6, 15), "Svar", "brev")] });
        recommendation.Fund(new FundingPeriodId(Guid.NewGuid()), new YearSpan(2020, 2023), new FeeTerms { Kind = FeeKind.NotSet });
        return recommendation;
    }

    private static CountedDecision Adopts(int year, int month, int day) => new(
        new DecisionId(Guid.NewGuid()),
        [new CountedVersion(1, new DecisionContent { Outcome = Outcome.Adopts, Stage = Stage.Final, DecidedOn = new DateOnly(year, month, day), ArrivedOn = new DateOnly(year, month, day) }, Sequence: year)],
        RetractedAs: null);
}
