using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Recommendations;

/// <summary>Which threshold a day shows: the one known on it, or the one that held on it.</summary>
public sealed class ThresholdStatementTests
{
    private static readonly DateOnly Board = new(2018, 12, 14);
    private static readonly DateOnly Decided = new(2019, 5, 1);
    private static readonly DateOnly Stated = new(2019, 6, 20);
    private static readonly Threshold Words = new(null, "tillräckligt många", "Brevet");
    private static readonly Threshold TwoHundred = new(200, "", "Styrelsens protokoll");

    [Theory]
    [InlineData("2019-04-30", false, false)]
    [InlineData("2019-05-01", false, true)]
    [InlineData("2019-06-19", false, true)]
    [InlineData("2019-06-20", true, true)]
    public void A_threshold_stated_later_is_known_from_the_day_it_is_stated_and_holds_from_the_day_it_was_decided(string day, bool isKnown, bool holds)
    {
        var asked = Asked(Words);
        Assert.True(asked.State(TwoHundred, Decided, Stated).IsDone);
        Threshold? On(Basis basis) => asked.ThresholdOn(new AsOf(DateOnly.ParseExact(day, "yyyy-MM-dd"), basis));

        Assert.Equal((isKnown ? TwoHundred : Words, holds ? TwoHundred : Words), (On(Basis.Arrived), On(Basis.Held)));
    }

    [Fact]
    public void Before_anything_is_stated_there_is_no_threshold()
    {
        var asked = Asked(null);
        Assert.True(asked.State(TwoHundred, Decided, Stated).IsDone);

        Assert.Null(asked.ThresholdOn(new AsOf(Stated.AddDays(-1))));
        Assert.Equal(TwoHundred, asked.ThresholdOn(new AsOf(Stated)));
    }

    [Fact]
    public void One_that_was_sent_with_the_recommendation_is_there_on_every_day() => Assert.Equal(Words, Asked(Words).ThresholdOn(new AsOf(Board)));

    [Fact]
    public void What_is_kept_of_a_day_keeps_the_threshold_of_the_day()
    {
        var asked = Asked(Words);
        Assert.True(asked.State(TwoHundred, Decided, Stated).IsDone);

        Assert.Null(asked.Frozen(new AsOf(Decided)).Threshold!.Municipalities);
        Assert.Equal(200, asked.Frozen(new AsOf(Decided, Basis.Held)).Threshold!.Municipalities);
        Assert.Equal(TwoHundred, Recommendation.As(asked.Frozen(new AsOf(Stated))).ThresholdOn(new AsOf(Board)));
    }

    [Fact]
    public void The_same_again_is_not_stated_twice()
    {
        var asked = Asked(Words);

        Assert.True(asked.State(Words, Decided, Stated).IsDone);

        Assert.Empty(asked.ThresholdStatements);
    }

    [Fact]
    public void It_cannot_have_been_decided_before_the_question_was_put_or_on_a_day_to_come()
    {
        var asked = Asked(Words);

        Assert.Equal(RecommendationRefusals.ThresholdBeforeTheBoard, asked.State(TwoHundred, Board.AddDays(-1), Stated).Refusal);
        Assert.Equal(RecommendationRefusals.ThresholdInTheFuture, asked.State(TwoHundred, Stated.AddDays(1), Stated).Refusal);
        Assert.Equal(Words, asked.Threshold);
    }

    private static Recommendation Asked(Threshold? threshold)
    {
        var asked = new Recommendation(new RecommendationId(Guid.NewGuid()), "x", "X", "X", new BoardDecision(Board, null, ""));
        asked.Describe(new Description { Threshold = threshold });
        asked.Fund(new FundingPeriodId(Guid.NewGuid()), new YearSpan(2020, 2023), new FeeTerms { Kind = FeeKind.NotSet });
        return asked;
    }
}
