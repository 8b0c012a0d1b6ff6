using System.Globalization;
using System.Text.RegularExpressions;

namespace Kunskapsstyrning.Domain.Intake.Reading;

/// <summary>Years to pay for that a document tells and the recommendation does not have: a misprint that was copied, or another question. SKL's letter of 2019 itself printed 2020–2024 for 2020–2023.</summary>
internal static partial class YearsReading
{
    private const int Longest = 10;

    public static Suggestion<string>? Others(Matter matter, RecommendationId? asked)
    {
        if (matter.Known.Recommendations.FirstOrDefault(r => r.Id == asked) is not { } recommendation) return null;

        var told = matter.Matches(Span()).Select(match => (Match: match, Years: YearsOf(match))).Where(t => t.Years is not null && IsOfTheQuestion(matter, t.Match)).ToList();
        if (told.Count == 0 || told.Exists(t => Has(recommendation, t.Years!))) return null;

        var (found, years) = told[0];
        return new Suggestion<string>($"{years!.First}–{years.Last}", matter.Paper.PassageOf(found.Index, found.Index + found.Length), "Åren i handlingen", Confidence.Probable);
    }

    private static bool Has(Recommendation recommendation, YearSpan years) =>
        recommendation.FundingYears == years || recommendation.Extensions.Any(e => e.State is ExtensionState.Decided && new YearSpan(recommendation.FundingYears.First, e.LastYear) == years);

    private static YearSpan? YearsOf(Match match)
    {
        var first = int.Parse(match.Groups["first"].Value, CultureInfo.InvariantCulture);
        var last = int.Parse(match.Groups["last"].Value, CultureInfo.InvariantCulture);
        if (last < 100) last += first / 100 * 100;
        return last > first && last <= first + Longest ? new YearSpan(first, last) : null;
    }

    /// <summary>A plan's or a term of office's years are of something else.</summary>
    private static bool IsOfTheQuestion(Matter matter, Match match)
    {
        var row = matter.RowAt(match.Index).Lower;
        return OfTheQuestion().IsMatch(row) && !OfOther().IsMatch(row);
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"(?<![-/0-9])(?<first>20[0-9]{2}) ?(-|–|till och med|t\.?o\.?m\.?) ?(?<last>20[0-9]{2}|[0-9]{2})\b(?![-/:0-9])", Options, 5000)]
    private static partial Regex Span();

    [GeneratedRegex(@"rekommendation|finansier|stödfunktion|kunskapsstyrning|avgift|kostnad", Options, 5000)]
    private static partial Regex OfTheQuestion();

    [GeneratedRegex(@"budget|plan\b|planen|mandat|strategi|överenskommelse|tidigare|föregående|förra|handlingsprogram|dnr|diarie", Options, 5000)]
    private static partial Regex OfOther();
}
