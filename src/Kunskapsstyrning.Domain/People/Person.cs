namespace Kunskapsstyrning.Domain.People;

/// <summary>Identifies a person or a named job who acts. Names are kept elsewhere, never inside the history.</summary>
public readonly record struct PersonId(Guid Value);

/// <summary>What a person is allowed to do, one by one.</summary>
public enum Permission
{
    /// <summary>Read what is public. Everyone has it, also without signing in.</summary>
    ReadPublic,
    /// <summary>Read what the own municipality or SKR may see.</summary>
    ReadWalled,
    /// <summary>Register, correct and take back decisions.</summary>
    LogDecisions,
    /// <summary>Correct, extend and time recommendations.</summary>
    ManageRecommendations,
    /// <summary>Freeze fees, together with another person.</summary>
    FreezeFees,
    /// <summary>Manage people and settings.</summary>
    Administer,
    /// <summary>Read the whole history.</summary>
    ReadHistory,
    /// <summary>Hand messages over to the mail server: a job's alone, in no role.</summary>
    SubmitMessages,
    /// <summary>Answer the receipt whose reference one has: in no role.</summary>
    AnswerReceipt,
}

/// <summary>A role: a named set of permissions.</summary>
public enum Role
{
    /// <summary>Läsare.</summary>
    Reader = 1,
    /// <summary>Registrator at SKR.</summary>
    Registrar,
    /// <summary>Handläggare.</summary>
    Officer,
    /// <summary>Ekonom.</summary>
    Finance,
    /// <summary>Administratör.</summary>
    Administrator,
    /// <summary>Revisor.</summary>
    Auditor,
    /// <summary>A person in a municipality.</summary>
    MunicipalUser,
}

/// <summary>The one table of who may do what.</summary>
public static class Roles
{
    private static readonly Dictionary<Role, HashSet<Permission>> Table = new()
    {
        [Role.Reader] = [Permission.ReadPublic, Permission.ReadWalled],
        [Role.Registrar] = [Permission.ReadPublic, Permission.ReadWalled, Permission.LogDecisions],
        [Role.Officer] = [Permission.ReadPublic, Permission.ReadWalled, Permission.LogDecisions, Permission.ManageRecommendations, Permission.FreezeFees],
        [Role.Finance] = [Permission.ReadPublic, Permission.ReadWalled, Permission.FreezeFees],
        [Role.Administrator] = [Permission.ReadPublic, Permission.ReadWalled, Permission.LogDecisions, Permission.ManageRecommendations, Permission.Administer, Permission.ReadHistory],
        [Role.Auditor] = [Permission.ReadPublic, Permission.ReadWalled, Permission.ReadHistory],
        [Role.MunicipalUser] = [Permission.ReadPublic, Permission.ReadWalled],
    };

    /// <summary>What a role may do.</summary>
    public static IReadOnlySet<Permission> Of(Role role) => Table[role];
}

/// <summary>A person, or a named job, who can act. The history refers to the id; the name is only here.</summary>
public sealed class Person
{
    private Person() { }

    /// <summary>A person with a role; a municipal user has a municipality, nobody else does.</summary>
    public Person(PersonId id, string login, string name, Role role, MunicipalityCode? municipality)
    {
        if (role is Role.MunicipalUser != municipality is not null) throw new ArgumentException("A municipality belongs to municipal users and to them only.", nameof(municipality));
        (Id, Login, Name, Role, MunicipalityCode) = (id, login, name, role, municipality);
    }

    /// <summary>Identity, our own, also inside the history.</summary>
    public PersonId Id { get; private set; }

    /// <summary>The name to sign in with.</summary>
    public string Login { get; private set; } = "";

    /// <summary>The name to show.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The role.</summary>
    public Role Role { get; private set; }

    /// <summary>The municipality of a municipal user; null for SKR's own.</summary>
    public MunicipalityCode? MunicipalityCode { get; private set; }
}
