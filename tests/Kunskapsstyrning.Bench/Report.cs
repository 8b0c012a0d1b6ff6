using System.Diagnostics;
using System.Globalization;

namespace Kunskapsstyrning.Bench;

/// <summary>One thing done many times: wall time and processor time of each, in milliseconds.</summary>
internal sealed record Cost(double Wall, double Cpu)
{
    /// <summary>The medians, each by itself.</summary>
    public static Cost Median(IReadOnlyCollection<Cost> costs) => new(Median(costs.Select(c => c.Wall)), Median(costs.Select(c => c.Cpu)));

    /// <summary>What it costs to do something once: by the clock, and in this process with the server processes that work for it.</summary>
    public static async Task<Cost> Of(IReadOnlyList<int> backends, Func<Task> act)
    {
        var cpu = Bench.Cpu.OfThis() + Bench.Cpu.Of(backends);
        var start = Stopwatch.GetTimestamp();
        await act();
        var wall = Stopwatch.GetElapsedTime(start);
        return new Cost(wall.TotalMilliseconds, (Bench.Cpu.OfThis() + Bench.Cpu.Of(backends) - cpu).TotalMilliseconds);
    }

    /// <summary>The middle one, or between the two in the middle.</summary>
    public static double Median(IEnumerable<double> numbers)
    {
        var sorted = numbers.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}

/// <summary>The table that the bench prints, a line as soon as it is measured.</summary>
internal sealed class Report
{
    private int _missing;

    /// <summary>True when every line could be measured.</summary>
    public bool IsWhole => _missing == 0;

    public void Heading(string title)
    {
        Console.WriteLine();
        Line(title, "product", "bare", "ratio", "limit", "");
        Console.WriteLine(new string('-', 106));
    }

    /// <summary>Both time and processor time against the bare way.</summary>
    public void Compare(string name, Cost product, Cost bare, double limit)
    {
        Ratio($"{name}: time", product.Wall, bare.Wall, limit);
        Ratio($"{name}: CPU", product.Cpu, bare.Cpu, limit);
    }

    /// <summary>A number against its limit.</summary>
    public void AtMost(string name, double number, double limit, string unit) =>
        Line(name, Number(number, unit), "", "", "< " + Number(limit, unit), number < limit ? "ok" : "OVER");

    /// <summary>Something that could not be measured.</summary>
    public void Missing(string name, string why)
    {
        _missing++;
        Line(name, "", "", "", "", "NOT MEASURED: " + why);
    }

    private static void Ratio(string name, double product, double bare, double limit) =>
        Line(name, Number(product, "ms"), Number(bare, "ms"), Number(product / bare, "x"), "<= " + Number(limit, "x"), product / bare <= limit ? "ok" : "OVER");

    private static void Line(string name, string product, string bare, string ratio, string limit, string verdict) =>
        Console.WriteLine($"{name,-50} {product,12} {bare,12} {ratio,8} {limit,12}  {verdict}".TrimEnd());

    private static string Number(double number, string unit) => unit switch
    {
        "x" => number.ToString("0.00x", CultureInfo.InvariantCulture),
        "bytes" => number.ToString("0", CultureInfo.InvariantCulture) + " B",
        _ => number.ToString("0.000", CultureInfo.InvariantCulture) + " " + unit,
    };
}
