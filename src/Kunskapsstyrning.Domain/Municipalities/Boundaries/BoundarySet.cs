namespace Kunskapsstyrning.Domain.Municipalities.Boundaries;

/// <summary>Identifies a set of boundaries.</summary>
public readonly record struct BoundarySetId(Guid Value);

/// <summary>The boundaries of municipalities from one file, light enough to draw. Never changed once they are in: the set read in last is drawn.</summary>
public sealed class BoundarySet
{
    private readonly List<Outline> _outlines = [];

    private BoundarySet() { }

    /// <summary>The boundaries that a file gives.</summary>
    /// <param name="day">The day from which the country was divided so.</param>
    /// <param name="source">Who drew them: "SCB".</param>
    /// <param name="checksum">SHA-256 of the file, in hex.</param>
    /// <param name="readFrom">The name of the file.</param>
    public BoundarySet(BoundarySetId id, DateOnly day, string source, string checksum, string readFrom, IEnumerable<DrawnOutline> outlines)
    {
        (Id, Day, Source, Checksum, ReadFrom) = (id, day, source, checksum, readFrom);
        _outlines.AddRange(outlines.Select(o => new Outline(id, o)));
    }

    /// <summary>Identity.</summary>
    public BoundarySetId Id { get; private set; }

    /// <summary>The day from which the country was divided so.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>Who drew them: "SCB".</summary>
    public string Source { get; private set; } = "";

    /// <summary>SHA-256 of the file, in hex.</summary>
    public string Checksum { get; private set; } = "";

    /// <summary>The name of the file.</summary>
    public string ReadFrom { get; private set; } = "";

    /// <summary>One outline for each municipality of the file.</summary>
    public IReadOnlyList<Outline> Outlines => _outlines;
}

/// <summary>A municipality's outline in a set.</summary>
public sealed class Outline
{
    private Outline() { }

    internal Outline(BoundarySetId set, DrawnOutline drawn) =>
        (SetId, MunicipalityCode, Path, SquareKilometres) = (set, drawn.Municipality, drawn.Path, drawn.SquareKilometres);

    /// <summary>The set it belongs to.</summary>
    public BoundarySetId SetId { get; private set; }

    /// <summary>Whose outline.</summary>
    public MunicipalityCode MunicipalityCode { get; private set; }

    /// <summary>The outline as an SVG path in steps of <see cref="GridPoint"/>, islands and holes with it.</summary>
    public string Path { get; private set; } = "";

    /// <summary>The area of its largest part: what is large is drawn first, and has room for a letter.</summary>
    public int SquareKilometres { get; private set; }
}

/// <summary>A municipality's outline with as few points as it takes.</summary>
/// <param name="Municipality">Whose.</param>
/// <param name="Path">As an SVG path in steps of <see cref="GridPoint"/>.</param>
/// <param name="SquareKilometres">The area of its largest part.</param>
public sealed record DrawnOutline(MunicipalityCode Municipality, string Path, int SquareKilometres);

/// <summary>A set of boundaries was added, from a file.</summary>
/// <param name="Set">The set.</param>
/// <param name="Held">The set that was drawn before; null for the first.</param>
public sealed record BoundariesAdded(BoundarySet Set, BoundarySetId? Held) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => Set.Id.Value;

    /// <inheritdoc/>
    public object? Before => Held is { } held ? new { Held = held.Value } : null;

    /// <inheritdoc/>
    public object? After => new { Set.Day, Set.Source, Set.Checksum, Set.ReadFrom, Municipalities = Set.Outlines.Count };
}
