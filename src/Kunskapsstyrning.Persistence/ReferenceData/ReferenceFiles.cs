using System.Globalization;
using System.Security.Cryptography;
using CsvHelper;
using Kunskapsstyrning.Domain.Municipalities;

namespace Kunskapsstyrning.Persistence.ReferenceData;

/// <summary>
/// The project's own files of reference data: counties, municipalities, inhabitants and the recommendations with what the
/// sources state. They lie inside the program, so that an installation always has those it was built with.
/// </summary>
public sealed class ReferenceFiles
{
    private const string Statistics = "SCB";

    private ReferenceFiles() { }

    /// <summary>The counties.</summary>
    public required IReadOnlyList<County> Counties { get; init; }

    /// <summary>The municipalities, by code.</summary>
    public required IReadOnlyList<Municipality> Municipalities { get; init; }

    /// <summary>Inhabitants on 31 December, a set for each year.</summary>
    public required IReadOnlyList<PopulationSet> PopulationSets { get; init; }

    /// <summary>The recommendations, a predecessor before those that renew it.</summary>
    public required IReadOnlyList<RecommendationFile> Recommendations { get; init; }

    /// <summary>SHA-256 of all the files together, in hex: the same as long as no file has changed. Tells without reading what is in them.</summary>
    public static string Checksum() =>
        Sha256([.. Bytes("counties.csv"), .. Bytes("municipalities.csv"), .. Bytes("population.csv"), .. Bytes("population_totals.csv"), .. Bytes("recommendations.json")]);

    /// <summary>Reads the files. What comes out belongs to the caller alone, so that it can be saved.</summary>
    /// <exception cref="InvalidDataException">The files contradict each other.</exception>
    public static ReferenceFiles Read()
    {
        var (counties, municipalities, population) = (Bytes("counties.csv"), Bytes("municipalities.csv"), Bytes("population.csv"));
        var (totals, recommendations) = (Bytes("population_totals.csv"), Bytes("recommendations.json"));
        return new ReferenceFiles
        {
            Counties = Rows(counties, row => new County(row.GetString("code"), row.GetString("name"))),
            Municipalities = Rows(municipalities, MunicipalityOf),
            PopulationSets = Sets(population, Totals(totals)),
            Recommendations = RecommendationFile.Read(recommendations),
        };
    }

    private static Municipality MunicipalityOf(CsvReader row) => new(
        new MunicipalityCode(row.GetString("code")), row.GetString("name"), row.Parse<DateOnly>("valid_from"),
        new TilePlace(row.Parse<int>("tile_column"), row.Parse<int>("tile_row")),
        row.Parse<decimal>("latitude"), row.Parse<decimal>("longitude"));

    private static Dictionary<int, long> Totals(byte[] file) =>
        Rows(file, row => (Year: row.Parse<int>("year"), Inhabitants: row.Parse<long>("inhabitants"))).ToDictionary(t => t.Year, t => t.Inhabitants);

    private static List<PopulationSet> Sets(byte[] file, Dictionary<int, long> totals)
    {
        var checksum = Sha256(file);
        var rows = Rows(file, row => row.Headers.Skip(1).Select(year => (
            Year: int.Parse(year, CultureInfo.InvariantCulture), Population: new Population(new MunicipalityCode(row.GetString("code")), row.Parse<int>(year)))).ToList());
        var sets = rows.SelectMany(row => row).GroupBy(figure => figure.Year, figure => figure.Population).ToList();
        foreach (var set in sets) Check(set.Key, set, totals);
        return [.. sets.Select(set => new PopulationSet(SetOf(set.Key), new DateOnly(set.Key, 12, 31), Statistics, checksum, set))];
    }

    /// <summary>A municipality left out or a slip of the pen shows in the sum, where SCB's own sum for the country is known.</summary>
    private static void Check(int year, IEnumerable<Population> figures, Dictionary<int, long> totals)
    {
        var sum = figures.Sum(f => (long)f.Inhabitants);
        if (totals.TryGetValue(year, out var total) && sum != total)
            throw new InvalidDataException($"population.csv sums to {sum} in {year}, but the country had {total} inhabitants.");
    }

    private static PopulationSetId SetOf(int year) => new(Guid.Parse($"0198a002-{year}-7000-8000-000000000000"));

    private static List<T> Rows<T>(byte[] file, Func<CsvReader, T> read)
    {
        using var csv = CsvReader.Create(file);
        var rows = new List<T>();
        while (csv.Read()) rows.Add(read(csv));
        return rows;
    }

    private static byte[] Bytes(string name)
    {
        using var stream = typeof(ReferenceFiles).Assembly.GetManifestResourceStream($"Kunskapsstyrning.Persistence.ReferenceData.{name}")
            ?? throw new InvalidOperationException($"{name} is not in the assembly.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
