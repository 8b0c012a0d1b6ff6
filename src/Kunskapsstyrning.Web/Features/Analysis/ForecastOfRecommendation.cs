using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Analysis;

/// <summary>How many will likely have adopted when the time to answer runs out, and a year after the letter. Null where there is no such recommendation, or its answers are not for the actor to see.</summary>
/// <param name="Slug">The recommendation's name in addresses.</param>
/// <param name="AsOf">The day it is seen from, and the question.</param>
[Requires(Permission.ReadPublic)]
public sealed record ForecastOfRecommendation(string Slug, AsOf AsOf) : IQuery<ForecastView?>
{
    /// <inheritdoc/>
    public async Task<ForecastView?> Answer(Session session, CancellationToken cancellation)
    {
        if (await StateOfRecommendation.WithAnswers(session, Slug, AsOf, cancellation) is not { } state) return null;

        var asked = state.Recommendation;
        var earlier = new List<RoundCourse>();
        foreach (var before in session.Facts.Recommendations.Where(r => r.BoardDecision.On < asked.BoardDecision.On && session.MaySeeStatus(r)))
        {
            var answers = (await LiveStates.Today(session, before, cancellation)).Answers;
            earlier.Add(CourseOf(before, session.Facts.MunicipalitiesOf(before, AsOf.Day).Count(), answers.Curve(session.Facts, before, AsOf), AsOf.Day));
        }

        return new ForecastView(state, CourseOf(asked, state.Adoption.Municipalities, state.Curve, AsOf.Day), earlier);
    }

    private static RoundCourse CourseOf(Recommendation asked, int municipalities, IReadOnlyList<CurveStep> curve, DateOnly knownThrough) =>
        new(asked.Slug, asked.AskedOn, asked.ResponseDeadline, municipalities, curve, knownThrough);
}

/// <summary>A day that is forecast, or why it is not.</summary>
/// <param name="Day">The day.</param>
/// <param name="Silence">Why there is no forecast; null where there is one.</param>
/// <param name="Forecast">The forecast; null where there is none.</param>
public sealed record ForecastFor(DateOnly Day, ForecastSilence? Silence, Forecast? Forecast);

/// <summary>A forecast with what it rests on and how the rule would have done before.</summary>
public sealed record ForecastView
{
    private const int Points = 24;

    /// <summary>Forecasts from a state and earlier rounds.</summary>
    public ForecastView(RecommendationState state, RoundCourse course, IReadOnlyList<RoundCourse> earlier)
    {
        (State, Course, Earlier) = (state, course, earlier);
        Targets = [.. new[] { course.Deadline, course.AYearAfter }.OfType<DateOnly>().Distinct().Order().Select(For)];
        var last = Targets[^1].Day.DayNumber - state.AsOf.Day.DayNumber;
        Band = Told is null ? [] : [.. Enumerable.Range(1, Points).Select(at => state.AsOf.Day.AddDays(last * at / Points)).Distinct().Select(For).Select(f => f.Forecast).OfType<Forecast>()];
        Trials = [.. earlier.SelectMany(tried => ForecastTrial.Of(tried, [.. earlier.Where(e => e != tried)]))];
        OwnTrials = ForecastTrial.Of(course, earlier);
    }

    /// <summary>How the recommendation stands on the day that the forecast is seen from.</summary>
    public RecommendationState State { get; }

    /// <summary>The round.</summary>
    public RoundCourse Course { get; }

    /// <summary>Earlier rounds, whether or not anything can be told from them.</summary>
    public IReadOnlyList<RoundCourse> Earlier { get; }

    /// <summary>The deadline and a year after the letter.</summary>
    public IReadOnlyList<ForecastFor> Targets { get; }

    /// <summary>Forecasts from the day to the last target.</summary>
    public IReadOnlyList<Forecast> Band { get; }

    /// <summary>The rule tried on each earlier round, from the others.</summary>
    public IReadOnlyList<ForecastTrial> Trials { get; }

    /// <summary>The rule tried on this round from the earlier ones, as far as it is known what became.</summary>
    public IReadOnlyList<ForecastTrial> OwnTrials { get; }

    /// <summary>How far it has come towards the threshold, where that is a number of municipalities; null where it is not.</summary>
    public ThresholdMeter? Meter => State.Meters.FirstOrDefault(m => m.Measure is ThresholdMeasure.Municipalities);

    /// <summary>The first forecast there is; null when there is none.</summary>
    public Forecast? Told => Targets.Select(t => t.Forecast).FirstOrDefault(f => f is not null);

    private ForecastFor For(DateOnly day)
    {
        var left = State.Adoption[Status.NoResponse].Municipalities + State.Adoption[Status.InPreparation].Municipalities;
        var silence = Forecast.Make(Course, State.AsOf.Day, day, Earlier, left, State.Recommendation.GoesAheadOn(State.AsOf.Day) is false, out var forecast);
        return new ForecastFor(day, silence, silence is null ? forecast : null);
    }
}
