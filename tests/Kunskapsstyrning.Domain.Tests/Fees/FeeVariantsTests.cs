using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Shared;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Fees;

/// <summary>
/// The ways in which the fees of 2016 could have been reckoned, none of them with a line of code of its own. Two amounts
/// are known: 9 500 kr for Ekerö and 293 100 kr for Stockholm.
/// </summary>
public sealed class FeeVariantsTests
{
    private static readonly DiscountRule FourLargest = DiscountRule.ForLargest(4, 0.10m);

    private static readonly FeeTerms ShareOf3400000 = new()
    {
        Kind = FeeKind.ShareOfTotal,
        Total = new Kronor(3_400_000m),
        Discount = FourLargest,
        PopulationDate = RealPopulations.EndOf2015,
        Step = 100m,
    };

    // The total divided by all inhabitants: nobody pays what the discounted do not.
    private static readonly FeeTerms NotRedistributed = RealPopulations.Terms2016 with { Rate = 0.345142029m };

    public static TheoryData<string, FeeTerms, int, int> Variants => new()
    {
        { "the rate that was found", RealPopulations.Terms2016, 9_500, 293_100 },
        { "the rate, over 200 000 inhabitants", RealPopulations.Terms2016 with { Discount = DiscountRule.Above(200_000, 0.10m) }, 9_500, 293_100 },
        { "a total of exactly 3 400 000", ShareOf3400000, 9_500, 292_800 },
        { "over 200 000 inhabitants", ShareOf3400000 with { Discount = DiscountRule.Above(200_000, 0.10m) }, 9_500, 292_800 },
        { "no discount", ShareOf3400000 with { Discount = null }, 9_300, 318_700 },
        { "the three largest", ShareOf3400000 with { Discount = DiscountRule.ForLargest(3, 0.10m) }, 9_500, 292_200 },
        { "the five largest", ShareOf3400000 with { Discount = DiscountRule.ForLargest(5, 0.10m) }, 9_500, 293_300 },
        { "discount not redistributed", NotRedistributed, 9_300, 286_900 },
        { "inhabitants of 2014", ShareOf3400000 with { PopulationDate = new DateOnly(2014, 12, 31) }, 9_500, 292_200 },
        { "inhabitants of 2016", ShareOf3400000 with { PopulationDate = new DateOnly(2016, 12, 31) }, 9_500, 292_400 },
        { "the rate, inhabitants of 2014", RealPopulations.Terms2016 with { PopulationDate = new DateOnly(2014, 12, 31) }, 9_400, 289_400 },
        { "the rate, inhabitants of 2016", RealPopulations.Terms2016 with { PopulationDate = new DateOnly(2016, 12, 31) }, 9_700, 296_900 },
        { "to the krona", ShareOf3400000 with { Step = 1m }, 9_507, 292_828 },
        { "apportioned exactly in hundreds", ShareOf3400000 with { Rounding = RoundingMode.Exact }, 9_500, 292_800 },
    };

    [Theory]
    [MemberData(nameof(Variants))]
    public void Other_terms_give_other_fees(string variant, FeeTerms terms, int ekerö, int stockholm)
    {
        var fees = FeeCalculation.Calculate(terms, RealPopulations.On(terms.PopulationDate!.Value));

        Assert.Equal((variant, ekerö, stockholm), (variant, (int)Computed(fees, RealPopulations.Ekerö), (int)Computed(fees, RealPopulations.Stockholm)));
    }

    [Fact]
    public void Only_the_rate_gives_both_published_amounts()
    {
        var both = Variants.Select(row => row.Data).Where(data => data is (_, _, 9_500, 293_100)).Select(data => data.Item2.Kind).Distinct();

        Assert.Equal([FeeKind.RatePerInhabitant], both);
    }

    [Fact]
    public void No_total_but_one_near_3_403_000_gives_both_and_only_with_four_discounted_is_it_the_stated_cost()
    {
        var country = RealPopulations.On(RealPopulations.EndOf2015);
        var totals = Enumerable.Range(33_500, 1_100).Select(hundreds => hundreds * 100m).Where(total => GivesBoth(ShareOf3400000 with { Total = new Kronor(total) }, country)).ToArray();

        Assert.NotEmpty(totals);
        Assert.DoesNotContain(3_400_000m, totals);
        Assert.All(totals, total => Assert.InRange(total, 3_402_500m, 3_404_000m));
    }

    [Fact]
    public void Without_discount_no_rate_at_all_gives_both()
    {
        var country = RealPopulations.On(RealPopulations.EndOf2015);

        Assert.DoesNotContain(
            Enumerable.Range(30_000, 10_000).Select(rate => RealPopulations.Terms2016 with { Discount = null, Rate = rate / 100_000m }),
            terms => GivesBoth(terms, [.. country.Where(p => p.Municipality == RealPopulations.Ekerö || p.Municipality == RealPopulations.Stockholm)]));
    }

    [Fact]
    public void A_total_of_exactly_3_400_000_shows_what_it_differs_from_the_published_list()
    {
        var published = new Dictionary<MunicipalityCode, Kronor> { [RealPopulations.Ekerö] = new(9_500m), [RealPopulations.Stockholm] = new(293_100m) };

        var fees = FeeCalculation.Calculate(ShareOf3400000, RealPopulations.On(RealPopulations.EndOf2015), published);

        Assert.Equal(Kronor.Zero, fees.Of(RealPopulations.Ekerö)!.PublishedDifference);
        Assert.Equal(new Kronor(300m), fees.Of(RealPopulations.Stockholm)!.PublishedDifference);
        Assert.Equal(new Kronor(293_100m), fees.Of(RealPopulations.Stockholm)!.Amount);
        Assert.Contains(FeeExplanation.Of(fees, fees.Of(RealPopulations.Stockholm)!).Notes, note => note.Replace(SwedishText.NoBreakSpace, ' ') == "Det är 300 kr mer än den räknade avgiften.");
    }

    [Fact]
    public void The_rules_of_four_largest_and_of_over_200_000_give_every_municipality_the_same_in_both_recommendations()
    {
        foreach (var terms in new[] { RealPopulations.Terms2016, RealPopulations.Terms2018 })
        {
            var country = RealPopulations.On(terms.PopulationDate!.Value);
            var byThreshold = terms with { Discount = DiscountRule.Above(200_000, 0.10m) };

            Assert.Equal(FeeCalculation.Calculate(terms, country).Rows, FeeCalculation.Calculate(byThreshold, country).Rows);
        }
    }

    private static bool GivesBoth(FeeTerms terms, IReadOnlyList<Population> country)
    {
        var fees = FeeCalculation.Calculate(terms, country);
        return Computed(fees, RealPopulations.Ekerö) == 9_500m && Computed(fees, RealPopulations.Stockholm) == 293_100m;
    }

    private static decimal Computed(FeeList fees, MunicipalityCode municipality) => fees.Of(municipality)!.Computed!.Value.Amount;
}
