using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Persistence;
using Kunskapsstyrning.Web.Features.ReferenceData;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Administration;

/// <summary>People as those who manage them need them: without the jobs, which act by themselves and which nobody lets in.</summary>
internal static class PeopleInDb
{
    private static readonly IReadOnlyList<PersonId> JobIds = [.. Jobs.All.Select(j => j.Person!.Value)];
    private static readonly HashSet<PersonId> ReadyMade = ReadyMadeUsers.All.Select(p => p.Id).ToHashSet();

    /// <summary>Everyone but the jobs.</summary>
    public static IQueryable<Person> Persons(this Db db) => db.People.Where(p => !JobIds.Contains(p.Id));

    /// <summary>Somebody who is no job; null when there is none.</summary>
    public static Task<Person?> Somebody(this Session session, PersonId id, CancellationToken cancellation) => session.Db.Persons().SingleOrDefaultAsync(p => p.Id == id, cancellation);

    /// <summary>True when somebody has written the row since it had the revision that was seen.</summary>
    public static bool IsChangedSince<T>(this Session session, uint seen, T row) where T : class => session.Db.Entry(row).Property<uint>(ProvidersInDb.Revision).CurrentValue != seen;

    /// <summary>True for one of development's ready-made users.</summary>
    public static bool IsReadyMade(this PersonId id) => ReadyMade.Contains(id);

    /// <summary>When people last signed in, of those who have. Sessions are thrown away after a day; the history remembers.</summary>
    public static async Task<IReadOnlyDictionary<PersonId, DateTimeOffset>> LastSignIns(this Session session, IEnumerable<PersonId> people, CancellationToken cancellation)
    {
        var ids = people.Select(p => p.Value).ToList();
        return await session.Db.History.Where(e => e.Kind == nameof(SignedIn) && ids.Contains(e.Subject)).GroupBy(e => e.Subject)
            .Select(g => new { g.Key, At = g.Max(e => e.At) }).ToDictionaryAsync(g => new PersonId(g.Key), g => g.At, cancellation);
    }

    /// <summary>True when a provider says anew at each sign-in what the person is called and which role they have.</summary>
    public static Task<bool> IsToldByProvider(this Session session, PersonId id, CancellationToken cancellation) => session.Db.ExternalIdentities.AnyAsync(i => i.PersonId == id, cancellation);

    /// <summary>Ends what the person has open in every browser.</summary>
    public static async Task EndSessionsOf(this Session session, PersonId id, CancellationToken cancellation)
    {
        foreach (var open in await session.Db.BrowserSessions.Where(s => s.PersonId == id && s.EndedAt == null).ToListAsync(cancellation)) open.End(session.Now);
    }

    /// <summary>
    /// Refuses to take one's own right away. So an administrator is always left, also when two take each other's at the same moment:
    /// the own row is written too, and of two that write the same row one is first and the other is no administrator any more.
    /// </summary>
    /// <exception cref="NotAllowedException">The one who acts has lost the right to meanwhile.</exception>
    public static async Task<Result> TakeRightFrom(this Session session, Person person, CancellationToken cancellation)
    {
        if (person.Id == session.Actor.Person) return PersonRefusals.OwnRight;
        if (person.Role is not Role.Administrator) return Result.Done;

        var me = session.Actor.Person!.Value;
        var own = await session.Db.People.SingleAsync(p => p.Id == me, cancellation);
        if (!own.IsActive || !Roles.Of(own.Role).Contains(Permission.Administer)) throw new NotAllowedException(session.Actor, Permission.Administer);

        session.Db.Entry(own).Property(p => p.Name).IsModified = true;
        return Result.Done;
    }
}
