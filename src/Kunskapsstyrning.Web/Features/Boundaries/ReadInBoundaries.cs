using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Municipalities.Boundaries;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Persistence.Mappings;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Boundaries;

/// <summary>Reads in boundaries that were looked at. They are drawn from now on; those before are kept. The same again changes nothing.</summary>
/// <param name="File">What was looked at.</param>
/// <param name="Source">Who drew them.</param>
/// <param name="Day">The day from which the country was divided so.</param>
[Requires(Permission.Administer), Alone("The same read in twice at once is read in once.")]
public sealed record ReadInBoundaries(BoundaryFile File, string Source, DateOnly Day) : ICommand
{
    /// <summary>The longest source.</summary>
    public const int LongestSource = 80;

    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (Day > session.Today) return BoundaryRefusals.InTheFuture;
        var held = await session.Db.BoundarySets.OrderByDescending(s => EF.Property<long>(s, FactSequence.Column)).Select(s => new { s.Id, s.Checksum, s.Source, s.Day }).FirstOrDefaultAsync(cancellation);
        if (held is not null && (held.Checksum, held.Source, held.Day) == (File.Sha256, Source, Day)) return Result.Done;

        var set = new BoundarySet(
            new BoundarySetId(Guid.CreateVersion7()), Day, Source, File.Sha256, File.Name, File.Outlines.Select(o => new DrawnOutline(new MunicipalityCode(o.Code), o.Path, o.SquareKilometres)));
        session.Db.Add(set);
        session.Record(new BoundariesAdded(set, held?.Id));
        return Result.Done;
    }
}
