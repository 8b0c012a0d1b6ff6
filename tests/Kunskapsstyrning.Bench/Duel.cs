namespace Kunskapsstyrning.Bench;

/// <summary>The product and the bare endpoint, asked request by request in turn, so that what the machine does meanwhile hits both.</summary>
internal sealed record Duel(BenchDatabase Database, Node Product, Node Bare)
{
    /// <summary>Time is the median of all requests; processor time that of batches, each divided by its requests.</summary>
    /// <param name="page">The product's page.</param>
    /// <param name="barePage">The same rows from the bare endpoint.</param>
    /// <param name="batches">How many batches.</param>
    /// <param name="each">Requests in a batch.</param>
    /// <param name="warm">Requests before anything is counted.</param>
    /// <param name="heard">When given, something is changed before every request.</param>
    public Task<(Cost Product, Cost Bare)> InTurn(string page, string barePage, int batches, int each, int warm, ChangesHeard? heard = null) => InTurn(() => page, barePage, batches, each, warm, heard);

    /// <summary>The same where each request of the product may be for another page.</summary>
    public async Task<(Cost Product, Cost Bare)> InTurn(Func<string> page, string barePage, int batches, int each, int warm, ChangesHeard? heard = null)
    {
        var (times, bareTimes, cpu, bareCpu) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i < warm; i++) await OneOfEach();
        times.Clear();
        bareTimes.Clear();
        await Product.FindBackends(Database);
        await Bare.FindBackends(Database);
        await Product.Settle();
        await Bare.Settle();
        for (var batch = 0; batch < batches; batch++)
        {
            var (before, bareBefore) = (Product.CpuSoFar(), Bare.CpuSoFar());
            for (var i = 0; i < each; i++) await OneOfEach();
            cpu.Add((Product.CpuSoFar() - before).TotalMilliseconds / each);
            bareCpu.Add((Bare.CpuSoFar() - bareBefore).TotalMilliseconds / each);
        }

        return (new Cost(Cost.Median(times), Cost.Median(cpu)), new Cost(Cost.Median(bareTimes), Cost.Median(bareCpu)));

        async Task OneOfEach()
        {
            if (heard is not null)
            {
                await Database.Change();
                await heard.Next();
            }

            times.Add((await Product.Time(page())).Milliseconds);
            bareTimes.Add((await Bare.Time(barePage)).Milliseconds);
        }
    }
}
