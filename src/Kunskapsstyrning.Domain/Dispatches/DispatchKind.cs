using Kunskapsstyrning.Domain.Messages;

namespace Kunskapsstyrning.Domain.Dispatches;

/// <summary>What a dispatch is for.</summary>
public enum DispatchKind
{
    /// <summary>Förfrågan: the letter that puts the question.</summary>
    Question = 1,
    /// <summary>Rättelse: puts right what a letter said wrong.</summary>
    Correction,
    /// <summary>Påminnelse: to those who have not answered.</summary>
    Reminder,
    /// <summary>Återkoppling: tells those who were asked what came of it.</summary>
    Report,
}

/// <summary>How far a dispatch has come.</summary>
public enum DispatchState
{
    /// <summary>Förbereds: one person writes it, and nothing has left.</summary>
    Prepared = 1,
    /// <summary>Släppt: another person has released it, and its messages are queued.</summary>
    Released,
    /// <summary>Kastat: it never left.</summary>
    Withdrawn,
}

/// <summary>How letter and annexes go with a dispatch.</summary>
public enum AnnexWay
{
    /// <summary>As links, where the words say so.</summary>
    Linked = 1,
    /// <summary>As files in each message.</summary>
    Attached,
}

/// <summary>What messages of a dispatch are called among all messages.</summary>
public static class DispatchKinds
{
    /// <summary>True of what asks for a decision: a question and a reminder.</summary>
    public static bool AsksForDecision(this DispatchKind kind) => kind is DispatchKind.Question or DispatchKind.Reminder;

    /// <summary>True where its letters link to a page that only SKR sees. A report that not everyone can read goes as a file.</summary>
    public static bool LeadsToHidden(this DispatchKind kind, Recommendation asked) => kind is not DispatchKind.Report && asked.Publicity is Publicity.Internal;

    /// <summary>The kind of message, and of template, that a dispatch is written from.</summary>
    public static MessageKind Message(this DispatchKind kind) => kind switch
    {
        DispatchKind.Question => MessageKind.Question,
        DispatchKind.Correction => MessageKind.Correction,
        DispatchKind.Reminder => MessageKind.Reminder,
        _ => MessageKind.Report,
    };
}
