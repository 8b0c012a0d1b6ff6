using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Recommendations;

/// <summary>Which municipalities a recommendation is a question to, when they merge and split.</summary>
public sealed class BordersTests
{
    private readonly Recommendation _asked = Asked();

    [Theory]
    [InlineData("2018-11-01", "2018-12-14")]
    [InlineData("2019-06-01", "2019-06-01")]
    [InlineData("2023-12-31", "2023-12-31")]
    [InlineData("2024-01-01", "2023-12-31")]
    [InlineData("2040-01-01", "2023-12-31")]
    public void The_municipalities_are_those_of_the_day_but_never_before_the_question_nor_after_the_last_year(string day, string borders) =>
        Assert.Equal(DateOnly.Parse(borders), _asked.BordersOn(DateOnly.Parse(day)));

    [Fact]
    public void One_that_begins_after_the_last_year_or_ended_before_the_question_was_never_asked()
    {
        Assert.True(_asked.Asks(From("2023-12-31")));
        Assert.False(_asked.Asks(From("2024-01-01")));
        Assert.True(_asked.Asks(Ended("2018-12-14")));
        Assert.False(_asked.Asks(Ended("2018-12-13")));
    }

    [Fact]
    public void A_municipality_exists_in_each_year_that_it_has_a_day_of()
    {
        var ended = Ended("2020-01-01");

        Assert.Equal((false, true, true, false), (ended.IsValidIn(1970), ended.IsValidIn(1971), ended.IsValidIn(2020), ended.IsValidIn(2021)));
    }

    [Fact]
    public void The_curve_leaves_out_one_that_has_ended_from_the_day_after_its_last()
    {
        var adopted = new CountedDecision(new DecisionId(Guid.NewGuid()), [new CountedVersion(1, Adopts("2019-05-21"), 1)], RetractedAs: null);
        (IReadOnlyCollection<CountedDecision>, DateOnly?)[] decisions = [([adopted], null), ([adopted], new DateOnly(2020, 12, 31)), ([adopted], new DateOnly(2019, 1, 1))];

        var curve = AdoptionCurve.Of(decisions, new AsOf(new DateOnly(2021, 6, 1)), firstYear: 2020);
        var then = AdoptionCurve.Of(decisions, new AsOf(new DateOnly(2020, 12, 31)), firstYear: 2020);

        Assert.Equal([new CurveStep(new DateOnly(2019, 5, 21), 2), new CurveStep(new DateOnly(2021, 1, 1), 1)], curve);
        Assert.Equal([new CurveStep(new DateOnly(2019, 5, 21), 2)], then);
    }

    private static Recommendation Asked()
    {
        var asked = new Recommendation(new RecommendationId(Guid.NewGuid()), "prov", "Prov", "Prov", new BoardDecision(new DateOnly(2018, 12, 14), null, "protokoll"));
        asked.Fund(new FundingPeriodId(Guid.NewGuid()), new YearSpan(2020, 2023), new FeeTerms { Kind = FeeKind.NotSet });
        return asked;
    }

    private static Municipality From(string day) => new(new("0125"), "Ekerö", DateOnly.Parse(day), new(14, 20), 59.3m, 17.8m);

    private static Municipality Ended(string last)
    {
        List<Municipality> all = [From("1971-01-01")];
        new Redrawing([new("0125")], [new(new("0199"), "Ny")], DateOnly.Parse(last).AddDays(1)).Apply(all, "Prov");
        return all[0];
    }

    private static DecisionContent Adopts(string day) => new() { Outcome = Outcome.Adopts, Stage = Stage.Final, DecidedOn = DateOnly.Parse(day), ArrivedOn = DateOnly.Parse(day) };
}
