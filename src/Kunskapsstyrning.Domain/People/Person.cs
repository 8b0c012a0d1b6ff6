namespace Kunskapsstyrning.Domain.People;

/// <summary>Identifies a person or a named job who acts. Names are kept elsewhere, never inside the history.</summary>
public readonly record struct PersonId(Guid Value);

/// <summary>A person, or a named job, who can act. The history refers to the id; the name is only here, and how one signs in is the account's.</summary>
public sealed class Person : Aggregate
{
    private const int LongestName = 100;
    private const int LongestReason = 500;

    private Person() { }

    /// <summary>A person with a role; a municipal user has a municipality, nobody else does.</summary>
    public Person(PersonId id, string login, string name, Role role, MunicipalityCode? municipality)
    {
        if (!GoTogether(role, municipality)) throw new ArgumentException("A municipality belongs to municipal users and to them only.", nameof(municipality));
        (Id, Login, Name, Role, MunicipalityCode) = (id, login, name, role, municipality);
    }

    /// <summary>Identity, our own, also inside the history.</summary>
    public PersonId Id { get; private set; }

    /// <summary>The name of a job or a ready-made user; for everyone else the id.</summary>
    public string Login { get; private set; } = "";

    /// <summary>The name to show.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The role.</summary>
    public Role Role { get; private set; }

    /// <summary>The municipality of a municipal user; null for SKR's own.</summary>
    public MunicipalityCode? MunicipalityCode { get; private set; }

    /// <summary>When the right to act ended, in UTC; null while it stands.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>True while the person may act.</summary>
    public bool IsActive => EndedAt is null;

    /// <summary>A person who is let in here, and not by a provider.</summary>
    public static Result Add(PersonId id, string name, Role role, MunicipalityCode? municipality, out Person? added)
    {
        added = null;
        if (!GoTogether(role, municipality)) return PersonRefusals.MunicipalityGoesWithItsRole;
        if (Printed(name).Length is 0 or > LongestName) return PersonRefusals.NoName;

        added = new Person(id, id.Value.ToString(), Printed(name), role, municipality);
        return Result.Done;
    }

    /// <summary>Gives another role. The same role again changes nothing.</summary>
    public Result Become(Role role, MunicipalityCode? municipality, string? reason = null)
    {
        if (!GoTogether(role, municipality)) return PersonRefusals.MunicipalityGoesWithItsRole;
        if (reason?.Length > LongestReason) return PersonRefusals.LongReason;
        if ((Role, MunicipalityCode) == (role, municipality)) return Result.Done;

        Record(new RoleChanged(Id, new RoleHeld(Role, MunicipalityCode?.Digits), new RoleHeld(role, municipality?.Digits), municipality ?? MunicipalityCode, reason));
        (Role, MunicipalityCode) = (role, municipality);
        return Result.Done;
    }

    /// <summary>Shows another name. The history says that it happened, and no name.</summary>
    public Result Rename(string name)
    {
        var printed = Printed(name);
        if (printed.Length is 0 or > LongestName) return PersonRefusals.NoName;
        if (Name == printed) return Result.Done;

        Name = printed;
        Record(new PersonRenamed(Id));
        return Result.Done;
    }

    /// <summary>Ends the right to act, at once and everywhere. What the person has done stands.</summary>
    public Result End(DateTimeOffset at, string reason)
    {
        if (reason.Trim().Length is 0 or > LongestReason) return PersonRefusals.NoReason;
        if (!IsActive) return Result.Done;

        EndedAt = at;
        Record(new PersonEnded(Id, MunicipalityCode, reason.Trim()));
        return Result.Done;
    }

    /// <summary>Lets someone whose right had ended act again.</summary>
    public Result Restore(string? reason)
    {
        if (IsActive) return Result.Done;

        EndedAt = null;
        Record(new PersonRestored(Id, MunicipalityCode, reason));
        return Result.Done;
    }

    /// <summary>A name as it can be shown: without what cannot be printed, and not longer than a name is.</summary>
    public static string NameOf(string? told, string otherwise)
    {
        var printed = Printed(told ?? "");
        return printed.Length is 0 ? otherwise : printed[..Math.Min(printed.Length, LongestName)].Trim();
    }

    private static bool GoTogether(Role role, MunicipalityCode? municipality) => role is Role.MunicipalUser == municipality is not null;

    private static string Printed(string name) => string.Concat(name.Where(PrintedText.ShowsOnOneLine)).Trim();
}

/// <summary>The sentences with which something about a person is refused.</summary>
public static class PersonRefusals
{
    /// <summary>A role and a municipality that do not belong together.</summary>
    public static readonly Refusal MunicipalityGoesWithItsRole = new("municipality-goes-with-its-role", "Kommunens registrator ska ha en kommun, och ingen annan roll har det.", "kommun");

    /// <summary>No name, or far too much of it.</summary>
    public static readonly Refusal NoName = new("person-no-name", "Skriv namnet, högst 100 tecken.", "namn");

    /// <summary>A right that ends without a why.</summary>
    public static readonly Refusal NoReason = new("person-no-reason", "Skriv varför behörigheten avslutas, högst 500 tecken.", "skal");

    /// <summary>Too long a why.</summary>
    public static readonly Refusal LongReason = new("person-long-reason", "Skriv högst 500 tecken.", "skal-roll");

    /// <summary>Somebody else changed the same person first.</summary>
    public static readonly Refusal ChangedMeanwhile = new("person-changed-meanwhile", "Någon annan har ändrat personen medan du skrev. Det som gäller nu står överst. Jämför och spara igen om ditt ska gälla.");

    /// <summary>Somebody who would take their own right away.</summary>
    public static readonly Refusal OwnRight = new("person-own-right", "Din egen roll och behörighet ändrar du inte själv. Be en annan administratör.");

    /// <summary>Nobody would be left to answer for a municipality.</summary>
    public static readonly Refusal LastColleague = new("person-last-colleague", "Ni har ingen annan som kan svara för kommunen. Bjud in en kollega först.");

    /// <summary>Something that the person's provider says at every sign-in.</summary>
    public static readonly Refusal ToldByProvider = new("person-told-by-provider", "Namn och roll kommer från den leverantör som personen loggar in med. Ändra där, eller avsluta behörigheten här.");

    /// <summary>Somebody whose right has ended.</summary>
    public static readonly Refusal Ended = new("person-ended", "Personens behörighet är avslutad. Öppna den igen först.");

    /// <summary>No such person.</summary>
    public static readonly Refusal NotThere = new("person-not-there", "Personen finns inte.");
}
