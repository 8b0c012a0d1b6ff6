namespace Kunskapsstyrning.Domain.Messages;

/// <summary>The message that an event is about. Recipient and words stay outside the history.</summary>
/// <param name="Message">The message.</param>
/// <param name="Municipality">The municipality it is about; null for what goes to a county's contact.</param>
/// <param name="Recommendation">The recommendation it is about.</param>
public sealed record MessageAbout(OutgoingMessageId Message, MunicipalityCode? Municipality, RecommendationId Recommendation);

/// <summary>Something that happened to a message: it stands in the message's timeline, and is about its municipality.</summary>
/// <param name="About">The message.</param>
public abstract record MessageEvent(MessageAbout About) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => About.Message.Value;

    /// <inheritdoc/>
    public MunicipalityCode? Municipality => About.Municipality;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => About.Recommendation;

    /// <inheritdoc/>
    public virtual string? Reason => null;

    /// <inheritdoc/>
    public virtual object? After => null;
}
