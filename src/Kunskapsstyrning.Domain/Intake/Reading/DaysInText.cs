using System.Globalization;
using System.Text.RegularExpressions;

namespace Kunskapsstyrning.Domain.Intake.Reading;

/// <summary>A day as it stands in a text.</summary>
internal sealed record FoundDay(DateOnly Day, int Start, int End);

/// <summary>Finds days in all the ways that minutes and letters write them.</summary>
internal static partial class DaysInText
{
    // A list of dates is no minutes, and each day is weighed.
    private const int Most = 400;

    public static IReadOnlyList<FoundDay> In(Matter matter) => [.. Found(matter).Take(Most)];

    private static IEnumerable<FoundDay> Found(Matter matter)
    {
        foreach (var match in matter.Matches(Written()))
            if (SwedishDay.TryParse(Spaces().Replace(match.Value, "-"), out var day) || SwedishDay.TryParse(match.Value, out day))
                yield return new FoundDay(day, match.Index, match.Index + match.Length);

        if (matter.Envelope?.SentOn is not { } sent) yield break;
        foreach (var match in matter.Matches(WithoutYear()))
            if (Nearest(match.Value, sent) is { } day && day <= sent) yield return new FoundDay(day, match.Index, match.Index + match.Length);
    }

    /// <summary>"Den 21 maj" in a message is the one nearest to the day it was sent; one that lies ahead is no day that has been.</summary>
    private static DateOnly? Nearest(string written, DateOnly sent)
    {
        DateOnly? nearest = null;
        foreach (var year in new[] { sent.Year - 1, sent.Year, sent.Year + 1 })
            if (SwedishDay.TryParse(string.Create(CultureInfo.InvariantCulture, $"{written} {year}"), out var day) && (nearest is null || Math.Abs(day.DayNumber - sent.DayNumber) < Math.Abs(nearest.Value.DayNumber - sent.DayNumber))) nearest = day;

        return nearest;
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"(?<![0-9/.:-])(20[0-9]{2} ?- ?[0-9]{2} ?- ?[0-9]{2}|20[0-9]{2}/[0-9]{2}/[0-9]{2}|20[0-9]{2}\.[0-9]{2}\.[0-9]{2}|20[0-9]{2}(0[1-9]|1[0-2])[0-3][0-9]|[0-3]?[0-9](:[ae])?\s(januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|jan|feb|apr|jun|jul|aug|sept|sep|okt|nov|dec)\.?,?\s20[0-9]{2}|[0-3]?[0-9] ?/ ?[01]?[0-9][ -]20[0-9]{2}|[0-3]?[0-9]/[01]?[0-9]-[0-9]{2}|[0-3]?[0-9]\.[01]?[0-9]\.20[0-9]{2}|(?<=\b(dag|datum|sammanträde|möte|den|protokoll):? )[0-9]{2}(0[1-9]|1[0-2])[0-3][0-9])(?![0-9]|[-/][0-9])", Options, 5000)]
    private static partial Regex Written();

    [GeneratedRegex(@"(?<![0-9/.:-])[0-3]?[0-9](:[ae])?\s(januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)(?!\p{L}|[.,]?\s(20|19)[0-9]{2})", Options, 5000)]
    private static partial Regex WithoutYear();

    [GeneratedRegex(@" ?- ?", Options, 5000)]
    private static partial Regex Spaces();
}
