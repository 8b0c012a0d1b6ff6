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

/// <summary>A municipality for as long as its code is valid; a merger or a split ends one and begins another.</summary>
public sealed partial class Municipality : Aggregate
{
    /// <summary>The longest name.</summary>
    public const int LongestName = 60;

    private Municipality() { }

    /// <summary>A municipality that is valid from its first day, until further notice.</summary>
    public Municipality(MunicipalityCode code, string name, DateOnly validFrom, TilePlace tile, decimal latitude, decimal longitude) =>
        (Code, Name, ValidFrom, Tile, Latitude, Longitude) = (code, name, validFrom, tile, latitude, longitude);

    /// <summary>SCB's code, also the identity.</summary>
    public MunicipalityCode Code { get; private set; }

    /// <summary>SCB's short name, "Ekerö": the first one it had, or in what <see cref="NamedOn"/> gives the one of the day.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The organisation number; null while nobody has stated it.</summary>
    public OrganisationNumber? OrganisationNumber { get; private set; }

    /// <summary>The county, by SCB's two digits. A municipality that changes county gets another code.</summary>
    public string CountyCode => Code.County;

    /// <summary>The first day the municipality exists, inclusive.</summary>
    public DateOnly ValidFrom { get; private set; }

    /// <summary>The last day it exists, inclusive; null while it does.</summary>
    public DateOnly? ValidThrough { get; private set; }

    /// <summary>The municipality that took over when this one ended; null while it stands, and when several did.</summary>
    public MunicipalityCode? Successor { get; private set; }

    /// <summary>The municipality that this one was a part of before it broke out; null where it did not.</summary>
    public MunicipalityCode? SplitFrom { get; private set; }

    /// <summary>Its tile in the map.</summary>
    public TilePlace Tile { get; private set; } = new(0, 0);

    /// <summary>A point inside the municipality, WGS 84 degrees north.</summary>
    public decimal Latitude { get; private set; }

    /// <summary>A point inside the municipality, WGS 84 degrees east.</summary>
    public decimal Longitude { get; private set; }

    /// <summary>True when the municipality exists on the day.</summary>
    public bool IsValidOn(DateOnly day) => ValidFrom <= day && (ValidThrough is null || day <= ValidThrough);

    /// <summary>True when the municipality exists on some day of the year.</summary>
    public bool IsValidIn(int year) => ValidFrom.Year <= year && !(ValidThrough?.Year < year);

    /// <summary>True when there is a day on which both exist.</summary>
    public bool Meets(Municipality other) => !(ValidThrough < other.ValidFrom) && !(other.ValidThrough < ValidFrom);

    /// <summary>The name in running text: "Ekerö kommun", "Stockholms kommun", "Falu kommun", "Region Gotland".</summary>
    public string FullName => FullNameOf(Name);

    /// <summary>A name in running text.</summary>
    public static string FullNameOf(string name) => name switch
    {
        "Gotland" => "Region Gotland",
        "Falun" => "Falu kommun",
        _ when "aeiouyåäösxz".Contains(name[^1], StringComparison.Ordinal) => $"{name} kommun",
        _ => $"{name}s kommun",
    };

    /// <summary>States its organisation number. The same again changes nothing. A number may follow from a municipality to the one that takes over.</summary>
    /// <param name="number">The number.</param>
    /// <param name="all">Every municipality that is or has been.</param>
    public Result State(OrganisationNumber number, IEnumerable<Municipality> all)
    {
        if (!number.IsMunicipality) return RegisterRefusals.NoMunicipalityNumber;
        if (all.Any(m => m.Code != Code && m.OrganisationNumber == number && m.Meets(this))) return RegisterRefusals.NumberIsTaken;
        if (OrganisationNumber == number) return Result.Done;

        Record(new OrganisationNumberStated(Code, OrganisationNumber, number));
        OrganisationNumber = number;
        return Result.Done;
    }

    /// <summary>It ends, because of a merger or a split.</summary>
    internal void End(DateOnly last, IReadOnlyList<MunicipalityCode> into, string why)
    {
        (ValidThrough, Successor) = (last, into is [var only] ? only : null);
        Record(new MunicipalityEnded(Code, last, into, why));
    }

    /// <summary>It goes on with other borders.</summary>
    internal void Reshape(DateOnly from, IReadOnlyList<MunicipalityCode> joined, IReadOnlyList<MunicipalityCode> parted, string why) =>
        Record(new MunicipalityReshaped(Code, from, joined, parted, why));

    /// <summary>It begins, where others were.</summary>
    internal static Municipality Form(NamedMunicipality begins, DateOnly from, Municipality where, TilePlace tile, bool brokeOut, IReadOnlyList<MunicipalityCode> of, string why)
    {
        var formed = new Municipality(begins.Code, begins.Name!, from, tile, where.Latitude, where.Longitude) { SplitFrom = brokeOut ? where.Code : null };
        formed.Record(new MunicipalityFormed(begins.Code, begins.Name!, from, of, why));
        return formed;
    }
}
