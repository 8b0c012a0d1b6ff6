using System.Globalization;
using System.Text;
using System.Text.Json;
using Kunskapsstyrning.Domain.Municipalities.Populations;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Municipalities.Populations;

/// <summary>Figures in SCB's layouts, made by hand: the numbers of Ekerö and Stockholm are SCB's.</summary>
internal static class Statistics
{
    public static readonly string[] Regions = ["00", "0125", "0180"];
    public static readonly string[] Years = ["2015", "2024"];

    public static string Figure(string region, string year) => (region, year) switch
    {
        ("0125", "2015") => "26984",
        ("0125", _) => "28910",
        ("0180", "2015") => "923516",
        ("0180", _) => "995574",
        (_, "2015") => "950500",
        _ => "1024484",
    };

    /// <summary>A dataset with its dimensions in an order, and index and values written in either of two ways.</summary>
    public static byte[] Dataset(string[] order, bool listedIndex, bool sparse, bool turned = false)
    {
        var categories = new Dictionary<string, string[]> { ["Region"] = Regions, ["ContentsCode"] = ["BE0101N2", "BE0101N1"], ["Tid"] = Years };
        var places = order.Aggregate(1, (all, id) => all * categories[id].Length);
        var values = new List<string>();
        for (var at = 0; at < places; at++)
        {
            var (left, chosen) = (at, new Dictionary<string, string>());
            foreach (var id in order.Reverse())
            {
                chosen[id] = categories[id][left % categories[id].Length];
                left /= categories[id].Length;
            }

            values.Add(chosen["ContentsCode"] == "BE0101N1" ? Figure(chosen["Region"], chosen["Tid"]) : "7");
        }

        var dimensions = string.Join(',', order.Select(id => $"{Quoted(id)}:{{\"label\":{Quoted(id)},\"category\":{{\"index\":{Index(categories[id], listedIndex, turned)},\"label\":{{{string.Join(',', categories[id].Select(c => $"{Quoted(c)}:{Quoted(LabelOf(c))}"))}}}}}}}"));
        var written = sparse ? $"{{{string.Join(',', values.Select((v, at) => $"\"{at}\":{v}").Reverse())}}}" : $"[{string.Join(',', values)}]";
        return Bytes($"{{\"version\":\"2.0\",\"class\":\"dataset\",\"note\":[\"Uppgifterna avser förhållandena den 31 december\"],\"id\":[{string.Join(',', order.Select(Quoted))}],\"size\":[{string.Join(',', order.Select(id => categories[id].Length))}],\"dimension\":{{{dimensions}}},\"value\":{written}}}");
    }

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static PopulationReading Read(byte[] json)
    {
        Assert.Null(StatisticsJson.TryRead(json, out var reading).Refusal?.Sentence);
        return reading!;
    }

    public static string Refusal(string json) => StatisticsJson.TryRead(Bytes(json), out _).Refusal!.Code;

    /// <summary>Lines of cells, parted by a bar.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Lines(string text) => [.. text.ReplaceLineEndings("\n").Split('\n').Select(line => (IReadOnlyList<string>)[.. line.Split('|').Select(c => c.Trim())])];

    public static PopulationReading ReadLines(string text)
    {
        Assert.Null(PxWebTable.TryRead(Lines(text), out var reading).Refusal?.Sentence);
        return reading!;
    }

    /// <summary>"0125 2015 26984", by region and period.</summary>
    public static IEnumerable<string> Told(this PopulationReading reading) =>
        reading.Counts.Where(c => !c.IsMissing).Select(c => $"{c.Region} {c.Period.Name} {c.Written}").Order(StringComparer.Ordinal);

    private static string Index(string[] codes, bool listed, bool turned)
    {
        if (listed) return $"[{string.Join(',', codes.Select(Quoted))}]";
        var numbered = codes.Select((code, at) => string.Create(CultureInfo.InvariantCulture, $"{Quoted(code)}:{at}"));
        return $"{{{string.Join(',', turned ? numbered.Reverse() : numbered)}}}";
    }

    private static string LabelOf(string code) => code switch { "BE0101N1" => "Folkmängd", "BE0101N2" => "Folkökning", "0125" => "Ekerö", _ => code };

    private static string Quoted(string text) => JsonSerializer.Serialize(text);

}
