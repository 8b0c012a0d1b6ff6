using Kunskapsstyrning.Domain.Intake.Reading;

namespace Kunskapsstyrning.Domain.Intake;

/// <summary>What is known beforehand and told to the one who reads a document.</summary>
/// <param name="Municipalities">Those that may answer.</param>
/// <param name="Recommendations">Those that may be answered.</param>
/// <param name="FeesOf">What a municipality pays for a recommendation, every amount a year that is known; none when nothing is.</param>
public sealed record KnownFacts(
    IReadOnlyList<Municipality> Municipalities, IReadOnlyList<Recommendation> Recommendations, Func<RecommendationId, MunicipalityCode, IReadOnlyList<Kronor>> FeesOf)
{
    /// <summary>The municipalities by their names, made once for all documents.</summary>
    internal Mentions Mentions { get; } = new(Municipalities);

    /// <summary>The municipalities by their addresses on the net.</summary>
    internal NetAddresses Addresses { get; } = new(Municipalities);

    /// <summary>The recommendations by the words that name them.</summary>
    internal Signs Signs { get; } = new(Recommendations);
}
