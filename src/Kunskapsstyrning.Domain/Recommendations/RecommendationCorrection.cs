namespace Kunskapsstyrning.Domain.Recommendations;

/// <summary>Who got what was printed wrong.</summary>
public enum WrongTextReached
{
    /// <summary>The sources do not say.</summary>
    NotKnown,
    /// <summary>Everyone who was asked.</summary>
    Everyone,
    /// <summary>Some municipalities.</summary>
    Some,
}

/// <summary>A correction as it is made.</summary>
/// <param name="Fact">What was printed and what holds.</param>
/// <param name="Wrong">What was printed, as it is to be read.</param>
/// <param name="Right">What holds, as it is to be read.</param>
/// <param name="MadeKnownOn">The day it was made known.</param>
/// <param name="Reason">Why it was wrong.</param>
/// <param name="Source">The document that says what holds.</param>
/// <param name="Reached">Who got the wrong text.</param>
/// <param name="Municipalities">Which municipalities got it; none where everyone did.</param>
public sealed record Correction(
    CorrectedFact Fact, string Wrong, string Right, DateOnly MadeKnownOn, string Reason, string Source, WrongTextReached Reached, IReadOnlyList<MunicipalityCode> Municipalities);

/// <summary>What was wrong in what was sent out, and what holds instead, from the start.</summary>
public sealed class RecommendationCorrection
{
    private readonly List<CorrectionRecipient> _recipients = [];

    private RecommendationCorrection() { }

    internal RecommendationCorrection(RecommendationId recommendation, int number, DateOnly on, string wrong, string right, string reason, string source) =>
        (RecommendationId, Number, On, Wrong, Right, Reason, Source) = (recommendation, number, on, wrong, right, reason, source);

    internal RecommendationCorrection(RecommendationId recommendation, int number, Correction made)
        : this(recommendation, number, made.MadeKnownOn, made.Wrong, made.Right, made.Reason, made.Source)
    {
        (Part, Reached) = (made.Fact.Part, made.Reached);
        _recipients.AddRange(made.Municipalities.Distinct().Select(m => new CorrectionRecipient(recommendation, number, m)));
    }

    /// <summary>The recommendation.</summary>
    public RecommendationId RecommendationId { get; private set; }

    /// <summary>Its place, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Which part was wrong.</summary>
    public CorrectedPart Part { get; private set; }

    /// <summary>The day it was made known.</summary>
    public DateOnly On { get; private set; }

    /// <summary>What was printed.</summary>
    public string Wrong { get; private set; } = "";

    /// <summary>What holds.</summary>
    public string Right { get; private set; } = "";

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Where it is said.</summary>
    public string Source { get; private set; } = "";

    /// <summary>Who got the wrong text.</summary>
    public WrongTextReached Reached { get; private set; }

    /// <summary>The municipalities that got it; none where everyone did or nobody knows.</summary>
    public IReadOnlyList<CorrectionRecipient> Recipients => _recipients;
}

/// <summary>A municipality that got what was printed wrong.</summary>
public sealed class CorrectionRecipient
{
    private CorrectionRecipient() { }

    internal CorrectionRecipient(RecommendationId recommendation, int number, MunicipalityCode municipality) =>
        (RecommendationId, Number, MunicipalityCode) = (recommendation, number, municipality);

    /// <summary>The recommendation.</summary>
    public RecommendationId RecommendationId { get; private set; }

    /// <summary>The place of the correction, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Which municipality.</summary>
    public MunicipalityCode MunicipalityCode { get; private set; }
}

/// <summary>The sentences with which a correction of a recommendation is refused.</summary>
public static class CorrectionRefusals
{
    /// <summary>What is said to be wrong has never stood there.</summary>
    public static readonly Refusal NeverPrinted = new("correction-of-what-was-never-printed", "Det har aldrig stått så i rekommendationen. Skriv det som stod, ord för ord.", "stod");

    /// <summary>What is said to hold is what stands.</summary>
    public static readonly Refusal NothingChanged = new("correction-changes-nothing", "Inget ändras: det som ska gälla står redan.", "galler");

    /// <summary>What holds is not said.</summary>
    public static readonly Refusal WhatHoldsIsMissing = new("correction-needs-what-holds", "Skriv vad som gäller i stället.", "galler");

    /// <summary>No reason.</summary>
    public static readonly Refusal NeedsReason = new("correction-needs-reason", "Skriv varför det blev fel. Skälet syns för alla som ser rekommendationen.", "skal");

    /// <summary>No document.</summary>
    public static readonly Refusal NeedsSource = new("correction-needs-source", "Skriv vilken handling som säger vad som gäller.", "kalla");

    /// <summary>Nobody is said to have got it.</summary>
    public static readonly Refusal NeedsRecipients = new("correction-needs-recipients", "Ange vilka som fick den felaktiga uppgiften.", "fick");

    /// <summary>Made known on a day that has not come.</summary>
    public static readonly Refusal InTheFuture = new("correction-in-the-future", "Dagen då rättelsen blev känd har inte varit än.", "dag");

    /// <summary>Made known before there was anything to correct.</summary>
    public static readonly Refusal BeforeTheDecision = new("correction-before-the-decision", "Rättelsen kan inte ha blivit känd före styrelsens beslut.", "dag");

    /// <summary>The years would belong to two periods, or to an extension as well.</summary>
    public static readonly Refusal YearsOverlap = new("correction-years-overlap", "De åren hör redan till en annan period eller till en beslutad förlängning.", "galler");

    /// <summary>The last year before the first.</summary>
    public static readonly Refusal YearsBackwards = new("correction-years-backwards", "Sista året ligger före det första.", "galler");

    /// <summary>Fees are frozen for the period.</summary>
    public static readonly Refusal YearsAreFrozen = new("correction-years-frozen", "Avgifterna för perioden är fastställda, och kan vara fakturerade. Då kan åren inte rättas; ett senare sista år är en förlängning.", "galler");

    /// <summary>A deadline before the question.</summary>
    public static readonly Refusal DeadlineBeforeTheQuestion = new("correction-deadline-before-the-question", "Sista svarsdagen kan inte ligga före dagen då frågan ställdes.", "galler");

    /// <summary>Rounds that would not come in order.</summary>
    public static readonly Refusal RoundsOutOfOrder = new("correction-rounds-out-of-order", "Svarsomgångarna måste komma i ordning: sista svarsdag först, senare omgångar efter den.", "galler");

    /// <summary>A cost below one krona.</summary>
    public static readonly Refusal CostTooLow = new("correction-cost-too-low", "Kostnaden måste vara större än noll.", "galler");
}

/// <summary>A statement in a recommendation was put right.</summary>
/// <param name="RecommendationId">The recommendation.</param>
/// <param name="Part">Which part.</param>
/// <param name="Why">Why it was wrong.</param>
/// <param name="Stood">What stood.</param>
/// <param name="Holds">What holds.</param>
public sealed record RecommendationCorrected(RecommendationId RecommendationId, CorrectedPart Part, string Why, object? Stood, object? Holds) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => RecommendationId.Value;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => RecommendationId;

    /// <inheritdoc/>
    public string? Reason => Why;

    /// <inheritdoc/>
    public object? Before => new { Part, Value = Stood };

    /// <inheritdoc/>
    public object? After => new { Part, Value = Holds };
}
