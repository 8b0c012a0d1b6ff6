using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Dispatches;

namespace Kunskapsstyrning.Domain.Messages;

/// <summary>Identifies a message that is sent out. The mail server sees it too, so that the same message sent twice can be known.</summary>
public readonly record struct OutgoingMessageId(Guid Value);

/// <summary>A message to one recipient, about one decision or one of a dispatch to many, and how far it has come. This is the one outbox: what is queued here leaves once.</summary>
public sealed partial class OutgoingMessage : Aggregate
{
    /// <summary>How long a message waits before it may leave.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    private OutgoingMessage() { }

    /// <summary>A message about a decision, which waits to be recalled or to leave.</summary>
    public OutgoingMessage(OutgoingMessageId id, Letter letter, MunicipalityCode municipality, RecommendationId recommendation, DecisionId decision, Recorded queued)
        : this(id, letter, municipality, recommendation, queued)
    {
        DecisionId = decision;
        Record(new MessageQueued(About, Kind, decision.Value, null, TemplateVersion));
    }

    /// <summary>One message of a dispatch, which waits to be recalled or to leave.</summary>
    /// <param name="municipality">The municipality it is about; null for what goes to a county's contact.</param>
    public OutgoingMessage(OutgoingMessageId id, Letter letter, MunicipalityCode? municipality, RecommendationId recommendation, DispatchId dispatch, Recorded queued)
        : this(id, letter, municipality, recommendation, queued)
    {
        DispatchId = dispatch;
        Record(new MessageQueued(About, Kind, null, dispatch.Value, TemplateVersion));
    }

    private OutgoingMessage(OutgoingMessageId id, Letter letter, MunicipalityCode? municipality, RecommendationId recommendation, Recorded queued)
    {
        (Id, Kind, Recipient, Subject, Body) = (id, letter.Kind, letter.Recipient, letter.Subject, letter.Body);
        (TemplateVersion, Reference) = (letter.TemplateVersion, letter.Reference);
        (MunicipalityCode, RecommendationId) = (municipality, recommendation);
        (QueuedBy, QueuedAt, NotBefore, NextTryAt, State) = (queued.By, queued.At, queued.At + Pause, queued.At + Pause, DeliveryState.Queued);
    }

    /// <summary>Identity.</summary>
    public OutgoingMessageId Id { get; private set; }

    /// <summary>What it is for.</summary>
    public MessageKind Kind { get; private set; }

    /// <summary>Who gets it.</summary>
    public EmailAddress Recipient { get; private set; } = null!;

    /// <summary>Its subject.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>Its words.</summary>
    public string Body { get; private set; } = "";

    /// <summary>The version of the template that it was written from.</summary>
    public int TemplateVersion { get; private set; }

    /// <summary>What opens the receipt; null for other messages.</summary>
    public ReceiptReference? Reference { get; private set; }

    /// <summary>The municipality it is about; null for what goes to a county's contact.</summary>
    public MunicipalityCode? MunicipalityCode { get; private set; }

    /// <summary>The recommendation it is about.</summary>
    public RecommendationId RecommendationId { get; private set; }

    /// <summary>The decision it is about; null for one of a dispatch.</summary>
    public DecisionId? DecisionId { get; private set; }

    /// <summary>The dispatch it is one of; null for one about a decision.</summary>
    public DispatchId? DispatchId { get; private set; }

    /// <summary>Who queued it.</summary>
    public PersonId QueuedBy { get; private set; }

    /// <summary>When it was queued, in UTC.</summary>
    public DateTimeOffset QueuedAt { get; private set; }

    /// <summary>The earliest moment it may leave: until then it can always be recalled.</summary>
    public DateTimeOffset NotBefore { get; private set; }

    /// <summary>Who recalled it or decided what had become of it; null when nobody has.</summary>
    public PersonId? SettledBy { get; private set; }

    /// <summary>True while it has not left.</summary>
    public bool CanBeRecalled => State is DeliveryState.Queued;

    /// <summary>Stops it before it leaves. What may have arrived already is uncertain again, so that its receipt still opens.</summary>
    public Result Recall(Recorded by, string? reason = null)
    {
        if (!CanBeRecalled) return MessageRefusals.AlreadyLeft;

        Become(MayHaveArrived ? DeliveryState.Uncertain : DeliveryState.Recalled, by.At, LastReply);
        SettledBy = by.By;
        Record(new MessageRecalled(About, State, reason));
        return Result.Done;
    }

    /// <summary>Leaves it out before it leaves: what it asks for has come, or what it says is true no longer.</summary>
    public Result LeaveOut(string because, DateTimeOffset now)
    {
        if (!CanBeRecalled || DispatchId is null) return MessageRefusals.AlreadyLeft;

        Become(MayHaveArrived ? DeliveryState.Uncertain : DeliveryState.LeftOut, now, LastReply);
        Record(new MessageLeftOut(About, State, because));
        return Result.Done;
    }

    private MessageAbout About => new(Id, MunicipalityCode, RecommendationId);
}

/// <summary>A message was put in the queue.</summary>
public sealed record MessageQueued(MessageAbout About, MessageKind Kind, Guid? Decision, Guid? Dispatch, int TemplateVersion) : MessageEvent(About)
{
    /// <inheritdoc/>
    public override object? After => new { State = DeliveryState.Queued, Kind, Decision, Dispatch, TemplateVersion };
}

/// <summary>A message was left out, since what it asks for had come when it was to leave, or what it says was true no longer.</summary>
public sealed record MessageLeftOut(MessageAbout About, DeliveryState State, string Because) : MessageEvent(About)
{
    /// <inheritdoc/>
    public override string? Reason => Because;

    /// <inheritdoc/>
    public override object? After => new { State };
}

/// <summary>A message was stopped before it left, or before it left once more: then it is uncertain as before.</summary>
public sealed record MessageRecalled(MessageAbout About, DeliveryState State, string? Why) : MessageEvent(About)
{
    /// <inheritdoc/>
    public override string? Reason => Why;

    /// <inheritdoc/>
    public override object? After => new { State };
}

/// <summary>The sentences with which something about a message is refused.</summary>
public static class MessageRefusals
{
    /// <summary>No address, or none that can be used.</summary>
    public static readonly Refusal WrongAddress = new("wrong-address", "Det går inte att skicka till adressen. Skriv en e-postadress, till exempel registrator@kommun.se.", "mottagare");

    /// <summary>It has left, or was recalled.</summary>
    public static readonly Refusal AlreadyLeft = new("already-left", "Meddelandet går inte att återkalla längre. Det är redan på väg, lämnat eller återkallat.");

    /// <summary>No such message.</summary>
    public static readonly Refusal NotThere = new("message-not-there", "Meddelandet finns inte.");

    /// <summary>The links would lead nowhere.</summary>
    public static readonly Refusal NoSiteAddress = new("no-site-address", "Kvittot kan inte skickas: webbplatsens adress är inte inställd, så länken i det skulle inte leda någonstans. Be den som sköter driften att ange Site:Address.");
}
