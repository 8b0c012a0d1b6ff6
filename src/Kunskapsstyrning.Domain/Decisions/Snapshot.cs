namespace Kunskapsstyrning.Domain.Decisions;

/// <summary>Identifies a snapshot.</summary>
public readonly record struct SnapshotId(Guid Value);

/// <summary>
/// A state that somebody gave a name, as it was registered at the time: what was counted from is copied, and so is what came of it. It never
/// changes, whatever is registered, corrected or taken back afterwards.
/// </summary>
public sealed class Snapshot : Aggregate
{
    /// <summary>The longest name.</summary>
    public const int LongestName = 80;

    private Snapshot() { }

    private Snapshot(SnapshotId id, RecommendationId recommendation, string name, string purpose, AsOf asOf, string ground, string figures, Recorded taken)
    {
        (Id, RecommendationId, Name, Purpose) = (id, recommendation, name, purpose);
        (Day, Basis, RegisteredThrough, Ground, Figures) = (asOf.Day, asOf.Basis, asOf.RegisteredThrough, ground, figures);
        (TakenBy, TakenAt) = (taken.By, taken.At);
        Record(new SnapshotSaved(id, recommendation, name, asOf));
    }

    /// <summary>Identity.</summary>
    public SnapshotId Id { get; private set; }

    /// <summary>What the state is of.</summary>
    public RecommendationId RecommendationId { get; private set; }

    /// <summary>What it is called.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What it is for.</summary>
    public string Purpose { get; private set; } = "";

    /// <summary>The day.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>The question.</summary>
    public Basis Basis { get; private set; }

    /// <summary>The last event that counts.</summary>
    public long RegisteredThrough { get; private set; }

    /// <summary>What it was counted from besides the answers: recommendation, municipalities, inhabitants and fees, as written.</summary>
    public string Ground { get; private set; } = "";

    /// <summary>What came of it, as written: whoever counts again and gets something else has found a fault.</summary>
    public string Figures { get; private set; } = "";

    /// <summary>Who saved it.</summary>
    public PersonId TakenBy { get; private set; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset TakenAt { get; private set; }

    /// <summary>The day and the question, with what was registered by then.</summary>
    public AsOf AsOf => new(Day, Basis, RegisteredThrough);

    /// <summary>Gives a state a name.</summary>
    public static Result Take(SnapshotId id, RecommendationId recommendation, string name, string purpose, AsOf asOf, string ground, string figures, Recorded taken, out Snapshot? snapshot)
    {
        snapshot = null;
        if (name.Trim() is not { Length: > 0 and <= LongestName } called) return SnapshotRefusals.NeedsName;
        if (purpose.Trim() is not { Length: > 0 } stated) return SnapshotRefusals.NeedsPurpose;

        snapshot = new Snapshot(id, recommendation, called, stated, asOf, ground, figures, taken);
        return Result.Done;
    }
}

/// <summary>The sentences with which a snapshot is refused.</summary>
public static class SnapshotRefusals
{
    /// <summary>No name, or one that is too long.</summary>
    public static readonly Refusal NeedsName = new("snapshot-needs-name", $"Ge läget ett namn på högst {Snapshot.LongestName} tecken.", "namn");

    /// <summary>No purpose.</summary>
    public static readonly Refusal NeedsPurpose = new("snapshot-needs-purpose", "Skriv vad läget ska användas till.", "syfte");

    /// <summary>Another one has the name.</summary>
    public static readonly Refusal NameIsTaken = new("snapshot-name-taken", "Det finns redan ett sparat läge med det namnet.", "namn");

    /// <summary>No such recommendation.</summary>
    public static readonly Refusal NotThere = new("snapshot-of-nothing", "Det finns ingen rekommendation med den adressen.");
}

/// <summary>A state was saved under a name.</summary>
public sealed record SnapshotSaved(SnapshotId Id, RecommendationId RecommendationId, string Name, AsOf AsOf) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => Id.Value;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => RecommendationId;

    /// <inheritdoc/>
    public object? After => new { Name, AsOf.Day, AsOf.Basis, AsOf.RegisteredThrough };
}
