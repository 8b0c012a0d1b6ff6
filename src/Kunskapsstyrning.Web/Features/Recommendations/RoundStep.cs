using System.Globalization;
using Kunskapsstyrning.Domain.Recommendations;

namespace Kunskapsstyrning.Web.Features.Recommendations;

/// <summary>A step of a round with its day: what the timetable says, and the board's day, the letter's and each last day to answer where it leaves them out.</summary>
/// <param name="Key">What it is known by for ever, whatever day it is moved to.</param>
/// <param name="Day">The day.</param>
/// <param name="What">What happens.</param>
/// <param name="Source">Where it is said.</param>
public sealed record RoundStep(string Key, DateOnly Day, string What, string Source)
{
    /// <summary>The steps of a recommendation, the earliest first.</summary>
    public static IReadOnlyList<RoundStep> Of(Recommendation recommendation)
    {
        var told = recommendation.Timetable.Select(t => new RoundStep(t.Number.ToString(CultureInfo.InvariantCulture), t.Day, t.What, t.Source)).ToList();
        var known = OwnDays(recommendation).Where(s => told.TrueForAll(t => t.Day != s.Day)).DistinctBy(s => s.Day);
        return [.. told.Concat(known).OrderBy(s => s.Day)];
    }

    /// <summary>The days that a recommendation has whatever its timetable says; the last days come first, as what a municipality must know.</summary>
    private static IEnumerable<RoundStep> OwnDays(Recommendation recommendation)
    {
        foreach (var round in recommendation.Rounds) yield return new RoundStep(string.Create(CultureInfo.InvariantCulture, $"svar-{round.Number}"), round.Deadline, round.Words, round.Source);
        yield return new RoundStep("styrelsen", recommendation.BoardDecision.On, "Styrelsen beslutar", recommendation.BoardDecision.Source);
        if (recommendation.Letter is { } letter) yield return new RoundStep("brevet", letter.SentOn, "Följebrevet skickas", letter.Source);
    }
}
