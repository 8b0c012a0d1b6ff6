namespace Kunskapsstyrning.Bench;

/// <summary>From the start of the process to its first page, in turn with the bare one. The database is up and migrated.</summary>
internal static class StartMeasured
{
    private const int Times = 9;
    private const double Limit = 2.5;

    public static async Task Measure(Contestants contestants, Report report)
    {
        var (product, bare) = (new List<Cost>(), new List<Cost>());
        for (var i = 0; i <= Times; i++)
        {
            var one = await Start(contestants.Database, () => contestants.StartProduct("starting"));
            var other = await Start(contestants.Database, () => contestants.StartBare("starting-bare"));
            if (i == 0) continue; // files are read for the first time

            product.Add(one);
            bare.Add(other);
        }

        report.Heading("Start, against the bare program");
        report.Compare("Process start to first page", Cost.Median(product), Cost.Median(bare), Limit);
    }

    private static async Task<Cost> Start(BenchDatabase database, Func<Task<(Node Node, Cost UntilFirstPage)>> start)
    {
        var before = await database.CpuSoFar();
        var (node, cost) = await start();
        await using (node) return cost with { Cpu = cost.Cpu + (await database.CpuSoFar() - before).TotalMilliseconds };
    }
}
