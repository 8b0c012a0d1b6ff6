using System.Globalization;
namespace Kunskapsstyrning.Web.Features.Recommendations;

/// <summary>A field of a draft: its name, which is also its id, and how it is shown.</summary>
internal sealed record DraftField(string Name, string Label, string? Hint = null, string? Class = null, int Rows = 0);

/// <summary>The fields of a draft, section by section, in the order of the form.</summary>
internal static class DraftFields
{
    /// <summary>The titles.</summary>
    public static IReadOnlyList<DraftField> Titles { get; } =
        [new("rubrik", "Rubrik", "Som i styrelsens beslut."), new("kort-rubrik", "Kort rubrik", "Visas överst på sidor och i listor, utan årtal.")];

    /// <summary>What the board decided.</summary>
    public static IReadOnlyList<DraftField> Board { get; } =
    [
        new("styrelsemote", "Styrelsens möte", "Får ligga framåt i tiden så länge det är ett utkast.", "w-date"),
        new("meddelande", "Meddelande från styrelsen", "Till exempel meddelande från styrelsen 10/2016. Lämna tomt om det inte finns."),
        new("att-satser", "Att-satser", "Ordagrant, en i varje stycke med en tom rad emellan.", Rows: 8),
        new("beslut-kalla", "Källa", "Till exempel protokollet och paragrafen."),
    ];

    /// <summary>The letter.</summary>
    public static IReadOnlyList<DraftField> Letter { get; } =
    [
        new("brev-dag", "Brevets dag", "Kommunerna kan svara från den dagen.", "w-date"),
        new("brev-till", "Till", "Till exempel kommunstyrelserna, för kännedom till socialcheferna."),
        new("brev-svar", "Svar skickas till", "En funktionsadress, inte en person."),
        new("brev-kalla", "Källa"),
    ];

    /// <summary>At SKR.</summary>
    public static IReadOnlyList<DraftField> Own { get; } = [new("dnr", "SKR:s diarienummer"), new("kontakt", "Frågor ställs till", "En funktion, inte en person.")];

    /// <summary>What it is said to cost.</summary>
    public static IReadOnlyList<DraftField> Cost { get; } =
        [new("kostnad", "Kostnad per år", "I kronor, till exempel 19 500 000 eller 19,5 mkr. Lämna tomt om den inte är sagd.", "w-date"), new("kostnad-kalla", "Källa")];

    /// <summary>When enough have joined.</summary>
    public static IReadOnlyList<DraftField> Threshold { get; } =
    [
        new("grans-ord", "Med beslutets ord", "Till exempel tillräckligt många. Räcker ensamt: då skriver en person in när det är nog."),
        new("grans-antal", "Antal kommuner", null, "w-short"), new("grans-andel-kommuner", "Andel av kommunerna, procent", null, "w-short"),
        new("grans-andel-invanare", "Andel av invånarna, procent", null, "w-short"), new("grans-kronor", "Kronor per år tillsammans", null, "w-date"),
        new("grans-kalla", "Källa"),
    ];

    /// <summary>The fields of each numbered row: what its names begin with, and each field.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<DraftField>> Rows { get; } = new Dictionary<string, IReadOnlyList<DraftField>>
    {
        ["period"] = [new("forsta", "Första år", null, "w-short"), new("sista", "Sista år", null, "w-short")],
        ["omgang"] = [new("dag", "Till och med", null, "w-date"), new("ord", "Vad det är"), new("kalla", "Källa")],
        ["tid"] = [new("dag", "Dag", null, "w-date"), new("vad", "Vad som händer"), new("kalla", "Källa")],
    };

    /// <summary>What the rows of a kind are called, each with its number.</summary>
    public static string RowLabel(string kind, int number) => kind switch
    {
        "period" => $"Period {number}",
        "omgang" => number == 1 ? "Sista svarsdag" : $"Senare omgång {number - 1}",
        _ => $"Rad {number}",
    };

    /// <summary>What a field is called where it stands alone.</summary>
    public static string LabelOf(string name)
    {
        if (name.Split('-') is [var kind, var number, var field] && Rows.TryGetValue(kind, out var row) && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var at))
            return $"{RowLabel(kind, at)}: {row.FirstOrDefault(f => f.Name == field)?.Label.ToLowerInvariant()}";
        return name switch
        {
            "kostnad-slag" => "Hur kostnaden är sagd",
            "motiv" => "Skäl önskas",
            "foregangare" => "Förnyar",
            _ => Titles.Concat(Board).Concat(Letter).Concat(Own).Concat(Cost).Concat(Threshold).FirstOrDefault(f => f.Name == name)?.Label ?? name,
        };
    }
}
