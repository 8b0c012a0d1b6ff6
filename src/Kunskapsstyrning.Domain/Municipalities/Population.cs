namespace Kunskapsstyrning.Domain.Municipalities;

/// <summary>Identifies a population set.</summary>
public readonly record struct PopulationSetId(Guid Value);

/// <summary>How many live in a municipality.</summary>
/// <param name="Municipality">Whose inhabitants.</param>
/// <param name="Inhabitants">Number of people, zero or more.</param>
public sealed record Population(MunicipalityCode Municipality, int Inhabitants);

/// <summary>The inhabitants of every municipality on one day, from one source. Never changed once it is in: a corrected one for the same day is another set, and the latest read in holds.</summary>
public sealed class PopulationSet
{
    private readonly List<PopulationFigure> _figures = [];

    private PopulationSet() { }

    /// <summary>A complete set of figures for the day.</summary>
    /// <param name="checksum">SHA-256 of what it was read from, in hex.</param>
    /// <param name="readFrom">Where that came from: the name of the file, or the address; null for the program's own.</param>
    /// <param name="original">What it was read from, kept byte for byte; null for the program's own.</param>
    public PopulationSet(PopulationSetId id, DateOnly date, string source, string checksum, IEnumerable<Population> figures, string? readFrom = null, DocumentId? original = null)
    {
        (Id, Date, Source, Checksum, ReadFrom, OriginalId) = (id, date, source, checksum, readFrom, original);
        _figures.AddRange(figures.Select(f => new PopulationFigure(id, f.Municipality, f.Inhabitants)));
    }

    /// <summary>Identity.</summary>
    public PopulationSetId Id { get; private set; }

    /// <summary>The day the inhabitants are counted, as a rule 31 December.</summary>
    public DateOnly Date { get; private set; }

    /// <summary>Who counted: "SCB".</summary>
    public string Source { get; private set; } = "";

    /// <summary>SHA-256 of what it was read from, in hex.</summary>
    public string Checksum { get; private set; } = "";

    /// <summary>Where it was read from: the name of a file, or an address; null for the program's own.</summary>
    public string? ReadFrom { get; private set; }

    /// <summary>What it was read from, kept byte for byte; null for the program's own.</summary>
    public DocumentId? OriginalId { get; private set; }

    /// <summary>One figure for each municipality.</summary>
    public IReadOnlyList<PopulationFigure> Figures => _figures;
}

/// <summary>A row of a population set.</summary>
public sealed class PopulationFigure
{
    private PopulationFigure() { }

    internal PopulationFigure(PopulationSetId set, MunicipalityCode municipality, int inhabitants) =>
        (SetId, MunicipalityCode, Inhabitants) = (set, municipality, inhabitants);

    /// <summary>The set it belongs to.</summary>
    public PopulationSetId SetId { get; private set; }

    /// <summary>Whose inhabitants.</summary>
    public MunicipalityCode MunicipalityCode { get; private set; }

    /// <summary>Number of people.</summary>
    public int Inhabitants { get; private set; }
}
