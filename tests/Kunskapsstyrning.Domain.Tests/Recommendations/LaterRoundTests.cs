using System.Globalization;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Recommendations;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Recommendations;

/// <summary>Which window for late joiners a day falls in.</summary>
public sealed class LaterRoundTests
{
    [Theory]
    [InlineData("2019-06-15", 2)]
    [InlineData("2019-12-15", 2)]
    [InlineData("2019-12-16", 3)]
    [InlineData("2020-06-30", 3)]
    public void A_day_falls_in_the_first_window_whose_last_day_has_not_passed(string day, int round)
    {
        var recommendation = Recommendation((new DateOnly(2019, 6, 15), "Sista svarsdag", ""), (new DateOnly(2019, 12, 15), "Sen anslutning", ""), (new DateOnly(2020, 6, 30), "Ännu senare", ""));

        Assert.Equal(round, recommendation.LaterRoundOn(Day(day))?.Number);
    }

    [Fact]
    public void After_every_window_a_day_falls_in_none()
    {
        var recommendation = Recommendation((new DateOnly(2019, 6, 15), "Sista svarsdag", ""), (new DateOnly(2019, 12, 15), "Sen anslutning", ""));

        Assert.Null(recommendation.LaterRoundOn(Day("2019-12-16")));
    }

    [Fact]
    public void The_last_day_to_answer_is_no_window_for_late_joiners()
    {
        var recommendation = Recommendation((new DateOnly(2019, 6, 15), "Sista svarsdag", ""));

        Assert.Null(recommendation.LaterRoundOn(Day("2019-06-15")));
    }

    [Fact]
    public void A_window_is_called_the_same_in_what_was_kept_and_none_where_no_name_was_kept()
    {
        var frozen = Recommendation((new DateOnly(2019, 6, 15), "Sista svarsdag", ""), (new DateOnly(2019, 12, 15), "Sen anslutning", "")).Frozen(new AsOf(new DateOnly(2019, 7, 4)));

        Assert.Equal("Sen anslutning", Domain.Recommendations.Recommendation.As(frozen).LaterRoundOn(Day("2019-12-10"))?.Words);
        Assert.Null(Domain.Recommendations.Recommendation.As(frozen with { RoundWords = null }).LaterRoundOn(Day("2019-12-10")));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Recommendation Recommendation(params (DateOnly, string, string)[] rounds)
    {
        var recommendation = new Recommendation(new RecommendationId(Guid.NewGuid()), "prov", "Prov", "Prov", new BoardDecision(new DateOnly(2018, 12, 14), null, "protokoll"));
        recommendation.Describe(new Description { Rounds = rounds });
        return recommendation;
    }
}
