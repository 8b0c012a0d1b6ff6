namespace Kunskapsstyrning.Domain.People;

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
    /// <summary>See to the own ways to sign in.</summary>
    ManageOwnAccount,
    /// <summary>Find out who somebody is and let them in: a job's alone, in no role.</summary>
    SignIn,
    /// <summary>Answer for the own municipality: send decisions, confirm what is registered, ask for corrections.</summary>
    AnswerForMunicipality,
    /// <summary>Remove what municipalities have begun to send and left: a job's alone, in no role.</summary>
    ClearDrafts,
    /// <summary>See, invite and end the right of those who answer for the own municipality.</summary>
    ManageColleagues,
    /// <summary>Keep the contacts of municipalities and counties up to date.</summary>
    KeepContacts,
    /// <summary>Read what SKR alone sees of its recommendations: drafts, and what waits to be decided.</summary>
    ReadDrafts,
    /// <summary>Invoice fees: say how, make runs and credits, state buyer references.</summary>
    InvoiceFees,
    /// <summary>Print the fee notices that somebody has asked for: a job's alone, in no role.</summary>
    PrintNotices,
    /// <summary>Save views of recommendations under a name, for oneself or for everyone at SKR.</summary>
    SaveViews,
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
        [Role.Reader] = [Permission.ReadPublic, Permission.ManageOwnAccount, Permission.ReadWalled, Permission.ReadDrafts, Permission.SaveViews],
        [Role.Registrar] = [Permission.ReadPublic, Permission.ManageOwnAccount, Permission.ReadWalled, Permission.ReadDrafts, Permission.SaveViews, Permission.LogDecisions, Permission.KeepContacts],
        [Role.Officer] = [Permission.ReadPublic, Permission.ManageOwnAccount, Permission.ReadWalled, Permission.ReadDrafts, Permission.SaveViews, Permission.LogDecisions, Permission.KeepContacts, Permission.ManageRecommendations, Permission.FreezeFees],
        [Role.Finance] = [Permission.ReadPublic, Permission.ManageOwnAccount, Permission.ReadWalled, Permission.ReadDrafts, Permission.SaveViews, Permission.FreezeFees, Permission.InvoiceFees],
        [Role.Administrator] = [Permission.ReadPublic, Permission.ManageOwnAccount, Permission.ReadWalled, Permission.ReadDrafts, Permission.SaveViews, Permission.LogDecisions, Permission.KeepContacts, Permission.ManageRecommendations, Permission.Administer, Permission.ReadHistory],
        [Role.Auditor] = [Permission.ReadPublic, Permission.ManageOwnAccount, Permission.ReadWalled, Permission.ReadDrafts, Permission.SaveViews, Permission.ReadHistory],
        [Role.MunicipalUser] = [Permission.ReadPublic, Permission.ManageOwnAccount, Permission.ReadWalled, Permission.AnswerForMunicipality, Permission.ManageColleagues],
    };

    /// <summary>Every role.</summary>
    public static IReadOnlyList<Role> All { get; } = [.. Table.Keys];

    /// <summary>What a role may do.</summary>
    public static IReadOnlySet<Permission> Of(Role role) => Table[role];
}
