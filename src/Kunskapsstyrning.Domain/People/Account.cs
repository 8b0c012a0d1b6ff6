using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Messages;

namespace Kunskapsstyrning.Domain.People;

/// <summary>A person's account with us: the address that codes go to, and who let the person in. Someone who signs in at an identity provider needs none.</summary>
public sealed class Account : Aggregate
{
    private Account() { }

    /// <summary>Opens an account for a person.</summary>
    public Account(PersonId person, EmailAddress email, Recorded invited)
    {
        (PersonId, Email, EmailKey, InvitedBy, InvitedAt) = (person, email, KeyOf(email), invited.By, invited.At);
        Record(new AccountOpened(person));
    }

    /// <summary>Whose it is.</summary>
    public PersonId PersonId { get; private set; }

    /// <summary>Where codes are sent.</summary>
    public EmailAddress Email { get; private set; } = null!;

    /// <summary>The address as it is looked for: capitals do not matter. Unique.</summary>
    public string EmailKey { get; private set; } = "";

    /// <summary>Who let the person in.</summary>
    public PersonId InvitedBy { get; private set; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset InvitedAt { get; private set; }

    /// <summary>How an address is looked for.</summary>
    public static string KeyOf(EmailAddress email) => email.Text.ToLowerInvariant();

    /// <summary>Sends codes to another address from now on.</summary>
    public Result MoveTo(EmailAddress email)
    {
        if (Email == email) return Result.Done;

        (Email, EmailKey) = (email, KeyOf(email));
        Record(new AccountMoved(PersonId));
        return Result.Done;
    }
}

/// <summary>The sentences with which something about an account is refused.</summary>
public static class AccountRefusals
{
    /// <summary>An address that somebody else has.</summary>
    public static readonly Refusal AddressTaken = new("account-address-taken", "Adressen hör redan till ett konto. Ange en annan, eller ändra det kontot.", "epost");

    /// <summary>No such account.</summary>
    public static readonly Refusal NotThere = new("account-not-there", "Kontot finns inte.");
}

/// <summary>A person got an account. The address stays outside the history.</summary>
public sealed record AccountOpened(PersonId Person) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => Person.Value;
}

/// <summary>An account got another address.</summary>
public sealed record AccountMoved(PersonId Person) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => Person.Value;
}
