using System.Globalization;
using System.Text.Json;

namespace Kunskapsstyrning.Domain.Municipalities.Populations;

/// <summary>
/// Reads a dataset in JSON-stat 2.0: categories by number and never by order, values whole or only those that are there, dimensions in
/// any order. The same reader tells what a table has, since metadata are a dataset without values.
/// </summary>
public sealed class JsonStat
{
    /// <summary>The most figures that are taken in.</summary>
    public const int MostFigures = 500_000;

    private const int MostDimensions = 12;

    private readonly List<Dimension> _dimensions = [];
    private JsonElement? _values;
    private JsonElement? _signs;
    private string _about = "";
    private long _places = 1;

    private JsonStat() { }

    /// <summary>Reads figures; what is no dataset is refused.</summary>
    public static Result TryRead(JsonElement root, out PopulationReading? reading)
    {
        reading = null;
        var dataset = new JsonStat();
        if (dataset.Open(root) is { IsDone: false } refused) return refused;
        return dataset.Read(out reading);
    }

    /// <summary>The categories of a dimension by code, with what each is called; empty when there is no such dimension or no dataset.</summary>
    public static IReadOnlyDictionary<string, string> CategoriesOf(ReadOnlyMemory<byte> bytes, string dimension)
    {
        IReadOnlyDictionary<string, string> found = new Dictionary<string, string>();
        JsonParts.TryRead(bytes, root =>
        {
            var dataset = new JsonStat();
            if (dataset.Open(root).IsDone && dataset._dimensions.Find(d => d.Is(dimension)) is { } known)
                found = known.Codes.Distinct().ToDictionary(code => code, known.LabelOf);
            return Result.Done;
        });
        return found;
    }

    private Result Open(JsonElement root)
    {
        var dataset = root.Part("dataset") ?? root;
        var dimensions = dataset.Part("dimension");
        var ids = (dataset.Part("id") ?? dimensions.Part("id")).Items();
        var sizes = (dataset.Part("size") ?? dimensions.Part("size")).Items();
        if (dimensions is null || ids.Count is 0 or > MostDimensions) return PopulationFileRefusals.UnknownLayout;
        if (ids.Count != sizes.Count) return PopulationFileRefusals.DoesNotFit;

        foreach (var (id, size) in ids.Zip(sizes))
        {
            if (id.ValueKind is not JsonValueKind.String || size.Whole() is not (> 0 and var count)) return PopulationFileRefusals.DoesNotFit;
            if (count > MostFigures) return PopulationFileRefusals.TooMany;
            _places = Math.Min(_places * count, long.MaxValue / MostFigures / 2);
            if (Dimension.Of(id.GetString()!, dimensions.Part(id.GetString()!), count) is not { } dimension) return PopulationFileRefusals.DoesNotFit;
            _dimensions.Add(dimension);
        }

        (_values, _signs) = (dataset.Part("value"), dataset.Part("status"));
        _about = About(dataset);
        Name(dataset.Part("role"));
        return Result.Done;
    }

    private Result Read(out PopulationReading? reading)
    {
        reading = null;
        if (_places > MostFigures) return PopulationFileRefusals.TooMany;
        if (_dimensions.Find(d => d.Role is Role.Region) is not { } regions) return PopulationFileRefusals.NoRegions;
        if (_dimensions.Find(d => d.Role is Role.Time) is not { } times) return PopulationFileRefusals.NoPeriod;
        if (_values is not { ValueKind: JsonValueKind.Array or JsonValueKind.Object } || Figures() is not { } figures) return PopulationFileRefusals.DoesNotFit;
        if (times.Codes.Select(CountedPeriod.Of).ToList() is not { } periods || periods.TrueForAll(p => p is null)) return PopulationFileRefusals.NoPeriod;

        var content = new ContentOfFigures("");
        var at = 0;
        foreach (var other in _dimensions.Where(d => d.Role is not (Role.Region or Role.Time)))
        {
            if (Chosen(other, ref content, out var refusal) is not { } chosen) return refusal!;
            at += chosen * Step(other);
        }

        var counts = new List<CountedRegion>();
        for (var region = 0; region < regions.Codes.Count; region++)
        {
            for (var time = 0; time < periods.Count; time++)
                if (periods[time] is { } period) counts.Add(new CountedRegion(regions.Codes[region].Trim(), period, figures[at + (region * Step(regions)) + (time * Step(times))]));
        }

        var read = new PopulationReading(counts, content, _about);
        if (read.Periods.Count == 0) return PopulationFileRefusals.NoPeriod;
        if (!read.Counts.Any(c => c.Region is { Length: 4 })) return PopulationFileRefusals.NoRegions;

        reading = read;
        return Result.Done;
    }

    /// <summary>The category to take of a dimension that is neither place nor time: inhabitants among contents, the whole of a division.</summary>
    private static int? Chosen(Dimension dimension, ref ContentOfFigures content, out Refusal? refusal)
    {
        refusal = null;
        if (dimension.Role is Role.Content)
        {
            var contents = dimension.Codes.Select(code => new ContentOfFigures($"{code} {dimension.LabelOf(code)}".Trim())).ToList();
            var chosen = contents.FindIndex(c => c.IsPopulation);
            if (chosen < 0 && contents is [{ IsOther: false }]) chosen = 0;
            if (chosen < 0) refusal = PopulationFileRefusals.NotPopulation(contents[0].Name);
            else content = contents[chosen];
            return chosen < 0 ? null : chosen;
        }

        var whole = dimension.Codes.ToList().FindIndex(code => Totals.IsTotal(code, dimension.LabelOf(code)));
        if (whole < 0) refusal = PopulationFileRefusals.Parted(dimension.Label);
        return whole < 0 ? null : whole;
    }

    /// <summary>How far apart neighbours in a dimension lie: the last dimension goes fastest.</summary>
    private int Step(Dimension dimension) => _dimensions.SkipWhile(d => d != dimension).Skip(1).Aggregate(1, (step, d) => step * d.Codes.Count);

    /// <summary>Every figure in its place; null when there are more or fewer than there are places.</summary>
    private string[]? Figures()
    {
        var figures = new string[_dimensions.Aggregate(1, (all, d) => all * d.Codes.Count)];
        Array.Fill(figures, "");
        if (_values is { ValueKind: JsonValueKind.Array } list)
        {
            if (list.GetArrayLength() != figures.Length) return null;
            foreach (var (at, value) in list.EnumerateArray().Index()) figures[at] = value.Figure();
        }
        else
        {
            foreach (var one in _values.Properties())
            {
                if (!int.TryParse(one.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var at) || at >= figures.Length) return null;
                figures[at] = one.Value.Figure();
            }
        }

        Sign(figures);
        return figures;
    }

    /// <summary>What stands in the place of a figure that is not there: "..".</summary>
    private void Sign(string[] figures)
    {
        foreach (var (at, sign) in _signs.Items().Index())
            if (at < figures.Length && figures[at].Length == 0) figures[at] = sign.Figure();
        foreach (var one in _signs.Properties())
            if (int.TryParse(one.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < figures.Length && figures[at].Length == 0) figures[at] = one.Value.Figure();
    }

    /// <summary>What each dimension is, by the roles that the dataset gives them and else by their names.</summary>
    private void Name(JsonElement? roles)
    {
        foreach (var dimension in _dimensions)
        {
            dimension.Role =
                Given("time", dimension) || dimension.Is("Tid", "time", "år", "ar") ? Role.Time
                : Given("metric", dimension) || dimension.Is("ContentsCode", "tabellinnehåll") ? Role.Content
                : Given("geo", dimension) || dimension.Is("Region", "kommun") ? Role.Region
                : Role.Division;
        }

        bool Given(string role, Dimension dimension) => roles.Part(role).Items().Any(id => ((JsonElement?)id).Text() == dimension.Id);
    }

    private static string About(JsonElement dataset) => string.Join(' ', (string?[])
    [
        dataset.Part("label").Text(), .. dataset.Part("note").Items().Select(note => ((JsonElement?)note).Text()),
        dataset.Part("extension").Part("px").Part("matrix").Text(), dataset.Part("extension").Part("px").Part("tableid").Text(),
    ]);

    private enum Role { Division, Region, Time, Content }

    private sealed class Dimension(string id, string label, IReadOnlyList<string> codes, IReadOnlyDictionary<string, string> labels)
    {
        public string Id { get; } = id;

        public string Label { get; } = label;

        public IReadOnlyList<string> Codes { get; } = codes;

        public Role Role { get; set; }

        public string LabelOf(string code) => labels.GetValueOrDefault(code) ?? "";

        public bool Is(params string[] names) => names.Contains(Id, StringComparer.OrdinalIgnoreCase);

        /// <summary>A dimension with as many categories as it says; null when it has others.</summary>
        public static Dimension? Of(string id, JsonElement? dimension, int size)
        {
            var category = dimension.Part("category");
            var labels = new Dictionary<string, string>();
            foreach (var one in category.Part("label").Properties()) labels[one.Name] = one.Value.Figure();

            var codes = new string?[size];
            var numbered = category.Part("index").Properties();
            var listed = category.Part("index").Items();
            if (numbered.Count + listed.Count == 0 && size == 1 && labels.Count == 1) codes[0] = labels.Keys.Single();
            if (listed.Count == size) codes = [.. listed.Select(code => ((JsonElement?)code).Text())];
            foreach (var one in numbered)
                if (one.Value.Whole() is { } at && at >= 0 && at < size && codes[at] is null) codes[at] = one.Name;
                else return null;

            return Array.TrueForAll(codes, code => code is not null) ? new Dimension(id, dimension.Part("label").Text() ?? id, codes!, labels) : null;
        }
    }
}
