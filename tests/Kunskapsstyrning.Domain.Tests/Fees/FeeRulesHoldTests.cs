using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Shared;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Fees;

/// <summary>What holds for any terms and any country.</summary>
public sealed class FeeRulesHoldTests
{
    [Fact]
    public void Apportioned_fees_sum_to_the_target_in_whole_steps() => FeeCases.AllObey(RoundingMode.Exact, some =>
    {
        var fees = some.Calculate();
        var target = fees.RoundingDifference!.Target.Amount;

        return fees.Sum == fees.Apportionment!.Target
            && fees.Sum.Amount % some.Terms.Step == 0
            && Math.Abs(fees.Sum.Amount - target) * 2 <= some.Terms.Step
            && (target % some.Terms.Step != 0 || fees.Sum.Amount == target);
    });

    [Fact]
    public void A_shared_total_is_the_target_itself() => FeeCases.AllObey(some =>
        some.Terms.Kind is not FeeKind.ShareOfTotal || some.Calculate().RoundingDifference!.Target == some.Terms.Total);

    [Fact]
    public void Each_apportioned_fee_is_less_than_a_step_from_its_exact_amount() => FeeCases.AllObey(RoundingMode.Exact, some =>
        some.Calculate().Rows.All(fee => Math.Abs(fee.Computed!.Value.Amount - fee.Exact!.Value) < some.Terms.Step));

    [Fact]
    public void The_order_of_the_input_changes_nothing() => FeeCases.AllObey(some =>
    {
        var turned = some with { Country = [.. some.Country.Reverse()] };
        var byCode = some with { Country = [.. some.Country.OrderBy(p => p.Municipality)] };

        return some.Calculate().Rows.SequenceEqual(turned.Calculate().Rows) && some.Calculate().Rows.SequenceEqual(byCode.Calculate().Rows);
    });

    [Fact]
    public void More_inhabitants_never_pay_less_within_the_same_discount_group() => FeeCases.AllObey(some =>
        some.Calculate().Rows.GroupBy(fee => fee.Discounted).All(group =>
        {
            var growing = group.OrderBy(fee => fee.Inhabitants).ThenBy(fee => fee.Computed!.Value).ToArray();
            return growing.Zip(growing.Skip(1)).All(pair => pair.First.Inhabitants == pair.Second.Inhabitants || pair.First.Computed!.Value <= pair.Second.Computed!.Value);
        }));

    [Fact]
    public void Equal_inhabitants_pay_within_a_step_of_each_other() => FeeCases.AllObey(some =>
        some.Calculate().Rows.GroupBy(fee => (fee.Discounted, fee.Inhabitants)).All(group =>
            group.Max(fee => fee.Computed!.Value.Amount) - group.Min(fee => fee.Computed!.Value.Amount) <= some.Terms.Step));

    [Fact]
    public void Only_the_right_ones_get_the_discount() => FeeCases.AllObey(some => some.Calculate().Rows.All(fee =>
        fee.Discounted == some.Terms.Discount switch
        {
            { Largest: { } count } => Before(some.Country, fee) < count,
            { InhabitantsAbove: { } limit } => fee.Inhabitants > limit,
            _ => false,
        }));

    [Fact]
    public void The_exact_amounts_come_to_the_target() => FeeCases.AllObey(some =>
    {
        var fees = some.Calculate();
        return Math.Abs(fees.Rows.Sum(fee => fee.Exact!.Value) - fees.RoundingDifference!.Target.Amount) < 0.000_000_001m;
    });

    [Fact]
    public void Rounding_each_fee_differs_from_the_target_by_at_most_half_a_step_each() => FeeCases.AllObey(RoundingMode.Each, some =>
    {
        var fees = some.Calculate();
        return Math.Abs(fees.RoundingDifference!.Amount.Amount) <= fees.Rows.Count * some.Terms.Step / 2 + 0.000_000_001m
            && fees.Rows.All(fee => fee.Computed!.Value.Amount - fee.Exact!.Value is var by && by <= some.Terms.Step / 2 && by > -some.Terms.Step / 2);
    });

    [Fact]
    public void A_falling_price_is_never_above_the_highest() => FeeCases.AllObey(some =>
        some.Terms.Kind is not FeeKind.FallingWithTakeUp || some.Calculate().RatePerInhabitant <= some.Terms.Rate);

    /// <summary>How many come before in size, a tie going by code.</summary>
    private static int Before(IReadOnlyList<Population> country, Fee fee) => country.Count(p =>
        p.Inhabitants > fee.Inhabitants || (p.Inhabitants == fee.Inhabitants && p.Municipality.CompareTo(fee.Municipality) < 0));
}
