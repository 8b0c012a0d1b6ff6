using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Shared;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Fees;

public sealed class FeeCalculationTests
{
    private static readonly MunicipalityCode A = new("0001");
    private static readonly MunicipalityCode B = new("0002");
    private static readonly MunicipalityCode C = new("0003");

    [Fact]
    public void The_fees_of_2016_reproduce_both_published_amounts()
    {
        var fees = FeeCalculation.Calculate(RealPopulations.Terms2016, RealPopulations.On(RealPopulations.EndOf2015));

        Assert.Equal(290, fees.Rows.Count);
        Assert.Equal(new Kronor(9_500m), fees.Of(RealPopulations.Ekerö)!.Computed);
        Assert.Equal(9_515.63776m, fees.Of(RealPopulations.Ekerö)!.Exact);
        Assert.Equal(new Kronor(293_100m), fees.Of(RealPopulations.Stockholm)!.Computed);
        Assert.True(fees.Of(RealPopulations.Stockholm)!.Discounted);
        Assert.Equal(new Kronor(3_403_100m), fees.Sum);
        Assert.Equal(0.35264m, fees.RatePerInhabitant);
    }

    [Fact]
    public void Rounding_each_fee_names_its_difference_to_the_unrounded_sum()
    {
        var fees = FeeCalculation.Calculate(RealPopulations.Terms2016, RealPopulations.On(RealPopulations.EndOf2015));

        Assert.Equal(new Kronor(3_403_179.261696m), fees.RoundingDifference!.Target);
        Assert.Equal(new Kronor(-79.261696m), fees.RoundingDifference.Amount);
        Assert.Null(fees.Apportionment);
    }

    [Fact]
    public void The_fees_of_2018_sum_to_the_total_exactly()
    {
        var fees = FeeCalculation.Calculate(RealPopulations.Terms2018, RealPopulations.On(RealPopulations.EndOf2018));

        Assert.Equal(new Kronor(19_500_000m), fees.Sum);
        Assert.Equal(new Kronor(55_089m), fees.Of(RealPopulations.Ekerö)!.Computed);
        Assert.Equal(new Kronor(1_685_153m), fees.Of(RealPopulations.Stockholm)!.Computed);
        Assert.Equal(Kronor.Zero, fees.RoundingDifference!.Amount);
        Assert.Equal(Kronor.Zero, fees.AboveCap);
        Assert.Equal(["0180", "0380", "1280", "1480"], fees.Rows.Where(fee => fee.Discounted).Select(fee => fee.Municipality.Digits));
    }

    [Fact]
    public void The_rule_of_over_200_000_inhabitants_points_out_the_same_four()
    {
        var terms = RealPopulations.Terms2018 with { Discount = DiscountRule.Above(200_000, 0.10m) };

        var fees = FeeCalculation.Calculate(terms, RealPopulations.On(RealPopulations.EndOf2018));

        Assert.Equal(new Kronor(55_089m), fees.Of(RealPopulations.Ekerö)!.Computed);
        Assert.Equal(4, fees.Rows.Count(fee => fee.Discounted));
    }

    [Fact]
    public void A_rate_of_1_95_goes_above_the_cap_of_2018()
    {
        var terms = RealPopulations.Terms2018 with { Kind = FeeKind.RatePerInhabitant, Rate = 1.95m };

        var fees = FeeCalculation.Calculate(terms, RealPopulations.On(RealPopulations.EndOf2018));

        Assert.Equal(new Kronor(19_539_653m), fees.Sum);
        Assert.Equal(new Kronor(39_653m), fees.AboveCap);
    }

    [Fact]
    public void Terms_that_are_not_set_give_no_fees()
    {
        var fees = FeeCalculation.Calculate(new FeeTerms { Kind = FeeKind.NotSet }, RealPopulations.On(RealPopulations.EndOf2018));

        Assert.Empty(fees.Rows);
        Assert.Equal(Kronor.Zero, fees.Sum);
        Assert.Null(fees.RoundingDifference);
    }

    [Fact]
    public void A_flat_fee_is_the_same_for_everyone()
    {
        var terms = new FeeTerms { Kind = FeeKind.Flat, Amount = new Kronor(42_500m) };

        var fees = FeeCalculation.Calculate(terms, [new(A, 10), new(B, 900_000)]);

        Assert.All(fees.Rows, fee => Assert.Equal(new Kronor(42_500m), fee.Computed));
        Assert.Equal(new Kronor(85_000m), fees.Sum);
        Assert.Null(fees.RatePerInhabitant);
    }

    [Fact]
    public void A_flat_fee_is_the_same_for_everyone_even_when_exactness_is_asked_for()
    {
        var terms = new FeeTerms { Kind = FeeKind.Flat, Amount = new Kronor(42_550m), Step = 100m, Rounding = RoundingMode.Exact };

        var fees = FeeCalculation.Calculate(terms, [new(A, 10), new(B, 20), new(C, 30)]);

        Assert.All(fees.Rows, fee => Assert.Equal(new Kronor(42_600m), fee.Computed));
        Assert.Null(fees.Apportionment);
    }

    [Fact]
    public void A_published_list_holds_alone_when_the_terms_say_so()
    {
        var terms = new FeeTerms { Kind = FeeKind.PublishedList };

        var fees = FeeCalculation.Calculate(terms, [new(A, 10), new(B, 20)], new Dictionary<MunicipalityCode, Kronor> { [B] = new(700m) });

        Assert.Null(fees.Of(A)!.Amount);
        Assert.Equal(new Kronor(700m), fees.Of(B)!.Amount);
        Assert.Null(fees.Of(B)!.Computed);
        Assert.Equal(new Kronor(700m), fees.Sum);
    }

    [Fact]
    public void A_published_fee_overrides_the_computed_and_the_difference_is_kept()
    {
        var terms = new FeeTerms { Kind = FeeKind.RatePerInhabitant, Rate = 2m };

        var fees = FeeCalculation.Calculate(terms, [new(A, 10), new(B, 20)], new Dictionary<MunicipalityCode, Kronor> { [B] = new(45m) });

        Assert.Equal(new Kronor(45m), fees.Of(B)!.Amount);
        Assert.Equal(new Kronor(40m), fees.Of(B)!.Computed);
        Assert.Equal(new Kronor(5m), fees.Of(B)!.PublishedDifference);
        Assert.Equal(new Kronor(65m), fees.Sum);
        Assert.Equal(Kronor.Zero, fees.RoundingDifference!.Amount);
    }

    [Theory]
    [InlineData("0001", 2.28)]
    [InlineData("0001,0002", 2.28)]
    [InlineData("0001,0002,0003", 1.368)]
    [InlineData("0002,0003", 1.71)]
    public void The_price_falls_as_more_join_and_never_goes_above_the_highest(string joined, double price)
    {
        var terms = new FeeTerms { Kind = FeeKind.FallingWithTakeUp, Rate = 2.28m, TakeUpAtHighestPrice = 0.60m };
        var takingPart = joined.Split(',').Select(code => new MunicipalityCode(code)).ToHashSet();

        var fees = FeeCalculation.Calculate(terms, [new(A, 20_000), new(B, 30_000), new(C, 50_000)], takingPart: takingPart);

        Assert.Equal((decimal)price, fees.RatePerInhabitant);
        Assert.Equal(takingPart.Count, fees.Rows.Count);
    }

    [Fact]
    public void Nobody_taking_part_leaves_the_highest_price()
    {
        var terms = new FeeTerms { Kind = FeeKind.FallingWithTakeUp, Rate = 2.28m, TakeUpAtHighestPrice = 0.60m };

        var fees = FeeCalculation.Calculate(terms, [new(A, 20_000)], takingPart: new HashSet<MunicipalityCode>());

        Assert.Empty(fees.Rows);
        Assert.Equal(2.28m, fees.RatePerInhabitant);
    }

    [Fact]
    public void Halves_round_up()
    {
        var terms = new FeeTerms { Kind = FeeKind.RatePerInhabitant, Rate = 0.5m, Step = 100m };

        var fees = FeeCalculation.Calculate(terms, [new(A, 100), new(B, 99), new(C, 500)]);

        Assert.Equal([100m, 0m, 300m], fees.Rows.Select(fee => fee.Computed!.Value.Amount));
    }

    [Fact]
    public void A_tie_for_the_last_place_with_discount_goes_by_code()
    {
        var terms = new FeeTerms { Kind = FeeKind.RatePerInhabitant, Rate = 1m, Discount = DiscountRule.ForLargest(2, 0.10m) };

        var fees = FeeCalculation.Calculate(terms, [new(C, 500), new(B, 500), new(A, 900)]);

        Assert.Equal([A, B], fees.Rows.Where(fee => fee.Discounted).Select(fee => fee.Municipality));
    }

    [Fact]
    public void The_threshold_itself_gives_no_discount()
    {
        var terms = new FeeTerms { Kind = FeeKind.RatePerInhabitant, Rate = 1m, Discount = DiscountRule.Above(500, 0.10m) };

        var fees = FeeCalculation.Calculate(terms, [new(A, 500), new(B, 501)]);

        Assert.Equal([B], fees.Rows.Where(fee => fee.Discounted).Select(fee => fee.Municipality));
    }

    [Fact]
    public void A_tie_for_the_last_krona_goes_by_code()
    {
        var terms = new FeeTerms { Kind = FeeKind.ShareOfTotal, Total = new Kronor(100m), Rounding = RoundingMode.Exact };

        var fees = FeeCalculation.Calculate(terms, [new(C, 7), new(A, 7), new(B, 7)]);

        Assert.Equal([34m, 33m, 33m], fees.Rows.Select(fee => fee.Computed!.Value.Amount));
        Assert.True(fees.Apportionment!.LastIsTied);
    }

    [Fact]
    public void A_rate_apportioned_exactly_sums_to_its_unrounded_amounts_rounded_to_the_step()
    {
        var terms = new FeeTerms { Kind = FeeKind.RatePerInhabitant, Rate = 0.7m, Rounding = RoundingMode.Exact };

        var fees = FeeCalculation.Calculate(terms, [new(A, 1), new(B, 1), new(C, 2)]);

        Assert.Equal(new Kronor(3m), fees.Sum);
        Assert.Equal(new Kronor(0.2m), fees.RoundingDifference!.Amount);
    }

    [Fact]
    public void Terms_without_what_their_kind_needs_are_impossible() =>
        Assert.Throws<ArgumentException>(() => FeeCalculation.Calculate(new FeeTerms { Kind = FeeKind.ShareOfTotal }, [new(A, 1)]));

    [Fact]
    public void A_municipality_given_twice_is_impossible() =>
        Assert.Throws<ArgumentException>(() => FeeCalculation.Calculate(RealPopulations.Terms2016, [new(A, 1), new(A, 2)]));

    [Fact]
    public void A_total_that_nobody_is_there_to_share_is_said_to_be_so()
    {
        var refused = Assert.Throws<ArgumentException>(() => FeeCalculation.Calculate(RealPopulations.Terms2018, [new(A, 0), new(B, 0)]));

        Assert.Equal("country", refused.ParamName);
        Assert.StartsWith("There is nobody to share the total.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rate_where_nobody_lives_is_no_fee()
    {
        var fees = FeeCalculation.Calculate(RealPopulations.Terms2016, [new(A, 0), new(B, 0)]);

        Assert.All(fees.Rows, fee => Assert.Equal(Kronor.Zero, fee.Computed));
        Assert.Equal(Kronor.Zero, fees.Sum);
    }

    [Fact]
    public void A_price_that_could_fall_stays_at_its_highest_where_nobody_lives()
    {
        var terms = new FeeTerms { Kind = FeeKind.FallingWithTakeUp, Rate = 2.28m, TakeUpAtHighestPrice = 0.60m };

        var fees = FeeCalculation.Calculate(terms, [new(A, 0), new(B, 0)]);

        Assert.Equal(2.28m, fees.RatePerInhabitant);
        Assert.Equal(Kronor.Zero, fees.Sum);
    }

    [Fact]
    public void Fewer_than_no_inhabitants_are_impossible() =>
        Assert.ThrowsAny<ArgumentException>(() => FeeCalculation.Calculate(RealPopulations.Terms2016, [new(A, 1), new(B, -1)]));

    [Fact]
    public void Numbers_too_large_to_reckon_with_are_said_to_be_so()
    {
        var terms = new FeeTerms { Kind = FeeKind.RatePerInhabitant, Rate = decimal.MaxValue };

        Assert.Throws<ArgumentException>(() => FeeCalculation.Calculate(terms, [new(A, 2)]));
    }
}
