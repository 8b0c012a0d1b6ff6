namespace Kunskapsstyrning.Domain.People;

/// <summary>Identifies a passkey among a person's own.</summary>
public readonly record struct PasskeyId(Guid Value);

/// <summary>What a passkey's maker told of it when it was added: what later signatures are held against.</summary>
/// <param name="CredentialId">The name that the device knows it by.</param>
/// <param name="PublicKey">What its signatures are checked with.</param>
/// <param name="Uses">How many times the device says that it has signed; 0 where it does not count.</param>
/// <param name="Transports">How the device is reached, as it says itself, with commas.</param>
/// <param name="IsUserVerified">True when the device made sure who held it.</param>
/// <param name="CanBeCopied">True when the key can live on several devices.</param>
/// <param name="IsCopied">True when it does.</param>
public sealed record PasskeyFacts(byte[] CredentialId, byte[] PublicKey, long Uses, string Transports, bool IsUserVerified, bool CanBeCopied, bool IsCopied);

/// <summary>A key in a person's phone or computer that signs in without a code. We hold the public half.</summary>
public sealed class Passkey : Aggregate
{
    /// <summary>More than anybody has.</summary>
    public const int Most = 20;

    private const int LongestName = 60;

    private Passkey() { }

    private Passkey(PasskeyId id, PersonId person, string name, PasskeyFacts facts, DateTimeOffset now)
    {
        (Id, PersonId, Name, AddedAt) = (id, person, name, now);
        (CredentialId, PublicKey, Uses, Transports) = (facts.CredentialId, facts.PublicKey, facts.Uses, facts.Transports);
        (IsUserVerified, CanBeCopied, IsCopied) = (facts.IsUserVerified, facts.CanBeCopied, facts.IsCopied);
        Record(new PasskeyAdded(person, id));
    }

    /// <summary>Identity.</summary>
    public PasskeyId Id { get; private set; }

    /// <summary>Whose it is.</summary>
    public PersonId PersonId { get; private set; }

    /// <summary>What its owner calls it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The name that the device knows it by. Unique.</summary>
    public byte[] CredentialId { get; private set; } = [];

    /// <summary>What its signatures are checked with.</summary>
    public byte[] PublicKey { get; private set; } = [];

    /// <summary>How many times the device says that it has signed; 0 where it does not count.</summary>
    public long Uses { get; private set; }

    /// <summary>How the device is reached, with commas.</summary>
    public string Transports { get; private set; } = "";

    /// <summary>True when the device made sure who held it.</summary>
    public bool IsUserVerified { get; private set; }

    /// <summary>True when the key can live on several devices.</summary>
    public bool CanBeCopied { get; private set; }

    /// <summary>True when it does.</summary>
    public bool IsCopied { get; private set; }

    /// <summary>When it was added, in UTC.</summary>
    public DateTimeOffset AddedAt { get; private set; }

    /// <summary>When it last signed somebody in, in UTC; null before.</summary>
    public DateTimeOffset? UsedAt { get; private set; }

    /// <summary>Adds a key to those a person has.</summary>
    public static Result Add(PasskeyId id, PersonId person, string? name, PasskeyFacts facts, int had, DateTimeOffset now, out Passkey? added)
    {
        added = null;
        if (had >= Most) return PasskeyRefusals.TooMany;
        if (Read(name) is not { } read) return PasskeyRefusals.NoName;

        added = new Passkey(id, person, read, facts, now);
        return Result.Done;
    }

    /// <summary>Calls it something else.</summary>
    public Result Rename(string? name)
    {
        if (Read(name) is not { } read) return PasskeyRefusals.NoName;
        if (Name == read) return Result.Done;

        Name = read;
        Record(new PasskeyRenamed(PersonId, Id));
        return Result.Done;
    }

    /// <summary>Notes that it signed its owner in.</summary>
    public void Use(long uses, bool isCopied, DateTimeOffset now) => (Uses, IsCopied, UsedAt) = (uses, isCopied, now);

    /// <summary>Takes it away. Whoever calls it removes it.</summary>
    /// <param name="otherWays">How many other ways in the person has.</param>
    public Result Remove(int otherWays)
    {
        if (otherWays == 0) return PasskeyRefusals.LastWayIn;

        Record(new PasskeyRemoved(PersonId, Id));
        return Result.Done;
    }

    private static string? Read(string? name)
    {
        var printed = string.Concat((name ?? "").Where(c => !char.IsControl(c))).Trim();
        return printed.Length is 0 or > LongestName ? null : printed;
    }
}

/// <summary>The sentences with which something about a passkey is refused.</summary>
public static class PasskeyRefusals
{
    /// <summary>No name, or far too much of it.</summary>
    public static readonly Refusal NoName = new("passkey-no-name", "Skriv vad nyckeln ska heta, till exempel Jobbdatorn. Högst 60 tecken.", "namn");

    /// <summary>More than anybody has.</summary>
    public static readonly Refusal TooMany = new("passkey-too-many", "Du har redan tjugo nycklar. Ta bort någon som du inte använder.");

    /// <summary>Nothing else would be left.</summary>
    public static readonly Refusal LastWayIn = new("passkey-last-way-in", "Det är ditt enda sätt att logga in. Lägg till en annan nyckel först.");

    /// <summary>Nothing else would be left of somebody else's.</summary>
    public static readonly Refusal TheirLastWayIn = new("passkey-their-last-way-in", "Det är personens enda sätt att logga in. Avsluta behörigheten om ingen ska komma in.");

    /// <summary>No such passkey.</summary>
    public static readonly Refusal NotThere = new("passkey-not-there", "Nyckeln finns inte.");

    /// <summary>A signature that does not hold.</summary>
    public static readonly Refusal NotAccepted = new("passkey-not-accepted", "Nyckeln godtogs inte. Försök igen, eller logga in med en kod.");
}

/// <summary>A person added a passkey.</summary>
public sealed record PasskeyAdded(PersonId Person, PasskeyId Passkey) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => Person.Value;

    /// <inheritdoc/>
    public object? After => new { Passkey = Passkey.Value };
}

/// <summary>A passkey is called something else.</summary>
public sealed record PasskeyRenamed(PersonId Person, PasskeyId Passkey) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => Person.Value;

    /// <inheritdoc/>
    public object? After => new { Passkey = Passkey.Value };
}

/// <summary>A passkey was taken away.</summary>
public sealed record PasskeyRemoved(PersonId Person, PasskeyId Passkey) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => Person.Value;

    /// <inheritdoc/>
    public object? Before => new { Passkey = Passkey.Value };
}
