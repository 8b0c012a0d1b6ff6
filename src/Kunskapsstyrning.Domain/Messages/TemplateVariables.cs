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
        new("paragraf", "paragrafen; ”ingen angiven” om den saknas"),
        new("dnr", "kommunens diarienummer; ”inget angivet” om det saknas"),
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

    private static readonly TemplateVariable[] OfQuestions = [.. Every, new("senast", "sista svarsdag; ”så snart beslutet är fattat” om den har passerat")];

    /// <summary>The variables of a kind.</summary>
    public static IReadOnlyList<TemplateVariable> Of(MessageKind kind) => kind is MessageKind.Receipt ? OfReceipts : OfQuestions;

    /// <summary>Those that must be there.</summary>
    public static IReadOnlyList<string> Demanded(MessageKind kind) => kind is MessageKind.Receipt ? ["uppgifter", "raknas", "adress"] : [];
}

/// <summary>Words with variables in braces.</summary>
internal static class TemplateWords
{
    /// <summary>The words with every variable replaced by its value. A value is never read for variables itself.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values)
    {
        var filled = new StringBuilder();
        foreach (var (words, variable) in Parts(text)) filled.Append(words).Append(variable is null ? "" : values[variable]);
        return filled.ToString();
    }

    /// <summary>The variables in the words.</summary>
    public static IEnumerable<string> VariablesIn(string text) => Parts(text).Select(p => p.Variable).OfType<string>();

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
