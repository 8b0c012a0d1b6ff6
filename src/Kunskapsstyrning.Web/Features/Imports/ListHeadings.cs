namespace Kunskapsstyrning.Web.Features.Imports;

/// <summary>What a heading is likely to mean: the name of a field, as the forms name them. Anybody may choose otherwise.</summary>
internal static class ListHeadings
{
    /// <summary>The municipality's name, or name and code.</summary>
    public const string Municipality = "kommun";

    /// <summary>The municipality's code in a column of its own.</summary>
    public const string Code = "kommunkod";

    private static readonly (string Field, string Label, string[] Words)[] All =
    [
        (Municipality, "Kommun", ["kommun", "kommunnamn", "kommunens namn", "kommun region", "kommun stad", "namn"]),
        (Code, "Kommunkod", ["kommunkod", "kod", "kommunnr", "kommunnummer", "scb kod", "scbkod", "knr"]),
        ("utfall", "Ställningstagande", ["ställningstagande", "beslut", "utfall", "svar", "ja nej", "ja eller nej", "resultat", "besked", "beslut ja nej", "svar ja nej", "antagit", "kommunens svar"]),
        ("niva", "Nivå", ["nivå", "förslag eller beslut", "förslag beslut", "typ", "typ av beslut", "beslutsnivå"]),
        ("organ", "Organ", ["organ", "instans", "beslutsorgan", "beslutsinstans", "beslutande organ", "beslutande instans", "beslutande nämnd", "nämnd", "beslutat av"]),
        ("sammantradesdag", "Sammanträdesdag", ["sammanträdesdag", "sammanträde", "sammanträdesdatum", "datum", "beslutsdatum", "beslutsdag", "datum för beslut", "beslutat", "beslutad", "mötesdatum"]),
        ("paragraf", "Paragraf", ["paragraf", "§", "§ nr", "par"]),
        ("dnr", "Kommunens dnr", ["dnr", "diarienummer", "diarienr", "kommunens dnr", "kommunens diarienummer", "ärendenummer", "ärendenr"]),
        ("inkommet", "Kom in", ["inkom", "inkommet", "inkommit", "kom in", "inkom datum", "inkommet datum", "inkom den", "inkommet den", "ankom", "ankomstdatum", "ankomstdag", "svarsdatum", "datum inkommet"]),
        ("villkor", "Villkor", ["villkor", "förbehåll"]),
        ("skal", "Skäl", ["skäl", "motivering", "skäl att avstå", "orsak", "anledning"]),
        ("forsta-avgiftsar", "Första avgiftsår", ["första avgiftsår", "avgiftsår", "betalar från", "från år", "startår"]),
        ("uttrader-fran", "Utträder från år", ["utträder från", "utträder från år", "utträde", "utträde från"]),
        ("avsandare", "Avsändare", ["avsändare", "inskickat av", "insänt av"]),
    ];

    private static readonly Dictionary<string, string> ByWord = All.SelectMany(f => f.Words.Select(w => (Word: Tidy(w), f.Field))).ToDictionary(w => w.Word, w => w.Field);

    /// <summary>The fields that a column may stand for, with what they are called.</summary>
    public static IReadOnlyList<(string Field, string Label)> Fields { get; } = [.. All.Select(f => (f.Field, f.Label))];

    /// <summary>What a field is called; the field itself when it is none of them.</summary>
    public static string LabelOf(string field) => Fields.FirstOrDefault(f => f.Field == field).Label ?? field;

    /// <summary>True when the heading is one of those that are known.</summary>
    public static bool IsKnown(string heading) => ByWord.ContainsKey(Tidy(heading));

    /// <summary>The field of each column, empty where none is recognised; each field once, in the first column that has its name.</summary>
    public static IReadOnlyList<string> Recognise(IReadOnlyList<string> headings)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return [.. headings.Select(h => ByWord.TryGetValue(Tidy(h), out var field) && taken.Add(field) ? field : "")];
    }

    /// <summary>Small letters, with single spaces in place of everything that is neither letter, digit nor §.</summary>
    public static string Tidy(string heading)
    {
        var plain = heading.Length > 80 ? heading[..80] : heading;
        var words = string.Concat(plain.Select(c => char.IsLetterOrDigit(c) || c is '§' ? char.ToLowerInvariant(c) : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words);
    }
}
