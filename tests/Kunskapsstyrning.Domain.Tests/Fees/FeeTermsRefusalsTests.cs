using System.Reflection;
using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Shared;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Fees;

public sealed class FeeTermsRefusalsTests
{
    private static readonly FeeTerms Rate = new() { Kind = FeeKind.RatePerInhabitant, Rate = 1.95m, PopulationDate = RealPopulations.EndOf2018 };
    private static readonly FeeTerms Total = new() { Kind = FeeKind.ShareOfTotal, Total = new Kronor(19_500_000m), PopulationDate = RealPopulations.EndOf2018 };
    private static readonly FeeTerms Falling = new() { Kind = FeeKind.FallingWithTakeUp, Rate = 2.28m, TakeUpAtHighestPrice = 0.60m, PopulationDate = RealPopulations.EndOf2018 };
    private static readonly FeeTerms Flat = new() { Kind = FeeKind.Flat, Amount = new Kronor(42_500m) };

    public static TheoryData<FeeTerms, Refusal> Nonsense => new()
    {
        { Rate with { Total = new Kronor(1m) }, FeeTermsRefusals.RateAndTotal },
        { Total with { Rate = 1.95m }, FeeTermsRefusals.RateAndTotal },
        { Total with { Rate = 1.95m, Total = null }, FeeTermsRefusals.RateDoesNotBelong },
        { Total with { Total = null }, FeeTermsRefusals.TotalMissing },
        { Total with { Total = Kronor.Zero }, FeeTermsRefusals.TotalUnreasonable },
        { Total with { Total = new Kronor(-1m) }, FeeTermsRefusals.TotalUnreasonable },
        { Total with { Total = new Kronor(100_000_000_000.01m) }, FeeTermsRefusals.TotalUnreasonable },
        { Total with { Total = new Kronor(1.001m) }, FeeTermsRefusals.TotalUnreasonable },
        { Rate with { Rate = null }, FeeTermsRefusals.RateMissing },
        { Rate with { Rate = 0m }, FeeTermsRefusals.RateNotPositive },
        { Rate with { Rate = -1.95m }, FeeTermsRefusals.RateNotPositive },
        { Rate with { Rate = 1_000.01m }, FeeTermsRefusals.RateTooHigh },
        { Rate with { Rate = 0.123_456_789_01m }, FeeTermsRefusals.RateTooFine },
        { Rate with { PopulationDate = null }, FeeTermsRefusals.PopulationDateMissing },
        { Total with { PopulationDate = null }, FeeTermsRefusals.PopulationDateMissing },
        { Falling with { PopulationDate = null }, FeeTermsRefusals.PopulationDateMissing },
        { Flat with { Discount = DiscountRule.ForLargest(4, 0.1m) }, FeeTermsRefusals.PopulationDateMissing },
        { Rate with { Amount = new Kronor(1m) }, FeeTermsRefusals.AmountBesideAnother },
        { Rate with { TakeUpAtHighestPrice = 0.5m }, FeeTermsRefusals.TakeUpDoesNotBelong },
        { Rate with { Cap = Kronor.Zero }, FeeTermsRefusals.CapUnreasonable },
        { Rate with { Step = 0.001m }, FeeTermsRefusals.StepUnreasonable },
        { Rate with { Step = 100_001m }, FeeTermsRefusals.StepUnreasonable },
        { Flat with { Amount = null }, FeeTermsRefusals.AmountMissing },
        { Flat with { Amount = new Kronor(-42_500m) }, FeeTermsRefusals.AmountUnreasonable },
        { Flat with { Rate = 1m }, FeeTermsRefusals.RateDoesNotBelong },
        { Flat with { Total = new Kronor(1m) }, FeeTermsRefusals.TotalDoesNotBelong },
        { Flat with { Rounding = RoundingMode.Exact }, FeeTermsRefusals.FlatIsRoundedEach },
        { Falling with { TakeUpAtHighestPrice = null }, FeeTermsRefusals.TakeUpMissing },
        { Falling with { Total = new Kronor(1m) }, FeeTermsRefusals.TakeUpAndTotal },
        { Falling with { TakeUpAtHighestPrice = 0m }, FeeTermsRefusals.TakeUpOutside },
        { Falling with { TakeUpAtHighestPrice = 1.01m }, FeeTermsRefusals.TakeUpOutside },
        { Falling with { TakeUpAtHighestPrice = 0.666_666_7m }, FeeTermsRefusals.PartTooFine with { Field = "anslutning" } },
        { Falling with { PricedAtTakeUp = 0m }, FeeTermsRefusals.PricedOutside },
        { Falling with { PricedAtTakeUp = -0.8m }, FeeTermsRefusals.PricedOutside },
        { Falling with { PricedAtTakeUp = 1.01m }, FeeTermsRefusals.PricedOutside },
        { Falling with { PricedAtTakeUp = 0.666_666_7m }, FeeTermsRefusals.PartTooFine with { Field = "vid" } },
        { Rate with { PricedAtTakeUp = 0.8m }, FeeTermsRefusals.PricedOutside },
        { new FeeTerms { Kind = FeeKind.NotSet, Rate = 1m }, FeeTermsRefusals.NotSetSaysNothing },
        { new FeeTerms { Kind = FeeKind.PublishedList, Rate = 1m }, FeeTermsRefusals.RateDoesNotBelong },
    };

    [Theory]
    [MemberData(nameof(Nonsense))]
    public void Nonsense_is_refused_by_name_and_once(FeeTerms terms, Refusal refusal) => Assert.Equal([refusal], FeeTermsRefusals.Of(terms));

    [Fact]
    public void Every_no_has_a_name_of_its_own_a_whole_sentence_and_a_field_of_the_form()
    {
        string[] fields = ["slag", "sats", "summa", "belopp", "anslutning", "vid", "tak", "rabatt-antal", "rabatt-procent", "folkmangdsdag", "steg", "avrundning"];
        var all = typeof(FeeTermsRefusals).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(p => p.GetValue(null)).OfType<Refusal>().ToList();

        Assert.All(all, refusal => Assert.Matches("^terms-[a-z-]{4,}$", refusal.Code));
        Assert.All(all, refusal => Assert.Matches("^[A-ZÅÄÖ][^.]{10,}.*[.]$", refusal.Sentence));
        Assert.All(all, refusal => Assert.Contains(refusal.Field, fields));
        Assert.Equal(all.Count, all.Select(r => r.Code).Distinct().Count());
        Assert.Equal(fields.Order(), all.Select(r => r.Field!).Distinct().Order());
    }

    [Fact]
    public void Terms_that_have_been_used_are_not_refused()
    {
        FeeTerms[] used =
        [
            RealPopulations.Terms2016, RealPopulations.Terms2018, Rate, Total, Falling, Flat, Falling with { TakeUpAtHighestPrice = null, Total = new Kronor(14_000_000m) },
            Falling with { TakeUpAtHighestPrice = 1m }, Falling with { TakeUpAtHighestPrice = 0.666_667m }, Falling with { PricedAtTakeUp = 0.666_667m }, Falling with { PricedAtTakeUp = 1m }, Rate with { Rate = 1_000m, Step = 0.01m, Cap = new Kronor(1m) }, Rate with { Step = 100_000m },
            new FeeTerms { Kind = FeeKind.NotSet }, new FeeTerms { Kind = FeeKind.PublishedList },
        ];

        Assert.All(used, terms => Assert.Empty(FeeTermsRefusals.Of(terms)));
    }

    [Theory]
    [InlineData(4, "0.1", null)]
    [InlineData(0, "0.1", "terms-discount-for-nobody")]
    [InlineData(-1, "0.1", "terms-discount-for-nobody")]
    [InlineData(4, "0", "terms-discount-outside")]
    [InlineData(4, "1", "terms-discount-outside")]
    [InlineData(4, "1.1", "terms-discount-outside")]
    [InlineData(4, "-0.1", "terms-discount-outside")]
    [InlineData(4, "0.333333", null)]
    [InlineData(4, "0.3333333", "terms-part-too-fine")]
    public void A_discount_is_for_somebody_and_less_than_everything(int number, string part, string? refusal) =>
        Assert.Equal(refusal, FeeTermsRefusals.OfDiscount(number, decimal.Parse(part, System.Globalization.CultureInfo.InvariantCulture))?.Code);
}
