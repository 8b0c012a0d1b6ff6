using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Fees;
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
        Assert.Equal(ExtensionRefusals.NeedsItsDay, recommendation.Extend(new ExtensionId(Guid.NewGuid()), 2024, ExtensionState.Decided, ExtensionMode.RollsForward, null, "x").Refusal);
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
