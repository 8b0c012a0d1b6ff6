using Kunskapsstyrning.Domain.Decisions;

namespace Kunskapsstyrning.Domain.Messages;

/// <summary>Identifies a message that is sent out. The mail server sees it too, so that the same message sent twice can be known.</summary>
public readonly record struct OutgoingMessageId(Guid Value);

/// <summary>What a message is for, and which template it is written from.</summary>
public enum MessageKind
{
    /// <summary>"Så här har vi registrerat ert beslut – stämmer det?"</summary>
    Receipt = 1,
    /// <summary>Asks a municipality whose proposal has arrived for its final decision.</summary>
    AskForFinalDecision,
}

/// <summary>What is known of a message's way to its one recipient. Nothing is called sent that has not left.</summary>
public enum DeliveryState
{
    /// <summary>Köad: it has not left, and can be recalled.</summary>
    Queued = 1,
    /// <summary>Lämnas just nu till servern.</summary>
    Submitting,
    /// <summary>Lämnad till server: the recipient's or our own mail server has answered that it takes it on.</summary>
    Submitted,
    /// <summary>Avvisad: the server has answered that it does not.</summary>
    Rejected,
    /// <summary>Återkallad: it never left.</summary>
    Recalled,
    /// <summary>Osäkert: it was being handed over and nobody answered. A person decides, so that nobody gets it twice.</summary>
    Uncertain,
}

/// <summary>A message as it is written. Neither recipient nor words ever change.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Recipient">The one who gets it.</param>
/// <param name="Subject">Its subject, on one line.</param>
/// <param name="Body">Its words, plain text.</param>
/// <param name="TemplateVersion">The version of the template that it was written from.</param>
/// <param name="Reference">What opens the receipt; null for other messages.</param>
public sealed record Letter(MessageKind Kind, EmailAddress Recipient, string Subject, string Body, int TemplateVersion, ReceiptReference? Reference);

/// <summary>A message to one recipient about one decision, and how far it has come. This is the one outbox: what is queued here leaves once.</summary>
public sealed class OutgoingMessage : Aggregate
{
    /// <summary>How long a message waits before it may leave.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    private readonly List<ReceiptAnswer> _answers = [];

    private OutgoingMessage() { }

    /// <summary>A message that waits to be recalled or to leave.</summary>
    public OutgoingMessage(OutgoingMessageId id, Letter letter, MunicipalityCode municipality, RecommendationId recommendation, DecisionId decision, Recorded queued)
    {
        (Id, Kind, Recipient, Subject, Body) = (id, letter.Kind, letter.Recipient, letter.Subject, letter.Body);
        (TemplateVersion, Reference) = (letter.TemplateVersion, letter.Reference);
        (MunicipalityCode, RecommendationId, DecisionId) = (municipality, recommendation, decision);
        (QueuedBy, QueuedAt, NotBefore, NextTryAt, State) = (queued.By, queued.At, queued.At + Pause, queued.At + Pause, DeliveryState.Queued);
        Record(new MessageQueued(About, Kind, DecisionId.Value, TemplateVersion));
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

    /// <summary>The municipality it is about.</summary>
    public MunicipalityCode MunicipalityCode { get; private set; }

    /// <summary>The recommendation it is about.</summary>
    public RecommendationId RecommendationId { get; private set; }

    /// <summary>The decision it is about.</summary>
    public DecisionId DecisionId { get; private set; }

    /// <summary>Who queued it.</summary>
    public PersonId QueuedBy { get; private set; }

    /// <summary>When it was queued, in UTC.</summary>
    public DateTimeOffset QueuedAt { get; private set; }

    /// <summary>The earliest moment it may leave: until then it can always be recalled.</summary>
    public DateTimeOffset NotBefore { get; private set; }

    /// <summary>How far it has come.</summary>
    public DeliveryState State { get; private set; }

    /// <summary>How many times it has been tried.</summary>
    public int Attempts { get; private set; }

    /// <summary>How many of the attempts had been made when a person last sent it again.</summary>
    public int AttemptsBefore { get; private set; }

    /// <summary>True when it was refused only because the server could not take it now, however often it was tried.</summary>
    public bool GaveUp { get; private set; }

    /// <summary>True when it was uncertain before a person sent it again: it may have arrived.</summary>
    public bool MayHaveArrived { get; private set; }

    /// <summary>When it is tried next; of no consequence once it has left.</summary>
    public DateTimeOffset NextTryAt { get; private set; }

    /// <summary>When its state last changed after it was queued; null before.</summary>
    public DateTimeOffset? StateSince { get; private set; }

    /// <summary>Who recalled it or decided what had become of it; null when nobody has.</summary>
    public PersonId? SettledBy { get; private set; }

    /// <summary>What the server answered last, or why there was no answer; null before.</summary>
    public string? LastReply { get; private set; }

    /// <summary>What the recipient has answered to a receipt, in order.</summary>
    public IReadOnlyList<ReceiptAnswer> Answers => _answers;

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

    /// <summary>Begins to hand it over. From here on it is never tried again by itself unless the server has said no.</summary>
    public Result StartSubmission(DateTimeOffset now)
    {
        if (State is not DeliveryState.Queued || now < NextTryAt) return MessageRefusals.NotDue;

        Attempts++;
        Become(DeliveryState.Submitting, now, LastReply);
        Record(new SubmissionStarted(About, Attempts));
        return Result.Done;
    }

    /// <summary>Notes what came of an attempt.</summary>
    public Result EndSubmission(int attempt, MailReply reply, DateTimeOffset now)
    {
        if (State is not DeliveryState.Submitting || attempt != Attempts) return MessageRefusals.NotSubmitting;

        var tries = Attempts - AttemptsBefore;
        var state = reply.Verdict switch
        {
            MailVerdict.Accepted => DeliveryState.Submitted,
            MailVerdict.NotNow when tries <= Waits.Count => DeliveryState.Queued,
            MailVerdict.NotNow or MailVerdict.Refused => DeliveryState.Rejected,
            _ => DeliveryState.Uncertain,
        };
        if (state is DeliveryState.Queued) NextTryAt = now + Waits[tries - 1];
        GaveUp = state is DeliveryState.Rejected && reply.Verdict is MailVerdict.NotNow;
        Become(state, now, reply.Words);
        Record(new SubmissionEnded(About, Attempts, state));
        return Result.Done;
    }

    /// <summary>A person has looked and knows that it arrived, or lets it be.</summary>
    public Result Settle(Recorded by)
    {
        if (State is not DeliveryState.Uncertain) return MessageRefusals.NothingToSettle;

        Become(DeliveryState.Submitted, by.At, LastReply);
        SettledBy = by.By;
        Record(new SubmissionSettled(About));
        return Result.Done;
    }

    /// <summary>A person has looked and sends it once more, with as many tries as at first.</summary>
    public Result SendAgain(Recorded by)
    {
        if (State is not (DeliveryState.Uncertain or DeliveryState.Rejected)) return MessageRefusals.NothingToSettle;

        (NextTryAt, AttemptsBefore, GaveUp) = (by.At, Attempts, false);
        MayHaveArrived |= State is DeliveryState.Uncertain;
        Become(DeliveryState.Queued, by.At, LastReply);
        SettledBy = by.By;
        Record(new SubmissionRepeated(About));
        return Result.Done;
    }

    /// <summary>Takes down what the recipient of a receipt answers.</summary>
    /// <param name="objection">What is wrong, in their words; null when nothing is.</param>
    public Result Answer(string? objection, DateTimeOffset now)
    {
        if (MessageRefusals.OfAnswer(objection) is { } refusal) return refusal;
        if (_answers.LastOrDefault() is { } last && last.Objection == objection?.Trim()) return Result.Done;
        if (_answers.Count >= ReceiptAnswer.Most) return MessageRefusals.AnsweredEnough;

        _answers.Add(new ReceiptAnswer(Id, _answers.Count + 1, objection?.Trim(), now));
        Record(new ReceiptAnswered(About, _answers.Count, objection?.Trim()));
        return Result.Done;
    }

    /// <summary>An objection has been dealt with. Twice is once.</summary>
    public Result SettleObjection(int number, Recorded by)
    {
        if (_answers.Find(a => a.Number == number && a.Objection is not null) is not { } objection) return MessageRefusals.NotThere;
        if (objection.SettledAt is not null) return Result.Done;

        objection.Settle(by);
        Record(new ObjectionSettled(About, number));
        return Result.Done;
    }

    /// <summary>How long to wait after each no for now. When they are used up it is a no.</summary>
    private static readonly IReadOnlyList<TimeSpan> Waits =
        [.. new[] { 1, 5, 15, 60, 120, 240, 480, 720, 1440 }.Select(minutes => TimeSpan.FromMinutes(minutes))];

    private MessageAbout About => new(Id, MunicipalityCode, RecommendationId);

    private void Become(DeliveryState state, DateTimeOffset now, string? reply) => (State, StateSince, LastReply) = (state, now, reply);
}
