namespace Kunskapsstyrning.Domain.Recommendations;

/// <summary>Identifies an extension.</summary>
public readonly record struct ExtensionId(Guid Value);

/// <summary>Whether an extension is only proposed to the board, or decided.</summary>
public enum ExtensionState
{
    /// <summary>Proposed; it gives no years to pay for.</summary>
    Proposed,
    /// <summary>Decided by the board.</summary>
    Decided,
}

/// <summary>What an extension asks of those who adopted.</summary>
public enum ExtensionMode
{
    /// <summary>It rolls forward for adopters.</summary>
    RollsForward,
    /// <summary>It asks everyone anew.</summary>
    AsksAnew,
}

/// <summary>The same terms and adopters, a later last year.</summary>
public sealed class Extension
{
    private Extension() { }

    internal Extension(ExtensionId id, RecommendationId recommendation, int lastYear, ExtensionState state, ExtensionMode mode, DateOnly? boardDecidedOn, string source) =>
        (Id, RecommendationId, LastYear, State, Mode, BoardDecidedOn, Source) = (id, recommendation, lastYear, state, mode, boardDecidedOn, source);

    /// <summary>Identity.</summary>
    public ExtensionId Id { get; private set; }

    /// <summary>The recommendation.</summary>
    public RecommendationId RecommendationId { get; private set; }

    /// <summary>The new last year, inclusive.</summary>
    public int LastYear { get; private set; }

    /// <summary>Proposed or decided.</summary>
    public ExtensionState State { get; private set; }

    /// <summary>What it asks of those who adopted.</summary>
    public ExtensionMode Mode { get; private set; }

    /// <summary>The day the board decided; null while proposed.</summary>
    public DateOnly? BoardDecidedOn { get; private set; }

    /// <summary>Where it is said.</summary>
    public string Source { get; private set; } = "";
}

/// <summary>A recommendation was extended, or an extension was proposed.</summary>
public sealed record RecommendationExtended(RecommendationId RecommendationId, int LastYear, ExtensionState State) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => RecommendationId.Value;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => RecommendationId;

    /// <inheritdoc/>
    public object? After => new { LastYear, State };
}
