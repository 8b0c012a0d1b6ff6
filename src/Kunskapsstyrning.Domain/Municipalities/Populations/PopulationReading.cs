using System.Text.RegularExpressions;

namespace Kunskapsstyrning.Domain.Municipalities.Populations;

/// <summary>A figure as it stands in what was read: of which region and period, and what was written.</summary>
/// <param name="Region">The code: four digits for a municipality, two for a county, "00" for the country, or whatever stands there.</param>
/// <param name="Period">The period.</param>
/// <param name="Written">What stands there; a sign such as ".." where nothing is told.</param>
public sealed record CountedRegion(string Region, CountedPeriod Period, string Written)
{
    private static readonly string[] Signs = ["", ".", "..", "...", "-", "–", ":", "x", "null"];

    /// <summary>True when nothing is told.</summary>
    public bool IsMissing => Signs.Contains(Written);
}

/// <summary>What a file, or an answer from SCB, says of populations, as it stands and untried.</summary>
public sealed partial class PopulationReading
{
    internal PopulationReading(IReadOnlyList<CountedRegion> counts, ContentOfFigures content, string about)
    {
        (Counts, Content) = (counts, content);
        Periods = [.. counts.Where(c => !c.IsMissing).Select(c => c.Period).Distinct().OrderDescending()];
        IsNovember = content.IsNovember || (!content.IsEndOfPeriod && November().IsMatch(about));
        IsDayTold = IsNovember || content.IsEndOfPeriod || about.Contains("31 december", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Every figure, in the order of the file.</summary>
    public IReadOnlyList<CountedRegion> Counts { get; }

    /// <summary>The periods that have figures, the latest first.</summary>
    public IReadOnlyList<CountedPeriod> Periods { get; }

    /// <summary>What the figures are, by what the file calls it.</summary>
    public ContentOfFigures Content { get; }

    /// <summary>True when they are counted on 1 November, and not at the end of the year.</summary>
    public bool IsNovember { get; }

    /// <summary>True when the file itself tells on which day of a year they are counted.</summary>
    public bool IsDayTold { get; }

    /// <summary>Those of one period.</summary>
    public IEnumerable<CountedRegion> Of(CountedPeriod period) => Counts.Where(c => c.Period == period);

    /// <summary>The day, and no other that ends in 1; or SCB's name for the table.</summary>
    [GeneratedRegex("(?<![0-9])1 november|FolkmangdNov|TAB1267", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 5000)]
    private static partial Regex November();
}

/// <summary>What figures are, by code and words: inhabitants, something else, or untold.</summary>
/// <param name="Name">What it is called in the file; empty when nothing is said.</param>
public readonly record struct ContentOfFigures(string Name)
{
    /// <summary>SCB's codes for the number of inhabitants: at the end of a year or month, and on 1 November.</summary>
    private static readonly string[] EndOfPeriod = ["BE0101N1", "000007ME", "000003O5", "000007SF"];

    private const string November = "BE0101A9";

    /// <summary>Their growth, which is often fetched in the same file.</summary>
    private static readonly string[] Other = ["BE0101N2", "000007MG", "BE0101A0"];

    private bool IsMeanOrDensity => Has("medelfolkmängd") || Has("mean population") || Has("density");

    /// <summary>True when they are inhabitants.</summary>
    public bool IsPopulation => !IsMeanOrDensity && (Has("folkmängd") || Has("population") && !Has("growth") || IsEndOfPeriod || IsNovember);

    /// <summary>True when they are something else.</summary>
    public bool IsOther => !IsPopulation && (IsMeanOrDensity || Other.Any(Has) || Has("folkökning") || Has("growth"));

    /// <summary>True when the code says that they are counted on 1 November.</summary>
    public bool IsNovember => Has(November);

    /// <summary>True when the code says that they are counted on the last day of the period.</summary>
    public bool IsEndOfPeriod => EndOfPeriod.Any(Has);

    private bool Has(string text) => (Name ?? "").Contains(text, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Knows the rows and categories that stand for all of a division: both sexes, all ages, every civil status.</summary>
internal static class Totals
{
    private static readonly string[] Codes = ["sc", "totsa", "tot", "total", "totalt", "samtliga", "1+2", "t"];
    private static readonly string[] Words = ["totalt", "samtliga", "alla åldrar", "båda könen", "män och kvinnor", "kvinnor och män", "all ages", "total"];
    private static readonly string[] Divisions = ["alder", "ålder", "age", "kon", "kön", "sex", "civilstand", "civilstånd", "marital status", "fodelseregion", "födelseregion"];

    public static bool IsTotal(string code, string label) =>
        Codes.Contains(code.Trim().ToLowerInvariant()) || Words.Any(w => label.Contains(w, StringComparison.OrdinalIgnoreCase));

    public static bool IsDivision(string heading) => Divisions.Contains(heading.Trim().ToLowerInvariant());
}

/// <summary>The sentences with which a file of populations is refused as a whole.</summary>
public static class PopulationFileRefusals
{
    private const string Field = "fil";

    /// <summary>Nothing chosen.</summary>
    public static readonly Refusal Nothing = new("population-nothing", "Välj en fil.", Field);

    /// <summary>Nothing in it.</summary>
    public static readonly Refusal Empty = new("population-empty", "Filen är tom. Hämta den på nytt från SCB.", Field);

    /// <summary>More bytes than are taken in.</summary>
    public static readonly Refusal TooLarge = new("population-too-large", "Filen är för stor. Den får vara högst 15\u00A0MB; välj färre år hos SCB.", Field);

    /// <summary>More figures than are taken in.</summary>
    public static readonly Refusal TooMany = new("population-too-many", "Filen har fler än 500\u00A0000 siffror. Välj färre år hos SCB, och inte åldrar och kön.", Field);

    /// <summary>No JSON, or nested beyond reason.</summary>
    public static readonly Refusal Damaged = new("population-damaged", "Filen går inte att läsa. Den är skadad eller avbruten; hämta den på nytt från SCB.", Field);

    /// <summary>JSON, but none of SCB's.</summary>
    public static readonly Refusal UnknownLayout = new("population-unknown-layout", "Filen är JSON men inte i något av SCB:s format. Välj JSON-stat2, CSV eller Excel hos SCB.", Field);

    /// <summary>Numbers of places that do not fit together.</summary>
    public static readonly Refusal DoesNotFit = new("population-does-not-fit", "Filen säger emot sig själv om hur många siffror den har. Hämta den på nytt från SCB.", Field);

    /// <summary>No regions in it.</summary>
    public static readonly Refusal NoRegions = new("population-no-regions", "Filen har inga kommuner. Välj alla kommuner under region när du hämtar från SCB.", Field);

    /// <summary>No period in it.</summary>
    public static readonly Refusal NoPeriod = new("population-no-period", "Filen säger inte vilket år siffrorna gäller. Ta med året när du hämtar från SCB.", Field);

    /// <summary>Something else than inhabitants.</summary>
    public static Refusal NotPopulation(string what) => new("population-not-population", $"Filen har inte folkmängd utan ”{Short(what)}”. Välj Folkmängd som tabellinnehåll hos SCB.", Field);

    /// <summary>Parted by something, without the whole.</summary>
    public static Refusal Parted(string by) => new("population-parted", $"Filen är uppdelad på {Short(by)} och saknar totalen. Hämta den utan uppdelning från SCB.", Field);

    private static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
