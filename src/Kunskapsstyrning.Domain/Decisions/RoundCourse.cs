namespace Kunskapsstyrning.Domain.Decisions;

/// <summary>How a round went, as far as it is known: what a forecast is made from.</summary>
/// <param name="Name">What the round is called by, a recommendation's name in addresses.</param>
/// <param name="AskedOn">The day of the letter, or else of the board's decision.</param>
/// <param name="Deadline">The last day to answer; null when none is known.</param>
/// <param name="Municipalities">How many were asked.</param>
/// <param name="Curve">How many had adopted, day by day.</param>
/// <param name="KnownThrough">The last day that is known.</param>
public sealed record RoundCourse(string Name, DateOnly AskedOn, DateOnly? Deadline, int Municipalities, IReadOnlyList<CurveStep> Curve, DateOnly KnownThrough)
{
    /// <summary>How many had adopted on the day.</summary>
    public int AdoptedOn(DateOnly day) => Curve.LastOrDefault(s => s.Day <= day)?.Adopted ?? 0;

    /// <summary>Twelve months after the letter, when late answers too have come.</summary>
    public DateOnly AYearAfter => AskedOn.AddYears(1);

    /// <summary>
    /// The day of this round that a day of another answers to: the same part of the time to answer, and after the deadlines as many
    /// days after. Where a deadline is not known, as many days after the letter.
    /// </summary>
    public DateOnly DayLike(DateOnly day, RoundCourse other)
    {
        if (Deadline is not { } own || other.Deadline is not { } theirs) return AskedOn.AddDays(day.DayNumber - other.AskedOn.DayNumber);
        if (day > theirs) return own.AddDays(day.DayNumber - theirs.DayNumber);

        var part = (double)(day.DayNumber - other.AskedOn.DayNumber) / Math.Max(1, theirs.DayNumber - other.AskedOn.DayNumber);
        return AskedOn.AddDays((int)Math.Round(part * (own.DayNumber - AskedOn.DayNumber), MidpointRounding.AwayFromZero));
    }

    /// <summary>How hard the pull has been until a day: of few left it takes as much to win one more as of many it takes to win several.</summary>
    internal double PullUntil(DateOnly day) => -Math.Log((Municipalities - AdoptedOn(day) + 0.5) / (Municipalities + 0.5));
}
