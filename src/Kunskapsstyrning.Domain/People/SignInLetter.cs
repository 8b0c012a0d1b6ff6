using Kunskapsstyrning.Domain.Messages;

namespace Kunskapsstyrning.Domain.People;

/// <summary>
/// Mail that lets somebody sign in: it is handed over at once, may come twice, and is thrown away when it has left or come to be of
/// no use. So it is no message among those that are kept, and nobody reads it here.
/// </summary>
public sealed class SignInLetter
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(30);

    private SignInLetter() { }

    /// <summary>A letter to hand over as soon as can be.</summary>
    public SignInLetter(Guid id, EmailAddress recipient, string subject, string body, DateTimeOffset now, TimeSpan ofUse) =>
        (Id, Recipient, Subject, Body, NextTryAt, NotAfter) = (id, recipient, subject, body, now, now + ofUse);

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>Who gets it.</summary>
    public EmailAddress Recipient { get; private set; } = null!;

    /// <summary>Its subject.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>Its words.</summary>
    public string Body { get; private set; } = "";

    /// <summary>When it is tried next, in UTC.</summary>
    public DateTimeOffset NextTryAt { get; private set; }

    /// <summary>The moment from which it is of no use, in UTC.</summary>
    public DateTimeOffset NotAfter { get; private set; }

    /// <summary>How many times it has been tried.</summary>
    public int Attempts { get; private set; }

    /// <summary>True when it is time to hand it over.</summary>
    public bool IsDue(DateTimeOffset now) => NextTryAt <= now && now < NotAfter;

    /// <summary>Takes it for one attempt, so that nobody else does; if nothing is heard of that, it is tried again.</summary>
    public void Take(DateTimeOffset now) => (Attempts, NextTryAt) = (Attempts + 1, now + BetweenTries * (Attempts + 1));
}
