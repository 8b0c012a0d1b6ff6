namespace Kunskapsstyrning.Domain.Decisions;

/// <summary>Identifies a decision.</summary>
public readonly record struct DecisionId(Guid Value);

/// <summary>Who recorded a fact, and when.</summary>
/// <param name="By">The person or named job.</param>
/// <param name="At">The moment, in UTC.</param>
public sealed record Recorded(PersonId By, DateTimeOffset At);

/// <summary>One body's act, as registered: the first version as it was logged, later ones as corrected. Nothing is overwritten.</summary>
public sealed class Decision
{
    private readonly List<DecisionVersion> _versions = [];
    private readonly List<DecisionDocument> _documents = [];

    private Decision() { }

    internal Decision(DecisionId id, MunicipalityCode municipality, RecommendationId recommendation, DecisionContent content, DecisionDetails details, Recorded recorded, MovedFrom? moved)
    {
        (Id, MunicipalityCode, RecommendationId, MovedFrom) = (id, municipality, recommendation, moved?.Decision);
        _versions.Add(new DecisionVersion(id, municipality, 1, content, details, moved?.Reason, recorded));
    }

    /// <summary>Identity.</summary>
    public DecisionId Id { get; private set; }

    /// <summary>Whose decision.</summary>
    public MunicipalityCode MunicipalityCode { get; private set; }

    /// <summary>What it answers.</summary>
    public RecommendationId RecommendationId { get; private set; }

    /// <summary>The decision that it was registered as where it did not belong; null when it was registered here at first.</summary>
    public DecisionId? MovedFrom { get; private set; }

    /// <summary>As logged and as corrected, oldest first.</summary>
    public IReadOnlyList<DecisionVersion> Versions => _versions;

    /// <summary>Why it no longer counts; null while it does.</summary>
    public Retraction? Retraction { get; private set; }

    /// <summary>The documents it was read from, also those that were loosened from it.</summary>
    public IReadOnlyList<DecisionDocument> Documents => _documents;

    /// <summary>What holds: the latest version.</summary>
    public DecisionVersion Current => _versions.MaxBy(v => v.Number) ?? throw new InvalidOperationException("A decision was loaded without its versions.");

    internal void Correct(DecisionContent content, DecisionDetails details, string reason, Recorded recorded) =>
        _versions.Add(new DecisionVersion(Id, MunicipalityCode, Current.Number + 1, content, details, reason, recorded));

    internal void Retract(string reason, Recorded recorded) => Retraction = new Retraction(Id, reason, recorded);

    internal void Attach(DocumentId document, ArrivedItemId? putWith) =>
        _documents.Add(new DecisionDocument(Id, document, 1 + _documents.Count(d => d.DocumentId == document), MunicipalityCode, putWith));
}

/// <summary>What a decision said at one time: as logged (number 1) or as corrected. A correction holds from the start.</summary>
public sealed class DecisionVersion
{
    private DecisionVersion() { }

    internal DecisionVersion(DecisionId decision, MunicipalityCode municipality, int number, DecisionContent content, DecisionDetails details, string? reason, Recorded recorded)
    {
        (DecisionId, Number, Content) = (decision, number, content);
        (RecordedBy, RecordedAt) = (recorded.By, recorded.At);
        Walled = new WalledDetails(decision, number, municipality, details, reason);
    }

    /// <summary>The decision it is a version of.</summary>
    public DecisionId DecisionId { get; private set; }

    /// <summary>1 as logged, 2 after the first correction, and so on.</summary>
    public int Number { get; private set; }

    /// <summary>What counts.</summary>
    public DecisionContent Content { get; private set; } = null!;

    /// <summary>What is walled; null for those who may not see it.</summary>
    public WalledDetails? Walled { get; private set; }

    /// <summary>What is walled, empty for those who may not see it.</summary>
    public DecisionDetails Details => Walled?.Details ?? DecisionDetails.None;

    /// <summary>Why it was corrected, or moved here; null for one that was registered here at first, and for those who may not see it.</summary>
    public string? Reason => Walled?.Why;

    /// <summary>Who recorded it.</summary>
    public PersonId RecordedBy { get; private set; }

    /// <summary>When it was recorded, in UTC.</summary>
    public DateTimeOffset RecordedAt { get; private set; }
}

/// <summary>The details of one version behind the wall: SKR and the municipality itself see the row.</summary>
public sealed class WalledDetails
{
    private WalledDetails() { }

    internal WalledDetails(DecisionId decision, int number, MunicipalityCode municipality, DecisionDetails details, string? why) =>
        (DecisionId, Number, MunicipalityCode, Details, Why) = (decision, number, municipality, details, why);

    /// <summary>The decision.</summary>
    public DecisionId DecisionId { get; private set; }

    /// <summary>The version's number.</summary>
    public int Number { get; private set; }

    /// <summary>The municipality that may see it.</summary>
    public MunicipalityCode MunicipalityCode { get; private set; }

    /// <summary>The details.</summary>
    public DecisionDetails Details { get; private set; } = DecisionDetails.None;

    /// <summary>Why it was corrected, or moved here; null for one that was registered here at first.</summary>
    public string? Why { get; private set; }
}

/// <summary>A decision that was registered by mistake and does not count, from the start.</summary>
public sealed class Retraction
{
    private Retraction() { }

    internal Retraction(DecisionId decision, string reason, Recorded recorded) =>
        (DecisionId, Walled, RecordedBy, RecordedAt) = (decision, new WalledReason(decision, reason), recorded.By, recorded.At);

    /// <summary>The decision that no longer counts.</summary>
    public DecisionId DecisionId { get; private set; }

    /// <summary>Why, behind the wall; null for those who may not see it.</summary>
    public WalledReason? Walled { get; private set; }

    /// <summary>Who took it back.</summary>
    public PersonId RecordedBy { get; private set; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset RecordedAt { get; private set; }
}

/// <summary>Why a decision was taken back: SKR alone sees the row, since it may name another municipality.</summary>
public sealed class WalledReason
{
    private WalledReason() { }

    internal WalledReason(DecisionId decision, string reason) => (DecisionId, Reason) = (decision, reason);

    /// <summary>The decision that was taken back.</summary>
    public DecisionId DecisionId { get; private set; }

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = "";
}

/// <summary>Where a decision stood before, and why it was moved.</summary>
/// <param name="Decision">The decision that was taken back there.</param>
/// <param name="Reason">Why.</param>
public sealed record MovedFrom(DecisionId Decision, string Reason)
{
    /// <summary>What had brought those of its documents that were put with it.</summary>
    public IReadOnlyDictionary<DocumentId, ArrivedItemId> CameWith { get; init; } = new Dictionary<DocumentId, ArrivedItemId>();
}
