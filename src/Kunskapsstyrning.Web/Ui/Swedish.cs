using System.Globalization;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Shared;

namespace Kunskapsstyrning.Web.Ui;

/// <summary>The words of the screen: labels, forms of number, amounts and days as Swedish writes them.</summary>
public static partial class Swedish
{
    /// <summary>A space that does not break, U+00A0.</summary>
    public const char Nbsp = SwedishText.NoBreakSpace;

    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("sv-SE");

    private static readonly DateOnly CalledSkrFrom = new(2019, 11, 27);

    /// <summary>Å, Ä and Ö last, as in a Swedish register.</summary>
    public static StringComparer Order { get; } = StringComparer.Create(Culture, CompareOptions.None);

    /// <summary>What a text is ordered by: made once for each text, where comparing the texts themselves would be done many times.</summary>
    public static IComparable Key(string text) => new OrderKey(Culture.CompareInfo.GetSortKey(text, CompareOptions.IgnoreCase));

    /// <summary>True when the text holds what was typed, whatever the case. Without å, ä or ö in what was typed, "ekero" finds Ekerö.</summary>
    public static bool Contains(string text, string typed)
    {
        var plain = !typed.Any(c => "åäöÅÄÖ".Contains(c, StringComparison.Ordinal));
        var compare = plain ? CultureInfo.InvariantCulture.CompareInfo : Culture.CompareInfo;
        return compare.IndexOf(text, typed, CompareOptions.IgnoreCase | (plain ? CompareOptions.IgnoreNonSpace : CompareOptions.None)) >= 0;
    }

    /// <summary>The five statuses in the order they are always shown.</summary>
    public static IReadOnlyList<Status> Statuses { get; } = [Status.Adopted, Status.AdoptedWithReservation, Status.Declined, Status.InPreparation, Status.NoResponse];

    /// <summary>"Antagit med förbehåll".</summary>
    public static string Label(this Status status) => status switch
    {
        Status.Adopted => "Antagit",
        Status.AdoptedWithReservation => "Antagit med förbehåll",
        Status.Declined => "Avstår",
        Status.InPreparation => "På väg",
        _ => "Ej svarat",
    };

    /// <summary>"Förbehåll": for a legend, where space is short.</summary>
    public static string ShortLabel(this Status status) => status is Status.AdoptedWithReservation ? "Förbehåll" : status.Label();

    /// <summary>"antagit med förbehåll": in running text and after a number.</summary>
    public static string InText(this Status status) => Lower(status.Label());

    /// <summary>A F N P –, the letter on the tile.</summary>
    public static char Letter(this Status status) => status switch
    {
        Status.Adopted => 'A',
        Status.AdoptedWithReservation => 'F',
        Status.Declined => 'N',
        Status.InPreparation => 'P',
        _ => '–',
    };

    /// <summary>"Antar med förbehåll".</summary>
    public static string Label(this Outcome outcome) => outcome switch
    {
        Outcome.Adopts => "Antar",
        Outcome.AdoptsWithReservation => "Antar med förbehåll",
        Outcome.Declines => "Avstår",
        Outcome.Leaves => "Utträder",
        Outcome.Tabled => "Bordlägger",
        _ => "Återremitterar",
    };

    /// <summary>"Slutligt beslut".</summary>
    public static string Label(this Stage stage) => stage is Stage.Final ? "Slutligt beslut" : "Förslag";

    /// <summary>"Kommunstyrelsen".</summary>
    public static string Label(this BodyKind body) => body switch
    {
        BodyKind.Council => "Kommunfullmäktige",
        BodyKind.Executive => "Kommunstyrelsen",
        BodyKind.Board => "Nämnd",
        BodyKind.Committee => "Utskott",
        BodyKind.Delegate => "Delegat",
        BodyKind.JointBoard => "Gemensam nämnd",
        _ => "Annat organ",
    };

    /// <summary>"Kostnaden".</summary>
    public static string Label(this DecliningReason reason) => reason switch
    {
        DecliningReason.Cost => "Kostnaden",
        DecliningReason.StateShouldPay => "Staten borde betala",
        DecliningReason.OtherArrangement => "Har ordnat det på annat sätt",
        DecliningReason.NoNeed => "Ser inget behov",
        DecliningReason.Later => "Vill vänta",
        _ => "Annat skäl",
    };

    /// <summary>"inkommet": the question in an address.</summary>
    public static string Word(this Basis basis) => basis is Basis.Held ? "gallde" : "inkommet";

    /// <summary>"Det som hade kommit in till SKL": the question as a choice; the name is the association's on the day.</summary>
    public static string Label(this Basis basis, DateOnly day) =>
        basis is Basis.Held ? "Det som kommunerna hade beslutat" : $"Det som hade kommit in till {Association(day)}";

    /// <summary>SKL until it changed its name, SKR from that day.</summary>
    public static string Association(DateOnly day) => day < CalledSkrFrom ? "SKL" : "SKR";

    /// <summary>"9 500".</summary>
    public static string Number(decimal number, int decimals = 0) => SwedishText.Number(number, decimals);

    /// <summary>"1 kommun", "26 kommuner": the number with the word in its form.</summary>
    public static string Count(int number, string one, string many) => $"{Number(number)}{Nbsp}{(number == 1 ? one : many)}";

    /// <summary>"26 kommuner".</summary>
    public static string Municipalities(int number) => Count(number, "kommun", "kommuner");

    /// <summary>"9 500 kr", with öre only where there are any.</summary>
    public static string Text(this Kronor kronor) => SwedishText.Kronor(kronor, decimal.Truncate(kronor.Amount) == kronor.Amount ? 0 : 2);

    /// <summary>"9 500", or "9 500,50" with öre: for a column whose head says kronor.</summary>
    public static string Figures(this Kronor kronor) => Number(kronor.Amount, decimal.Truncate(kronor.Amount) == kronor.Amount ? 0 : 2);

    /// <summary>"16,6": millions with one decimal, without the word.</summary>
    public static string Millions(this Kronor kronor) => Number(kronor.Amount / 1_000_000m, 1);

    /// <summary>"16,6 mkr"; an amount that would round to nothing is "under 0,1 mkr".</summary>
    public static string Mkr(this Kronor kronor) =>
        kronor.Amount switch
        {
            0 => $"0{Nbsp}mkr",
            > 0 and < 50_000m => $"under{Nbsp}0,1{Nbsp}mkr",
            _ => $"{kronor.Millions()}{Nbsp}mkr",
        };

    /// <summary>"85 %". Never 0 or 100 for what is some or not all.</summary>
    public static string Percent(decimal share)
    {
        var whole = decimal.Round(share * 100, 0, MidpointRounding.AwayFromZero);
        if (whole == 0 && share > 0) return $"under{Nbsp}1{Nbsp}%";
        if (whole == 100 && share < 1) return $"över{Nbsp}99{Nbsp}%";
        return $"{Number(whole)}{Nbsp}%";
    }

    /// <summary>"15 juni 2019", which does not break.</summary>
    public static string Long(this DateOnly day) => SwedishText.LongDate(day);

    /// <summary>"15 juni".</summary>
    public static string WithoutYear(this DateOnly day) => SwedishText.DayAndMonth(day);

    /// <summary>"2019-06-15": for tables.</summary>
    public static string Iso(this DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>"2017–2018", or "2017" for a single year.</summary>
    public static string Text(this YearSpan years) => years.First == years.Last ? $"{years.First}" : $"{years.First}–{years.Last}";

    /// <summary>"Ale, Boden och Ekerö".</summary>
    public static string List(IReadOnlyList<string> words) =>
        words is [] ? "" : words is [var only] ? only : $"{string.Join(", ", words.SkipLast(1))} och {words[^1]}";

    /// <summary>The first letter small, unless the word is an abbreviation such as KF.</summary>
    public static string Lower(string text) => text.Length == 0 || (text.Length > 1 && char.IsUpper(text[1])) ? text : char.ToLower(text[0], Culture) + text[1..];

    private sealed record OrderKey(SortKey Key) : IComparable
    {
        public int CompareTo(object? obj) => obj is OrderKey other ? SortKey.Compare(Key, other.Key) : 1;
    }
}
