using System.Text.RegularExpressions;

namespace Kunskapsstyrning.Domain.Intake.Reading;

/// <summary>How a municipality is mentioned.</summary>
internal enum MentionForm
{
    /// <summary>The bare name, which may be a place, a person or a word.</summary>
    Bare,
    /// <summary>After "i" or "för", which says where something is.</summary>
    Place,
    /// <summary>"Ekerö kommun", "Malmö stad", "Region Gotland": nothing else than the municipality.</summary>
    Full,
}

/// <summary>A municipality mentioned in a text.</summary>
internal sealed record Mention(MunicipalityCode Code, MentionForm Form, int Start, int End);

/// <summary>Finds the municipalities that a text mentions, word by word, so that the time does not grow with their number.</summary>
internal sealed partial class Mentions
{
    private readonly Dictionary<string, List<(string[] Words, MunicipalityCode Code)>> _names = [];

    public Mentions(IEnumerable<Municipality> municipalities)
    {
        // What somebody is called goes before what another was called, and one that stands before one that has ended.
        var (all, known) = (municipalities.OrderBy(m => m.ValidThrough is not null).ToList(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var municipality in all)
            foreach (var form in NameForms.Of(municipality.Name)) Add(form, municipality.Code, known);
        foreach (var municipality in all)
            foreach (var form in municipality.OtherNames.SelectMany(NameForms.Of)) Add(form, municipality.Code, known);
        foreach (var names in _names.Values) names.Sort((a, b) => b.Words.Length - a.Words.Length);
    }

    public IEnumerable<Mention> In(Matter matter)
    {
        foreach (var (start, end) in matter.Stretches)
            foreach (var mention in In(new Words(matter.Paper, start, end))) yield return mention;
    }

    /// <summary>Those in a stretch of the text.</summary>
    public IEnumerable<Mention> Between(Paper paper, int start, int end) => In(new Words(paper, start, end));

    private IEnumerable<Mention> In(Words words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (!words.IsCapital(i) || !_names.TryGetValue(words[i], out var names) || LongestAt(words, i, names) is not { } found) continue;

            var last = i + found.Words.Length - 1;
            if (FormOf(words, i, last) is { } form) yield return new Mention(found.Code, form, words.StartOf(i), words.EndOf(last));
            i = last;
        }
    }

    private static (string[] Words, MunicipalityCode Code)? LongestAt(Words words, int at, List<(string[] Words, MunicipalityCode Code)> names)
    {
        foreach (var name in names)
            if (at + name.Words.Length <= words.Count && name.Words.Select((word, n) => words[at + n] == word).All(same => same)) return name;

        return null;
    }

    private static MentionForm? FormOf(Words words, int first, int last)
    {
        var after = words.FollowsAtOnce(last) ? words[last + 1] : "";
        var before = first > 0 ? words[first - 1] : "";
        if (before is "region" && words[first].StartsWith("gotland", StringComparison.Ordinal)) return MentionForm.Full;
        if (after is "län" or "läns" or "universitet" or "tingsrätt" or "högskola" || before is "region" or "regionen" or "landstinget" or "länsstyrelsen") return null;
        if (after is "kommun" or "kommuns" or "stad" or "stads" or "kommunen" or "kommunens") return MentionForm.Full;
        if (words[last][^1] is 's' && IndefiniteBody().IsMatch(after)) return MentionForm.Full;
        if (before is "i" && first > 1 && Court().IsMatch(words[first - 2])) return null;
        return before is "i" or "för" or "kommun" ? MentionForm.Place : MentionForm.Bare;
    }

    private void Add(string form, MunicipalityCode code, HashSet<string> known)
    {
        var words = form.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        if (!known.Add(string.Join(' ', words))) return;
        if (!_names.TryGetValue(words[0], out var names)) _names[words[0]] = names = [];
        names.Add((words, code));
    }

    /// <summary>What stands after a genitive: "Lunds kommunfullmäktige", "Kils socialnämnd".</summary>
    [GeneratedRegex("^([a-zåäö]{2,25}nämnd|kommunstyrelse|stadsstyrelse|(kommun|stads)fullmäktige)s?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex IndefiniteBody();

    [GeneratedRegex("(rätten|rätt|universitetet)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Court();
}
