namespace Kunskapsstyrning.Domain.Recommendations;

/// <summary>A longer time to answer for one municipality.</summary>
public sealed class DeadlineExtension
{
    private DeadlineExtension() { }

    internal DeadlineExtension(RecommendationId recommendation, MunicipalityCode municipality, DateOnly through, string reason) =>
        (RecommendationId, MunicipalityCode, Through, Reason) = (recommendation, municipality, through, reason);

    /// <summary>The recommendation.</summary>
    public RecommendationId RecommendationId { get; private set; }

    /// <summary>Whose time.</summary>
    public MunicipalityCode MunicipalityCode { get; private set; }

    /// <summary>The last day, inclusive.</summary>
    public DateOnly Through { get; private set; }

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = "";
}

/// <summary>One municipality got a longer time to answer.</summary>
public sealed record DeadlineExtended(RecommendationId RecommendationId, MunicipalityCode MunicipalityCode, DateOnly Through, string Reason) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => RecommendationId.Value;

    /// <inheritdoc/>
    public MunicipalityCode? Municipality => MunicipalityCode;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => RecommendationId;

    /// <inheritdoc/>
    public object? After => Through;
}
