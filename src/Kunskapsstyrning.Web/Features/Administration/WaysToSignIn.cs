using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Administration;

/// <summary>The ways in that people have, in words.</summary>
internal static class WaysToSignIn
{
    /// <summary>The ways of each person; none for somebody who has no way in.</summary>
    public static async Task<IReadOnlyDictionary<PersonId, IReadOnlyList<string>>> WaysIn(this Session session, IReadOnlyCollection<PersonId> people, CancellationToken cancellation)
    {
        var withAccount = await session.Db.Accounts.Where(a => people.Contains(a.PersonId)).Select(a => a.PersonId).ToListAsync(cancellation);
        var withKey = await session.Db.Passkeys.Where(k => people.Contains(k.PersonId)).Select(k => k.PersonId).ToListAsync(cancellation);
        var identities = await session.Db.ExternalIdentities.Where(i => people.Contains(i.PersonId)).Select(i => new { i.PersonId, i.Issuer }).ToListAsync(cancellation);
        var names = await session.Db.IdentityProviders.ToDictionaryAsync(p => p.Issuer, p => p.Name, cancellation);
        return people.ToDictionary(p => p, Ways);

        IReadOnlyList<string> Ways(PersonId person) =>
        [
            .. withAccount.Contains(person) ? ["kod"] : (string[])[],
            .. withKey.Contains(person) ? ["nyckel"] : (string[])[],
            .. identities.Where(i => i.PersonId == person).Select(i => names.GetValueOrDefault(i.Issuer, i.Issuer)),
            .. person.IsReadyMade() ? ["färdig användare"] : (string[])[],
        ];
    }
}
