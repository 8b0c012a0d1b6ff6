using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Shared;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Fees;

/// <summary>
/// A hundred times as many municipalities as there are. Four digits make only ten thousand codes, so they are three
/// countries of which two have every code there is.
/// </summary>
public sealed class FeesOfManyTests
{
    private const int Everyone = 29_000;

    private static readonly Population[][] Countries = [.. Enumerable.Range(0, Everyone).Chunk(10_000).Select(chunk => chunk.Select(number => new Population(FeeCases.Code(number % 10_000), Inhabitants(number))).ToArray())];

    [Fact]
    public void A_total_shared_by_29_000_is_shared_to_the_krona()
    {
        var lists = Countries.Select(country => FeeCalculation.Calculate(RealPopulations.Terms2018, country)).ToArray();

        Assert.Equal(Everyone, lists.Sum(fees => fees.Rows.Count));
        Assert.All(lists, fees => Assert.Equal(new Kronor(19_500_000m), fees.Sum));
        Assert.All(lists, fees => Assert.Equal(fees.Apportionment!.RaisedCount, fees.Rows.Count(fee => fee.Computed!.Value.Amount > fee.Exact)));
    }

    [Fact]
    public void Every_one_of_29_000_fees_is_explained_truly()
    {
        foreach (var fees in Countries.Select(country => FeeCalculation.Calculate(RealPopulations.Terms2018, country)))
            Assert.DoesNotContain(fees.Rows, fee => !ReadExplanation.IsTrue(fees, fee));
    }

    [Fact]
    public void The_order_of_29_000_changes_nothing()
    {
        foreach (var country in Countries)
        {
            var turned = country.ToArray();
            new Random(29_000).Shuffle(turned);

            Assert.Equal(FeeCalculation.Calculate(RealPopulations.Terms2018, country).Rows, FeeCalculation.Calculate(RealPopulations.Terms2018, turned).Rows);
        }
    }

    [Fact]
    public void The_rounding_of_29_000_fees_differs_by_what_it_says()
    {
        foreach (var fees in Countries.Select(country => FeeCalculation.Calculate(RealPopulations.Terms2016, country)))
            Assert.Equal(fees.Rows.Sum(fee => fee.Computed!.Value.Amount - fee.Exact!.Value), fees.RoundingDifference!.Amount.Amount);
    }

    /// <summary>From none to a million, many of them alike, in no order.</summary>
    private static int Inhabitants(int number) => (int)(number * 7_919L % 1_000_003L) / (1 + number % 50);
}
