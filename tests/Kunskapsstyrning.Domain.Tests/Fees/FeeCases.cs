using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Shared;

namespace Kunskapsstyrning.Domain.Tests.Fees;

/// <summary>Terms and a country to try them on, and who of it takes part where that decides the price.</summary>
public sealed record FeeCase(FeeTerms Terms, IReadOnlyList<Population> Country, IReadOnlySet<MunicipalityCode>? TakingPart = null)
{
    public FeeList Calculate() => FeeCalculation.Calculate(Terms, Country, takingPart: TakingPart);

    /// <summary>True where a total is to be shared and nobody lives who could.</summary>
    public bool SharesAmongNobody => Terms.Kind is FeeKind.ShareOfTotal && Country.All(p => p.Inhabitants == 0);

    public override string ToString() => $"{Terms}: {string.Join(", ", Country.Select(p => $"{p.Municipality} {p.Inhabitants}"))}";
}

/// <summary>
/// Random terms on random countries, the same ones every time; a failure prints its case and its seed. FEE_CASES in the
/// environment is how many each rule is tried on, many for a long run and few for each mutant.
/// </summary>
internal static class FeeCases
{
    private static readonly int? Asked = int.TryParse(Environment.GetEnvironmentVariable("FEE_CASES"), CultureInfo.InvariantCulture, out var asked) ? asked : null;

    private static readonly Gen<int> Inhabitants = Gen.OneOf(
        Gen.Choose(0, 12), Gen.Choose(1, 1_000), Gen.Choose(2_000, 60_000), Gen.Choose(60_000, 1_000_000), Gen.Constant(0));

    private static readonly Gen<decimal> Parts = Gen.Elements(0.10m, 0.05m, 0.125m, 0.3333m, 0.5m, 0.99m, 0.000_1m);

    private static readonly Gen<DiscountRule?> Discounts = Gen.OneOf(
        Gen.Constant<DiscountRule?>(null),
        from count in Gen.Choose(1, 6) from part in Parts select (DiscountRule?)DiscountRule.ForLargest(count, part),
        from limit in Gen.Choose(1, 200_000) from part in Parts select (DiscountRule?)DiscountRule.Above(limit, part));

    private static readonly Gen<Population[]> Countries =
        from inhabitants in Gen.Frequency(
            (12, Inhabitants.NonEmptyListOf().Select(all => all.ToArray())),
            (2, from count in Gen.Choose(1, 60) from each in Inhabitants select Enumerable.Repeat(each, count).ToArray()),
            (1, Inhabitants.Select(one => new[] { one })),
            (1, Gen.Choose(1, 40).Select(count => new int[count])))
        from codes in Gen.Shuffle(Enumerable.Range(100, inhabitants.Length).ToArray())
        select inhabitants.Select((count, i) => new Population(Code(codes[i]), count)).ToArray();

    private static readonly Gen<FeeTerms> Kinds = Gen.OneOf(
        from rate in Gen.Choose(1, 500_000) select new FeeTerms { Kind = FeeKind.RatePerInhabitant, Rate = rate / 100_000m },
        from total in Gen.Choose(1, 30_000_000) select new FeeTerms { Kind = FeeKind.ShareOfTotal, Total = new Kronor(total) },
        from ören in Gen.Choose(1, 3_000_000) select new FeeTerms { Kind = FeeKind.ShareOfTotal, Total = new Kronor(ören / 100m) },
        from amount in Gen.Choose(1, 50_000) select new FeeTerms { Kind = FeeKind.Flat, Amount = new Kronor(amount) },
        from percent in Gen.Choose(5, 95) select new FeeTerms { Kind = FeeKind.FallingWithTakeUp, Rate = 2.28m, TakeUpAtHighestPrice = percent / 100m },
        from cost in Gen.Choose(1, 20_000_000) select new FeeTerms { Kind = FeeKind.FallingWithTakeUp, Rate = 2.28m, Total = new Kronor(cost) });

    private static readonly Gen<decimal> Steps = Gen.Elements(1m, 100m, 10m, 0.5m, 0.01m, 1_000m, 3m, 0.07m, 100.00m);

    private static readonly Gen<FeeCase> Cases =
        from terms in Kinds
        from discount in Discounts
        from step in Steps
        from mode in Gen.Elements(RoundingMode.Each, RoundingMode.Exact)
        from country in Countries
        from joined in Gen.Choose(0, 3)
        select new FeeCase(terms with { Discount = discount, Step = step, Rounding = mode }, country, Joined(country, joined));

    /// <summary>The largest numbers that any form lets through, on countries larger than the world.</summary>
    private static readonly Gen<FeeCase> AbsurdCases =
        from terms in Gen.OneOf(
            from rate in Gen.Elements(1_000m, 999.999_999_999_9m, 0.000_000_000_1m, 0.333_333_333_3m) select new FeeTerms { Kind = FeeKind.RatePerInhabitant, Rate = rate },
            from total in Gen.Elements(100_000_000_000m, 99_999_999_999.99m, 0.01m, 33_333_333_333.33m) select new FeeTerms { Kind = FeeKind.ShareOfTotal, Total = new Kronor(total) },
            from amount in Gen.Elements(100_000_000_000m, 0.01m) select new FeeTerms { Kind = FeeKind.Flat, Amount = new Kronor(amount) },
            from rate in Gen.Elements(1_000m, 0.000_000_000_1m) from part in Gen.Elements(1m, 0.000_001m, 0.333_333m) select new FeeTerms { Kind = FeeKind.FallingWithTakeUp, Rate = rate, TakeUpAtHighestPrice = part },
            from rate in Gen.Elements(1_000m, 0.000_000_000_1m) from cost in Gen.Elements(100_000_000_000m, 0.01m) select new FeeTerms { Kind = FeeKind.FallingWithTakeUp, Rate = rate, Total = new Kronor(cost) })
        from part in Gen.Elements(0.000_001m, 0.333_333m, 0.999_999m)
        from discount in Gen.Elements(null, DiscountRule.ForLargest(1, part), DiscountRule.ForLargest(int.MaxValue, part), DiscountRule.Above(1, part))
        from step in Gen.Elements(0.01m, 1m, 100_000m, 99_999.99m)
        from mode in Gen.Elements(RoundingMode.Each, RoundingMode.Exact)
        from inhabitants in Gen.OneOf(Gen.Constant(int.MaxValue), Gen.Choose(0, int.MaxValue), Gen.Choose(0, 2)).NonEmptyListOf()
        let country = inhabitants.Select((count, i) => new Population(Code(i), count)).ToArray()
        let rounding = terms.Kind is FeeKind.Flat ? RoundingMode.Each : mode
        select new FeeCase(terms with { Discount = discount, Step = step, Rounding = rounding, PopulationDate = RealPopulations.EndOf2018 }, country);

    /// <summary>Tries the rule on thousands of cases.</summary>
    public static void AllObey(Func<FeeCase, bool> rule, int cases = 4_000) => Check(Cases.Where(some => !some.SharesAmongNobody), rule, cases);

    /// <summary>Tries the rule on thousands of cases that are rounded in one way.</summary>
    public static void AllObey(RoundingMode mode, Func<FeeCase, bool> rule, int cases = 4_000) => Check(
        Cases.Select(some => some with { Terms = some.Terms with { Rounding = mode } }).Where(some => !IsFlatAndExact(some.Terms) && !some.SharesAmongNobody), rule, cases);

    /// <summary>Tries the rule on prices that can fall.</summary>
    public static void FallingObey(Func<FeeCase, bool> rule) =>
        Check(Cases.Where(some => some.Terms.Kind is FeeKind.FallingWithTakeUp), rule, 2_000);

    /// <summary>Tries the rule on the largest and smallest numbers that are let through.</summary>
    public static void AbsurdOnesObey(Func<FeeCase, bool> rule, int cases = 2_000) => Check(AbsurdCases.Where(some => !some.SharesAmongNobody), rule, cases);

    public static MunicipalityCode Code(int number) => new(number.ToString("0000", CultureInfo.InvariantCulture));

    /// <summary>Everyone, every other, every third or nobody.</summary>
    private static HashSet<MunicipalityCode>? Joined(Population[] country, int how) => how == 0
        ? null
        : [.. country.Where((_, i) => how < 3 ? i % (how + 1) == 0 : i < 0).Select(p => p.Municipality)];

    /// <summary>A flat fee is never apportioned.</summary>
    private static bool IsFlatAndExact(FeeTerms terms) => terms is { Kind: FeeKind.Flat, Rounding: RoundingMode.Exact };

    private static void Check(Gen<FeeCase> cases, Func<FeeCase, bool> rule, int count) =>
        Prop.ForAll(Arb.From(cases), rule).Check(Config.QuickThrowOnFailure.WithMaxTest(Asked ?? count).WithEndSize(60).WithReplay(20160620, 20190307));
}
