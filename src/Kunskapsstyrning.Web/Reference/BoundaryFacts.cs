using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Municipalities.Boundaries;
using Kunskapsstyrning.Persistence;
using Kunskapsstyrning.Persistence.Mappings;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Reference;

/// <summary>The boundaries that maps are drawn with: those read in last, or those that a saved state was saved with.</summary>
public sealed class BoundaryFacts
{
    private readonly Dictionary<MunicipalityCode, Outline> _outlines;

    internal BoundaryFacts(BoundarySet set)
    {
        (Id, Day, Source, Checksum) = (set.Id, set.Day, set.Source, set.Checksum);
        _outlines = set.Outlines.ToDictionary(o => o.MunicipalityCode);
        Land = string.Concat(set.Outlines.Select(o => o.Path));
    }

    /// <summary>The set.</summary>
    public BoundarySetId Id { get; }

    /// <summary>The day from which the country was divided so.</summary>
    public DateOnly Day { get; }

    /// <summary>Who drew them.</summary>
    public string Source { get; }

    /// <summary>SHA-256 of the file, in hex.</summary>
    public string Checksum { get; }

    /// <summary>All of them as one path.</summary>
    public string Land { get; }

    /// <summary>Drawn by those that had been read in by an event; null where none had.</summary>
    internal static async Task<BoundaryFacts?> When(Db db, long sequence, CancellationToken cancellation) =>
        await db.BoundarySets.AsNoTracking().Include(s => s.Outlines.OrderBy(o => o.MunicipalityCode)).Where(s => EF.Property<long>(s, FactSequence.Column) <= sequence)
            .OrderByDescending(s => EF.Property<long>(s, FactSequence.Column)).FirstOrDefaultAsync(cancellation) is { } set ? new BoundaryFacts(set) : null;

    /// <summary>A municipality's outline; null where it is not in the set.</summary>
    public Outline? this[MunicipalityCode municipality] => _outlines.GetValueOrDefault(municipality);
}
