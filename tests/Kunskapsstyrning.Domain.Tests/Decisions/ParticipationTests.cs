using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Shared;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Decisions;

public sealed class ParticipationTests
{
    [Fact]
    public void Who_adopts_in_time_pays_from_the_first_year_of_the_period() =>
        Assert.Equal([new Participation(2020, null)], Years(Adopts("2019-05-21")));

    [Fact]
    public void Who_adopts_during_the_period_pays_from_the_year_after() =>
        Assert.Equal([new Participation(2022, null)], Years(Adopts("2021-03-02")));

    [Fact]
    public void A_stated_first_year_holds() =>
        Assert.Equal([new Participation(2021, null)], Years(Adopts("2021-03-02") with { FirstPayingYear = 2021 }));

    [Fact]
    public void Adopting_again_goes_on_with_what_was() =>
        Assert.Equal([new Participation(2020, null)], Years(Adopts("2019-05-21"), Adopts("2021-03-02") with { Outcome = Outcome.AdoptsWithReservation }));

    [Fact]
    public void A_first_year_stated_anew_does_not_take_back_years_already_begun() =>
        Assert.Equal([new Participation(2020, null)], Years(Adopts("2019-05-21"), Adopts("2023-03-02") with { FirstPayingYear = 2024 }));

    [Fact]
    public void A_first_year_stated_anew_before_anything_was_paid_holds() =>
        Assert.Equal([new Participation(2021, null)], Years(Adopts("2019-05-21"), Adopts("2019-09-02") with { FirstPayingYear = 2021 }));

    [Fact]
    public void Declining_ends_it_as_if_it_never_began() =>
        Assert.Empty(Years(Adopts("2019-05-21"), Adopts("2021-09-02") with { Outcome = Outcome.Declines }));

    [Fact]
    public void Leaving_ends_it_with_the_year_before_the_stated_one() =>
        Assert.Equal([new Participation(2020, 2021)], Years(Adopts("2019-05-21"), Leaves("2021-03-02", from: 2022)));

    [Fact]
    public void Leaving_without_a_stated_year_ends_it_with_the_year_of_the_decision() =>
        Assert.Equal([new Participation(2020, 2021)], Years(Adopts("2019-05-21"), Leaves("2021-03-02", from: null)));

    [Fact]
    public void Who_leaves_and_comes_back_has_paid_and_will_pay()
    {
        var years = Years(Adopts("2019-05-21"), Leaves("2021-03-02", from: 2022), Adopts("2022-10-01"));

        Assert.Equal([new Participation(2020, 2021), new Participation(2023, null)], years);
    }

    [Fact]
    public void Leaving_before_anything_was_paid_leaves_nothing() =>
        Assert.Empty(Years(Adopts("2019-05-21"), Leaves("2019-10-02", from: 2020)));

    [Fact]
    public void Secured_money_is_the_fees_of_those_who_pay_in_the_year()
    {
        var fees = new Dictionary<int, Kronor> { [2020] = new(100), [2021] = new(100) };
        var adoption = new Adoption(
            [
                Row("0125", 1000, fees, Adopts("2019-05-21")),
                Row("0180", 9000, fees, Adopts("2020-05-21")),
                Row("0114", 4000, fees, Adopts("2019-05-21") with { Outcome = Outcome.Declines }),
                Row("0115", 6000, fees),
            ],
            [2020, 2021]);

        Assert.Equal(new Kronor(100), adoption.Secured[2020]);
        Assert.Equal(new Kronor(200), adoption.Secured[2021]);
        Assert.Equal(new Kronor(400), adoption.Possible[2020]);
        Assert.Equal(2, adoption.HaveAdopted);
        Assert.Equal(0.5m, adoption.PopulationShareAdopted);
        Assert.Equal(4, Enum.GetValues<Status>().Sum(s => adoption[s].Municipalities));
    }

    [Fact]
    public void Nothing_is_secured_in_a_year_that_is_called_off_and_what_is_possible_stays()
    {
        var fees = new Dictionary<int, Kronor> { [2020] = new(100), [2021] = new(100) };

        var adoption = new Adoption([Row("0125", 1000, fees, Adopts("2019-05-21"))], [2020, 2021], [2021]);

        Assert.Equal((new Kronor(100), Kronor.Zero), (adoption.Secured[2020], adoption.Secured[2021]));
        Assert.Equal(new Kronor(100), adoption.Possible[2021]);
    }

    [Fact]
    public void The_curve_steps_on_the_days_the_number_changes()
    {
        CountedDecision[] first = [Decision(Adopts("2019-05-21"), 1)];
        CountedDecision[] second = [Decision(Adopts("2019-05-21"), 2), Decision(Adopts("2019-08-20") with { Outcome = Outcome.Declines }, 3)];

        var curve = AdoptionCurve.Of([first, second], new AsOf(new DateOnly(2019, 9, 1)), firstYear: 2020);

        Assert.Equal([new CurveStep(new DateOnly(2019, 5, 21), 2), new CurveStep(new DateOnly(2019, 8, 20), 1)], curve);
    }

    [Fact]
    public void Declining_what_an_extension_asks_anew_takes_no_earlier_years_back()
    {
        AskedAnew[] anew = [new(new DateOnly(2022, 11, 21), 2024)];
        var declines = Adopts("2022-11-22") with { Outcome = Outcome.Declines };

        Assert.Equal([new Participation(2020, 2023)], Participation.Of([Adopts("2019-05-21"), declines], 2020, anew));
        Assert.Empty(Participation.Of([Adopts("2019-05-21"), declines], 2020, []));
        Assert.Empty(Participation.Of([Adopts("2019-05-21"), declines with { DecidedOn = new DateOnly(2022, 11, 20) }], 2020, anew));
        Assert.Equal([new Participation(2020, 2023), new Participation(2024, null)], Participation.Of([Adopts("2019-05-21"), declines, Adopts("2022-12-01")], 2020, anew));
        Assert.Equal([new Participation(2020, 2023)], Participation.Of([Adopts("2019-05-21")], 2020, anew));
        Assert.Equal([new Participation(2020, null)], Participation.Of([Adopts("2019-05-21"), Adopts("2022-12-01")], 2020, anew));
        Assert.Equal([new Participation(2020, 2022)], Participation.Of([Adopts("2019-05-21"), Leaves("2022-12-01", 2023)], 2020, anew));
    }

    private static AdoptionRow Row(string code, int inhabitants, IReadOnlyDictionary<int, Kronor> fees, params DecisionContent[] decisions) => new(
        new MunicipalityCode(code),
        Standing.Of(decisions.Select((content, index) => Decision(content, index)), new AsOf(new DateOnly(2022, 1, 1)), firstYear: 2020),
        inhabitants,
        fees);

    private static CountedDecision Decision(DecisionContent content, long sequence) =>
        new(new DecisionId(Guid.NewGuid()), [new CountedVersion(1, content, sequence)], RetractedAs: null);

    private static IReadOnlyList<Participation> Years(params DecisionContent[] answers) => Participation.Of(answers, firstYear: 2020, []);

    private static DecisionContent Adopts(string day) => new()
    {
        Outcome = Outcome.Adopts,
        Stage = Stage.Final,
        DecidedOn = DateOnly.Parse(day),
        ArrivedOn = DateOnly.Parse(day),
    };

    private static DecisionContent Leaves(string day, int? from) => Adopts(day) with { Outcome = Outcome.Leaves, LeavesFrom = from };
}
