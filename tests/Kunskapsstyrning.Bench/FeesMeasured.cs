using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Municipalities;

namespace Kunskapsstyrning.Bench;

/// <summary>The fees of every municipality in four years, computed from terms and inhabitants.</summary>
internal static class FeesMeasured
{
    public static void Measure(BenchDatabase database, Report report)
    {
        var period = database.Recommendation.Periods[0];
        var population = database.Facts.PopulationOn(period.Terms.PopulationDate!.Value);
        var country = database.Facts.MunicipalitiesOn(population.Date).Select(m => new Population(m.Code, population[m.Code])).ToList();
        var costs = new List<double>();
        for (var i = 0; i < 700; i++)
        {
            var before = Cpu.OfThis();
            foreach (var year in period.Years.Years) GC.KeepAlive((year, FeeCalculation.Calculate(period.Terms, country)));
            if (i >= 300) costs.Add((Cpu.OfThis() - before).TotalMilliseconds);
        }

        report.Heading("Fees");
        report.AtMost($"{country.Count} x {period.Years.Years.Count()} fees, CPU", Cost.Median(costs), 2, "ms");
    }
}
