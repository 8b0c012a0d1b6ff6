using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Administration;

/// <summary>One person with all that is managed; null when there is none.</summary>
[Requires(Permission.Administer)]
public sealed record PersonInFull(PersonId Id) : IQuery<PersonView?>
{
    private const int Lines = 30;

    /// <inheritdoc/>
    public async Task<PersonView?> Answer(Session session, CancellationToken cancellation)
    {
        if (await session.Somebody(Id, cancellation) is not { } person) return null;

        var (db, subject) = (session.Db, Id.Value);
        var told = await db.History.Where(e => e.Subject == subject && PersonStory.Kinds.Contains(e.Kind)).OrderByDescending(e => e.Sequence).Take(Lines).ToListAsync(cancellation);
        var actors = told.Select(e => e.Actor).Distinct().ToList();
        var names = await db.People.Where(p => actors.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);
        var sessions = await db.BrowserSessions.Where(s => s.PersonId == Id && s.EndedAt == null).ToListAsync(cancellation);
        return new PersonView(
            person, person.MunicipalityCode is { } code ? session.Facts.Municipality(code) : null,
            await db.Accounts.Where(a => a.PersonId == Id).Select(a => a.Email).SingleOrDefaultAsync(cancellation),
            await db.Passkeys.Where(k => k.PersonId == Id).OrderBy(k => k.AddedAt).ToListAsync(cancellation),
            (await session.WaysIn([Id], cancellation))[Id], await session.IsToldByProvider(Id, cancellation),
            (await session.LastSignIns([Id], cancellation)).TryGetValue(Id, out var at) ? at : null,
            sessions.Count(s => s.StateAt(session.Now) is SessionState.Open), Id == session.Actor.Person,
            [.. told.Select(e => new ToldOfPerson(e.At, PersonStory.Words(e.Kind, e.After, session.Facts), names[e.Actor], e.Reason))],
            [.. session.Facts.MunicipalitiesToCome()], session.Today)
        {
            Revision = await db.People.Where(p => p.Id == Id).Select(p => EF.Property<uint>(p, ProvidersInDb.Revision)).SingleAsync(cancellation),
            AccountRevision = await db.Accounts.Where(a => a.PersonId == Id).Select(a => EF.Property<uint>(a, ProvidersInDb.Revision)).SingleOrDefaultAsync(cancellation),
        };
    }
}

/// <summary>One person, as an administrator sees them.</summary>
/// <param name="Person">The person.</param>
/// <param name="Municipality">The municipality of a municipal user.</param>
/// <param name="Email">Where codes go; null without an account.</param>
/// <param name="Passkeys">The passkeys, oldest first.</param>
/// <param name="Ways">The ways to sign in, in words.</param>
/// <param name="IsToldByProvider">True when name and role come from a provider.</param>
/// <param name="LastSignIn">When the person last signed in; null for never.</param>
/// <param name="OpenSessions">In how many browsers the person is signed in now.</param>
/// <param name="IsMe">True for the one who looks.</param>
/// <param name="Story">What has happened, the latest first.</param>
/// <param name="Municipalities">Those to choose from.</param>
/// <param name="Today">Today in Sweden.</param>
public sealed record PersonView(
    Person Person, Municipality? Municipality, EmailAddress? Email, IReadOnlyList<Passkey> Passkeys, IReadOnlyList<string> Ways, bool IsToldByProvider,
    DateTimeOffset? LastSignIn, int OpenSessions, bool IsMe, IReadOnlyList<ToldOfPerson> Story, IReadOnlyList<Municipality> Municipalities, DateOnly Today)
{
    /// <summary>Another for every time role or name was changed.</summary>
    public uint Revision { get; init; }

    /// <summary>Another for every time the address was changed; zero without an account.</summary>
    public uint AccountRevision { get; init; }

    /// <summary>True for somebody who has been let in and has not come yet.</summary>
    public bool IsInvited => Person.IsActive && Email is not null && LastSignIn is null;

    /// <summary>True when role and right are the one's who looks to change.</summary>
    public bool MayChangeRight => !IsMe;
}

/// <summary>Something that happened to a person.</summary>
/// <param name="At">When, in UTC.</param>
/// <param name="What">What, in words.</param>
/// <param name="By">Who did it.</param>
/// <param name="Why">Why; null where none is said.</param>
public sealed record ToldOfPerson(DateTimeOffset At, string What, string By, string? Why);
