using System.Globalization;
using System.Text.RegularExpressions;

namespace Kunskapsstyrning.Domain.Intake.Reading;

/// <summary>The municipality's own case number, in any shape; never SKR's.</summary>
internal static partial class CaseNumberReading
{
    private const int Enough = 5;
    private const int LongestSpan = 10;

    /// <summary>A longer line is a sentence, which may tell the number of what it speaks of.</summary>
    private const int LongestLabelled = 80;

    private static readonly string[] Reports = ["SKL", "SKR", "NR", "PM", "SOU", "DS", "SFS", "SOSFS", "HSLF", "PROP", "ISO", "EU", "FS", "LSS", "OSL"];

    public static Suggestion<string>? Of(Matter matter, ReadStage? stage)
    {
        var ranked = Candidates(matter).Where(c => c.Weight > 0 && !IsSkrs(matter, c.Value))
            .GroupBy(c => c.Value.ToLowerInvariant()).Select(g => (Best: g.MaxBy(c => c.Weight)!, Score: g.Max(c => c.Weight) + Math.Min(2, g.Count() - 1))).OrderByDescending(g => g.Score).ToList();
        if (ranked.Count == 0 || ranked[0].Score < Enough) return InSubject(matter);

        var rival = ranked.Count > 1 ? ranked[1].Score : 0;
        if (rival == ranked[0].Score) return null;

        var best = ranked[0].Best;
        return new Suggestion<string>(best.Value, matter.Paper.PassageOf(best.Start, best.Start + best.Value.Length), best.Why, best.Weight >= 10 && rival < 10 && stage is ReadStage.Final or ReadStage.Proposal && matter.RowAt(best.Start).Lower.Length <= LongestLabelled && !IsFollowedByPlan(matter, best) ? Confidence.Certain : Confidence.Probable);
    }

    /// <summary>The code of the filing plan last in the line: some count it to the number, others do not.</summary>
    private static bool IsFollowedByPlan(Matter matter, Candidate best) => Plan().IsMatch(matter.Paper.Lower[(best.Start + best.Value.Length)..matter.RowAt(best.Start).End]);

    /// <summary>A number that only the subject of the message tells.</summary>
    private static Suggestion<string>? InSubject(Matter matter)
    {
        var subject = matter.Envelope?.Subject ?? "";
        var lower = subject.ToLowerInvariant();
        var found = Labelled().Matches(lower).Concat(WithPrefix().Matches(lower)).FirstOrDefault(m => !Theirs().IsMatch(lower[Math.Max(0, m.Index - 6)..(m.Index + 3)]) && !IsSkrs(matter, m.Groups["number"].Value))?.Groups["number"];
        return found is null ? null : new Suggestion<string>(subject.Substring(found.Index, found.Length), new Passage(1, subject, []), "Står i meddelandets ämne", Confidence.Probable);
    }

    private static IEnumerable<Candidate> Candidates(Matter matter)
    {
        foreach (var match in matter.Matches(Labelled())) yield return Made(matter, match, 10 + Where(matter, match.Index), "Står vid dnr");
        foreach (var match in matter.Matches(WithPrefix()).Where(m => IsInCapitals(matter, m))) yield return Made(matter, match, 5 + Where(matter, match.Index, hasLetters: true), "Ser ut som ett diarienummer");
        foreach (var candidate in UnderLabels(matter).Concat(BesideParagraph(matter))) yield return candidate;
    }

    /// <summary>A number alone in a line next to the paragraph, or last in the paragraph's own line.</summary>
    private static IEnumerable<Candidate> BesideParagraph(Matter matter)
    {
        foreach (var row in matter.Own.Where(r => Outline.BeginsParagraph().IsMatch(r.Lower)).Take(1))
        {
            foreach (var near in matter.Rows.Skip(row.Index - 1).Take(4))
                if (Alone().Match(near.Lower) is { Success: true } match) yield return Made(matter, near.Start + match.Groups["number"].Index, match.Groups["number"].Length, 7, "Står vid paragrafen");

            if (Last().Match(row.Lower) is { Success: true } last) yield return Made(matter, row.Start + last.Groups["number"].Index, last.Groups["number"].Length, 6, "Står vid paragrafen");
        }
    }

    /// <summary>In a two-column head the number stands in a line below its label.</summary>
    private static IEnumerable<Candidate> UnderLabels(Matter matter)
    {
        foreach (var row in matter.Head.Concat(matter.Own).Where(r => LabelAtEnd().IsMatch(r.Lower)))
            foreach (var below in matter.Rows.Skip(row.Index + 1).Take(2))
                foreach (Match match in Bare().Matches(below.Lower))
                    yield return Made(matter, below.Start + match.Groups["number"].Index, match.Groups["number"].Length, 9 + Where(matter, below.Start), "Står under dnr");
    }

    /// <summary>"KS 2019/45" and not "nr 10/2016"; laws and reports are numbered in the same way.</summary>
    private static bool IsInCapitals(Matter matter, Match match) =>
        matter.Paper.Text.AsSpan(match.Groups["prefix"].Index, match.Groups["prefix"].Length) is var prefix && !prefix.ContainsAnyInRange('a', 'ö') && !Reports.Contains(prefix.ToString());

    private static int Where(Matter matter, int place, bool hasLetters = false)
    {
        var row = matter.RowAt(place);
        var before = matter.Paper.Lower[Math.Max(row.Start, place - 30)..place];
        if (Theirs().IsMatch(before) || (!hasLetters && OfSkr().IsMatch(before)) || (row.Index > 0 && TheirLabel().IsMatch(matter.Rows[row.Index - 1].Lower))) return -20;
        if (row.Part is Part.Preparation or Part.Proposal && !matter.IsInHead(place)) return -4;
        return row.Part is Part.Head ? 2 : 0;
    }

    private static Candidate Made(Matter matter, Match match, int weight, string why) => Made(matter, match.Groups["number"].Index, match.Groups["number"].Length, weight, why);

    private static Candidate Made(Matter matter, int start, int length, int weight, string why) =>
        new(matter.Paper.Text.Substring(start, length).Trim().TrimEnd('.', ',', ')', ';'), start, weight, why);

    private static bool IsSkrs(Matter matter, string value) =>
        matter.Known.Recommendations.Any(r => r.CaseNumber is { } number && value.Contains(number, StringComparison.OrdinalIgnoreCase)) || SwedishDay.TryParse(Prefix().Replace(value, ""), out _) || IsSpanOfYears(matter, value);

    private static bool IsSpanOfYears(Matter matter, string value) =>
        Years().Match(value) is { Success: true } years && int.Parse(years.Groups["first"].Value, CultureInfo.InvariantCulture) is var first && int.Parse(years.Groups["last"].Value, CultureInfo.InvariantCulture) is var last
        && (last >= 2000 ? last > first && last <= first + LongestSpan : matter.Known.Recommendations.Any(r => r.FundingYears.First == first && r.FundingYears.Last % 100 == last));

    private sealed record Candidate(string Value, int Start, int Weight, string Why);

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const string Parts = @"([a-zåäö]{1,6}[ /:.-]{0,2})?[0-9]{1,6}([-/:.][0-9]{1,6}){1,4}( (ks|kst|sn|kf|son)([- ][0-9]{1,3})?\b| [a-zåäö]{2,4}-[0-9]{1,3}\b|-[a-zåäö]{1,4}\b)?|[0-9]{2}[a-zåäö]{2,5}[ /-]?[0-9]{2,6}(-[0-9]{1,4})?|20[0-9]{2}[/-][a-zåäö]{2,5} ?[0-9]{1,6}|[0-9]{2}/[a-zåäö]{2,4}/[0-9]{1,5}";
    private const string Number = "(?<number>" + Parts + ")(?![0-9a-zåäö])";

    [GeneratedRegex(@"\b(dnr|diarienummer|diarienr|diarie-?nr|d\.?nr|ärendenummer|ärendenr|ärende-?id|ärende nr|ärende(?=:| 20[0-9]{2}[/:-][0-9])|vår referens|vår beteckning|vårt dnr|beteckning|ref\.?nr)\b\.?(?! ?skl| ?skr)( hos oss)?[:.]? ?" + Number, Options, 5000)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"(?<![\p{L}0-9§/-])(?<number>(?<prefix>[a-zåäö]{2,6})[ /:.-]{0,2}(20[0-9]{2}[/:][0-9]|(20)?[0-9]{2}[-/:.][0-9]{2,6}|[0-9]{1,5}/(20)?[0-9]{2})([-/:.][0-9]{1,4})?)(?![0-9-])", Options, 5000)]
    private static partial Regex WithPrefix();

    [GeneratedRegex("^ ?/? ?[0-9]{3}( [a-zåäö]{2,4})?$", Options, 5000)]
    private static partial Regex Plan();

    [GeneratedRegex("^[a-zåäö]{1,6}[ :.-]{1,2}", Options | RegexOptions.IgnoreCase, 5000)]
    private static partial Regex Prefix();

    [GeneratedRegex("^(?<first>20[0-9]{2})[-/](?<last>20[0-9]{2}|[0-9]{2})$", Options, 5000)]
    private static partial Regex Years();

    [GeneratedRegex(@"\b(dnr|diarienummer|diarienr|ärendenummer|ärendenr|beteckning|vår referens):?$", Options, 5000)]
    private static partial Regex LabelAtEnd();

    [GeneratedRegex(@"^.*?§ ?[0-9]{1,4}(/[0-9]{2,4})?(?=[ ,]).{0,120}?[ (]" + Number + @"\)?$", Options, 5000)]
    private static partial Regex Last();

    [GeneratedRegex(@"(?<=^|\s)" + Number + @"(?=\s|$)", Options, 5000)]
    private static partial Regex Bare();

    [GeneratedRegex(@"^(dnr:? )?" + Number + "$", Options, 5000)]
    private static partial Regex Alone();

    [GeneratedRegex(@"\b(ert|er|eran) (dnr|diarienummer|diarienr|beteckning|referens|ärendenummer):?$", Options, 5000)]
    private static partial Regex TheirLabel();

    /// <summary>SKR named just before a number without letters of its own.</summary>
    [GeneratedRegex(@"\bsk[lr]\b[^\n]{0,12}$", Options, 5000)]
    private static partial Regex OfSkr();

    [GeneratedRegex(@"\b(ert|er|eran|sk[lr]s?:?s?|motpartens) (dnr|diarienummer|diarienr|beteckning|referens|ärendenummer)\b", Options, 5000)]
    private static partial Regex Theirs();
}
