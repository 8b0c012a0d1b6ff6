using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.ReferenceData;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.SignIn;

/// <summary>What a provider said about somebody, after its token was checked.</summary>
/// <param name="Subject">What it knows the person by.</param>
/// <param name="Name">What it calls the person.</param>
/// <param name="Claims">All that it said.</param>
/// <param name="Hint">What tells it which sign-in to end, protected.</param>
/// <param name="ProvedAt">When the person proved who they are there, in UTC; null when it does not tell.</param>
internal sealed record ToldByProvider(string Subject, string? Name, IReadOnlyList<Claimed> Claims, string? Hint, DateTimeOffset? ProvedAt);

/// <summary>
/// Signs in by what a provider said. The rules give the role anew each time: a right that the provider has taken away is gone, and
/// with it what the person had open.
/// </summary>
/// <param name="Provider">Who said it.</param>
/// <param name="Told">What was said.</param>
/// <param name="Opened">What the browser gets.</param>
[Requires(Permission.SignIn), RemembersRefusal("That somebody came without a right is told, and ends what they had open.")]
internal sealed record SignInByProvider(IdentityProviderId Provider, ToldByProvider Told, NewSession Opened) : ICommand
{
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        var provider = await session.Db.IdentityProviders.SingleAsync(p => p.Id == Provider, cancellation);
        var identity = await session.Db.ExternalIdentities.SingleOrDefaultAsync(i => i.Issuer == provider.Issuer && i.Subject == Told.Subject, cancellation);
        var person = identity is null ? null : await session.Db.People.SingleAsync(p => p.Id == identity.PersonId, cancellation);
        if (provider.RoleOf(Told.Claims) is not { } role) return await Refuse(session, person, ProviderRefusals.NoRole, cancellation);
        if (person is { IsActive: false }) return await Refuse(session, person, ProviderRefusals.PersonEnded, cancellation);

        person ??= Add(session, provider, role);
        person.Become(role, provider.MunicipalityCode, $"Enligt {provider.Name}");
        person.Rename(Person.NameOf(Told.Name, otherwise: person.Name));
        (await session.Open(person.Id, SignInWay.Provider, Opened, cancellation)).At(provider.Id, Told.Hint, Told.ProvedAt);
        return Result.Done;
    }

    private Person Add(Session session, IdentityProvider provider, Role role)
    {
        var id = new PersonId(Guid.CreateVersion7(session.Now));
        var person = new Person(id, id.Value.ToString(), Person.NameOf(Told.Name, otherwise: provider.Name), role, provider.MunicipalityCode);
        session.Add(person);
        session.Db.Add(new ExternalIdentity(provider.Issuer, Told.Subject, id, session.Now));
        return person;
    }

    private async Task<Refusal> Refuse(Session session, Person? person, Refusal why, CancellationToken cancellation)
    {
        session.Record(new SignInRefused(person?.Id.Value ?? Provider.Value, SignInWay.Provider, why.Code));
        if (person is not null)
            foreach (var open in await session.Db.BrowserSessions.Where(s => s.PersonId == person.Id && s.EndedAt == null).ToListAsync(cancellation)) open.End(session.Now);
        return why;
    }
}

/// <summary>The providers at which one can sign in, SKR's first.</summary>
[Requires(Permission.SignIn)]
internal sealed record ProvidersInUse : IQuery<IReadOnlyList<IdentityProvider>>
{
    public async Task<IReadOnlyList<IdentityProvider>> Answer(Session session, CancellationToken cancellation) =>
        await session.Db.IdentityProviders.Where(p => p.IsOn).OrderBy(p => p.MunicipalityCode != null).ThenBy(p => p.Name).ToListAsync(cancellation);
}

/// <summary>Keeps a provider as the configuration says it: added when it is new, changed when it is set up otherwise.</summary>
/// <param name="Settings">What the configuration says.</param>
[Requires(Permission.SignIn)]
internal sealed record KeepProvider(ProviderSettings Settings) : ICommand
{
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.Db.IdentityProviders.SingleOrDefaultAsync(p => p.Issuer == Settings.Issuer, cancellation) is { } known) return known.Change(Settings);

        var added = IdentityProvider.Add(new IdentityProviderId(Guid.CreateVersion7(session.Now)), Settings, out var provider);
        if (added.IsDone) session.Db.Add(provider!);
        return added;
    }
}

/// <summary>Opens the account of a first administrator, where there is no administrator who can sign in. Afterwards they invite each other.</summary>
/// <param name="Email">Where codes go.</param>
[Requires(Permission.SignIn)]
internal sealed record OpenFirstAccount(Domain.Messages.EmailAddress Email) : ICommand
{
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        var key = Account.KeyOf(Email);
        if (await session.Db.Accounts.AnyAsync(a => a.EmailKey == key || session.Db.People.Any(p => p.Id == a.PersonId && p.Role == Role.Administrator && p.EndedAt == null), cancellation)) return Result.Done;

        var id = new PersonId(Guid.CreateVersion7(session.Now));
        session.Add(new Person(id, id.Value.ToString(), "Första administratören", Role.Administrator, municipality: null));
        session.Db.Add(new Account(id, Email, new Domain.Decisions.Recorded(session.Actor.Person!.Value, session.Now)));
        return Result.Done;
    }
}
