using Kunskapsstyrning.Domain.Decisions;

namespace Kunskapsstyrning.Domain.Recommendations;

/// <summary>A threshold as it was stated. It stays when another is stated, so that an earlier day shows the one that was known, or that held, on it.</summary>
public sealed class ThresholdStatement
{
    private ThresholdStatement() { }

    internal ThresholdStatement(RecommendationId recommendation, int number, Threshold threshold, DateOnly decidedOn, DateOnly statedOn) =>
        (RecommendationId, Number, Threshold, DecidedOn, StatedOn) = (recommendation, number, threshold, decidedOn, statedOn);

    /// <summary>The recommendation.</summary>
    public RecommendationId RecommendationId { get; private set; }

    /// <summary>Its place, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>When enough have joined.</summary>
    public Threshold Threshold { get; private set; } = null!;

    /// <summary>The day it was decided: from then it held.</summary>
    public DateOnly DecidedOn { get; private set; }

    /// <summary>The day it was stated here: from then it was known.</summary>
    public DateOnly StatedOn { get; private set; }

    /// <summary>The day that decides whether it counts.</summary>
    public DateOnly DayBy(Basis basis) => basis is Basis.Held ? DecidedOn : StatedOn;
}

public sealed partial class Recommendation
{
    private readonly List<ThresholdStatement> _thresholdStatements = [];

    /// <summary>The thresholds as they were stated, in order; none where it has been the same from the start.</summary>
    public IReadOnlyList<ThresholdStatement> ThresholdStatements => _thresholdStatements;

    /// <summary>When enough had joined as far as was known on a day, or as it held; null where nothing was said.</summary>
    public Threshold? ThresholdOn(AsOf asOf) => _thresholdStatements.Count == 0
        ? Threshold
        : _thresholdStatements.Where(s => s.DayBy(asOf.Basis) <= asOf.Day).MaxBy(s => s.Number)?.Threshold;

    /// <summary>States when enough have joined. Stating the same again changes nothing.</summary>
    /// <param name="threshold">What is stated.</param>
    /// <param name="decidedOn">The day it was decided.</param>
    /// <param name="today">Today in Sweden.</param>
    public Result State(Threshold threshold, DateOnly decidedOn, DateOnly today)
    {
        if (Threshold == threshold) return Result.Done;
        if (Threshold.RefusalOf(threshold) is { } refusal) return refusal;
        if (decidedOn > today) return RecommendationRefusals.ThresholdInTheFuture;
        if (decidedOn < BoardDecision.On) return RecommendationRefusals.ThresholdBeforeTheBoard;

        if (_thresholdStatements.Count == 0 && Threshold is { } first) _thresholdStatements.Add(new ThresholdStatement(Id, 1, first, BoardDecision.On, BoardDecision.On));
        _thresholdStatements.Add(new ThresholdStatement(Id, _thresholdStatements.Count + 1, threshold, decidedOn, today));
        Record(new ThresholdStated(Id, Threshold, threshold, decidedOn));
        Threshold = threshold;
        return Result.Done;
    }
}

/// <summary>It was stated when enough have joined.</summary>
/// <param name="RecommendationId">The recommendation.</param>
/// <param name="Was">What was stated before; null where nothing was.</param>
/// <param name="Is">What is stated.</param>
/// <param name="DecidedOn">The day it was decided.</param>
public sealed record ThresholdStated(RecommendationId RecommendationId, Threshold? Was, Threshold Is, DateOnly DecidedOn) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => RecommendationId.Value;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => RecommendationId;

    /// <inheritdoc/>
    public object? Before => Was;

    /// <inheritdoc/>
    public object? After => new { Is.Municipalities, Is.Words, Is.Source, Is.ShareOfMunicipalities, Is.ShareOfInhabitants, Is.Secured, DecidedOn };
}
