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
    public void No_fee_is_below_its_amount_rounded_down_or_above_it_rounded_up() => FeeCases.AllObey(some => some.Calculate().Rows.All(fee =>
    {
        var down = fee.Exact!.Value - fee.Exact.Value % some.Terms.Step;
        var up = down == fee.Exact ? down : down + some.Terms.Step;
        return fee.Computed!.Value.Amount >= down && fee.Computed.Value.Amount <= up;
    }));

    [Fact]
    public void With_discount_nobody_pays_more_than_one_of_the_same_size_without() => FeeCases.AllObey(some =>
        some.Calculate().Rows.GroupBy(fee => fee.Inhabitants).All(same => same.Where(fee => fee.Discounted).All(one =>
            same.Where(fee => !fee.Discounted).All(other => one.Computed!.Value <= other.Computed!.Value))));

    [Fact]
    public void Nobody_pays_where_nobody_lives_unless_the_fee_is_flat() => FeeCases.AllObey(some =>
        some.Terms.Kind is FeeKind.Flat || some.Calculate().Rows.Where(fee => fee.Inhabitants == 0).All(fee => fee.Computed == Kronor.Zero));

    [Fact]
    public void The_rounding_difference_is_what_all_fees_differ_from_their_amounts() => FeeCases.AllObey(RoundingMode.Each, some =>
    {
        var fees = some.Calculate();
        return Math.Abs(fees.Rows.Sum(fee => fee.Computed!.Value.Amount - fee.Exact!.Value) - fees.RoundingDifference!.Amount.Amount) < 0.000_000_001m
            && fees.RoundingDifference.Sum == fees.Sum;
    });

    [Fact]
    public void A_falling_price_is_never_above_the_highest_and_collects_the_cost_when_it_has_fallen() => FeeCases.FallingObey(some =>
    {
        var fees = some.Calculate();
        var cost = some.Terms.Total?.Amount ?? 2.28m * some.Terms.TakeUpAtHighestPrice!.Value * some.Country.Sum(p => (decimal)p.Inhabitants);
        var atHighest = 2.28m * fees.CountedInhabitants!.Value;
        return atHighest <= cost
            ? fees.RatePerInhabitant == 2.28m && fees.RoundingDifference!.Target.Amount == atHighest
            : fees.RatePerInhabitant < 2.28m && fees.RoundingDifference!.Target.Amount == cost;
    });

    [Fact]
    public void Only_those_who_take_part_have_a_fee_where_that_decides_the_price() => FeeCases.FallingObey(some =>
        some.Calculate().Rows.Select(fee => fee.Municipality)
            .SequenceEqual(some.Country.Select(p => p.Municipality).Where(code => some.TakingPart?.Contains(code) ?? true).Order()));

    [Fact]
    public void The_fees_of_any_accepted_terms_on_any_country_are_computed_and_come_to_what_they_should() => FeeCases.AbsurdOnesObey(some =>
    {
        var fees = some.Calculate();
        var byOne = fees.Rows.Count * 0.000_000_001m;
        return FeeTermsRefusals.Of(some.Terms).Count == 0
            && fees.Rows.All(fee => fee.Computed is { } computed && Math.Abs(computed.Amount - fee.Exact!.Value) <= some.Terms.Step)
            && Math.Abs(fees.Rows.Sum(fee => fee.Exact!.Value) - fees.RoundingDifference!.Target.Amount) <= byOne
            && (fees.Apportionment is null || fees.Sum == fees.Apportionment.Target);
    });

    [Fact]
    public void The_fees_of_any_accepted_terms_can_be_explained() => FeeCases.AbsurdOnesObey(some =>
    {
        var fees = some.Calculate();
        return FeeExplanation.Describe(fees).All(sentence => sentence.Length > 0) && fees.Rows.All(fee => FeeExplanation.Of(fees, fee).Lines.Count > 0);
    }, cases: 500);

    /// <summary>How many come before in size, a tie going by code.</summary>
    private static int Before(IReadOnlyList<Population> country, Fee fee) => country.Count(p =>
        p.Inhabitants > fee.Inhabitants || (p.Inhabitants == fee.Inhabitants && p.Municipality.CompareTo(fee.Municipality) < 0));
}
