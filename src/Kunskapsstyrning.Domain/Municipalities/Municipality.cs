namespace Kunskapsstyrning.Domain.Municipalities;

/// <summary>A county (län), by SCB's two digits.</summary>
public sealed class County
{
    private County() { }

    /// <summary>A county with SCB's two digits and its name, "Stockholms län".</summary>
    public County(string code, string name) => (Code, Name) = (code, name);

    /// <summary>SCB's two digits as text.</summary>
    public string Code { get; private set; } = "";

    /// <summary>The full name, "Stockholms län".</summary>
    public string Name { get; private set; } = "";
}

/// <summary>A place in the tile map: odd rows are shifted half a tile to the right, row 1 is northernmost.</summary>
public sealed record TilePlace(int Column, int Row);

/// <summary>A municipality for as long as its code is valid; a merger or a split ends one and begins another.</summary>
public sealed class Municipality
{
    private Municipality() { }

    /// <summary>A municipality that is valid from its first day, until further notice.</summary>
    public Municipality(MunicipalityCode code, string name, DateOnly validFrom, TilePlace tile, decimal latitude, decimal longitude) =>
        (Code, Name, ValidFrom, Tile, Latitude, Longitude) = (code, name, validFrom, tile, latitude, longitude);

    /// <summary>SCB's code, also the identity.</summary>
    public MunicipalityCode Code { get; private set; }

    /// <summary>SCB's short name, "Ekerö".</summary>
    public string Name { get; private set; } = "";

    /// <summary>The county, by SCB's two digits.</summary>
    public string CountyCode => Code.County;

    /// <summary>The first day the municipality exists, inclusive.</summary>
    public DateOnly ValidFrom { get; private set; }

    /// <summary>The last day it exists, inclusive; null while it does.</summary>
    public DateOnly? ValidThrough { get; private set; }

    /// <summary>The municipality that took over when this one ended; null while it stands.</summary>
    public MunicipalityCode? Successor { get; private set; }

    /// <summary>Its tile in the map.</summary>
    public TilePlace Tile { get; private set; } = new(0, 0);

    /// <summary>A point inside the municipality, WGS 84 degrees north.</summary>
    public decimal Latitude { get; private set; }

    /// <summary>A point inside the municipality, WGS 84 degrees east.</summary>
    public decimal Longitude { get; private set; }

    /// <summary>True when the municipality exists on the day.</summary>
    public bool IsValidOn(DateOnly day) => ValidFrom <= day && (ValidThrough is null || day <= ValidThrough);

    /// <summary>The name in running text: "Ekerö kommun", "Stockholms kommun", "Falu kommun", "Region Gotland".</summary>
    public string FullName => Name switch
    {
        "Gotland" => "Region Gotland",
        "Falun" => "Falu kommun",
        _ when "aeiouyåäösxz".Contains(Name[^1], StringComparison.Ordinal) => $"{Name} kommun",
        _ => $"{Name}s kommun",
    };
}
