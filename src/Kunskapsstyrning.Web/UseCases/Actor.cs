using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;

namespace Kunskapsstyrning.Web.UseCases;

/// <summary>Who acts: a signed-in person, a named job, or anyone.</summary>
/// <param name="Person">The person; null for someone who has not signed in.</param>
/// <param name="Name">The name to show; never written to the history.</param>
/// <param name="Role">The role; null for someone who has not signed in.</param>
/// <param name="Municipality">The municipality of a municipal user; null for everyone else.</param>
/// <param name="Permissions">What the actor may do.</param>
public sealed record Actor(PersonId? Person, string Name, Role? Role, MunicipalityCode? Municipality, IReadOnlySet<Permission> Permissions)
{
    /// <summary>Someone who has not signed in.</summary>
    public static Actor Anyone { get; } = new(null, "", null, null, new HashSet<Permission> { Permission.ReadPublic });

    /// <summary>Whoever has the reference of a receipt, and nothing more than that.</summary>
    public static Actor Holding(ReceiptReference receipt) => Jobs.Receipt with { Receipt = receipt };

    /// <summary>The receipt whose reference the actor has; null for everyone else.</summary>
    public ReceiptReference? Receipt { get; private init; }

    /// <summary>True for the job that finds out who people are. It sees who there is and how they sign in, and nothing else that is walled.</summary>
    public bool LetsPeopleIn => Permissions.Contains(Permission.SignIn);

    /// <summary>True for one who has signed in.</summary>
    public bool IsSignedIn => Person is not null;

    /// <summary>What the database lets through: everyone's, SKR's, one municipality's or one receipt's; what signing in needs.</summary>
    public string Scope => this switch
    {
        { Receipt: { } receipt } => $"receipt:{receipt}",
        { LetsPeopleIn: true } => "sign-in",
        { Person: null } => "public",
        { Municipality: { } code } => code.Digits,
        _ => "skr",
    };

    /// <summary>A person, with the permissions of the role.</summary>
    public static Actor Of(Person person) => new(person.Id, person.Name, person.Role, person.MunicipalityCode, Roles.Of(person.Role));

    /// <summary>True when the actor may run the use case.</summary>
    public bool May(Type useCase) => Permissions.Contains(RequiresAttribute.Of(useCase));
}

/// <summary>Jobs that act by themselves. Each is a person in the history with a name of its own, never just "system".</summary>
public static class Jobs
{
    /// <summary>Loads the reference data at start.</summary>
    public static Actor ReferenceData { get; } = Job("0198a000-0000-7000-8000-000000000001", "Grunddata");

    /// <summary>Loads the example data in development.</summary>
    public static Actor ExampleData { get; } = Job("0198a000-0000-7000-8000-000000000002", "Exempeldata");

    /// <summary>Hands messages over to the mail server.</summary>
    public static Actor Mail { get; } = Job("0198a000-0000-7000-8000-000000000003", "Utskick", Permission.ReadWalled, Permission.SubmitMessages);

    /// <summary>Answers for a municipality that has the reference of a receipt; acts only through <see cref="Actor.Holding"/>.</summary>
    public static Actor Receipt { get; } = Job("0198a000-0000-7000-8000-000000000004", "Kommunen via kvitto", Permission.ReadPublic, Permission.AnswerReceipt);

    /// <summary>Takes in and reads what arrives in the mailbox.</summary>
    public static Actor Mailbox { get; } = Job("0198a000-0000-7000-8000-000000000005", "Brevlådan", Permission.ReadPublic, Permission.ReadWalled, Permission.LogDecisions);

    /// <summary>Finds out who people are and lets them in.</summary>
    public static Actor SignIn { get; } = Job("0198a000-0000-7000-8000-000000000006", "Inloggningen", Permission.ReadPublic, Permission.SignIn);

    /// <summary>Removes what municipalities have begun to send and left.</summary>
    public static Actor Drafts { get; } = Job("0198a000-0000-7000-8000-000000000011", "Gamla utkast", Permission.ClearDrafts);

    /// <summary>Prints the fee notices of every municipality.</summary>
    public static Actor Printing { get; } = Job("0198a000-0000-7000-8000-000000000012", "Utskrift", Permission.ReadPublic, Permission.PrintNotices);

    /// <summary>Every job.</summary>
    public static IReadOnlyList<Actor> All { get; } = [ReferenceData, ExampleData, Mail, Receipt, Mailbox, SignIn, Drafts, Printing];

    private static Actor Job(string id, string name) =>
        new(new PersonId(Guid.Parse(id)), name, Domain.People.Role.Administrator, null, Roles.Of(Domain.People.Role.Administrator));

    private static Actor Job(string id, string name, params IEnumerable<Permission> permissions) =>
        new(new PersonId(Guid.Parse(id)), name, Domain.People.Role.Reader, null, new HashSet<Permission>(permissions));
}
