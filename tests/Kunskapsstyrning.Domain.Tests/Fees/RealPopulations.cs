using System.Globalization;
using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Shared;

namespace Kunskapsstyrning.Domain.Tests.Fees;

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

    /// <summary>The inhabitants of the 290 on the last day of a year, from the project's own reference file.</summary>
    public static IReadOnlyList<Population> On(DateOnly day)
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "ReferenceData", "population.csv"));
        var column = Array.IndexOf(lines[0].Split(','), day.Year.ToString(CultureInfo.InvariantCulture));
        return [.. lines.Skip(1).Select(line => line.Split(',')).Select(cells => new Population(new MunicipalityCode(cells[0]), int.Parse(cells[column], CultureInfo.InvariantCulture)))];
    }
}
