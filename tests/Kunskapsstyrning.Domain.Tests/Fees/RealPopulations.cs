using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Shared;

namespace Kunskapsstyrning.Domain.Fees;

/// <summary>SCB's inhabitants and the terms of the two recommendations whose fees are known.</summary>
internal static class RealPopulations
{
    public static readonly MunicipalityCode Ekerö = new("0125");
    public static readonly MunicipalityCode Stockholm = new("0180");

    public static readonly DateOnly EndOf2015 = new(2015, 12, 31);
    public static readonly DateOnly EndOf2018 = new(2018, 12, 31);

    public static readonly FeeTerms Terms2016 = new()
    {
        Kind = FeeKind.RatePerInhabitant,
        Rate = 0.35264m,
        Discount = DiscountRule.ForLargest(4, 0.10m),
        PopulationDate = EndOf2015,
        Step = 100m,
        Rounding = RoundingMode.Each,
    };

    public static readonly FeeTerms Terms2018 = new()
    {
        Kind = FeeKind.ShareOfTotal,
        Total = new Kronor(19_500_000m),
        Cap = new Kronor(19_500_000m),
        Discount = DiscountRule.ForLargest(4, 0.10m),
        PopulationDate = EndOf2018,
        Step = 1m,
        Rounding = RoundingMode.Exact,
    };

    public static IReadOnlyList<Population> On(DateOnly day) =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Fees", "population-2015-2018.csv"))
            .Skip(1)
            .Select(line => line.Split(','))
            .Where(cells => cells[1] == day.ToString("yyyy-MM-dd"))
            .Select(cells => new Population(new MunicipalityCode(cells[0]), int.Parse(cells[2])))];
}
