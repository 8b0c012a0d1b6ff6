namespace Kunskapsstyrning.Web.Features.Overview;

/// <summary>A column of the table of municipalities, which the table can also be ordered by.</summary>
public enum TableColumn
{
    /// <summary>Municipality, in Swedish alphabetical order. Always there.</summary>
    Municipality,
    /// <summary>Status, adopted first.</summary>
    Status,
    /// <summary>County.</summary>
    County,
    /// <summary>The day of the decision; those without it last.</summary>
    Decided,
    /// <summary>The deciding body; those without it last.</summary>
    Body,
    /// <summary>Inhabitants.</summary>
    Inhabitants,
    /// <summary>The yearly fee; those without it last.</summary>
    Fee,
    /// <summary>SCB's four digits.</summary>
    Code,
    /// <summary>The day the decision arrived; those without it last.</summary>
    Arrived,
    /// <summary>The class of size.</summary>
    Size,
    /// <summary>The first year that is paid for; those without it last.</summary>
    FirstYear,
    /// <summary>The status on the day compared with.</summary>
    Before,
}

/// <summary>What lies under the tiles or takes their place: where the municipalities lie, and how large they are drawn.</summary>
public enum MapKind
{
    /// <summary>A tile for each.</summary>
    Tiles,
    /// <summary>A circle in each one's place, its area by inhabitants.</summary>
    PlacesByInhabitants,
    /// <summary>A circle in each one's place, its area by fee.</summary>
    PlacesByFee,
    /// <summary>Each within its boundaries.</summary>
    Areas,
}
