using System.Text.RegularExpressions;

namespace Kunskapsstyrning.Domain.Intake.Reading;

/// <summary>The municipalities of a joint board: those counted up in a row by the words that make the board joint.</summary>
internal static partial class JointBoard
{
    private const int Near = 200;
    private const int LongestStep = 24;

    /// <summary>The municipalities; none when the document is not a joint board's.</summary>
    public static IReadOnlyList<Suggestion<MunicipalityCode>> Of(Matter matter, IReadOnlyList<Mention> mentions)
    {
        foreach (Match joint in matter.Matches(Joint()))
        {
            var row = RowsIn(matter, mentions, joint).Where(r => r.Select(m => m.Code).Distinct().Count() > 1).MinBy(r => Math.Abs(r[0].Start - joint.Index));
            if (row is not null && !IsOfAnother(matter, mentions, row)) return [.. row.DistinctBy(m => m.Code).Select(m => SuggestionOf(m, matter.Paper))];
        }

        return [];
    }

    /// <summary>The head names a municipality that is not in the row: the document is that one's, and the joint body only mentioned.</summary>
    private static bool IsOfAnother(Matter matter, IReadOnlyList<Mention> mentions, List<Mention> row) =>
        mentions.Any(m => m.Form is MentionForm.Full && matter.IsInHead(m.Start) && row.TrueForAll(r => r.Code != m.Code));

    private static IEnumerable<List<Mention>> RowsIn(Matter matter, IReadOnlyList<Mention> mentions, Match joint)
    {
        var near = mentions.Where(m => m.Start > joint.Index - Near && m.Start < joint.Index + Near).ToList();
        for (var i = 0; i < near.Count; i++)
        {
            var row = new List<Mention> { near[i] };
            while (i + 1 < near.Count && Step().IsMatch(Between(matter.Paper, near[i], near[i + 1]))) row.Add(near[++i]);
            yield return row;
        }
    }

    private static string Between(Paper paper, Mention left, Mention right) =>
        right.Start - left.End is > 0 and <= LongestStep ? paper.Lower[left.End..right.Start] : "";

    private static Suggestion<MunicipalityCode> SuggestionOf(Mention mention, Paper paper) =>
        new(mention.Code, paper.PassageOf(mention.Start, mention.End), "Räknas upp som en av den gemensamma nämndens kommuner", Confidence.Probable);

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"\b(gemensam(ma)? \S{0,40}\s?\S{0,30}(nämnd|nämnden|förvaltning)|kommunalförbund(et)?|nämnden är gemensam|gemensam nämnd|nämnd(en)? för gemensam(ma)?)\b", Options, 5000)]
    private static partial Regex Joint();

    [GeneratedRegex(@"^( kommun| kommuns| stad| stads)?\s?(,|och|samt|-|/|, och|&)\s?(för )?$", Options, 5000)]
    private static partial Regex Step();
}
