namespace Kunskapsstyrning.Domain.Decisions;

/// <summary>Identifies a list that is read in, from when it is put there.</summary>
public readonly record struct ImportId(Guid Value);

/// <summary>What became of a row of a list.</summary>
public enum RowResult
{
    /// <summary>A decision was registered.</summary>
    Added = 1,
    /// <summary>A registered decision was corrected.</summary>
    Corrected,
    /// <summary>The same was registered already.</summary>
    Unchanged,
    /// <summary>Nothing was done with it, since the person chose so or the list says the same twice.</summary>
    Left,
    /// <summary>The list says that nobody has answered.</summary>
    NoAnswer,
    /// <summary>It could not be registered.</summary>
    Failed,
}

/// <summary>A row of a list that was read in: what it said, what was registered before, and what became of it.</summary>
public sealed record ImportRow
{
    /// <summary>The row's number in the list, counted as a spreadsheet does.</summary>
    public required int Number { get; init; }

    /// <summary>The municipality; null when the row names none that is known.</summary>
    public MunicipalityCode? Municipality { get; init; }

    /// <summary>What became of it.</summary>
    public required RowResult Result { get; init; }

    /// <summary>What the list says; null when it could not be read.</summary>
    public DecisionContent? Said { get; init; }

    /// <summary>What was registered of the same decision before, or else what the municipality stood on; null when nothing was.</summary>
    public DecisionContent? Had { get; init; }

    /// <summary>The decision that was added, corrected or found the same.</summary>
    public DecisionId? Decision { get; init; }

    /// <summary>The version that the list wrote; null when it wrote none.</summary>
    public int? Version { get; init; }

    /// <summary>Why it was left or could not be registered; null when it was registered.</summary>
    public string? Note { get; init; }

    /// <summary>The cells as they stood, kept where the row was not registered; null otherwise.</summary>
    public IReadOnlyList<string>? Cells { get; init; }
}

/// <summary>A list of decisions that was read in at one time: what it said, row by row, and what became of it. Never changed.</summary>
public sealed class Import : Aggregate
{
    private Import() { }

    /// <summary>A list that has been read in.</summary>
    public Import(ImportId id, RecommendationId recommendation, string name, IReadOnlyList<string> headings, IReadOnlyList<ImportRow> rows, Recorded recorded)
    {
        (Id, RecommendationId, Name, Headings, Rows, RecordedBy, RecordedAt) = (id, recommendation, name, headings, rows, recorded.By, recorded.At);
        Record(new ListImported(id, recommendation, name, Enum.GetValues<RowResult>().ToDictionary(r => r, Count)));
    }

    /// <summary>Identity.</summary>
    public ImportId Id { get; private set; }

    /// <summary>What the decisions answer.</summary>
    public RecommendationId RecommendationId { get; private set; }

    /// <summary>The name of the file, or that it was pasted.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The headings of the list, as they stood.</summary>
    public IReadOnlyList<string> Headings { get; private set; } = [];

    /// <summary>The rows, in the order of the list.</summary>
    public IReadOnlyList<ImportRow> Rows { get; private set; } = [];

    /// <summary>Who read it in.</summary>
    public PersonId RecordedBy { get; private set; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>When, why and by whom it was undone; null while it stands.</summary>
    public ImportUndoing? Undoing { get; private set; }

    /// <summary>How many rows it came to so.</summary>
    public int Count(RowResult result) => Rows.Count(r => r.Result == result);

    /// <summary>Why it cannot be undone; null when it can.</summary>
    public Refusal? RefusalToUndo(string reason) => Undoing is not null ? ImportRefusals.AlreadyUndone : DecisionRefusals.OfReason(reason);

    /// <summary>Remembers that it was undone, but for the rows that are left.</summary>
    /// <param name="left">The rows that somebody has changed since, by number, and why each was left.</param>
    public void Undo(string reason, IReadOnlyDictionary<int, string> left, Recorded recorded)
    {
        Undoing = new ImportUndoing(Id, reason.Trim(), left, recorded);
        Record(new ImportUndone(Id, RecommendationId, reason.Trim(), left.Count));
    }
}

/// <summary>That a list was undone: who, when, why, and which rows were left since somebody had changed them.</summary>
public sealed class ImportUndoing
{
    private ImportUndoing() { }

    internal ImportUndoing(ImportId import, string reason, IReadOnlyDictionary<int, string> left, Recorded recorded) =>
        (ImportId, Reason, Left, RecordedBy, RecordedAt) = (import, reason, left, recorded.By, recorded.At);

    /// <summary>The list.</summary>
    public ImportId ImportId { get; private set; }

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>The rows that were left, by number, and why.</summary>
    public IReadOnlyDictionary<int, string> Left { get; private set; } = new Dictionary<int, string>();

    /// <summary>Who undid it.</summary>
    public PersonId RecordedBy { get; private set; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset RecordedAt { get; private set; }
}

/// <summary>The sentences with which reading in or undoing a list is refused.</summary>
public static class ImportRefusals
{
    /// <summary>The list is not there any more.</summary>
    public static readonly Refusal NotThere = new("import-not-there", "Listan finns inte kvar. Läs in den på nytt.");

    /// <summary>Something was registered between looking and confirming.</summary>
    public static readonly Refusal ChangedMeanwhile = new("import-changed-meanwhile", "Läget har ändrats sedan du tittade. Listan är genomgången på nytt: titta igen och registrera sedan.");

    /// <summary>A day for what came in that cannot be.</summary>
    public static readonly Refusal NoSuchArrival = new("import-no-such-arrival", "Det går inte att läsa dagen då svaren kom in, eller så ligger den i framtiden. Skriv den som 2019-06-15.", "inkommet");

    /// <summary>Undone before.</summary>
    public static readonly Refusal AlreadyUndone = new("import-already-undone", "Listan är redan ångrad.");
}

/// <summary>A list of decisions was read in; each decision has its own event beside it.</summary>
public sealed record ListImported(ImportId Import, RecommendationId RecommendationId, string Name, IReadOnlyDictionary<RowResult, int> Rows) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => Import.Value;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => RecommendationId;

    /// <inheritdoc/>
    public object? After => new { Name, Rows };
}

/// <summary>A list that was read in was undone.</summary>
public sealed record ImportUndone(ImportId Import, RecommendationId RecommendationId, string Reason, int Left) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => Import.Value;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => RecommendationId;

    /// <inheritdoc/>
    public object? After => new { Left };
}
