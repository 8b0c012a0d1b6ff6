namespace Kunskapsstyrning.Domain.Municipalities;

/// <summary>Identifies a population set.</summary>
public readonly record struct PopulationSetId(Guid Value);

/// <summary>How many live in a municipality.</summary>
/// <param name="Municipality">Whose inhabitants.</param>
/// <param name="Inhabitants">Number of people, zero or more.</param>
public sealed record Population(MunicipalityCode Municipality, int Inhabitants);

/// <summary>The inhabitants of every municipality on one day, from one source. Never changed once it is in.</summary>
public sealed class PopulationSet
{
    private readonly List<PopulationFigure> _figures = [];

    private PopulationSet() { }

    /// <summary>A complete set of figures for the day.</summary>
    /// <param name="checksum">SHA-256 of what it was read from, in hex.</param>
    public PopulationSet(PopulationSetId id, DateOnly date, string source, string checksum, IEnumerable<Population> figures)
    {
        (Id, Date, Source, Checksum) = (id, date, source, checksum);
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
