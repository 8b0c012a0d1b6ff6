using Kunskapsstyrning.Domain.Fees;

namespace Kunskapsstyrning.Domain.Recommendations;

/// <summary>Identifies a funding period.</summary>
public readonly record struct FundingPeriodId(Guid Value);

/// <summary>Identifies an extension.</summary>
public readonly record struct ExtensionId(Guid Value);

/// <summary>One of the board's points, an att-sats, quoted.</summary>
public sealed class BoardPoint
{
    private BoardPoint() { }

    internal BoardPoint(RecommendationId recommendation, int number, string text) => (RecommendationId, Number, Text) = (recommendation, number, text);

    /// <summary>The recommendation.</summary>
    public RecommendationId RecommendationId { get; private set; }

    /// <summary>Its place, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The text, quoted.</summary>
    public string Text { get; private set; } = "";
}

/// <summary>A time to answer: number 1 is the deadline, later ones are windows for late joiners.</summary>
public sealed class Round
{
    private Round() { }

    internal Round(RecommendationId recommendation, int number, DateOnly deadline, string words, string source) =>
        (RecommendationId, Number, Deadline, Words, Source) = (recommendation, number, deadline, words, source);

    /// <summary>The recommendation.</summary>
    public RecommendationId RecommendationId { get; private set; }

    /// <summary>Its place, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The last day, inclusive.</summary>
    public DateOnly Deadline { get; private set; }

    /// <summary>What the round is, in Swedish.</summary>
    public string Words { get; private set; } = "";

    /// <summary>Where it is said.</summary>
    public string Source { get; private set; } = "";
}

/// <summary>A longer time to answer for one municipality.</summary>
public sealed class DeadlineExtension
{
    private DeadlineExtension() { }

    internal DeadlineExtension(RecommendationId recommendation, MunicipalityCode municipality, DateOnly through, string reason) =>
        (RecommendationId, MunicipalityCode, Through, Reason) = (recommendation, municipality, through, reason);

    /// <summary>The recommendation.</summary>
    public RecommendationId RecommendationId { get; private set; }

    /// <summary>Whose time.</summary>
    public MunicipalityCode MunicipalityCode { get; private set; }

    /// <summary>The last day, inclusive.</summary>
    public DateOnly Through { get; private set; }

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = "";
}

/// <summary>Years with one set of fee terms.</summary>
public sealed class FundingPeriod
{
    private FundingPeriod() { }

    internal FundingPeriod(FundingPeriodId id, RecommendationId recommendation, YearSpan years, FeeTerms terms) =>
        (Id, RecommendationId, Years, Terms) = (id, recommendation, years, terms);

    /// <summary>Identity.</summary>
    public FundingPeriodId Id { get; private set; }

    /// <summary>The recommendation.</summary>
    public RecommendationId RecommendationId { get; private set; }

    /// <summary>The years, both ends included.</summary>
    public YearSpan Years { get; private set; } = null!;

    /// <summary>The terms that give the fees.</summary>
    public FeeTerms Terms { get; private set; } = null!;
}

/// <summary>Whether an extension is only proposed to the board, or decided.</summary>
public enum ExtensionState
{
    /// <summary>Proposed; it gives no years to pay for.</summary>
    Proposed,
    /// <summary>Decided by the board.</summary>
    Decided,
}

/// <summary>What an extension asks of those who adopted.</summary>
public enum ExtensionMode
{
    /// <summary>It rolls forward for adopters.</summary>
    RollsForward,
    /// <summary>It asks everyone anew.</summary>
    AsksAnew,
}

/// <summary>The same terms and adopters, a later last year.</summary>
public sealed class Extension
{
    private Extension() { }

    internal Extension(ExtensionId id, RecommendationId recommendation, int lastYear, ExtensionState state, ExtensionMode mode, DateOnly? boardDecidedOn, string source) =>
        (Id, RecommendationId, LastYear, State, Mode, BoardDecidedOn, Source) = (id, recommendation, lastYear, state, mode, boardDecidedOn, source);

    /// <summary>Identity.</summary>
    public ExtensionId Id { get; private set; }

    /// <summary>The recommendation.</summary>
    public RecommendationId RecommendationId { get; private set; }

    /// <summary>The new last year, inclusive.</summary>
    public int LastYear { get; private set; }

    /// <summary>Proposed or decided.</summary>
    public ExtensionState State { get; private set; }

    /// <summary>What it asks of those who adopted.</summary>
    public ExtensionMode Mode { get; private set; }

    /// <summary>The day the board decided; null while proposed.</summary>
    public DateOnly? BoardDecidedOn { get; private set; }

    /// <summary>Where it is said.</summary>
    public string Source { get; private set; } = "";
}

/// <summary>What was wrong in what was sent out, and what holds instead, from the start.</summary>
public sealed class RecommendationCorrection
{
    private RecommendationCorrection() { }

    internal RecommendationCorrection(RecommendationId recommendation, int number, DateOnly on, string wrong, string right, string reason, string source) =>
        (RecommendationId, Number, On, Wrong, Right, Reason, Source) = (recommendation, number, on, wrong, right, reason, source);

    /// <summary>The recommendation.</summary>
    public RecommendationId RecommendationId { get; private set; }

    /// <summary>Its place, from 1.</summary>
    public int Number { get; private set; }

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
}

/// <summary>A day in the process.</summary>
public sealed class TimetableEntry
{
    private TimetableEntry() { }

    internal TimetableEntry(RecommendationId recommendation, int number, DateOnly day, string what, string source) =>
        (RecommendationId, Number, Day, What, Source) = (recommendation, number, day, what, source);

    /// <summary>The recommendation.</summary>
    public RecommendationId RecommendationId { get; private set; }

    /// <summary>Its place, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The day.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>What happens, in Swedish.</summary>
    public string What { get; private set; } = "";

    /// <summary>Where it is said.</summary>
    public string Source { get; private set; } = "";
}

/// <summary>The sentences with which a change of a recommendation is refused.</summary>
public static class RecommendationRefusals
{
    /// <summary>An extension that extends nothing.</summary>
    public static readonly Refusal ExtensionMustMoveTheLastYear = new("extension-moves-nothing", "Förlängningen måste ge ett senare sista år än det som redan gäller.");

    /// <summary>A decided extension without the day of the decision.</summary>
    public static readonly Refusal DecidedExtensionNeedsItsDay = new("extension-needs-its-day", "En beslutad förlängning behöver dagen för styrelsens beslut.");

    /// <summary>A correction without its reason.</summary>
    public static readonly Refusal CorrectionNeedsReason = new("correction-needs-reason", "Skriv varför det ändras. Skälet syns i historiken.");

    /// <summary>A longer deadline that is not longer.</summary>
    public static readonly Refusal DeadlineMustBeLater = new("deadline-must-be-later", "Den nya sista svarsdagen måste ligga efter den som gäller för alla.");
}

/// <summary>A recommendation was extended, or an extension was proposed.</summary>
public sealed record RecommendationExtended(RecommendationId RecommendationId, int LastYear, ExtensionState State) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => RecommendationId.Value;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => RecommendationId;

    /// <inheritdoc/>
    public object? After => new { LastYear, State };
}

/// <summary>A statement in a recommendation was put right.</summary>
public sealed record RecommendationCorrected(RecommendationId RecommendationId, string Reason, string Wrong, string Right) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => RecommendationId.Value;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => RecommendationId;

    /// <inheritdoc/>
    public object? Before => Wrong;

    /// <inheritdoc/>
    public object? After => Right;
}

/// <summary>One municipality got a longer time to answer.</summary>
public sealed record DeadlineExtended(RecommendationId RecommendationId, MunicipalityCode MunicipalityCode, DateOnly Through, string Reason) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => RecommendationId.Value;

    /// <inheritdoc/>
    public MunicipalityCode? Municipality => MunicipalityCode;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => RecommendationId;

    /// <inheritdoc/>
    public object? After => Through;
}

/// <summary>It was stated when enough have joined.</summary>
public sealed record ThresholdStated(RecommendationId RecommendationId, Threshold? Was, Threshold Is) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => RecommendationId.Value;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => RecommendationId;

    /// <inheritdoc/>
    public object? Before => Was;

    /// <inheritdoc/>
    public object? After => Is;
}

/// <summary>SKR decided who may see a recommendation without signing in.</summary>
public sealed record PublicityChanged(RecommendationId RecommendationId, Publicity Was, Publicity Is) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => RecommendationId.Value;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => RecommendationId;

    /// <inheritdoc/>
    public object? Before => Was;

    /// <inheritdoc/>
    public object? After => Is;
}
