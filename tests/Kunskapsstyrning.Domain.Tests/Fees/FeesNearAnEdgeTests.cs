using System.Numerics;
using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Shared;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Fees;

/// <summary>Totals chosen so that a municipality's part is as little as it can be below, or above, a half or a whole krona.</summary>
public sealed class FeesNearAnEdgeTests
{
    public static TheoryData<int, int, string> Countries => new()
    {
        { 1, 2, "0.5" }, { 7, 20, "0.10" }, { 26_984, 923_517, "0.10" }, { 123_457, 999_983, "0.125" },
        { 300_007, 700_001, "0.3333" }, { 999_983, 1_000_003, "0.3333" }, { 4_999_999, 5_000_011, "0.10" }, { 4_999_999, 5_000_011, "0.3333" },
    };

    [Theory]
    [MemberData(nameof(Countries))]
    public void An_amount_just_beside_a_half_krona_is_shown_on_its_own_side(int smaller, int larger, string part)
    {
        var (country, discount, together) = Country(smaller, larger, part);
        foreach (var total in new[] { Total(country, discount, together, (together - 1) / 2), Total(country, discount, together, (together + 1) / 2) })
            AllTrue(new FeeTerms { Kind = FeeKind.ShareOfTotal, Total = new Kronor(total), Discount = discount }, country);
    }

    [Theory]
    [MemberData(nameof(Countries))]
    public void An_amount_just_beside_a_whole_krona_is_apportioned_and_shown_on_its_own_side(int smaller, int larger, string part)
    {
        var (country, discount, together) = Country(smaller, larger, part);
        foreach (var total in new[] { Total(country, discount, together, together - 1), Total(country, discount, together, BigInteger.One) })
            AllTrue(new FeeTerms { Kind = FeeKind.ShareOfTotal, Total = new Kronor(total), Discount = discount, Rounding = RoundingMode.Exact }, country);
    }

    private static void AllTrue(FeeTerms terms, Population[] country)
    {
        var fees = FeeCalculation.Calculate(terms, country);

        Assert.Empty(FeeTermsRefusals.Of(terms with { PopulationDate = RealPopulations.EndOf2018 }));
        Assert.All(fees.Rows, fee => Assert.True(ReadExplanation.IsTrue(fees, fee), $"{terms.Total}: {string.Join(" | ", FeeExplanation.Of(fees, fee).ToSentences())}"));
    }

    /// <summary>The two, the larger with discount; one more lives in the larger until the weights together are odd and share nothing with the smaller.</summary>
    private static (Population[], DiscountRule, BigInteger Together) Country(int smaller, int larger, string part)
    {
        var discount = DiscountRule.ForLargest(1, decimal.Parse(part, System.Globalization.CultureInfo.InvariantCulture));
        for (; ; larger++)
        {
            var together = (BigInteger)((smaller + larger * (1m - discount.Part)) * 10_000m);
            var divisor = BigInteger.GreatestCommonDivisor(together, (BigInteger)smaller * 10_000);
            if ((together /= divisor).IsEven || together < 3 || divisor < 1) continue;
            if (BigInteger.GreatestCommonDivisor(together, (BigInteger)smaller * 10_000 / divisor).IsOne)
                return ([new(FeeCases.Code(1), smaller), new(FeeCases.Code(2), larger)], discount, together);
        }
    }

    /// <summary>The total of which the smaller gets some whole kronor and just so much of the next: remainder / together.</summary>
    private static decimal Total(Population[] country, DiscountRule discount, BigInteger together, BigInteger remainder)
    {
        var all = (BigInteger)((country[0].Inhabitants + country[1].Inhabitants * (1m - discount.Part)) * 10_000m);
        var weight = (BigInteger)country[0].Inhabitants * 10_000 / (all / together);
        var total = remainder * Inverse(weight % together, together) % together;
        return (decimal)total;
    }

    private static BigInteger Inverse(BigInteger number, BigInteger modulus)
    {
        var (old, rest, before, now) = (number, modulus, BigInteger.One, BigInteger.Zero);
        while (!rest.IsZero)
        {
            var quotient = old / rest;
            (old, rest) = (rest, old - quotient * rest);
            (before, now) = (now, before - quotient * now);
        }

        return ((before % modulus) + modulus) % modulus;
    }
}
