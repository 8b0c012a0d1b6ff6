using System.Globalization;
using Kunskapsstyrning.Domain.Recommendations;

namespace Kunskapsstyrning.Web.Features.Recommendations;

/// <summary>A step of a round with its day: what the timetable says, and each last day to answer that it leaves out.</summary>
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
        var answers = recommendation.Rounds.Where(r => told.TrueForAll(t => t.Day != r.Deadline)).Select(r => new RoundStep(
            string.Create(CultureInfo.InvariantCulture, $"svar-{r.Number}"), r.Deadline, r.Words, r.Source));
        return [.. told.Concat(answers).OrderBy(s => s.Day)];
    }
}
