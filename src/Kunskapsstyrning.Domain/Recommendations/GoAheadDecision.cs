namespace Kunskapsstyrning.Domain.Recommendations;

/// <summary>A person's decision at SKR, dated and with its reason, that a recommendation goes ahead because enough have joined, or that it does not. The latest holds.</summary>
public sealed class GoAheadDecision
{
    private GoAheadDecision() { }

    internal GoAheadDecision(RecommendationId recommendation, int number, DateOnly on, bool goesAhead, string reason, PersonId by) =>
        (RecommendationId, Number, On, GoesAhead, Reason, DecidedBy) = (recommendation, number, on, goesAhead, reason, by);

    /// <summary>The recommendation.</summary>
    public RecommendationId RecommendationId { get; private set; }

    /// <summary>Its place, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The day it was decided.</summary>
    public DateOnly On { get; private set; }

    /// <summary>True when it goes ahead.</summary>
    public bool GoesAhead { get; private set; }

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Who decided it.</summary>
    public PersonId DecidedBy { get; private set; }
}

/// <summary>SKR decided whether a recommendation goes ahead.</summary>
public sealed record GoAheadDecided(RecommendationId RecommendationId, bool GoesAhead, DateOnly On, string Reason) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => RecommendationId.Value;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => RecommendationId;

    /// <inheritdoc/>
    public object? After => new { GoesAhead, On };
}
