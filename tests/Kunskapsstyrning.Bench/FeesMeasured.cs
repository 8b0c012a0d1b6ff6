using System.Globalization;
using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Municipalities;

namespace Kunskapsstyrning.Bench;

/// <summary>The fees of every municipality in four years, computed from terms and inhabitants.</summary>
internal static class FeesMeasured
{
    public const int Many = 29_000;
    private const int Lists = 3;
    public const int Years = 10;

    public static void Measure(BenchDatabase database, Report report)
    {
        var period = database.Recommendation.Periods[0];
        var population = database.Facts.PopulationOn(period.Terms.PopulationDate!.Value);
        var country = database.Facts.MunicipalitiesOn(population.Date).Select(m => new Population(m.Code, population[m.Code]!.Value)).ToList();
        var costs = new List<double>();
        for (var i = 0; i < 700; i++)
        {
            var before = Cpu.OfThis();
            foreach (var year in period.Years.Years) GC.KeepAlive((year, FeeCalculation.Calculate(period.Terms, country)));
            if (i >= 300) costs.Add((Cpu.OfThis() - before).TotalMilliseconds);
        }

        report.Heading("Fees");
        report.AtMost($"{country.Count} x {period.Years.Years.Count()} fees, CPU", Cost.Median(costs), 2, "ms");
        report.AtMost($"{Many} x {Years} fees, CPU", Large(period.Terms), 200, "ms");
    }

    /// <summary>So many inhabited municipalities, in lists of as many as there are codes for.</summary>
    public static IReadOnlyList<IReadOnlyList<Population>> Countries()
    {
        var chance = new Random(2016);
        return [.. Enumerable.Range(0, Lists).Select(list => Enumerable.Range(0, (Many - list + Lists - 1) / Lists)
            .Select(number => new Population(new MunicipalityCode(number.ToString("0000", CultureInfo.InvariantCulture)), chance.Next(2_400, 1_000_000))).ToList())];
    }

    /// <summary>A country a hundred times as large, in three lists a year since a code has four digits.</summary>
    private static double Large(FeeTerms terms)
    {
        var countries = Countries();
        var costs = new List<double>();
        for (var i = 0; i < 30; i++)
        {
            var before = Cpu.OfThis();
            for (var year = 0; year < Years; year++)
                foreach (var country in countries) GC.KeepAlive(FeeCalculation.Calculate(terms, country));
            if (i >= 10) costs.Add((Cpu.OfThis() - before).TotalMilliseconds);
        }

        return Cost.Median(costs);
    }
}
