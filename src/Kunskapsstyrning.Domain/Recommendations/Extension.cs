namespace Kunskapsstyrning.Domain.Recommendations;

/// <summary>Identifies an extension.</summary>
public readonly record struct ExtensionId(Guid Value);

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

    internal Extension(ExtensionId id, RecommendationId recommendation, int lastYear, ExtensionState state, ExtensionMode mode, DateOnly? boardDecidedOn, string source, ExtensionId? decides = null) =>
        (Id, RecommendationId, LastYear, State, Mode, BoardDecidedOn, Source, Decides) = (id, recommendation, lastYear, state, mode, boardDecidedOn, source, decides);

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

    /// <summary>The proposal that it decided; null for a proposal, and where nothing was proposed before.</summary>
    public ExtensionId? Decides { get; private set; }

    /// <summary>That the proposal was recalled; null while it stands.</summary>
    public ExtensionRecall? Recall { get; private set; }

    /// <summary>True for a proposal that nobody has recalled.</summary>
    public bool IsProposed => State is ExtensionState.Proposed && Recall is null;

    /// <summary>True when it says the same.</summary>
    internal bool Says(int lastYear, ExtensionState state, ExtensionMode mode, DateOnly? boardDecidedOn, string source) =>
        (LastYear, State, Mode, BoardDecidedOn, Source) == (lastYear, state, mode, boardDecidedOn, source);

    internal void Withdraw(DateOnly on, string reason) => Recall = new ExtensionRecall(Id, on, reason);
}

/// <summary>A proposed extension was recalled before anything was decided.</summary>
public sealed class ExtensionRecall
{
    private ExtensionRecall() { }

    internal ExtensionRecall(ExtensionId extension, DateOnly on, string reason) => (ExtensionId, On, Reason) = (extension, on, reason);

    /// <summary>The proposal.</summary>
    public ExtensionId ExtensionId { get; private set; }

    /// <summary>The day it was recalled.</summary>
    public DateOnly On { get; private set; }

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = "";
}

/// <summary>The sentences with which an extension is refused.</summary>
public static class ExtensionRefusals
{
    /// <summary>An extension that extends nothing.</summary>
    public static readonly Refusal MustMoveTheLastYear = new("extension-moves-nothing", "Förlängningen måste ge ett senare sista år än det som redan gäller.", "sista");

    /// <summary>An extension that nobody can have meant.</summary>
    public static readonly Refusal TooManyYears = new("extension-too-many-years", "Förlängningen ger mer än tio år till. Kontrollera det sista året.", "sista");

    /// <summary>A decided extension without the day of the decision.</summary>
    public static readonly Refusal NeedsItsDay = new("extension-needs-its-day", "En beslutad förlängning behöver dagen för styrelsens beslut.", "beslutad");

    /// <summary>Decided on a day that has not come.</summary>
    public static readonly Refusal InTheFuture = new("extension-in-the-future", "Dagen för styrelsens beslut har inte varit än.", "beslutad");

    /// <summary>Decided before there was anything to extend.</summary>
    public static readonly Refusal BeforeTheRecommendation = new("extension-before-the-recommendation", "Dagen ligger före det beslut som ska förlängas.", "beslutad");

    /// <summary>What has ended cannot be extended.</summary>
    public static readonly Refusal HasEnded = new("extension-of-what-has-ended", "Rekommendationens sista år var slut den dagen, så den kan inte förlängas. Gör en förnyad rekommendation i stället.", "beslutad");

    /// <summary>No source.</summary>
    public static readonly Refusal NeedsSource = new("extension-needs-source", "Skriv vilken handling det står i.", "kalla");

    /// <summary>The same is proposed already.</summary>
    public static readonly Refusal IsProposedAlready = new("extension-proposed-already", "Samma förlängning är redan föreslagen.", "sista");

    /// <summary>The form gave another extension before.</summary>
    public static readonly Refusal FormIsUsed = new("extension-form-is-used", "Formuläret är redan sparat, och det står något annat i det nu. Öppna sidan på nytt.");

    /// <summary>No proposal to recall.</summary>
    public static readonly Refusal NothingToRecall = new("extension-nothing-to-recall", "Förslaget är redan beslutat eller återkallat.");

    /// <summary>A reason that nobody reads.</summary>
    public static readonly Refusal RecallReasonTooLong = new("extension-recall-reason-too-long", "Skriv skälet med högst 1\u00A0000 tecken.", "skal");

    /// <summary>A recall without its reason.</summary>
    public static readonly Refusal RecallNeedsReason = new("extension-recall-needs-reason", "Skriv varför förslaget återkallas.", "skal");
}

/// <summary>A recommendation was extended, or an extension was proposed.</summary>
/// <param name="RecommendationId">The recommendation.</param>
/// <param name="Was">The last year before.</param>
/// <param name="Extension">The extension.</param>
public sealed record RecommendationExtended(RecommendationId RecommendationId, int Was, Extension Extension) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => RecommendationId.Value;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => RecommendationId;

    /// <inheritdoc/>
    public object? Before => new { LastYear = Was };

    /// <inheritdoc/>
    public object? After => new { Extension.LastYear, Extension.State, Extension.Mode, Extension.BoardDecidedOn };
}

/// <summary>A proposed extension was recalled.</summary>
/// <param name="RecommendationId">The recommendation.</param>
/// <param name="LastYear">The last year that was proposed.</param>
/// <param name="Why">Why.</param>
public sealed record ExtensionRecalled(RecommendationId RecommendationId, int LastYear, string Why) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => RecommendationId.Value;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => RecommendationId;

    /// <inheritdoc/>
    public string? Reason => Why;

    /// <inheritdoc/>
    public object? Before => new { LastYear };
}
