namespace Kunskapsstyrning.Domain.Messages;

/// <summary>What a mail server made of a message.</summary>
public enum MailVerdict
{
    /// <summary>It takes it on.</summary>
    Accepted = 1,
    /// <summary>It does not, and will not.</summary>
    Refused,
    /// <summary>It was not handed over, and may be later.</summary>
    NotNow,
    /// <summary>The words were on their way and no answer came.</summary>
    Unknown,
}

/// <summary>What a mail server answered, or that it did not.</summary>
/// <param name="Verdict">What it made of the message.</param>
/// <param name="Words">Its own words, or why there are none.</param>
public sealed record MailReply(MailVerdict Verdict, string? Words);

/// <summary>The message that an event is about. Recipient and words stay outside the history.</summary>
/// <param name="Message">The message.</param>
/// <param name="Municipality">The municipality it is about.</param>
/// <param name="Recommendation">The recommendation it is about.</param>
public sealed record MessageAbout(OutgoingMessageId Message, MunicipalityCode Municipality, RecommendationId Recommendation);

/// <summary>A message was put in the queue.</summary>
public sealed record MessageQueued(MessageAbout About, MessageKind Kind, Guid Decision, int TemplateVersion) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => About.Message.Value;

    /// <inheritdoc/>
    public MunicipalityCode? Municipality => About.Municipality;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => About.Recommendation;

    /// <inheritdoc/>
    public object? After => new { State = DeliveryState.Queued, Kind, Decision, TemplateVersion };
}

/// <summary>A message was stopped before it left, or before it left once more: then it is uncertain as before.</summary>
public sealed record MessageRecalled(MessageAbout About, DeliveryState State, string? Reason) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => About.Message.Value;

    /// <inheritdoc/>
    public MunicipalityCode? Municipality => About.Municipality;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => About.Recommendation;

    /// <inheritdoc/>
    public object? After => new { State };
}

/// <summary>A message began to be handed over to a server.</summary>
public sealed record SubmissionStarted(MessageAbout About, int Attempt) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => About.Message.Value;

    /// <inheritdoc/>
    public MunicipalityCode? Municipality => About.Municipality;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => About.Recommendation;

    /// <inheritdoc/>
    public object? After => new { State = DeliveryState.Submitting, Attempt };
}

/// <summary>The server answered, or did not. Its words may hold an address and stay outside the history.</summary>
public sealed record SubmissionEnded(MessageAbout About, int Attempt, DeliveryState State) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => About.Message.Value;

    /// <inheritdoc/>
    public MunicipalityCode? Municipality => About.Municipality;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => About.Recommendation;

    /// <inheritdoc/>
    public object? After => new { State, Attempt };
}

/// <summary>A person knew that an uncertain message had arrived, or let it be.</summary>
public sealed record SubmissionSettled(MessageAbout About) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => About.Message.Value;

    /// <inheritdoc/>
    public MunicipalityCode? Municipality => About.Municipality;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => About.Recommendation;

    /// <inheritdoc/>
    public object? After => new { State = DeliveryState.Submitted };
}

/// <summary>A person chose to send a message once more.</summary>
public sealed record SubmissionRepeated(MessageAbout About) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => About.Message.Value;

    /// <inheritdoc/>
    public MunicipalityCode? Municipality => About.Municipality;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => About.Recommendation;

    /// <inheritdoc/>
    public object? After => new { State = DeliveryState.Queued };
}

/// <summary>The sentences with which something about a message is refused.</summary>
public static class MessageRefusals
{
    /// <summary>No address, or none that can be used.</summary>
    public static readonly Refusal WrongAddress = new("wrong-address", "Det går inte att skicka till adressen. Skriv en e-postadress, till exempel registrator@kommun.se.", "mottagare");

    /// <summary>It has left, or was recalled.</summary>
    public static readonly Refusal AlreadyLeft = new("already-left", "Meddelandet går inte att återkalla längre. Det är redan på väg, lämnat eller återkallat.");

    /// <summary>Somebody else took it, or it is not time.</summary>
    public static readonly Refusal NotDue = new("not-due", "Meddelandet ska inte lämnas nu.");

    /// <summary>An attempt that is not going on.</summary>
    public static readonly Refusal NotSubmitting = new("not-submitting", "Försöket pågår inte längre.");

    /// <summary>Nothing is uncertain.</summary>
    public static readonly Refusal NothingToSettle = new("nothing-to-settle", "Meddelandet är varken osäkert eller avvisat längre. Läs in sidan på nytt.");

    /// <summary>The decision has changed since it was written.</summary>
    public static readonly Refusal NoLongerTrue = new("no-longer-true", "Meddelandet skickas inte igen, eftersom beslutet har rättats eller tagits tillbaka sedan det skrevs.");

    /// <summary>No such message.</summary>
    public static readonly Refusal NotThere = new("message-not-there", "Meddelandet finns inte.");

    /// <summary>The links would lead nowhere.</summary>
    public static readonly Refusal NoSiteAddress = new("no-site-address", "Kvittot kan inte skickas: webbplatsens adress är inte inställd, så länken i det skulle inte leda någonstans. Be den som sköter driften att ange Site:Address.");

    /// <summary>An objection without words.</summary>
    public static readonly Refusal EmptyObjection = new("empty-objection", "Skriv vad som inte stämmer.", "invandning");

    /// <summary>An objection that is longer than one.</summary>
    public static readonly Refusal ObjectionTooLong = new("objection-too-long", "Texten är för lång. Skriv det viktigaste, högst 4 000 tecken.", "invandning");

    /// <summary>More answers than one needs.</summary>
    public static readonly Refusal AnsweredEnough = new("answered-enough", "Ni har redan svarat så många gånger som går här. Skriv till SKR i stället.");

    /// <summary>What is wrong with an answer; null when nothing is. Null words confirm.</summary>
    public static Refusal? OfAnswer(string? objection)
    {
        if (objection is null) return null;
        if (string.IsNullOrWhiteSpace(objection)) return EmptyObjection;
        return objection.Trim().Length > ReceiptAnswer.Longest ? ObjectionTooLong : null;
    }
}
