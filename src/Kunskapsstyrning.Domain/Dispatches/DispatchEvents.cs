namespace Kunskapsstyrning.Domain.Dispatches;

/// <summary>Something that happened to a dispatch.</summary>
/// <param name="Dispatch">The dispatch.</param>
/// <param name="RecommendationId">The recommendation it is about.</param>
public abstract record DispatchEvent(DispatchId Dispatch, RecommendationId RecommendationId) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => Dispatch.Value;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => RecommendationId;

    /// <inheritdoc/>
    public virtual object? Before => null;

    /// <inheritdoc/>
    public abstract object? After { get; }
}

/// <summary>Somebody began a dispatch.</summary>
public sealed record DispatchPrepared(DispatchId Dispatch, RecommendationId RecommendationId, DispatchKind Kind, DispatchContent Content) : DispatchEvent(Dispatch, RecommendationId)
{
    /// <inheritdoc/>
    public override object? After => new { Kind, Content.Rule, Content.Subject, Content.Body, Content.TemplateVersion, Content.Annexes };
}

/// <summary>A dispatch says something else, or to others.</summary>
public sealed record DispatchRevised(DispatchId Dispatch, RecommendationId RecommendationId, DispatchContent Was, DispatchContent Now) : DispatchEvent(Dispatch, RecommendationId)
{
    /// <inheritdoc/>
    public override object? Before => Was;

    /// <inheritdoc/>
    public override object? After => Now;
}

/// <summary>Somebody took the words of a dispatch, which several had written, as they stood for its own.</summary>
public sealed record DispatchRestarted(DispatchId Dispatch, RecommendationId RecommendationId, int Revision) : DispatchEvent(Dispatch, RecommendationId)
{
    /// <inheritdoc/>
    public override object? After => new { Revision };
}

/// <summary>Another person released a dispatch, and its messages were queued.</summary>
public sealed record DispatchReleased(DispatchId Dispatch, RecommendationId RecommendationId, DispatchKind Kind, int Recipients, int WithoutAddress) : DispatchEvent(Dispatch, RecommendationId)
{
    /// <inheritdoc/>
    public override object? After => new { State = DispatchState.Released, Kind, Recipients, WithoutAddress };
}

/// <summary>A dispatch was stopped on its way: what had not left of it never did.</summary>
public sealed record DispatchStopped(DispatchId Dispatch, RecommendationId RecommendationId, DispatchKind Kind, int Held) : DispatchEvent(Dispatch, RecommendationId)
{
    /// <inheritdoc/>
    public override object? After => new { Kind, Held };
}

/// <summary>A dispatch was thrown away before it had left.</summary>
public sealed record DispatchWithdrawn(DispatchId Dispatch, RecommendationId RecommendationId, DispatchKind Kind) : DispatchEvent(Dispatch, RecommendationId)
{
    /// <inheritdoc/>
    public override object? After => new { State = DispatchState.Withdrawn, Kind };
}

/// <summary>A dispatch as it stands was tried: one of its messages went to the one who looked at it. The address stays outside the history.</summary>
public sealed record DispatchTried(DispatchId Dispatch, RecommendationId RecommendationId, int Revision) : DispatchEvent(Dispatch, RecommendationId)
{
    /// <inheritdoc/>
    public override object? After => new { Revision };
}
