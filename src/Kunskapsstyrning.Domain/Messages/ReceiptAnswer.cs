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

/// <summary>What is answered to a receipt.</summary>
public sealed partial class OutgoingMessage
{
    private readonly List<ReceiptAnswer> _answers = [];

    /// <summary>What the recipient has answered to a receipt, in order.</summary>
    public IReadOnlyList<ReceiptAnswer> Answers => _answers;

    /// <summary>Takes down what the recipient of a receipt answers. What was answered last, answered again while it waits, changes nothing.</summary>
    /// <param name="objection">What is wrong, in their words; null when nothing is.</param>
    public Result Answer(string? objection, DateTimeOffset now)
    {
        if (ReceiptRefusals.OfAnswer(objection) is { } refusal) return refusal;
        if (_answers.LastOrDefault() is { SettledAt: null } last && last.Objection == objection?.Trim()) return Result.Done;
        if (_answers.Count >= ReceiptAnswer.Most) return ReceiptRefusals.AnsweredEnough;

        _answers.Add(new ReceiptAnswer(Id, _answers.Count + 1, objection?.Trim(), now));
        Record(new ReceiptAnswered(About, _answers.Count, objection is null));
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
}

/// <summary>The recipient of a receipt answered. The words may hold anything and stay outside the history.</summary>
public sealed record ReceiptAnswered(MessageAbout About, int Number, bool Confirmed) : MessageEvent(About)
{
    /// <inheritdoc/>
    public override object? After => new { Number, Confirmed };
}

/// <summary>Somebody at SKR had dealt with an objection.</summary>
public sealed record ObjectionSettled(MessageAbout About, int Number) : MessageEvent(About)
{
    /// <inheritdoc/>
    public override object? After => new { Number };
}

/// <summary>The sentences with which an answer to a receipt is refused.</summary>
public static class ReceiptRefusals
{
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
