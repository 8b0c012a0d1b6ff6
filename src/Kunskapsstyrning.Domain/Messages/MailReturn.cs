namespace Kunskapsstyrning.Domain.Messages;

/// <summary>What a machine at the other end sent back about a message.</summary>
public enum ReturnKind
{
    /// <summary>Studs: it did not arrive.</summary>
    Bounced = 1,
    /// <summary>Autosvar: it arrived, and a machine answered.</summary>
    AutoAnswered,
    /// <summary>Fördröjd: a server on the way goes on trying.</summary>
    Delayed,
    /// <summary>Framme: a server says that it arrived.</summary>
    Delivered,
}

/// <summary>Something that arrived in the mailbox and is about a message that was handed over.</summary>
public sealed class MailReturn
{
    private MailReturn() { }

    internal MailReturn(OutgoingMessageId message, ArrivedItemId item, ReturnedMail returned, DateTimeOffset at)
    {
        (OutgoingMessageId, ItemId, Kind, NotedAt) = (message, item, returned.Kind, at);
        (Words, Instead) = (returned.Words, returned.Instead);
    }

    /// <summary>The message.</summary>
    public OutgoingMessageId OutgoingMessageId { get; private set; }

    /// <summary>What arrived, byte for byte.</summary>
    public ArrivedItemId ItemId { get; private set; }

    /// <summary>What it says.</summary>
    public ReturnKind Kind { get; private set; }

    /// <summary>The server's or the machine's own words, in short; null when there are none.</summary>
    public string? Words { get; private set; }

    /// <summary>An address that it names to be used instead; null when it names none.</summary>
    public EmailAddress? Instead { get; private set; }

    /// <summary>When it was taken in, in UTC.</summary>
    public DateTimeOffset NotedAt { get; private set; }
}

/// <summary>What is read in something that came back.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Words">The server's or the machine's own words, in short.</param>
/// <param name="Instead">An address that it names to be used instead.</param>
public sealed record ReturnedMail(ReturnKind Kind, string? Words, EmailAddress? Instead);

/// <summary>What came back about a message.</summary>
public sealed partial class OutgoingMessage
{
    private readonly List<MailReturn> _returns = [];

    /// <summary>What came back about it, in order.</summary>
    public IReadOnlyList<MailReturn> Returns => _returns;

    /// <summary>Notes what came back. Of what never left nothing can come back.</summary>
    public Result NoteReturn(ArrivedItemId item, ReturnedMail returned, DateTimeOffset now)
    {
        if (Attempts == 0) return SubmissionRefusals.NeverLeft;
        if (_returns.Exists(r => r.ItemId == item)) return Result.Done;

        var state = After(returned.Kind);
        _returns.Add(new MailReturn(Id, item, returned, now));
        if (state != State) Become(state, now, returned.Words ?? LastReply);
        Record(new MailReturned(About, returned.Kind, item.Value, state));
        return Result.Done;
    }

    /// <summary>A bounce is believed whatever was known before; an answer of any kind tells that it arrived, where nobody knew.</summary>
    private DeliveryState After(ReturnKind kind) => (kind, State) switch
    {
        (ReturnKind.Bounced, _) => DeliveryState.Bounced,
        (ReturnKind.AutoAnswered, DeliveryState.Submitting or DeliveryState.Submitted or DeliveryState.Uncertain) => DeliveryState.AutoAnswered,
        (ReturnKind.Delivered, DeliveryState.Uncertain) => DeliveryState.Submitted,
        _ => State,
    };
}

/// <summary>A machine at the other end sent something back about a message. Its words may hold an address and stay outside the history.</summary>
public sealed record MailReturned(MessageAbout About, ReturnKind Kind, Guid Item, DeliveryState State) : MessageEvent(About)
{
    /// <inheritdoc/>
    public override object? After => new { State, Kind, Item };
}
