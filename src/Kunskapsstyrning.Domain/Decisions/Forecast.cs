namespace Kunskapsstyrning.Domain.Decisions;

/// <summary>Why no forecast is made.</summary>
public enum ForecastSilence
{
    /// <summary>It was decided that the recommendation does not go ahead.</summary>
    CalledOff,
    /// <summary>The day is in the past: what became is known.</summary>
    DayHasPassed,
    /// <summary>Everyone has answered.</summary>
    EveryoneHasAnswered,
    /// <summary>Too few have adopted to tell a pace.</summary>
    TooFewAnswers,
    /// <summary>No earlier round is known as far as the day.</summary>
    NoEarlierRound,
}

/// <summary>What one earlier round says of what is to come.</summary>
/// <param name="Round">The earlier round.</param>
/// <param name="JoinedThen">The part of those left who joined in it between the same moments, 0 to 1.</param>
/// <param name="Pace">How fast this round has gone beside it: 1 when alike.</param>
/// <param name="Expected">How many it gives.</param>
public sealed record ForecastBasis(RoundCourse Round, double JoinedThen, double Pace, double Expected);

/// <summary>How many will have adopted on a day to come, with an interval: what is likely, never what is known.</summary>
/// <param name="Target">The day.</param>
/// <param name="Low">The lower end, inclusive.</param>
/// <param name="Expected">The middle.</param>
/// <param name="High">The upper end, inclusive.</param>
/// <param name="Bases">What each earlier round says.</param>
public sealed record Forecast(DateOnly Target, int Low, int Expected, int High, IReadOnlyList<ForecastBasis> Bases)
{
    /// <summary>The part of intervals that hold what becomes, at the least: four of five.</summary>
    public const double Within = 0.8;

    /// <summary>As many must have adopted before a pace can be told, in this round and in those it is held against.</summary>
    public const int FewestAdopted = 15;

    // The normal deviate of four fifths; how far the pace of what remains strays from what has been, as the deviation of its logarithm,
    // when as good as all has been seen; and how many municipalities' weight an even pace has until this round has shown its own.
    private const double Deviate = 1.2816;
    private const double PaceStrays = 0.25;
    private const double EvenPace = 15;

    /// <summary>
    /// The rule. Of those who had not adopted at the same moment of an earlier round, a part joined until the day. This round's pace beside
    /// that one's says how much larger or smaller the part is now. Several rounds are weighed alike. The interval holds chance
    /// among those left, that earlier rounds differ, and a pace that changes: the more, the less of the round has been seen.
    /// </summary>
    /// <param name="round">This round.</param>
    /// <param name="day">The day it is seen from.</param>
    /// <param name="target">The day to come.</param>
    /// <param name="earlier">Earlier rounds.</param>
    /// <param name="left">How many have not answered finally.</param>
    /// <param name="isCalledOff">True when it does not go ahead.</param>
    /// <param name="forecast">The forecast, when nothing stops it.</param>
    public static ForecastSilence? Make(RoundCourse round, DateOnly day, DateOnly target, IReadOnlyCollection<RoundCourse> earlier, int left, bool isCalledOff, out Forecast forecast)
    {
        forecast = new Forecast(target, 0, 0, 0, []);
        if (isCalledOff) return ForecastSilence.CalledOff;
        if (target <= day) return ForecastSilence.DayHasPassed;
        if (left == 0) return ForecastSilence.EveryoneHasAnswered;
        if (round.AdoptedOn(day) < FewestAdopted) return ForecastSilence.TooFewAnswers;

        var known = earlier.Where(e => e.Name != round.Name && e.DayLike(target, round) <= e.KnownThrough && e.AdoptedOn(e.DayLike(target, round)) >= FewestAdopted).ToList();
        if (known.Count == 0) return ForecastSilence.NoEarlierRound;

        forecast = Of(round, day, target, [.. known.Select(e => BasisOf(e, round, day, target))]);
        return null;
    }

    private static ForecastBasis BasisOf(RoundCourse earlier, RoundCourse round, DateOnly day, DateOnly target)
    {
        var (then, thenTarget) = (earlier.DayLike(day, round), earlier.DayLike(target, round));
        var toCome = Math.Max(0, earlier.PullUntil(thenTarget) - earlier.PullUntil(then));
        var pace = Math.Clamp(((round.PullUntil(day) * round.Municipalities) + EvenPace) / ((earlier.PullUntil(then) * round.Municipalities) + EvenPace), 1 / 3.0, 3);
        var left = round.Municipalities - round.AdoptedOn(day);
        return new ForecastBasis(earlier, Joining(toCome), pace, round.AdoptedOn(day) + (left * Joining(pace * toCome)));
    }

    private static Forecast Of(RoundCourse round, DateOnly day, DateOnly target, IReadOnlyList<ForecastBasis> bases)
    {
        var (now, left) = (round.AdoptedOn(day), round.Municipalities - round.AdoptedOn(day));
        var expected = bases.Average(b => b.Expected);
        var part = left == 0 ? 0 : (expected - now) / left;
        var pull = -Math.Log(1 - Math.Min(part, 0.999));
        var strays = Math.Exp(Deviate * Math.Min(1, PaceStrays * Math.Sqrt(1 + (pull / round.PullUntil(day)))));
        var chance = left * part * (1 - part) * Deviate * Deviate;
        var differ = bases.Count == 1 ? 0 : bases.Sum(b => Math.Pow(b.Expected - expected, 2)) / (bases.Count - 1) * Deviate * Deviate;
        var below = Math.Sqrt(Math.Pow(left * (part - Joining(pull / strays)), 2) + chance + differ);
        var above = Math.Sqrt(Math.Pow(left * (Joining(pull * strays) - part), 2) + chance + differ);
        return new Forecast(
            target, Math.Max(now, (int)Math.Floor(expected - below)), (int)Math.Round(expected, MidpointRounding.AwayFromZero), Math.Min(round.Municipalities, (int)Math.Ceiling(expected + above)), bases);
    }

    /// <summary>The part of those left who join under a pull.</summary>
    private static double Joining(double pull) => 1 - Math.Exp(-pull);
}

/// <summary>A forecast that could have been made once, held against what became.</summary>
/// <param name="Round">The round, which the forecast saw no further than the day.</param>
/// <param name="Day">The day it is seen from.</param>
/// <param name="Forecast">What would have been told.</param>
/// <param name="Became">How many had adopted on the target day.</param>
public sealed record ForecastTrial(RoundCourse Round, DateOnly Day, Forecast Forecast, int Became)
{
    /// <summary>True when what became lies within the interval.</summary>
    public bool Held => Forecast.Low <= Became && Became <= Forecast.High;

    /// <summary>
    /// Tries the rule on a round whose outcome is known, from rounds that are not that one: a quarter, half and three quarters
    /// into the time to answer, for the deadline and a year after the letter. Where it would have been silent there is no trial.
    /// </summary>
    /// <param name="round">The round that is tried.</param>
    /// <param name="from">The rounds it is forecast from.</param>
    public static IReadOnlyList<ForecastTrial> Of(RoundCourse round, IReadOnlyCollection<RoundCourse> from)
    {
        if (round.Deadline is not { } deadline) return [];

        var length = deadline.DayNumber - round.AskedOn.DayNumber;
        var trials = new List<ForecastTrial>();
        foreach (var target in new[] { deadline, round.AYearAfter }.Distinct().Where(t => t <= round.KnownThrough))
        {
            foreach (var day in new[] { 1, 2, 3 }.Select(quarter => round.AskedOn.AddDays(length * quarter / 4)))
            {
                var seen = round with { Curve = [.. round.Curve.Where(s => s.Day <= day)], KnownThrough = day };
                if (Forecast.Make(seen, day, target, from, left: 1, isCalledOff: false, out var forecast) is null) trials.Add(new ForecastTrial(round, day, forecast, round.AdoptedOn(target)));
            }
        }

        return trials;
    }
}
