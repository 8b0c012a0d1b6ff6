namespace Kunskapsstyrning.Domain.Recommendations;

/// <summary>A letter or annex that belongs to a recommendation and may be downloaded by those who may see it.</summary>
public sealed class Annex
{
    private Annex() { }

    /// <summary>A document under the title it has in the letter.</summary>
    public Annex(RecommendationId recommendation, DocumentId document, string title) => (RecommendationId, DocumentId, Title) = (recommendation, document, title);

    /// <summary>The recommendation.</summary>
    public RecommendationId RecommendationId { get; private set; }

    /// <summary>The document.</summary>
    public DocumentId DocumentId { get; private set; }

    /// <summary>"Bilaga 2, kostnad per kommun".</summary>
    public string Title { get; private set; } = "";
}
