using Kunskapsstyrning.Domain.Decisions;

namespace Kunskapsstyrning.Domain.Messages;

/// <summary>What the recipient of a receipt answered: that it is right, or what is not.</summary>
public sealed class ReceiptAnswer
{
    /// <summary>The longest objection.</summary>
    public const int Longest = 4_000;

    /// <summary>The most answers that one receipt takes.</summary>
    public const int Most = 5;

    private ReceiptAnswer() { }

    internal ReceiptAnswer(OutgoingMessageId message, int number, string? objection, DateTimeOffset at) =>
        (OutgoingMessageId, Number, Objection, AnsweredAt) = (message, number, objection, at);

    /// <summary>The receipt.</summary>
    public OutgoingMessageId OutgoingMessageId { get; private set; }

    /// <summary>1 for the first answer.</summary>
    public int Number { get; private set; }

    /// <summary>What is wrong, in their words; null when it was confirmed.</summary>
    public string? Objection { get; private set; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset AnsweredAt { get; private set; }

    /// <summary>When somebody at SKR had dealt with the objection, in UTC; null while nobody has.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>Who dealt with it; null while nobody has.</summary>
    public PersonId? SettledBy { get; private set; }

    internal void Settle(Recorded by) => (SettledAt, SettledBy) = (by.At, by.By);
}

/// <summary>The recipient of a receipt answered.</summary>
public sealed record ReceiptAnswered(MessageAbout About, int Number, string? Objection) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => About.Message.Value;

    /// <inheritdoc/>
    public MunicipalityCode? Municipality => About.Municipality;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => About.Recommendation;

    /// <inheritdoc/>
    public object? After => new { Number, Confirmed = Objection is null, Objection };
}

/// <summary>Somebody at SKR had dealt with an objection.</summary>
public sealed record ObjectionSettled(MessageAbout About, int Number) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => About.Message.Value;

    /// <inheritdoc/>
    public MunicipalityCode? Municipality => About.Municipality;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => About.Recommendation;

    /// <inheritdoc/>
    public object? After => new { Number };
}
