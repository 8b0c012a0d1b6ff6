using System.Globalization;
using System.Text.RegularExpressions;

namespace Kunskapsstyrning.Domain.Intake.Reading;

/// <summary>Which recommendation is answered: by its name, the board's day and notice, SKR's case number, years and amounts.</summary>
internal static partial class RecommendationReading
{
    private const int Enough = 4;
    private const int Lead = 2;

    /// <summary>When SKL became SKR.</summary>
    private static readonly DateOnly Renamed = new(2019, 11, 27);

    public static Suggestion<RecommendationId>? Of(Matter matter, IReadOnlyList<FoundDay> days)
    {
        var text = $"{matter.Paper.Lower[matter.Start..matter.End]} {matter.Envelope?.Subject?.ToLowerInvariant()}".Replace('\n', ' ');
        var written = WrittenOn(matter, days);
        var ranked = matter.Known.Recommendations
            .Where(r => written is null || r.BoardDecision.On <= written)
            .Select(r => (Recommendation: r, Clues: CluesOf(r, matter, text, days).Where(c => c.Weight > 0).ToList()))
            .Select(r => (r.Recommendation, r.Clues, Score: r.Clues.Sum(c => c.Weight) + (IsOfItsTime(r.Recommendation, text) ? 3 : 0) + (IsLatest(r.Recommendation, matter.Known, written) ? 3 : 0)))
            .Where(r => r.Clues.Any(c => c.Names)).OrderByDescending(r => r.Score).ToList();
        if (ranked.Count == 0 || ranked[0].Score < Enough || !Answers().IsMatch(matter.Paper.Flat + text)) return null;

        var lead = ranked[0].Score - (ranked.Count > 1 ? ranked[1].Score : 0);
        if (lead < Lead) return null;

        var best = ranked[0].Clues.Where(c => c.Start >= 0).MaxBy(c => (c.Names, c.Weight)) ?? new Clue("", 0, 0, 1, true);
        var certain = lead >= 4 && ranked[0].Clues.Count(c => c.Weight > 1) >= 3;
        var why = string.Join(", ", ranked[0].Clues.Select(c => c.Why).Distinct().Take(3));
        return new Suggestion<RecommendationId>(ranked[0].Recommendation.Id, matter.Paper.PassageOf(best.Start, best.End), why, certain ? Confidence.Certain : Confidence.Probable);
    }

    private static IEnumerable<Clue> CluesOf(Recommendation recommendation, Matter matter, string text, IReadOnlyList<FoundDay> days)
    {
        foreach (var topic in matter.Known.Signs.TopicsFor(recommendation)) yield return Find(text, matter, topic, matter.Known.Signs.NamedBy(topic) == 1 ? 4 : 2, "Rekommendationens namn", names: true);

        foreach (var topic in matter.Known.Signs.EarlierTopicsFor(recommendation)) yield return Find(text, matter, topic, 1, "En tidigare rekommendations namn", names: true);

        yield return Find(text, matter, recommendation.ShortTitle.ToLowerInvariant(), 2, "Rekommendationens namn", names: true);
        if (recommendation.CaseNumber is { } number) yield return Find(text, matter, number.ToLowerInvariant(), 8, "SKR:s diarienummer", names: true);
        if (Notice().Match(recommendation.BoardDecision.Notice ?? "") is { Success: true } notice) yield return Find(text, matter, notice.Value, 6, "Numret på styrelsens meddelande", names: true);
        foreach (var day in days.Where(d => d.Day == recommendation.BoardDecision.On).Take(1)) yield return new Clue("Styrelsens beslutsdag", 6, day.Start, day.End, Names: false);
        foreach (var years in YearsOf(recommendation)) yield return YearsIn(years, text, matter);
        foreach (var rate in Rates(recommendation)) yield return Find(text, matter, rate, 3, "Kostnaden per invånare", names: false);
        if (recommendation.StatedCost is { } cost) yield return Find(text, matter, Millions(cost.Yearly), 3, "Hela kostnaden", names: false);
        foreach (var deadline in days.Where(d => recommendation.Rounds.Any(r => r.Deadline == d.Day)).Take(1)) yield return new Clue("Sista svarsdag", 3, deadline.Start, deadline.End, Names: false);
    }

    private static Clue Find(string text, Matter matter, string words, int weight, string why, bool names)
    {
        var at = text.IndexOf(words, StringComparison.Ordinal);
        if (at < 0) return Clue.None;
        return matter.Start + at < matter.End ? new Clue(why, weight, matter.Start + at, matter.Start + at + words.Length, names) : new Clue(why, weight, -1, -1, names);
    }

    private static Clue YearsIn(YearSpan years, string text, Matter matter)
    {
        foreach (Match match in Span().Matches(text))
        {
            var last = match.Groups["last"].Value;
            var through = last.Length == 2 ? "20" + last : last;
            if (match.Groups["first"].Value != years.First.ToString(CultureInfo.InvariantCulture) || through != years.Last.ToString(CultureInfo.InvariantCulture)) continue;
            return new Clue("Åren", IsInTitle(matter, match.Index) ? 8 : 5, matter.Start + match.Index < matter.End ? matter.Start + match.Index : -1, matter.Start + match.Index + match.Length, Names: false);
        }

        return Clue.None;
    }

    /// <summary>The recommending body's name of the time; a text that has the later one was written after the change, whatever it tells of before.</summary>
    private static bool IsOfItsTime(Recommendation recommendation, string text) =>
        Later().IsMatch(text) ? recommendation.BoardDecision.On >= Renamed : Earlier().IsMatch(text) && recommendation.BoardDecision.On < Renamed;

    private static bool IsInTitle(Matter matter, int place) => matter.Start + place < matter.End && matter.RowAt(matter.Start + place) is { Part: Part.Head } row && row.Index < matter.First + 12;

    /// <summary>The years, and also those a correction or an extension speaks of.</summary>
    private static IEnumerable<YearSpan> YearsOf(Recommendation recommendation)
    {
        yield return recommendation.FundingYears;
        foreach (var extension in recommendation.Extensions) yield return new YearSpan(recommendation.FundingYears.First, extension.LastYear);
    }

    private static IEnumerable<string> Rates(Recommendation recommendation) =>
        recommendation.Points.SelectMany(p => Rate().Matches(p.Text.ToLowerInvariant()).Select(m => m.Groups["rate"].Value)).Distinct();

    private static string Millions(Kronor cost) => (cost.Amount / 1_000_000m).ToString("0.##", CultureInfo.InvariantCulture).Replace('.', ',') + " m";

    private static bool IsLatest(Recommendation recommendation, KnownFacts known, DateOnly? written) =>
        written is not null && known.Recommendations.Where(r => r.BoardDecision.On <= written).MaxBy(r => r.BoardDecision.On)?.Id == recommendation.Id;

    /// <summary>When the document was written, as near as can be told: the latest day in it that is no deadline, or the day it was sent.</summary>
    private static DateOnly? WrittenOn(Matter matter, IReadOnlyList<FoundDay> days)
    {
        var head = days.Where(d => matter.IsInHead(d.Start)).Select(d => d.Day).ToList();
        if (head.Count > 0) return head.Max();
        if (matter.Envelope?.SentOn is { } sent) return sent;

        var deadlines = matter.Known.Recommendations.SelectMany(r => r.Rounds).Select(r => r.Deadline).ToHashSet();
        var own = days.Where(d => d.Start >= matter.Start && d.Start < matter.End && !deadlines.Contains(d.Day)).Select(d => d.Day).ToList();
        return own.Count == 0 ? null : own.Max();
    }

    private sealed record Clue(string Why, int Weight, int Start, int End, bool Names)
    {
        public static readonly Clue None = new("", 0, -1, -1, false);
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"\b(?<first>20[0-9]{2}) ?(-|/|och|till|till och med|t\.?o\.?m\.?|samt) ?(år )?(?<last>20[0-9]{2}|[0-9]{2})\b(?!-[0-9])", Options, 5000)]
    private static partial Regex Span();

    [GeneratedRegex(@"\bskr(:?s)?\b|sveriges kommuner och regioner", Options, 5000)]
    private static partial Regex Later();

    [GeneratedRegex(@"\bskl(:?s)?\b|sveriges kommuner och landsting", Options, 5000)]
    private static partial Regex Earlier();

    /// <summary>What tells an answer from a seminar on the same subject.</summary>
    [GeneratedRegex("rekommend|ställningstag|finansier|stödfunktion|samlat system|faktura|avgift|gemensam satsning", Options, 5000)]
    private static partial Regex Answers();

    [GeneratedRegex("[0-9]+/[0-9]{4}", Options, 5000)]
    private static partial Regex Notice();

    [GeneratedRegex(@"(?<rate>[0-9]+,[0-9]+) ?(kr|kronor) ?(/|per) ?inv", Options, 5000)]
    private static partial Regex Rate();
}
