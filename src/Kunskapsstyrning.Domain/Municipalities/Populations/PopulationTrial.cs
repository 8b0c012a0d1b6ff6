using System.Globalization;

namespace Kunskapsstyrning.Domain.Municipalities.Populations;

/// <summary>How much a finding weighs.</summary>
public enum FindingWeight
{
    /// <summary>The figures cannot be read in.</summary>
    Hard,
    /// <summary>A person must say that it is right.</summary>
    Soft,
    /// <summary>Good to know.</summary>
    Told,
}

/// <summary>Something found in figures before they are read in.</summary>
/// <param name="Weight">How much it weighs.</param>
/// <param name="Sentence">What, in Swedish.</param>
public sealed record PopulationFinding(FindingWeight Weight, string Sentence);

/// <summary>A municipality's inhabitants beside those of the set before.</summary>
/// <param name="Municipality">The municipality.</param>
/// <param name="Before">Inhabitants in the set before; null where it had none to compare with.</param>
/// <param name="After">Inhabitants now.</param>
public sealed record PopulationDifference(Municipality Municipality, int? Before, int After)
{
    private const decimal Much = 0.10m;

    /// <summary>How many more.</summary>
    public int? Change => After - Before;

    /// <summary>How many more, as a share of those before; null where there were none.</summary>
    public decimal? Share => Before is > 0 ? (decimal)Change!.Value / Before : null;

    /// <summary>True when it is more than ten per cent.</summary>
    public bool IsLarge => Share is { } share ? Math.Abs(share) > Much : Before is not null;
}

/// <summary>What figures are held against.</summary>
/// <param name="There">The municipalities of the division that the figures are told by.</param>
/// <param name="Known">Every municipality that is, has been or will be.</param>
/// <param name="Counties">The counties' codes.</param>
/// <param name="Before">Inhabitants in the set before, of the same municipalities; null where there is no set before.</param>
public sealed record PopulationRegister(IReadOnlyList<Municipality> There, IReadOnlySet<MunicipalityCode> Known, IReadOnlySet<string> Counties, IReadOnlyDictionary<MunicipalityCode, int>? Before);

/// <summary>Figures of a period held against the register, against their own sums and against the set before, before anything of them is kept.</summary>
public sealed class PopulationTrial
{
    private const int MostOfOne = 3_000_000;
    private const int FewestOfOne = 500;

    /// <summary>From this year on SCB adds noise, so that a sum of parts may differ from the published whole.</summary>
    private const int FirstYearOfNoise = 2025;

    /// <summary>The most that the noise of a municipality is taken to be.</summary>
    private const int MostNoise = 10;

    private readonly List<PopulationFinding> _findings = [];
    private readonly SortedDictionary<MunicipalityCode, int> _figures = [];
    private readonly Dictionary<string, int> _sums = [];

    private PopulationTrial(PopulationReading reading, CountedPeriod period) => (Reading, Period, Day) = (reading, period, period.Day(reading.IsNovember));

    /// <summary>What was read.</summary>
    public PopulationReading Reading { get; }

    /// <summary>The period that is tried.</summary>
    public CountedPeriod Period { get; }

    /// <summary>The day of the figures.</summary>
    public DateOnly Day { get; }

    /// <summary>The figures by code, as far as they could be read.</summary>
    public IEnumerable<Population> Figures => _figures.Select(f => new Population(f.Key, f.Value));

    /// <summary>How many municipalities have a figure.</summary>
    public int Count => _figures.Count;

    /// <summary>All inhabitants.</summary>
    public long Sum => _figures.Values.Sum(f => (long)f);

    /// <summary>Every municipality beside the set before, the largest change first.</summary>
    public IReadOnlyList<PopulationDifference> Differences { get; private set; } = [];

    /// <summary>What was found, the weightiest first.</summary>
    public IReadOnlyList<PopulationFinding> Findings => [.. _findings.OrderBy(f => f.Weight)];

    /// <summary>True when nothing stands in the way.</summary>
    public bool CanBeReadIn => _findings.TrueForAll(f => f.Weight is not FindingWeight.Hard);

    /// <summary>True when a person must say that it is right.</summary>
    public bool NeedsConsent => _findings.Exists(f => f.Weight is FindingWeight.Soft);

    /// <summary>Tries the figures of a period.</summary>
    public static PopulationTrial Of(PopulationReading reading, CountedPeriod period, PopulationRegister register)
    {
        var trial = new PopulationTrial(reading, period);
        foreach (var count in reading.Of(period)) trial.Take(count, register);
        trial.TellWhoIsMissing(register);
        trial.HoldAgainstSums(register);
        trial.TellWhatIsUntold();
        trial.Compare(register);
        return trial;
    }

    /// <summary>Adds what only somebody else can find: that the same is there already.</summary>
    public void Find(FindingWeight weight, string sentence) => _findings.Add(new PopulationFinding(weight, sentence));

    private void Take(CountedRegion count, PopulationRegister register)
    {
        var isMunicipality = MunicipalityCode.TryParse(count.Region, out var code);
        if (!isMunicipality && count.Region is not "00" && !register.Counties.Contains(count.Region))
        {
            if (!count.IsMissing && count.Written is not "0") Find(FindingWeight.Hard, $"Koden {Short(count.Region)} är varken en kommun, ett län eller riket.");
            return;
        }

        if (isMunicipality && !register.There.Any(m => m.Code == code))
        {
            if (!count.IsMissing && count.Written is not "0")
                Find(FindingWeight.Hard, register.Known.Contains(code) ? $"Kommunen med koden {code} fanns inte den {SwedishText.LongDate(CountedPeriod.DivisionOf(Day))}." : $"Koden {code} är ingen känd kommun.");
            return;
        }

        if (count.IsMissing) return;
        if (Number(count.Written) is not { } inhabitants)
        {
            Find(FindingWeight.Hard, $"{NameOf(count.Region, register)}: ”{Short(count.Written)}” är inget antal invånare.");
            return;
        }

        if (!isMunicipality)
        {
            if (!_sums.TryAdd(count.Region, inhabitants)) Find(FindingWeight.Hard, $"{NameOf(count.Region, register)} står på flera rader.");
            return;
        }

        if (!_figures.TryAdd(code, inhabitants)) Find(FindingWeight.Hard, $"{NameOf(count.Region, register)} står på flera rader.");
        else if (inhabitants is 0 or > MostOfOne) Find(FindingWeight.Hard, $"{NameOf(count.Region, register)}: {SwedishText.Number(inhabitants)} invånare är orimligt.");
        else if (inhabitants < FewestOfOne) Find(FindingWeight.Soft, $"{NameOf(count.Region, register)} har bara {SwedishText.Number(inhabitants)} invånare.");
    }

    /// <summary>A whole number of people, with or without spaces between thousands; null for anything else.</summary>
    private static int? Number(string written)
    {
        var plain = string.Concat(written.Where(c => c is not (' ' or '\u00A0' or '\u2009' or '\u202F')));
        return int.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private void TellWhoIsMissing(PopulationRegister register)
    {
        var missing = register.There.Where(m => !_figures.ContainsKey(m.Code)).Select(m => m.Name).ToList();
        if (missing.Count > 0)
            Find(FindingWeight.Hard, $"{SwedishText.Number(missing.Count)} av {SwedishText.Number(register.There.Count)} kommuner saknar siffra: {string.Join(", ", missing.Take(10))}{(missing.Count > 10 ? " …" : "")}.");
    }

    private void HoldAgainstSums(PopulationRegister register)
    {
        if (!_sums.ContainsKey("00")) Find(FindingWeight.Told, "Filen har ingen rad för riket, så summan kan inte prövas.");
        foreach (var (region, said) in _sums.OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            var parts = _figures.Where(f => region is "00" || f.Key.County == region).Select(f => (long)f.Value).ToList();
            var difference = said - parts.Sum();
            if (difference == 0) continue;

            var isNoise = Day.Year >= FirstYearOfNoise && Math.Abs(difference) <= (long)MostNoise * parts.Count;
            var sentence = $"{NameOf(region, register)}: kommunerna ger {SwedishText.Number(parts.Sum())} invånare, men raden säger {SwedishText.Number(said)}.";
            Find(isNoise ? FindingWeight.Told : FindingWeight.Hard, isNoise ? $"{sentence} SCB lägger från 2025 små slumpmässiga fel på siffrorna, så summan behöver inte stämma." : sentence);
        }
    }

    private void TellWhatIsUntold()
    {
        if (!Reading.Content.IsPopulation)
            Find(FindingWeight.Soft, Reading.Content.Name is { Length: > 0 } name ? $"Filen säger inte att siffrorna är folkmängd, utan ”{Short(name)}”." : "Filen säger inte att siffrorna är folkmängd.");
        if (!Reading.IsDayTold && Period.Month is null) Find(FindingWeight.Told, $"Filen säger inte vilken dag på året siffrorna gäller. {SwedishText.LongDate(Day)} antas.");
    }

    private void Compare(PopulationRegister register)
    {
        Differences =
        [
            .. register.There.Where(m => _figures.ContainsKey(m.Code))
                .Select(m => new PopulationDifference(m, register.Before?.TryGetValue(m.Code, out var before) is true ? before : null, _figures[m.Code]))
                .OrderByDescending(d => d.IsLarge).ThenByDescending(d => Math.Abs(d.Share ?? 0)).ThenBy(d => d.Municipality.Code),
        ];
        if (Differences.Count(d => d.IsLarge) is > 0 and var large) Find(FindingWeight.Soft, $"{SwedishText.Number(large)} {(large == 1 ? "kommun" : "kommuner")} ändras mer än 10\u00A0% från uppsättningen före.");
    }

    private static string NameOf(string region, PopulationRegister register) => region is "00" ? "Riket"
        : MunicipalityCode.TryParse(region, out var code) ? $"{register.There.First(m => m.Code == code).Name} ({code})"
        : $"Län {region}";

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
