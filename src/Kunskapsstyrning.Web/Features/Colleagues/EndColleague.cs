using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Administration;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Colleagues;

/// <summary>Ends the right of a colleague, or one's own when another is left to answer. Only SKR opens it again.</summary>
/// <param name="Person">Who.</param>
/// <param name="Reason">Why.</param>
[Requires(Permission.ManageColleagues)]
public sealed record EndColleague(PersonId Person, string Reason) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        await session.TakeTurn(cancellation);
        if (await session.OurPerson(Person, cancellation) is not { } person) return PersonRefusals.NotThere;

        var own = session.Actor.Municipality;
        if (!await session.Db.Persons().AnyAsync(p => p.MunicipalityCode == own && p.Id != Person && p.EndedAt == null, cancellation)) return PersonRefusals.LastColleague;

        return person.End(session.Now, Reason);
    }
}
