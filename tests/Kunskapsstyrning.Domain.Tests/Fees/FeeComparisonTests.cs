using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Shared;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Fees;

public sealed class FeeComparisonTests
{
    [Fact]
    public void Those_that_change_most_come_first_and_a_tie_goes_by_code()
    {
        var comparison = FeeComparison.Of(List(("0125", 100), ("0180", 1_000), ("0114", 100), ("1440", 100)), List(("0125", 110), ("0180", 1_000), ("0114", 90), ("1440", 105)));

        Assert.Equal(["0114", "0125", "1440", "0180"], comparison.Changes.Select(c => c.Municipality.Digits));
        Assert.Equal((2, 3), (comparison.Large, comparison.Changed));
    }

    [Fact]
    public void Exactly_five_per_cent_is_not_more_than_five()
    {
        Assert.False(new FeeChange(RealPopulations.Ekerö, new Kronor(100m), new Kronor(105m)).IsLarge);
        Assert.False(new FeeChange(RealPopulations.Ekerö, new Kronor(100m), new Kronor(95m)).IsLarge);
        Assert.True(new FeeChange(RealPopulations.Ekerö, new Kronor(100m), new Kronor(105.01m)).IsLarge);
    }

    [Fact]
    public void A_fee_out_of_nothing_has_no_part_and_comes_first()
    {
        var comparison = FeeComparison.Of(List(("0125", 100)), List(("0125", 200), ("1440", 5)));

        Assert.Equal(["1440", "0125"], comparison.Changes.Select(c => c.Municipality.Digits));
        Assert.Equal((null, new Kronor(5m)), (comparison.Changes[0].Part, comparison.Changes[0].Difference));
    }

    [Fact]
    public void Nothing_that_stays_nothing_comes_last_and_ties_go_by_code()
    {
        var comparison = FeeComparison.Of(List(("0115", 0), ("1440", 50), ("0125", 100)), List(("1440", 51), ("0125", 102), ("0115", 0)));

        Assert.Equal(["0125", "1440", "0115"], comparison.Changes.Select(c => c.Municipality.Digits));
        Assert.Equal((0, 2), (comparison.Large, comparison.Changed));
    }

    [Fact]
    public void One_who_came_with_the_later_list_stands_by_its_code_among_those_that_do_not_change()
    {
        var comparison = FeeComparison.Of(List(("0125", 100), ("0180", 100)), List(("0114", 0), ("0125", 100), ("0180", 100)));

        Assert.Equal(["0114", "0125", "0180"], comparison.Changes.Select(c => c.Municipality.Digits));
    }

    [Fact]
    public void A_fingerprint_knows_the_kind_and_the_rate_too()
    {
        static string Of(FeeTerms terms) => FeeFingerprint.Of(FeeCalculation.Calculate(terms, []));
        var rate = new FeeTerms { Kind = FeeKind.RatePerInhabitant, Rate = 1m };

        Assert.Equal(3, new[] { Of(rate), Of(rate with { Rate = 2m }), Of(new FeeTerms { Kind = FeeKind.PublishedList }) }.Distinct().Count());
        Assert.Equal(Of(rate), Of(rate with { Rate = 1.000m }));
    }

    [Theory]
    [InlineData(99, 0)]
    [InlineData(100, 0)]
    [InlineData(101, 1)]
    public void Only_what_is_above_the_cap_is_above_it(int fee, int above) => Assert.Equal(
        new Kronor(above), FeeCalculation.Calculate(new FeeTerms { Kind = FeeKind.Flat, Amount = new Kronor(fee), Cap = new Kronor(100m) }, [new(RealPopulations.Ekerö, 1)]).AboveCap);

    [Fact]
    public void A_discount_takes_off_something_and_not_everything_and_a_step_is_above_nothing()
    {
        foreach (var part in new[] { 0m, 1m, -0.1m, 1.1m }) Assert.Throws<ArgumentOutOfRangeException>(() => DiscountRule.ForLargest(4, part));
        Assert.Throws<ArgumentOutOfRangeException>(() => DiscountRule.Above(0, 0.1m));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FeeTerms { Kind = FeeKind.Flat, Step = 0m });
        Assert.Equal("", new FeeTerms { Kind = FeeKind.Flat }.Source);
    }

    [Fact]
    public void Each_part_is_counted_in_the_band_nearer_to_nothing()
    {
        var before = List(("0114", 100), ("0115", 100), ("0117", 100), ("0120", 100), ("0123", 100), ("0125", 100), ("0126", 1_000));
        var after = List(("0114", 75), ("0115", 80), ("0117", 99), ("0120", 100), ("0123", 105), ("0125", 121), ("0126", 1_001));

        var bands = FeeComparison.Of(before, after).Bands;

        Assert.Equal(11, bands.Count);
        Assert.Equal([1, 1, 0, 0, 1, 1, 1, 1, 0, 0, 1], bands.Select(b => b.Count));
        Assert.Equal(new FeeBand(null, -0.20m, 1), bands[0]);
        Assert.Equal(new FeeBand(-0.20m, -0.10m, 1), bands[1]);
        Assert.Equal(new FeeBand(0m, 0m, 1), bands[5]);
        Assert.Equal(new FeeBand(0.20m, null, 1), bands[10]);
    }

    [Fact]
    public void A_frozen_list_says_what_it_said_whatever_would_be_reckoned_now()
    {
        var reckoned = FeeCalculation.Calculate(RealPopulations.Terms2018, RealPopulations.On(RealPopulations.EndOf2018));
        var stored = reckoned.Rows.Select(r => r with { Computed = new Kronor(1m), Explained = FeeExplanation.AsStored([], ["Så sades det."], []) });

        var frozen = FeeList.AsFrozen(RealPopulations.Terms2018, stored, 1.946042703m, ["Så delades det."]);

        Assert.Equal(new Kronor(290m), frozen.Sum);
        Assert.Equal(["Så sades det."], FeeExplanation.Of(frozen, frozen.Of(RealPopulations.Ekerö)!).ToSentences());
        Assert.Equal(["Så delades det."], FeeExplanation.Describe(frozen));
        Assert.Equal((1.946042703m, 9), (frozen.RatePerInhabitant, frozen.RateDecimals));
    }

    [Fact]
    public void A_falling_price_is_reckoned_at_a_stated_part_of_the_country_and_never_above_the_highest()
    {
        var country = RealPopulations.On(RealPopulations.EndOf2018);
        var terms = new FeeTerms { Kind = FeeKind.FallingWithTakeUp, Rate = 2.28m, TakeUpAtHighestPrice = 0.60m, PopulationDate = RealPopulations.EndOf2018, PricedAtTakeUp = 0.80m };

        var at80 = FeeCalculation.Calculate(terms, country);
        var at60 = FeeCalculation.Calculate(terms with { PricedAtTakeUp = 0.60m }, country);
        var at40 = FeeCalculation.Calculate(terms with { PricedAtTakeUp = 0.40m }, country);

        Assert.Equal(1.71m, Math.Round(at80.RatePerInhabitant!.Value, 10));
        Assert.Equal((2.28m, 2.28m), (Math.Round(at60.RatePerInhabitant!.Value, 10), at40.RatePerInhabitant));
        Assert.Equal(290, FeeCalculation.Calculate(terms, country, takingPart: new HashSet<MunicipalityCode> { RealPopulations.Ekerö }).Rows.Count);
        Assert.True(ReadExplanation.IsTrue(at80, at80.Of(RealPopulations.Ekerö)!));
    }

    [Fact]
    public void A_fingerprint_tells_the_smallest_difference_and_no_more()
    {
        var fees = List(("0125", 100), ("0180", 1_000));

        Assert.Equal(FeeFingerprint.Of(fees), FeeFingerprint.Of(List(("0180", 1_000.00m), ("0125", 100.0m))));
        Assert.NotEqual(FeeFingerprint.Of(fees), FeeFingerprint.Of(List(("0125", 100.01m), ("0180", 1_000))));
        Assert.NotEqual(FeeFingerprint.Of(fees), FeeFingerprint.Of(List(("0125", 100))));
    }

    private static FeeList List(params (string Code, decimal Amount)[] fees) => FeeCalculation.Calculate(
        new FeeTerms { Kind = FeeKind.PublishedList }, [.. fees.Select(f => new Population(new MunicipalityCode(f.Code), 0))], fees.ToDictionary(f => new MunicipalityCode(f.Code), f => new Kronor(f.Amount)));
}
