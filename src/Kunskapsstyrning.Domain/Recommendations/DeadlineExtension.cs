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

/// <summary>The sentences with which a longer time to answer is refused.</summary>
public static class DeadlineRefusals
{
    /// <summary>A longer deadline that is not longer.</summary>
    public static readonly Refusal MustBeLater = new("deadline-must-be-later", "Den nya sista svarsdagen måste ligga efter den som redan gäller för kommunen.", "till");

    /// <summary>A deadline when nothing is paid for any longer.</summary>
    public static readonly Refusal AfterTheLastYear = new("deadline-after-the-last-year", "Den nya sista svarsdagen ligger efter det sista året som rekommendationen gäller. Kontrollera året.", "till");

    /// <summary>No reason.</summary>
    public static readonly Refusal NeedsReason = new("deadline-needs-reason", "Skriv varför kommunen får längre tid.", "skal");
}

/// <summary>One municipality got a longer time to answer.</summary>
/// <param name="RecommendationId">The recommendation.</param>
/// <param name="MunicipalityCode">Whose time.</param>
/// <param name="Was">Its last day before; null when none was known.</param>
/// <param name="Through">Its last day now.</param>
/// <param name="Why">Why.</param>
public sealed record DeadlineExtended(RecommendationId RecommendationId, MunicipalityCode MunicipalityCode, DateOnly? Was, DateOnly Through, string Why) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => RecommendationId.Value;

    /// <inheritdoc/>
    public MunicipalityCode? Municipality => MunicipalityCode;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => RecommendationId;

    /// <inheritdoc/>
    public string? Reason => Why;

    /// <inheritdoc/>
    public object? Before => Was;

    /// <inheritdoc/>
    public object? After => Through;
}
