using Kunskapsstyrning.Domain.Municipalities.Boundaries;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Persistence.Mappings;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Boundaries;

/// <summary>Every set of boundaries, the one that is drawn first.</summary>
[Requires(Permission.Administer)]
public sealed record BoundarySets : IQuery<BoundarySetsView>
{
    /// <inheritdoc/>
    public async Task<BoundarySetsView> Answer(Session session, CancellationToken cancellation)
    {
        var sets = await session.Db.BoundarySets.OrderByDescending(s => EF.Property<long>(s, FactSequence.Column))
            .Select(s => new { s.Id, s.Day, s.Source, s.Checksum, s.ReadFrom, s.Outlines.Count }).ToListAsync(cancellation);
        var told = await (
            from e in session.Db.History
            where e.Kind == nameof(BoundariesAdded)
            join p in session.Db.People on e.Actor equals p.Id
            select new { e.Subject, p.Name, e.At }).ToDictionaryAsync(t => t.Subject, cancellation);
        return new BoundarySetsView([.. sets.Select(s => new ListedBoundaries(s.Day, s.Source, s.Checksum, s.ReadFrom, s.Count, told[s.Id.Value].Name, told[s.Id.Value].At))], session.Today);
    }
}

/// <summary>Every set of boundaries.</summary>
/// <param name="Sets">The sets, the one that is drawn first.</param>
/// <param name="Today">Today in Sweden.</param>
public sealed record BoundarySetsView(IReadOnlyList<ListedBoundaries> Sets, DateOnly Today);

/// <summary>A set of boundaries in a list.</summary>
/// <param name="Day">The day from which the country was divided so.</param>
/// <param name="Source">Who drew them.</param>
/// <param name="Checksum">SHA-256 of the file, in hex.</param>
/// <param name="ReadFrom">The name of the file.</param>
/// <param name="Municipalities">How many municipalities it has.</param>
/// <param name="By">Who read it in.</param>
/// <param name="At">When.</param>
public sealed record ListedBoundaries(DateOnly Day, string Source, string Checksum, string ReadFrom, int Municipalities, string By, DateTimeOffset At);
