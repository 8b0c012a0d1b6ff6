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
public sealed class Municipality : Aggregate
{
    /// <summary>The longest name.</summary>
    public const int LongestName = 60;

    private readonly List<MunicipalityName> _laterNames = [];
    private string? _firstName;

    private Municipality() { }

    /// <summary>A municipality that is valid from its first day, until further notice.</summary>
    public Municipality(MunicipalityCode code, string name, DateOnly validFrom, TilePlace tile, decimal latitude, decimal longitude) =>
        (Code, Name, ValidFrom, Tile, Latitude, Longitude) = (code, name, validFrom, tile, latitude, longitude);

    /// <summary>SCB's code, also the identity.</summary>
    public MunicipalityCode Code { get; private set; }

    /// <summary>SCB's short name, "Ekerö": the first one it had, or in what <see cref="NamedOn"/> gives the one of the day.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The names it has got since the first, in order.</summary>
    public IReadOnlyList<MunicipalityName> LaterNames => _laterNames;

    /// <summary>Every name but the one it goes by here.</summary>
    public IReadOnlyList<string> OtherNames { get; private set; } = [];

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

    /// <summary>What it is called on the day.</summary>
    public string NameOn(DateOnly day) => _laterNames.LastOrDefault(n => n.From <= day)?.Name ?? FirstName;

    /// <summary>The same municipality as it is called on the day, for reading only.</summary>
    public Municipality NamedOn(DateOnly day)
    {
        var name = NameOn(day);
        if (_laterNames.Count == 0) return this;

        var named = (Municipality)MemberwiseClone();
        (named._firstName, named.Name, named.OtherNames) = (FirstName, name, [.. _laterNames.Select(n => n.Name).Prepend(FirstName).Where(n => n != name).Distinct()]);
        return named;
    }

    /// <summary>The name in running text: "Ekerö kommun", "Stockholms kommun", "Falu kommun", "Region Gotland".</summary>
    public string FullName => FullNameOf(Name);

    private string FirstName => _firstName ?? Name;

    /// <summary>A name in running text.</summary>
    public static string FullNameOf(string name) => name switch
    {
        "Gotland" => "Region Gotland",
        "Falun" => "Falu kommun",
        _ when "aeiouyåäösxz".Contains(name[^1], StringComparison.Ordinal) => $"{name} kommun",
        _ => $"{name}s kommun",
    };

    /// <summary>States its organisation number. The same again changes nothing.</summary>
    public Result State(OrganisationNumber number)
    {
        if (!number.IsMunicipality) return RegisterRefusals.NoMunicipalityNumber;
        if (OrganisationNumber == number) return Result.Done;

        Record(new OrganisationNumberStated(Code, OrganisationNumber, number));
        OrganisationNumber = number;
        return Result.Done;
    }

    /// <summary>It is called something else from a day. What it was called before stays true of the days before.</summary>
    public Result Rename(string name, DateOnly from, string why)
    {
        if (RegisterRefusals.OfName(name) is { } refusal) return refusal;
        if (from <= ValidFrom || !IsValidOn(from)) return RegisterRefusals.NotThereOnTheDay(NameOn(from), "fran");
        if (_laterNames.Count > 0 && from <= _laterNames[^1].From) return RegisterRefusals.NamedLater;
        if (NameOn(from) == name) return Result.Done;

        Record(new MunicipalityRenamed(Code, NameOn(from), name, from, why));
        _laterNames.Add(new MunicipalityName(Code, from, name));
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

/// <summary>What a municipality is called from a day. The name before it stays true of the days before.</summary>
public sealed class MunicipalityName
{
    private MunicipalityName() { }

    internal MunicipalityName(MunicipalityCode municipality, DateOnly from, string name) => (MunicipalityCode, From, Name) = (municipality, from, name);

    /// <summary>Whose name.</summary>
    public MunicipalityCode MunicipalityCode { get; private set; }

    /// <summary>The first day of the name.</summary>
    public DateOnly From { get; private set; }

    /// <summary>The name.</summary>
    public string Name { get; private set; } = "";
}
