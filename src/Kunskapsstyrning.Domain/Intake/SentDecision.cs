using System.Globalization;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Messages;

namespace Kunskapsstyrning.Domain.Intake;

/// <summary>What a municipality states of a decision that it sends. Stands beside what is read in the document, and counts for nothing until a person at SKR has registered it.</summary>
/// <param name="Outcome">What was decided or proposed.</param>
/// <param name="Stage">Proposal or final.</param>
/// <param name="Body">The body, as the municipality calls it.</param>
/// <param name="DecidedOn">The meeting; null when a proposal has none.</param>
/// <param name="Paragraph">The paragraph as written; null when not stated.</param>
/// <param name="CaseNumber">The municipality's own case number as written; null when not stated.</param>
public sealed record StatedDecision(Outcome Outcome, Stage Stage, string Body, DateOnly? DecidedOn, string? Paragraph, string? CaseNumber)
{
    /// <summary>The first rule that it breaks, as if it were registered today; null when it breaks none.</summary>
    public Refusal? RefusalOn(DateOnly today, Asked asked) =>
        DecisionRefusals.Of(new DecisionContent { Outcome = Outcome, Stage = Stage, Body = Body, DecidedOn = DecidedOn, ArrivedOn = today }, asked, today);
}

/// <summary>A decision that somebody in a municipality sent on its own page, with what was stated. Never changed, and never registered by itself.</summary>
public sealed class SentDecision : Aggregate
{
    private SentDecision() { }

    /// <summary>A decision that was just sent.</summary>
    /// <param name="item">The item of the inbox that it became.</param>
    /// <param name="reference">What the municipality can name it by.</param>
    /// <param name="municipality">Whose decision.</param>
    /// <param name="recommendation">What it answers.</param>
    /// <param name="stated">What was stated.</param>
    /// <param name="sent">Who sent it, and when.</param>
    public SentDecision(ArrivedItemId item, ReceiptReference reference, MunicipalityCode municipality, RecommendationId recommendation, StatedDecision stated, Recorded sent)
    {
        (ItemId, Reference, MunicipalityCode, RecommendationId, Stated) = (item, reference, municipality, recommendation, stated);
        (SentBy, SentAt) = (sent.By, sent.At);
        Record(new DecisionSent(item, reference, municipality, recommendation, stated));
    }

    /// <summary>The item of the inbox that it became.</summary>
    public ArrivedItemId ItemId { get; private set; }

    /// <summary>What the municipality can name it by.</summary>
    public ReceiptReference Reference { get; private set; } = null!;

    /// <summary>Whose decision.</summary>
    public MunicipalityCode MunicipalityCode { get; private set; }

    /// <summary>What it answers.</summary>
    public RecommendationId RecommendationId { get; private set; }

    /// <summary>What was stated.</summary>
    public StatedDecision Stated { get; private set; } = null!;

    /// <summary>Who sent it.</summary>
    public PersonId SentBy { get; private set; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset SentAt { get; private set; }
}

/// <summary>A municipality sent a decision on its own page.</summary>
public sealed record DecisionSent(ArrivedItemId Item, ReceiptReference Reference, MunicipalityCode MunicipalityCode, RecommendationId RecommendationId, StatedDecision Stated) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => Item.Value;

    /// <inheritdoc/>
    public MunicipalityCode? Municipality => MunicipalityCode;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => RecommendationId;

    /// <inheritdoc/>
    public object? After => new { Reference = Reference.Text, Stated };
}

/// <summary>The sentences with which sending a decision is refused.</summary>
public static class SendingRefusals
{
    /// <summary>Nothing to send.</summary>
    public static readonly Refusal NoDraft = new("no-draft", "Svaret finns inte kvar. Ett påbörjat svar sparas i en vecka. Fyll i det på nytt.");

    /// <summary>A municipality that is no more on the day of the decision.</summary>
    public static Refusal MunicipalityEnded(DateOnly last) =>
        new("municipality-ended", $"Kommunen upphörde {last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}. Beslut efter den dagen skickas av den kommun som tog över.", "sammantradesdag");

    /// <summary>No document.</summary>
    public static readonly Refusal NeedsDocument = new("needs-document", "Välj protokollsutdraget.", "handling");

    /// <summary>A message instead of the document in it.</summary>
    public static readonly Refusal NoMessages = new("no-messages", "Skicka protokollsutdraget som en egen fil, inte inuti ett e-postmeddelande.", "handling");

    /// <summary>Something that is typed is missing or wrong.</summary>
    public static readonly Refusal NotComplete = new("not-complete", "Någon uppgift saknas eller är fel. Gå tillbaka och rätta den.");

    /// <summary>The same form once more.</summary>
    public static readonly Refusal SentAlready = new("sent-already", "Det här svaret är redan skickat. Öppna sidan på nytt om ni vill skicka ett till.");

    /// <summary>Another answer would be replaced.</summary>
    public static readonly Refusal AnotherBegun = new("another-begun", "Svaret är inte sparat: ni har redan ett påbörjat svar på en annan rekommendation. Skicka eller kasta det först. Det finns på er sida.");

    /// <summary>Not a question that can be answered.</summary>
    public static readonly Refusal NotOpen = new("not-open", "Rekommendationen går inte att svara på. Välj en annan.", "rekommendation");
}
