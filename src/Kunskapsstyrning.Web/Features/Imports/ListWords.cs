using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Imports;

/// <summary>What the words of a list mean for outcome and stage. Those that are not known are asked about once.</summary>
internal static class ListWords
{
    /// <summary>The word of a list for a municipality that has not answered.</summary>
    public const string NoAnswer = "inget-svar";

    private const string Proposes = "forslag-";

    private static readonly Dictionary<string, string[]> Outcomes = new()
    {
        ["antar"] = ["ja", "j", "antar", "antagit", "antas", "antagen", "deltar", "med", "ansluter", "anslutit", "ansluten", "bifall", "yes"],
        ["forbehall"] = ["ja med förbehåll", "antar med förbehåll", "antagit med förbehåll", "förbehåll", "ja med villkor", "med förbehåll"],
        ["avstar"] = ["nej", "n", "avstår", "avstått", "avböjer", "avböjt", "avslag", "avslår", "deltar inte", "deltar ej", "antar inte", "antar ej", "no"],
        ["uttrader"] = ["utträder", "utträtt", "utträde", "lämnar", "lämnat"],
        ["bordlagger"] = ["bordlägger", "bordlagt", "bordlagd", "bordläggning", "bordlägges"],
        ["aterremitterar"] = ["återremitterar", "återremitterat", "återremitterad", "återremiss"],
        [Proposes + "antar"] = ["förslag ja", "förslag att anta", "förslag anta", "föreslår ja", "föreslår att anta"],
        [Proposes + "avstar"] = ["förslag nej", "förslag att avstå", "förslag avstå", "föreslår nej", "föreslår att avstå"],
        [NoAnswer] = ["inget svar", "ej svar", "ej svarat", "har inte svarat", "inte svarat", "saknas", "svar saknas"],
    };

    private static readonly Dictionary<string, string[]> Stages = new()
    {
        ["slutligt"] = ["slutligt", "slutligt beslut", "beslut", "slutlig", "beslutat", "final"],
        ["forslag"] = ["förslag", "förslag till beslut", "föreslår", "tjänsteskrivelse", "tjänsteutlåtande", "utkast", "på väg"],
    };

    private static readonly Dictionary<string, Dictionary<string, string>> Known = new()
    {
        ["utfall"] = Meaning(Outcomes),
        ["niva"] = Meaning(Stages),
    };

    /// <summary>The fields whose words are translated.</summary>
    public static IReadOnlyCollection<string> Fields => Known.Keys;

    /// <summary>What a word may be said to mean, with what that is called.</summary>
    public static IReadOnlyList<(string Meaning, string Label)> Choices(string field) => field switch
    {
        "utfall" =>
        [
            .. DecisionFields.Outcomes.Select(o => (o.Key, o.Value.Label())),
            (Proposes + "antar", "Förslag att anta"), (Proposes + "avstar", "Förslag att avstå"), (NoAnswer, "Inget svar"),
        ],
        _ => [.. DecisionFields.Stages.Select(s => (s.Key, s.Value.Label()))],
    };

    /// <summary>What a word means, or nothing when it is not known.</summary>
    public static string? MeaningOf(string field, string word, IReadOnlyDictionary<string, string> chosen)
    {
        var tidy = ListHeadings.Tidy(word);
        return chosen.GetValueOrDefault(Key(field, tidy)) ?? Known[field].GetValueOrDefault(tidy);
    }

    /// <summary>Under which name it is kept what a word means.</summary>
    public static string Key(string field, string word) => $"{field}|{ListHeadings.Tidy(word)}";

    /// <summary>Outcome and stage of a meaning; stage only where the word tells it.</summary>
    public static (string Outcome, string? Stage) Parts(string meaning) =>
        meaning.StartsWith(Proposes, StringComparison.Ordinal) ? (meaning[Proposes.Length..], "forslag") : (meaning, null);

    private static Dictionary<string, string> Meaning(Dictionary<string, string[]> words) =>
        words.SelectMany(w => w.Value.Append(w.Key).Select(word => (Word: ListHeadings.Tidy(word), Meaning: w.Key))).DistinctBy(w => w.Word).ToDictionary(w => w.Word, w => w.Meaning);
}
