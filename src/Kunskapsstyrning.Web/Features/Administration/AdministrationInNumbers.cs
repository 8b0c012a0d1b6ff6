using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Administration;

/// <summary>The few numbers that an administrator looks at.</summary>
[Requires(Permission.Administer)]
public sealed record AdministrationInNumbers : IQuery<AdministrationNumbers>
{
    /// <inheritdoc/>
    public async Task<AdministrationNumbers> Answer(Session session, CancellationToken cancellation)
    {
        var active = await session.Db.Persons().Where(p => p.EndedAt == null).Select(p => new { p.Id, p.MunicipalityCode }).ToListAsync(cancellation);
        var signedIn = await session.LastSignIns(active.Select(p => p.Id), cancellation);
        return new AdministrationNumbers(
            active.Count, active.Where(p => p.MunicipalityCode is not null).Select(p => p.MunicipalityCode).Distinct().Count(), active.Count(p => !signedIn.ContainsKey(p.Id)),
            await session.Db.IdentityProviders.CountAsync(p => p.IsOn, cancellation));
    }
}

/// <summary>What there is to manage.</summary>
/// <param name="MayAct">How many people may act.</param>
/// <param name="Municipalities">In how many municipalities somebody may.</param>
/// <param name="NeverSignedIn">How many of them have never signed in.</param>
/// <param name="ProvidersOn">At how many identity providers one can sign in.</param>
public sealed record AdministrationNumbers(int MayAct, int Municipalities, int NeverSignedIn, int ProvidersOn);
