using Kunskapsstyrning.Domain.Decisions;

namespace Kunskapsstyrning.Domain.Reports;

/// <summary>Identifies a report.</summary>
public readonly record struct ReportId(Guid Value);

/// <summary>What municipalities have said in their own words that a report takes up. A person chooses when it is made.</summary>
/// <param name="Conditions">True when the conditions of reservations are quoted.</param>
/// <param name="Reasons">True when the reasons of those who decline are told and quoted.</param>
public sealed record ReportQuotes(bool Conditions, bool Reasons);

/// <summary>
/// The report back to those who were asked: made from a snapshot, and kept as it was made. The same snapshot gives the same report, whatever is
/// registered afterwards.
/// </summary>
public sealed class Report : Aggregate
{
    private Report() { }

    /// <summary>A report that is made.</summary>
    /// <param name="id">Identity.</param>
    /// <param name="from">The snapshot that it is made from.</param>
    /// <param name="number">Its place among the reports of the recommendation, from 1.</param>
    /// <param name="quotes">What is quoted in it.</param>
    /// <param name="content">All that it says, as written.</param>
    /// <param name="made">Who made it, and when.</param>
    public Report(ReportId id, Snapshot from, int number, ReportQuotes quotes, string content, Recorded made)
    {
        (Id, RecommendationId, SnapshotId, Number, Content) = (id, from.RecommendationId, from.Id, number, content);
        (QuotesConditions, QuotesReasons, MadeBy, MadeAt) = (quotes.Conditions, quotes.Reasons, made.By, made.At);
        Record(new ReportCompiled(id, RecommendationId, from.Id, number, quotes));
    }

    /// <summary>Identity.</summary>
    public ReportId Id { get; private set; }

    /// <summary>What it tells of.</summary>
    public RecommendationId RecommendationId { get; private set; }

    /// <summary>The snapshot that it is made from.</summary>
    public SnapshotId SnapshotId { get; private set; }

    /// <summary>Its place among the reports of the recommendation, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>True when the conditions of reservations are quoted.</summary>
    public bool QuotesConditions { get; private set; }

    /// <summary>True when the reasons of those who decline are told and quoted.</summary>
    public bool QuotesReasons { get; private set; }

    /// <summary>All that it says, as written.</summary>
    public string Content { get; private set; } = "";

    /// <summary>Who made it.</summary>
    public PersonId MadeBy { get; private set; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>Who let everyone read it who may see the answers; null while nobody has.</summary>
    public PersonId? PublishedBy { get; private set; }

    /// <summary>When, in UTC; null while it is SKR's alone.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>What is quoted in it.</summary>
    public ReportQuotes Quotes => new(QuotesConditions, QuotesReasons);

    /// <summary>True when everyone may read it who may see the answers.</summary>
    public bool IsPublished => PublishedAt is not null;

    /// <summary>Lets everyone read it who may see the answers. Once more changes nothing.</summary>
    public Result Publish(Publicity publicity, Recorded by)
    {
        if (publicity is not Publicity.StatusPublic) return ReportRefusals.AnswersNotPublic;
        if (IsPublished) return Result.Done;

        (PublishedBy, PublishedAt) = (by.By, by.At);
        Record(new ReportPublished(Id, RecommendationId));
        return Result.Done;
    }

    /// <summary>Takes it back to SKR alone.</summary>
    public Result Recall(string reason)
    {
        if (!IsPublished) return Result.Done;
        if (string.IsNullOrWhiteSpace(reason)) return ReportRefusals.NeedsReason;

        (PublishedBy, PublishedAt) = (null, null);
        Record(new ReportRecalled(Id, RecommendationId, reason.Trim()));
        return Result.Done;
    }
}

/// <summary>The sentences with which something about a report is refused.</summary>
public static class ReportRefusals
{
    /// <summary>No such recommendation.</summary>
    public static readonly Refusal NotThere = new("report-of-nothing", "Det finns ingen rekommendation med den adressen.");

    /// <summary>No such snapshot.</summary>
    public static readonly Refusal NoSnapshot = new("report-no-snapshot", "Det sparade läget finns inte. Välj ett annat, eller spara läget i dag.", "lage");

    /// <summary>No such report.</summary>
    public static readonly Refusal NoReport = new("report-not-there", "Återkopplingen finns inte.");

    /// <summary>Nobody was asked yet.</summary>
    public static readonly Refusal BeforeTheQuestion = new("report-before-question", "Frågan var inte ställd den dagen, så det finns inget att återkoppla.", "lage");

    /// <summary>Answers are not for everyone.</summary>
    public static readonly Refusal AnswersNotPublic = new("report-answers-not-public", "Svaren är inte offentliga, så återkopplingen kan inte visas för alla. Ändra först vad alla får se.");

    /// <summary>SKR's alone, and no file of it.</summary>
    public static readonly Refusal NeedsPdf = new("report-needs-pdf", "Alla kan inte läsa återkopplingen, så den måste följa med som PDF, och den gick inte att skriva ut.");

    /// <summary>Letters that lead to it have not left yet.</summary>
    public static readonly Refusal LettersWait = new("report-letters-wait", "Brev som länkar till återkopplingen väntar på att lämnas. Stoppa utskicket först.");

    /// <summary>It has gone out.</summary>
    public static readonly Refusal AlreadySent = new("report-already-sent", "Återkopplingen har redan gått ut i ett utskick. Den som saknade adress då får den från det utskickets sida.");

    /// <summary>No reason.</summary>
    public static readonly Refusal NeedsReason = new("report-recall-reason", "Skriv varför den tas tillbaka.", "skal");
}

/// <summary>A report was made.</summary>
public sealed record ReportCompiled(ReportId Id, RecommendationId RecommendationId, SnapshotId From, int Number, ReportQuotes Quotes) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => Id.Value;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => RecommendationId;

    /// <inheritdoc/>
    public object? After => new { Number, Snapshot = From.Value, Quotes.Conditions, Quotes.Reasons };
}

/// <summary>A report became everyone's to read who may see the answers.</summary>
public sealed record ReportPublished(ReportId Id, RecommendationId RecommendationId) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => Id.Value;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => RecommendationId;

    /// <inheritdoc/>
    public object? After => new { IsPublished = true };
}

/// <summary>A report was taken back to SKR alone.</summary>
public sealed record ReportRecalled(ReportId Id, RecommendationId RecommendationId, string Why) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => Id.Value;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => RecommendationId;

    /// <inheritdoc/>
    public string? Reason => Why;

    /// <inheritdoc/>
    public object? Before => new { IsPublished = true };
}
