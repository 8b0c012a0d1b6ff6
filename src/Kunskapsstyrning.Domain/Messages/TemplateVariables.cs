using System.Text;

namespace Kunskapsstyrning.Domain.Messages;

/// <summary>What can stand in braces in a template.</summary>
/// <param name="Name">The word in braces.</param>
/// <param name="Meaning">What it is replaced by, in Swedish.</param>
public sealed record TemplateVariable(string Name, string Meaning);

/// <summary>The variables of each kind of template.</summary>
public static class TemplateVariables
{
    private static readonly TemplateVariable[] Every =
    [
        new("kommun", "kommunens namn, till exempel Exempelköpings kommun"),
        new("rekommendation", "rekommendationens titel och år"),
        new("beslut", "vad som kom in, till exempel Socialnämndens beslut 20 september 2016"),
        new("utfall", "ställningstagandet, till exempel Antar"),
        new("niva", "Förslag eller Slutligt beslut"),
        new("organ", "organet; ”kommunen” om det inte är angivet"),
        new("paragraf", "paragrafen; saknas den utelämnas meningen som ordet står i"),
        new("dnr", "kommunens diarienummer; saknas det utelämnas meningen som ordet står i"),
        new("inkommet", "dagen då handlingen kom in"),
        new("raknas", "vad det räknas som; ett förslag räknas inte som svar"),
    ];

    private static readonly TemplateVariable[] OfReceipts =
    [
        .. Every,
        new("uppgifter", "allt som är registrerat, en uppgift per rad"),
        new("referens", "kvittots referens, till exempel K7M2-9QXP"),
        new("adress", "länken till kvittot, där kommunen bekräftar eller invänder"),
    ];

    private static readonly TemplateVariable[] OfQuestions = [.. Every, new("senast", "sista svarsdag; ”så snart beslutet är fattat” och vilken dag det var, om den har passerat")];

    private static readonly TemplateVariable[] OfDispatches =
    [
        new("kommun", "kommunens namn; till länets kontakt ”kommunerna i Exempels län”"),
        new("rekommendation", "rekommendationens titel och år"),
        new("fragan", "vad styrelsen har beslutat: dagen, hela rubriken och beslutets punkter"),
        new("om-skal", "en mening som ber den som avstår att skriva varför; utelämnas om rekommendationen inte ber om skäl"),
        new("ar", "åren som den gäller, till exempel 2020–2023"),
        new("kostnad", "vad den kostar per år tillsammans, som det står i beslutet; saknas det utelämnas meningen som ordet står i"),
        new("avgift", "kommunens egen avgift, en rad för varje belopp; till länets kontakt en rad för varje kommun; ”Den är inte fastställd än.” om den inte är det"),
        new("senast", "kommunens sista svarsdag; ”så snart beslutet är fattat” och vilken dag det var, om den har passerat"),
        new("svara-till", "dit svaret skickas"),
        new("dnr", "SKR:s diarienummer; saknas det utelämnas meningen som ordet står i"),
        new("adress", "länken till kommunens sida om rekommendationen"),
        new("underlag", "brevet och bilagorna, en länk på varje rad; finns inga, länken till rekommendationens sida"),
    ];

    private static readonly TemplateVariable[] OfLetters = [new("till", "vem brevet går till, och för kännedom till vem om det går kopior"), .. OfDispatches];

    private static readonly TemplateVariable[] OfCorrections =
    [
        .. OfDispatches,
        new("stod", "det som stod"),
        new("galler", "det som gäller"),
        new("skal", "varför det blev fel"),
    ];

    private static readonly TemplateVariable[] OfReminders = [.. OfDispatches, new("har-fatt", "vad som har kommit in från kommunen, eller att inget har kommit")];

    private static readonly TemplateVariable[] OfReports =
    [
        .. OfDispatches,
        new("utfall", "utfallet i en mening"),
        new("ert-svar", "vad kommunen själv har svarat"),
    ];

    /// <summary>The variables of a kind.</summary>
    public static IReadOnlyList<TemplateVariable> Of(MessageKind kind) => kind switch
    {
        MessageKind.Receipt => OfReceipts,
        MessageKind.AskForFinalDecision => OfQuestions,
        MessageKind.Question => OfLetters,
        MessageKind.Correction => OfCorrections,
        MessageKind.Reminder => OfReminders,
        _ => OfReports,
    };

    /// <summary>Those that must be there.</summary>
    public static IReadOnlyList<string> Demanded(MessageKind kind) => kind switch
    {
        MessageKind.Receipt => ["uppgifter", "raknas", "adress"],
        MessageKind.Question => ["rekommendation", "fragan", "avgift", "senast", "svara-till"],
        MessageKind.Correction => ["stod", "galler"],
        MessageKind.Reminder => ["rekommendation", "avgift", "senast", "har-fatt", "svara-till"],
        MessageKind.Report => ["adress"],
        _ => [],
    };
}

/// <summary>Words with variables in braces.</summary>
internal static class TemplateWords
{
    /// <summary>The same, and a sentence that would tell of nothing is left out: one with a variable whose value is empty, and the line where nothing else stands in it.</summary>
    public static string FillSentences(string text, IReadOnlyDictionary<string, string> values)
    {
        var lines = new List<string>();
        var wasLeftOut = false;
        foreach (var line in text.Split('\n'))
        {
            var told = string.Concat(Sentences(line).Where(s => VariablesIn(s).All(v => values[v].Length > 0))).TrimEnd();
            var isLeftOut = told.Length == 0 && line.Length > 0;
            if (!isLeftOut && !(wasLeftOut && line.Length == 0 && lines is [] or [.., ""])) lines.Add(Fill(told, values));
            wasLeftOut = isLeftOut;
        }

        return string.Join('\n', lines);
    }

    /// <summary>The words with every variable replaced by its value. A value is never read for variables itself.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values)
    {
        var filled = new StringBuilder();
        foreach (var (words, variable) in Parts(text)) filled.Append(words).Append(variable is null ? "" : values[variable]);
        return filled.ToString();
    }

    /// <summary>The variables in the words.</summary>
    public static IEnumerable<string> VariablesIn(string text) => Parts(text).Select(p => p.Variable).OfType<string>();

    /// <summary>The sentences of a line, each with the space after it. A full stop in a variable's name ends none.</summary>
    private static IEnumerable<string> Sentences(string line)
    {
        var (from, isName) = (0, false);
        for (var at = 0; at < line.Length; at++)
        {
            isName = line[at] is '{' || (isName && line[at] is not '}');
            if (isName || line[at] is not ' ' || at == 0 || line[at - 1] is not ('.' or '!' or '?')) continue;
            yield return line[from..(at + 1)];
            from = at + 1;
        }

        yield return line[from..];
    }

    /// <summary>The words up to each variable, and the variable. A brace that is not closed is part of a name that no variable has.</summary>
    private static IEnumerable<(string Words, string? Variable)> Parts(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var open = text.IndexOf('{', at);
            if (open < 0)
            {
                yield return (text[at..], null);
                yield break;
            }

            var close = text.IndexOf('}', open);
            yield return (text[at..open], close < 0 ? text[open..] : text[(open + 1)..close]);
            at = close < 0 ? text.Length : close + 1;
        }
    }
}
