namespace Kunskapsstyrning.Domain.Decisions;

/// <summary>With what was registered all that the threshold states is reached, and was not just before.</summary>
/// <param name="RecommendationId">The recommendation.</param>
/// <param name="Meters">What is stated, and how far it has come.</param>
public sealed record ThresholdReached(RecommendationId RecommendationId, IReadOnlyList<ThresholdMeter> Meters) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => RecommendationId.Value;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => RecommendationId;

    /// <inheritdoc/>
    public object? After => Meters.Select(m => new { m.Measure, m.Needed, m.Have }).ToList();
}

/// <summary>With what was registered, corrected or taken back the threshold is no longer reached, and was just before.</summary>
/// <param name="RecommendationId">The recommendation.</param>
/// <param name="Meters">What is stated, and how far it has come.</param>
public sealed record ThresholdUnreached(RecommendationId RecommendationId, IReadOnlyList<ThresholdMeter> Meters) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => RecommendationId.Value;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => RecommendationId;

    /// <inheritdoc/>
    public object? After => Meters.Select(m => new { m.Measure, m.Needed, m.Have }).ToList();
}
