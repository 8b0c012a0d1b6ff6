using Kunskapsstyrning.Domain.Decisions;

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

/// <summary>How a message is handed over, and what came of it.</summary>
public sealed partial class OutgoingMessage
{
    /// <summary>How long to wait after each no for now. When they are used up it is a no.</summary>
    private static readonly IReadOnlyList<TimeSpan> Waits =
        [.. new[] { 1, 5, 15, 60, 120, 240, 480, 720, 1440 }.Select(minutes => TimeSpan.FromMinutes(minutes))];

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

    /// <summary>What the server answered last, or why there was no answer; null before.</summary>
    public string? LastReply { get; private set; }

    /// <summary>Begins to hand it over. From here on it is never tried again by itself unless the server has said no.</summary>
    public Result StartSubmission(DateTimeOffset now)
    {
        if (State is not DeliveryState.Queued || now < NextTryAt) return SubmissionRefusals.NotDue;

        Attempts++;
        Become(DeliveryState.Submitting, now, LastReply);
        Record(new SubmissionStarted(About, Attempts));
        return Result.Done;
    }

    /// <summary>Notes what came of an attempt.</summary>
    public Result EndSubmission(int attempt, MailReply reply, DateTimeOffset now)
    {
        if (State is not DeliveryState.Submitting || attempt != Attempts) return SubmissionRefusals.NotSubmitting;

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
        if (State is not DeliveryState.Uncertain) return SubmissionRefusals.NothingToSettle;

        Become(DeliveryState.Submitted, by.At, LastReply);
        SettledBy = by.By;
        Record(new SubmissionSettled(About));
        return Result.Done;
    }

    /// <summary>A person has looked and sends it once more, with as many tries as at first.</summary>
    public Result SendAgain(Recorded by)
    {
        if (State is not (DeliveryState.Uncertain or DeliveryState.Rejected or DeliveryState.Bounced)) return SubmissionRefusals.NothingToSettle;

        (NextTryAt, AttemptsBefore, GaveUp) = (by.At, Attempts, false);
        MayHaveArrived |= State is DeliveryState.Uncertain;
        Become(DeliveryState.Queued, by.At, LastReply);
        SettledBy = by.By;
        Record(new SubmissionRepeated(About));
        return Result.Done;
    }

    private void Become(DeliveryState state, DateTimeOffset now, string? reply) => (State, StateSince, LastReply) = (state, now, reply);
}

/// <summary>A message began to be handed over to a server.</summary>
public sealed record SubmissionStarted(MessageAbout About, int Attempt) : MessageEvent(About)
{
    /// <inheritdoc/>
    public override object? After => new { State = DeliveryState.Submitting, Attempt };
}

/// <summary>The server answered, or did not. Its words may hold an address and stay outside the history.</summary>
public sealed record SubmissionEnded(MessageAbout About, int Attempt, DeliveryState State) : MessageEvent(About)
{
    /// <inheritdoc/>
    public override object? After => new { State, Attempt };
}

/// <summary>A person knew that an uncertain message had arrived, or let it be.</summary>
public sealed record SubmissionSettled(MessageAbout About) : MessageEvent(About)
{
    /// <inheritdoc/>
    public override object? After => new { State = DeliveryState.Submitted };
}

/// <summary>A person chose to send a message once more.</summary>
public sealed record SubmissionRepeated(MessageAbout About) : MessageEvent(About)
{
    /// <inheritdoc/>
    public override object? After => new { State = DeliveryState.Queued };
}

/// <summary>The sentences with which handing a message over is refused.</summary>
public static class SubmissionRefusals
{
    /// <summary>Somebody else took it, or it is not time.</summary>
    public static readonly Refusal NotDue = new("not-due", "Meddelandet ska inte lämnas nu.");

    /// <summary>An attempt that is not going on.</summary>
    public static readonly Refusal NotSubmitting = new("not-submitting", "Försöket pågår inte längre.");

    /// <summary>Nothing is uncertain.</summary>
    public static readonly Refusal NothingToSettle = new("nothing-to-settle", "Meddelandet är varken osäkert, avvisat eller studsat längre. Läs in sidan på nytt.");

    /// <summary>The address that it came back from.</summary>
    public static readonly Refusal DeadAddress = new("dead-address", "Brevet har redan studsat eller avvisats på den adressen. Skriv en annan. Är adressen ändå rätt: öppna brevet och skicka det igen därifrån.");

    /// <summary>Nothing comes back of what never left.</summary>
    public static readonly Refusal NeverLeft = new("never-left", "Meddelandet har aldrig lämnat oss.");

    /// <summary>The decision has changed since it was written.</summary>
    public static readonly Refusal NoLongerTrue = new("no-longer-true", "Meddelandet skickas inte igen, eftersom beslutet har rättats eller tagits tillbaka sedan det skrevs.");

    /// <summary>What the letter says has been put right.</summary>
    public static readonly Refusal SinceCorrected = new("since-corrected", "Brevet skickas inte igen, eftersom rekommendationen har rättats sedan det skrevs. Rätta kontakten, och skicka förfrågan på nytt till dem som den inte har nått.");

    /// <summary>The same, of a reminder.</summary>
    public static readonly Refusal ReminderSinceCorrected = new("reminder-since-corrected", "Påminnelsen skickas inte igen, eftersom rekommendationen har rättats sedan den skrevs. Rätta kontakten, och förbered en ny påminnelse.");
}
