namespace Kunskapsstyrning.Domain.Intake;

/// <summary>A file of the mailbox that has been looked at. Not a fact: it spares looking at it again, and says what could not be taken in.</summary>
public sealed class MailboxFile
{
    private MailboxFile() { }

    /// <summary>A file that was looked at.</summary>
    /// <param name="name">Its own name, without the marks that change when it is read.</param>
    /// <param name="refusal">Why it could not be taken in, one Swedish sentence; null when it was.</param>
    public MailboxFile(string name, string? refusal, DateTimeOffset seenAt) => (Name, Refusal, SeenAt) = (name, refusal, seenAt);

    /// <summary>Its own name, without the marks that change when it is read.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Why it could not be taken in; null when it was.</summary>
    public string? Refusal { get; private set; }

    /// <summary>When it was looked at, in UTC.</summary>
    public DateTimeOffset SeenAt { get; private set; }

    /// <summary>It was looked at again.</summary>
    public void Again(string? refusal, DateTimeOffset now) => (Refusal, SeenAt) = (refusal, now);
}
