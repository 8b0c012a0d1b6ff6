using System.Diagnostics;
using System.Globalization;

namespace Kunskapsstyrning.Bench;

/// <summary>The overview on any earlier day, in a country a hundred times as large, and held open by hundreds.</summary>
internal static class OverviewMeasured
{
    private const double EarlierDayLimit = 3;
    private const double LargeLimit = 10;
    private const double ToldLimit = 1;
    private const double MemoryLimit = 50;
    private const int Open = 300;
    private static readonly DateOnly FirstDay = new(2019, 3, 7);

    public static async Task Measure(Contestants contestants, Report report)
    {
        report.Heading("The overview");
        await EarlierDays(contestants, report);
        await HeldOpen(contestants, report);
    }

    /// <summary>In a database of its own, since it fills it with a hundred times as many answers.</summary>
    public static async Task MeasureLarge(BenchDatabase database, string product, Report report)
    {
        report.Heading($"The overview with {LargeCountry.Municipalities} municipalities and {LargeCountry.Recommendations} recommendations");
        var decisions = await database.FillLarge();
        var (node, _) = await new Contestants(database, product, "").StartProduct("large");
        await using var stops = node;
        var page = $"/rekommendationer/{LargeCountry.Slug(LargeCountry.Recommendations)}";
        await using var heard = await database.Listen();
        for (var i = 0; i < 60; i++) await Changed();
        await node.FindBackends(database);
        await node.Settle();
        var (times, cpu) = (new List<double>(), new List<double>());
        for (var batch = 0; batch < 9; batch++)
        {
            var before = node.CpuSoFar();
            for (var i = 0; i < 15; i++) times.Add(await Changed());
            cpu.Add((node.CpuSoFar() - before).TotalMilliseconds / 15);
        }

        report.AtMost($"Just changed, {decisions} decisions: CPU", Cost.Median(cpu), LargeLimit, "ms");
        report.AtMost("Just changed, time", Cost.Median(times), LargeLimit, "ms");

        async Task<double> Changed()
        {
            await database.Change(LargeCountry.Slug(LargeCountry.Recommendations));
            await heard.Next();
            return (await node.Time(page)).Milliseconds;
        }
    }

    /// <summary>A day that nobody has asked for before, each time.</summary>
    private static async Task EarlierDays(Contestants contestants, Report report)
    {
        var (product, _) = await contestants.StartProduct("earlier");
        await using var stopsProduct = product;
        var (bare, _) = await contestants.StartBare("bare-earlier");
        await using var stopsBare = bare;
        var asked = 0;
        var (ours, plain) = await new Duel(contestants.Database, product, bare).InTurn(
            () => Contestants.Page + "?per=" + FirstDay.AddDays(asked++).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), contestants.BarePage, batches: 9, each: 40, warm: 150);
        report.Compare("Any earlier day", ours, plain, EarlierDayLimit);
    }

    /// <summary>Many pages that wait for news on one process: when they are told of a change, and what each takes.</summary>
    private static async Task HeldOpen(Contestants contestants, Report report)
    {
        var (product, _) = await contestants.StartProduct("open");
        await using var stops = product;
        for (var i = 0; i < 40; i++) await product.Get(Contestants.Page);
        await product.Settle();
        var address = $"/handelser?rekommendation={BenchDatabase.Slug}&efter={await contestants.Database.LatestSequence()}";
        await using (var first = await Listeners.Start(product, address, Open)) await product.Settle();
        await product.Settle();
        var before = product.MemorySoFar();
        await using var listeners = await Listeners.Start(product, address, Open);
        await product.Settle();
        var each = (product.MemorySoFar() - before) / 1024.0 / Open;
        var waits = new List<double>();
        for (var i = 0; i < 10; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await contestants.Database.Change();
            waits.AddRange((await listeners.AllTold()).Select(told => Stopwatch.GetElapsedTime(start, told).TotalSeconds));
        }

        report.AtMost($"{Open} open overviews are told of a change, median", Cost.Median(waits), ToldLimit, "s");
        report.AtMost($"{Open} open overviews are told of a change, the last", waits.Max(), ToldLimit, "s");
        report.AtMost("Memory for each", each, MemoryLimit, "kB");
    }
}
