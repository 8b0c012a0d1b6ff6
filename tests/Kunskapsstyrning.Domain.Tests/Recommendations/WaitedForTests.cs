using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Recommendations;

/// <summary>How long an answer of one municipality is waited for, once it is decided that the recommendation goes ahead.</summary>
public sealed class WaitedForTests
{
    private static readonly MunicipalityCode Ekerö = new("0125");
    private static readonly MunicipalityCode Gotland = new("0980");
    private static readonly PersonId Somebody = new(Guid.NewGuid());
    private static readonly DateOnly Deadline = new(2019, 6, 15);
    private static readonly DateOnly Longer = new(2019, 9, 1);
    private static readonly DateOnly Window = new(2019, 12, 15);

    private readonly Recommendation _asked = Asked();

    [Theory]
    [InlineData("2019-06-15", true, "2019-06-15")]
    [InlineData("2019-07-01", true, "2019-06-15")]
    public void Until_it_is_decided_its_own_last_day_is_waited_for_though_it_has_passed(string today, bool isWaited, string until)
    {
        Assert.Equal(isWaited, _asked.IsWaitedFor(Ekerö, DateOnly.Parse(today)));
        Assert.Equal(DateOnly.Parse(until), _asked.WaitedForUntil(Ekerö, DateOnly.Parse(today)));
    }

    [Fact]
    public void Once_it_goes_ahead_the_later_window_is_waited_for_through_its_last_day()
    {
        Decides(goesAhead: true);

        Assert.True(_asked.IsWaitedFor(Ekerö, Window));
        Assert.Equal(Window, _asked.WaitedForUntil(Ekerö, new DateOnly(2019, 7, 2)));
        Assert.False(_asked.IsWaitedFor(Ekerö, Window.AddDays(1)));
        Assert.Equal(Deadline, _asked.WaitedForUntil(Ekerö, Window.AddDays(1)));
    }

    [Fact]
    public void A_longer_time_of_its_own_is_waited_for_before_the_later_window()
    {
        Assert.True(_asked.Allow(Gotland, Longer, "Fullmäktige sammanträder i augusti.").IsDone);
        Decides(goesAhead: true);

        Assert.Equal(Longer, _asked.WaitedForUntil(Gotland, Longer));
        Assert.Equal(Window, _asked.WaitedForUntil(Gotland, Longer.AddDays(1)));
    }

    [Fact]
    public void Nobody_is_waited_for_where_it_does_not_go_ahead()
    {
        Decides(goesAhead: false);

        Assert.False(_asked.IsWaitedFor(Ekerö, new DateOnly(2019, 7, 2)));
        Assert.Equal(Deadline, _asked.WaitedForUntil(Ekerö, new DateOnly(2019, 7, 2)));
    }

    private void Decides(bool goesAhead) => Assert.True(_asked.Decide(goesAhead, new DateOnly(2019, 7, 1), "Så blev det.", Somebody, new DateOnly(2019, 7, 1)).IsDone);

    private static Recommendation Asked()
    {
        var recommendation = new Recommendation(new RecommendationId(Guid.NewGuid()), "prov", "Prov", "Prov", new BoardDecision(new DateOnly(2018, 12, 14), null, "protokoll"));
        recommendation.Describe(new Description
        {
            Letter = new CoverLetter(new DateOnly(2019, 3, 6), "kommunstyrelserna", "registratorn", "brev"),
            Points = ["Finansieringen gäller för fem år."],
            Rounds = [(Deadline, "Sista svarsdag", "brev"), (Window, "Sen anslutning", "webb")],
        });
        recommendation.Fund(new FundingPeriodId(Guid.NewGuid()), new YearSpan(2020, 2024), new FeeTerms { Kind = FeeKind.NotSet });
        return recommendation;
    }
}
