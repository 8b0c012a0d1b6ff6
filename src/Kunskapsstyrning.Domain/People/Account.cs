using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Messages;

namespace Kunskapsstyrning.Domain.People;

/// <summary>A person's account with us: the address that codes go to, and who let the person in. Someone who signs in at an identity provider needs none.</summary>
public sealed class Account : Aggregate
{
    private static readonly TimeSpan BetweenInvitations = TimeSpan.FromHours(1);

    private Account() { }

    /// <summary>Opens an account for a person, in a municipality where the person answers for one.</summary>
    public Account(PersonId person, EmailAddress email, Recorded invited, MunicipalityCode? municipality = null)
    {
        (PersonId, Email, EmailKey, InvitedBy, InvitedAt) = (person, email, KeyOf(email), invited.By, invited.At);
        Record(new AccountOpened(person, municipality));
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

    /// <summary>Invites the person by letter, and again while they have not come; not more often than a letter takes to be read.</summary>
    /// <param name="municipality">The municipality that the person answers for; null for SKR's own.</param>
    /// <param name="before">What is known of how it went before.</param>
    /// <param name="now">When, in UTC.</param>
    public Result Invite(MunicipalityCode? municipality, Invited before, DateTimeOffset now)
    {
        if (before.HasSignedIn) return InvitationRefusals.HasSignedIn;
        if (before.LastAt is { } last && now - last < BetweenInvitations) return InvitationRefusals.TooSoon;

        Record(new PersonInvited(PersonId, municipality));
        return Result.Done;
    }

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

/// <summary>How it went with invitations of a person.</summary>
/// <param name="LastAt">When the last was sent, in UTC; null when none was.</param>
/// <param name="HasSignedIn">True when the person has signed in.</param>
public sealed record Invited(DateTimeOffset? LastAt, bool HasSignedIn)
{
    /// <summary>Somebody who has never been invited.</summary>
    public static readonly Invited Never = new(null, false);
}

/// <summary>The sentences with which an invitation is refused.</summary>
public static class InvitationRefusals
{
    /// <summary>Somebody who is in already.</summary>
    public static readonly Refusal HasSignedIn = new("invitation-has-signed-in", "Personen har redan loggat in, så ingen inbjudan behövs.");

    /// <summary>A letter that left just now.</summary>
    public static readonly Refusal TooSoon = new("invitation-too-soon", "Ett brev skickades för mindre än en timme sedan. Vänta, och be personen se efter i skräpposten.");

    /// <summary>More letters than a municipality sends in a day.</summary>
    public static readonly Refusal TooMany = new("invitation-too-many", "Ni har skickat många inbjudningar det senaste dygnet. Vänta till i morgon, eller hör av er till SKR.");

    /// <summary>An address that somebody has whom the one who asks does not see.</summary>
    public static readonly Refusal AddressElsewhere = new("invitation-address-elsewhere", "Adressen hör redan till ett konto utanför er kommun. Ange en annan, eller fråga SKR.", "epost");

    /// <summary>An address that a colleague has.</summary>
    public static readonly Refusal ColleagueHasIt = new("invitation-colleague-has-it", "Adressen hör redan till en av er. Ange en annan.", "epost");

    /// <summary>A municipality that is no more.</summary>
    public static readonly Refusal MunicipalityEnded = new("invitation-municipality-ended", "Kommunen har upphört, så ingen mer bjuds in till den. Den kommun som tog över bjuder in sina egna.");

    /// <summary>A colleague whose right has ended.</summary>
    public static readonly Refusal ColleagueEnded = new("invitation-colleague-ended", "Adressen hör till en kollega vars behörighet är avslutad. SKR kan öppna den igen.", "epost");
}

/// <summary>A letter left to a person who may sign in. The address stays outside the history.</summary>
public sealed record PersonInvited(PersonId Person, MunicipalityCode? MunicipalityCode) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => Person.Value;

    /// <inheritdoc/>
    public MunicipalityCode? Municipality => MunicipalityCode;
}

/// <summary>A person got an account. The address stays outside the history.</summary>
public sealed record AccountOpened(PersonId Person, MunicipalityCode? MunicipalityCode = null) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => Person.Value;

    /// <inheritdoc/>
    public MunicipalityCode? Municipality => MunicipalityCode;
}

/// <summary>An account got another address.</summary>
public sealed record AccountMoved(PersonId Person) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => Person.Value;
}
