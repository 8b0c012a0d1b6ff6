namespace Kunskapsstyrning.Domain.Decisions;

/// <summary>What a body decided, or proposes that another decides.</summary>
public enum Outcome
{
    /// <summary>Antar.</summary>
    Adopts = 1,
    /// <summary>Antar med förbehåll; the conditions are in words.</summary>
    AdoptsWithReservation,
    /// <summary>Avstår.</summary>
    Declines,
    /// <summary>Utträder: a participant leaves from a stated year.</summary>
    Leaves,
    /// <summary>Bordlägger.</summary>
    Tabled,
    /// <summary>Återremitterar.</summary>
    Remitted,
}

/// <summary>Whether the act is the municipality's last word.</summary>
public enum Stage
{
    /// <summary>Somebody proposes; another body is to decide.</summary>
    Proposal = 1,
    /// <summary>The decision itself. Only this counts.</summary>
    Final,
}

/// <summary>The kind of body that acted. Which one may decide is the municipality's own affair.</summary>
public enum BodyKind
{
    /// <summary>Not told, or not one of the others.</summary>
    Other,
    /// <summary>Kommunfullmäktige.</summary>
    Council,
    /// <summary>Kommunstyrelsen.</summary>
    Executive,
    /// <summary>A board, as socialnämnden.</summary>
    Board,
    /// <summary>A committee of a board or of the executive, utskott.</summary>
    Committee,
    /// <summary>An official or a politician by delegation.</summary>
    Delegate,
    /// <summary>One body that decides for several municipalities, gemensam nämnd.</summary>
    JointBoard,
}

/// <summary>Why a municipality declines, for counting. The words are kept beside it.</summary>
public enum DecliningReason
{
    /// <summary>The cost, or that it should be within the membership fee.</summary>
    Cost = 1,
    /// <summary>The state should pay.</summary>
    StateShouldPay,
    /// <summary>Already organised in another way.</summary>
    OtherArrangement,
    /// <summary>Sees no need.</summary>
    NoNeed,
    /// <summary>Wants to wait.</summary>
    Later,
    /// <summary>Anything else; the words say.</summary>
    Other,
}

/// <summary>What counts in a decision: its act, who, when, and from which year it costs.</summary>
public sealed record DecisionContent
{
    /// <summary>What was decided or proposed.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Proposal or final.</summary>
    public required Stage Stage { get; init; }

    /// <summary>The kind of body, as read from its name.</summary>
    public BodyKind BodyKind => DecidingBody.KindOf(Body);

    /// <summary>The body as the document writes it, "Socialnämndens arbetsutskott"; null when it is not told.</summary>
    public string? Body { get; init; }

    /// <summary>The meeting, which is the decision's day. Required when final, often missing in a proposal.</summary>
    public DateOnly? DecidedOn { get; init; }

    /// <summary>The day it came to SKR.</summary>
    public required DateOnly ArrivedOn { get; init; }

    /// <summary>The first year the municipality pays, when the decision states one.</summary>
    public int? FirstPayingYear { get; init; }

    /// <summary>The first year without fee, when the municipality leaves and says from when.</summary>
    public int? LeavesFrom { get; init; }

    /// <summary>True when the status can rest on it: final, and neither tabled nor remitted.</summary>
    public bool IsAnswer => Stage is Stage.Final && Outcome is not (Outcome.Tabled or Outcome.Remitted);

    /// <summary>The day a basis looks at: arrival, or the meeting where it is known.</summary>
    public DateOnly DayBy(Basis basis) => basis is Basis.Held ? DecidedOn ?? ArrivedOn : ArrivedOn;
}

/// <summary>What the municipality and its document say besides what counts. Walled: SKR and the municipality see it.</summary>
public sealed record DecisionDetails
{
    /// <summary>Nothing told.</summary>
    public static DecisionDetails None { get; } = new();

    /// <summary>The paragraph as written, "§ 67", "§ 125/2019".</summary>
    public string? Paragraph { get; init; }

    /// <summary>The municipality's own case number as written, "SN16/103".</summary>
    public string? CaseNumber { get; init; }

    /// <summary>The conditions, in the municipality's words.</summary>
    public string? Conditions { get; init; }

    /// <summary>The reason for declining, for counting.</summary>
    public DecliningReason? Reason { get; init; }

    /// <summary>The reasons, in the municipality's words.</summary>
    public string? ReasonQuote { get; init; }

    /// <summary>Who sent it, an address or a function.</summary>
    public string? Sender { get; init; }

    /// <summary>The day the minutes were approved, justering.</summary>
    public DateOnly? ApprovedOn { get; init; }

    /// <summary>The day the minutes were announced, anslag.</summary>
    public DateOnly? AnnouncedOn { get; init; }

    /// <summary>The last day of appeal as stated, inclusive.</summary>
    public DateOnly? AppealBy { get; init; }

    /// <summary>What finance at the municipality wants on the invoice.</summary>
    public string? BuyerReference { get; init; }
}

/// <summary>Reads the kind of body out of its name.</summary>
public static class DecidingBody
{
    /// <summary>The kind; <see cref="BodyKind.Other"/> when the name tells none. A committee is a committee whatever board it belongs to.</summary>
    public static BodyKind KindOf(string? name)
    {
        var text = name?.Trim().ToLowerInvariant() ?? "";
        if (text is "kf" || text.Contains("fullmäktige", StringComparison.Ordinal)) return BodyKind.Council;
        if (text is "ksau" or "sau" || text.Contains("utskott", StringComparison.Ordinal) || text.Contains("beredning", StringComparison.Ordinal)) return BodyKind.Committee;
        if (text is "ks" || text.Contains("kommunstyrelse", StringComparison.Ordinal) || text.Contains("regionstyrelse", StringComparison.Ordinal)) return BodyKind.Executive;
        if (text.Contains("gemensam", StringComparison.Ordinal)) return BodyKind.JointBoard;
        if (text.Contains("nämnd", StringComparison.Ordinal)) return BodyKind.Board;
        return text.Contains("delega", StringComparison.Ordinal) || text.Contains("chef", StringComparison.Ordinal) || text.Contains("direktör", StringComparison.Ordinal)
            ? BodyKind.Delegate
            : BodyKind.Other;
    }
}
