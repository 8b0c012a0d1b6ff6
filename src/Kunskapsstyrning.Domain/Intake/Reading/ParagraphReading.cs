using System.Text.RegularExpressions;

namespace Kunskapsstyrning.Domain.Intake.Reading;

/// <summary>The paragraph of the minutes: the one that heads the matter or that the decision is told with, never one of a law.</summary>
internal static partial class ParagraphReading
{
    private const int Enough = 4;

    public static Suggestion<string>? Of(Matter matter, ReadStage? stage, FoundBody? body)
    {
        if (stage is ReadStage.None || matter.Kind is DocumentKind.Opinion) return null;

        var ranked = matter.Matches(Written()).Where(m => !IsOfLaw(matter.Paper.Lower, m)).Select(m => (Match: m, Weight: WeightOf(matter, m, body))).Where(m => m.Weight > 0)
            .GroupBy(m => m.Match.Groups["number"].Value).Select(g => (Best: g.MaxBy(m => m.Weight), Score: g.Max(m => m.Weight))).OrderByDescending(g => g.Score).ToList();
        if (ranked.Count == 0 || ranked[0].Score < Enough) return null;

        var rival = ranked.Count > 1 ? ranked[1].Score : 0;
        if (rival == ranked[0].Score) return null;

        var match = ranked[0].Best.Match;
        var heads = ranked[0].Score >= 8;
        return new Suggestion<string>($"§ {match.Groups["number"].Value}", matter.Paper.PassageOf(match.Index, match.Index + match.Length), heads ? "Ärendets rubrik" : "Nämns med beslutet", heads && rival < 8 ? Confidence.Certain : Confidence.Probable);
    }

    /// <summary>Told in running text next after another body's name.</summary>
    private static bool IsOfAnother(Matter matter, Match match, FoundBody body) =>
        BodyNames.In(matter.Paper, Math.Max(matter.RowAt(match.Index).Start, match.Index - 120), match.Index).LastOrDefault() is { } named ? !OwnAct.IsSame(named, body) : Respectively().IsMatch(matter.Paper.Flat[Math.Max(0, match.Index - 40)..Math.Min(matter.Paper.Flat.Length, match.Index + 60)]);

    private static int WeightOf(Matter matter, Match match, FoundBody? body)
    {
        var row = matter.RowAt(match.Index);
        if (row.Index == matter.First && Outline.BeginsParagraph().IsMatch(row.Lower)) return 12;
        if (Outline.BeginsParagraph().IsMatch(row.Lower) && row.Part is Part.Head) return 8;
        if (row.Part is Part.Preparation or Part.Proposal or Part.Dispatch or Part.Signing || matter.Kind is DocumentKind.Delegation) return 0;
        if (!matter.IsInHead(match.Index) && row.Part is not (Part.Head or Part.Decision)) return 0;
        return body is not null && IsOfAnother(matter, match, body) ? 4 : 5;
    }

    private static bool IsOfLaw(string lower, Match match)
    {
        var before = lower[Math.Max(0, match.Index - 14)..match.Index];
        var after = lower[(match.Index + match.Length)..Math.Min(lower.Length, match.Index + match.Length + 24)];
        return Chapter().IsMatch(before) || Law().IsMatch(after);
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"(?<!§)(§:?|\bparagraf(:| nr)?) ?(§ ?)?((ks|kf|sn|au|ksau)[: -]?)?(?<number>[0-9]{1,4}(/(20)?[0-9]{2}\b|:[0-9]{1,3}\b)?)(?![0-9]| ?[-,] ?[0-9]+ ?§)", Options, 5000)]
    private static partial Regex Written();

    [GeneratedRegex(@"\brespektive\b", Options, 5000)]
    private static partial Regex Respectively();

    [GeneratedRegex(@"kap\.?,? ?\z|(?<![-/:.0-9])[0-9]{1,2} ?\z", Options, 5000)]
    private static partial Regex Chapter();

    [GeneratedRegex(@"^,? ?(första stycket |st\.? |i )?(kommunallag|kl\b|[a-zåäö]{2,20}lag(en)?\b|sol\b)", Options, 5000)]
    private static partial Regex Law();
}
