namespace Kunskapsstyrning.Domain.Recommendations;

/// <summary>Identifies a recommendation.</summary>
public readonly record struct RecommendationId(Guid Value);
