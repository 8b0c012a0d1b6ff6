namespace Kunskapsstyrning.Domain.Decisions;

/// <summary>A document that a decision was read from. One document may belong to several decisions.</summary>
public sealed class DecisionDocument
{
    private DecisionDocument() { }

    internal DecisionDocument(DecisionId decision, DocumentId document, int number, MunicipalityCode municipality, ArrivedItemId? putWith) =>
        (DecisionId, DocumentId, Number, MunicipalityCode, CameWith) = (decision, document, number, municipality, putWith);

    /// <summary>The decision.</summary>
    public DecisionId DecisionId { get; private set; }

    /// <summary>The document.</summary>
    public DocumentId DocumentId { get; private set; }

    /// <summary>1 the first time; more when it was loosened and put there again.</summary>
    public int Number { get; private set; }

    /// <summary>The municipality that may open it through this link.</summary>
    public MunicipalityCode MunicipalityCode { get; private set; }

    /// <summary>What arrived and brought it to a decision that was registered already; null when it was there from the start.</summary>
    public ArrivedItemId? CameWith { get; private set; }

    /// <summary>That it was loosened from the decision; null while it belongs to it.</summary>
    public DocumentLoosening? Loosening { get; private set; }

    internal void Loosen(string reason, Recorded recorded) => Loosening = new DocumentLoosening(this, reason, recorded);
}

/// <summary>A document had been put with a decision by mistake, and was loosened from it. That it was there is kept.</summary>
public sealed class DocumentLoosening
{
    private DocumentLoosening() { }

    internal DocumentLoosening(DecisionDocument link, string reason, Recorded recorded)
    {
        (DecisionId, DocumentId, Number, MunicipalityCode) = (link.DecisionId, link.DocumentId, link.Number, link.MunicipalityCode);
        (Reason, RecordedBy, RecordedAt) = (reason, recorded.By, recorded.At);
    }

    /// <summary>The decision.</summary>
    public DecisionId DecisionId { get; private set; }

    /// <summary>The document.</summary>
    public DocumentId DocumentId { get; private set; }

    /// <summary>Which time it had been put there.</summary>
    public int Number { get; private set; }

    /// <summary>The municipality that may no longer open it through the link.</summary>
    public MunicipalityCode MunicipalityCode { get; private set; }

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Who loosened it.</summary>
    public PersonId RecordedBy { get; private set; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset RecordedAt { get; private set; }
}

/// <summary>One more document was put with a registered decision.</summary>
public sealed record DocumentAttached(DecisionId Decision, MunicipalityCode MunicipalityCode, RecommendationId RecommendationId, DocumentId Document) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => Decision.Value;

    /// <inheritdoc/>
    public MunicipalityCode? Municipality => MunicipalityCode;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => RecommendationId;

    /// <inheritdoc/>
    public object? After => new { Document = Document.Value };
}

/// <summary>A document was loosened from a registered decision.</summary>
public sealed record DocumentLoosened(DecisionId Decision, MunicipalityCode MunicipalityCode, RecommendationId RecommendationId, DocumentId Document, string Reason) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => Decision.Value;

    /// <inheritdoc/>
    public MunicipalityCode? Municipality => MunicipalityCode;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => RecommendationId;

    /// <inheritdoc/>
    public object? Before => new { Document = Document.Value };
}
