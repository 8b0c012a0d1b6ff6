using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Shared;

namespace Kunskapsstyrning.Domain.Tests.Fees;

/// <summary>Terms and a country to try them on.</summary>
public sealed record FeeCase(FeeTerms Terms, IReadOnlyList<Population> Country)
{
    public FeeList Calculate() => FeeCalculation.Calculate(Terms, Country);

    public override string ToString() => $"{Terms}: {string.Join(", ", Country.Select(p => $"{p.Municipality} {p.Inhabitants}"))}";
}

/// <summary>Random terms on random countries, the same ones every time; a failure prints its case and its seed.</summary>
internal static class FeeCases
{
    private static readonly Gen<int> Inhabitants = Gen.OneOf(Gen.Choose(1, 12), Gen.Choose(1, 1_000), Gen.Choose(2_000, 60_000), Gen.Choose(60_000, 1_000_000));

    private static readonly Gen<decimal> Parts = Gen.Elements(0.10m, 0.05m, 0.125m, 0.3333m, 0.5m, 0.99m);

    private static readonly Gen<DiscountRule?> Discounts = Gen.OneOf(
        Gen.Constant<DiscountRule?>(null),
        from count in Gen.Choose(1, 6) from part in Parts select (DiscountRule?)DiscountRule.ForLargest(count, part),
        from limit in Gen.Choose(1, 200_000) from part in Parts select (DiscountRule?)DiscountRule.Above(limit, part));

    private static readonly Gen<Population[]> Countries =
        from inhabitants in Inhabitants.NonEmptyListOf()
        from codes in Gen.Shuffle(Enumerable.Range(100, inhabitants.Count).ToArray())
        select inhabitants.Select((count, i) => new Population(new MunicipalityCode(codes[i].ToString("0000", CultureInfo.InvariantCulture)), count)).ToArray();

    private static readonly Gen<FeeTerms> Kinds = Gen.OneOf(
        from rate in Gen.Choose(1, 500_000) select new FeeTerms { Kind = FeeKind.RatePerInhabitant, Rate = rate / 100_000m },
        from total in Gen.Choose(1, 30_000_000) select new FeeTerms { Kind = FeeKind.ShareOfTotal, Total = new Kronor(total) },
        from ören in Gen.Choose(1, 3_000_000) select new FeeTerms { Kind = FeeKind.ShareOfTotal, Total = new Kronor(ören / 100m) },
        from amount in Gen.Choose(1, 50_000) select new FeeTerms { Kind = FeeKind.Flat, Amount = new Kronor(amount) },
        from percent in Gen.Choose(5, 95) select new FeeTerms { Kind = FeeKind.FallingWithTakeUp, Rate = 2.28m, TakeUpAtHighestPrice = percent / 100m });

    private static readonly Gen<FeeCase> Cases =
        from terms in Kinds
        from discount in Discounts
        from step in Gen.Elements(1m, 100m, 10m, 0.5m, 0.01m, 1_000m)
        from mode in Gen.Elements(RoundingMode.Each, RoundingMode.Exact)
        from country in Countries
        select new FeeCase(terms with { Discount = discount, Step = step, Rounding = mode }, country);

    /// <summary>Tries the rule on thousands of cases.</summary>
    public static void AllObey(Func<FeeCase, bool> rule, int cases = 4_000) => Check(Cases, rule, cases);

    /// <summary>Tries the rule on thousands of cases that are rounded in one way.</summary>
    public static void AllObey(RoundingMode mode, Func<FeeCase, bool> rule) =>
        Check(Cases.Select(some => some with { Terms = some.Terms with { Rounding = mode } }).Where(some => !IsFlatAndExact(some.Terms)), rule, 4_000);

    /// <summary>A flat fee is never apportioned.</summary>
    private static bool IsFlatAndExact(FeeTerms terms) => terms is { Kind: FeeKind.Flat, Rounding: RoundingMode.Exact };

    private static void Check(Gen<FeeCase> cases, Func<FeeCase, bool> rule, int count) =>
        Prop.ForAll(Arb.From(cases), rule).Check(Config.QuickThrowOnFailure.WithMaxTest(count).WithEndSize(60).WithReplay(20160620, 20190307));
}
