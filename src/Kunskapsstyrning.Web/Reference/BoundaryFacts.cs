using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Municipalities.Boundaries;

namespace Kunskapsstyrning.Web.Reference;

/// <summary>The boundaries that maps are drawn with: those read in last.</summary>
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

    /// <summary>A municipality's outline; null where it is not in the set.</summary>
    public Outline? this[MunicipalityCode municipality] => _outlines.GetValueOrDefault(municipality);
}
