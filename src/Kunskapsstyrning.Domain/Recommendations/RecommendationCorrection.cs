namespace Kunskapsstyrning.Domain.Recommendations;

/// <summary>What was wrong in what was sent out, and what holds instead, from the start.</summary>
public sealed class RecommendationCorrection
{
    private RecommendationCorrection() { }

    internal RecommendationCorrection(RecommendationId recommendation, int number, DateOnly on, string wrong, string right, string reason, string source) =>
        (RecommendationId, Number, On, Wrong, Right, Reason, Source) = (recommendation, number, on, wrong, right, reason, source);

    /// <summary>The recommendation.</summary>
    public RecommendationId RecommendationId { get; private set; }

    /// <summary>Its place, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The day it was made known.</summary>
    public DateOnly On { get; private set; }

    /// <summary>What was printed.</summary>
    public string Wrong { get; private set; } = "";

    /// <summary>What holds.</summary>
    public string Right { get; private set; } = "";

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Where it is said.</summary>
    public string Source { get; private set; } = "";
}

/// <summary>A statement in a recommendation was put right.</summary>
public sealed record RecommendationCorrected(RecommendationId RecommendationId, string Reason, string Wrong, string Right) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => RecommendationId.Value;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => RecommendationId;

    /// <inheritdoc/>
    public object? Before => Wrong;

    /// <inheritdoc/>
    public object? After => Right;
}
