namespace Kunskapsstyrning.Domain.Recommendations;

/// <summary>A time to answer as a draft says it.</summary>
public sealed record DraftedRound(DateOnly Deadline, string Words, string Source);

/// <summary>A day of the process as a draft says it.</summary>
public sealed record DraftedDay(DateOnly Day, string What, string Source);

/// <summary>The years of a funding period as a draft says them. The terms stand beside.</summary>
public sealed record DraftedYears(FundingPeriodId Id, YearSpan Years);

/// <summary>All that a draft says, apart from its name in addresses and the terms of its periods.</summary>
public sealed record DraftContent
{
    /// <summary>The title in full.</summary>
    public required string Title { get; init; }
    /// <summary>The title for headings, without years.</summary>
    public required string ShortTitle { get; init; }
    /// <summary>The board's decision, or the meeting that is to come.</summary>
    public required BoardDecision BoardDecision { get; init; }
    /// <summary>The letter.</summary>
    public CoverLetter? Letter { get; init; }
    /// <summary>SKR's case number.</summary>
    public string? CaseNumber { get; init; }
    /// <summary>A function to ask.</summary>
    public string? Contact { get; init; }
    /// <summary>The stated yearly cost.</summary>
    public StatedCost? StatedCost { get; init; }
    /// <summary>When enough have joined.</summary>
    public Threshold? Threshold { get; init; }
    /// <summary>The recommendation it renews.</summary>
    public RecommendationId? Predecessor { get; init; }
    /// <summary>Whether reasons are wished for.</summary>
    public bool AsksForReasons { get; init; }
    /// <summary>The points, in order.</summary>
    public IReadOnlyList<string> Points { get; init; } = [];
    /// <summary>Deadline and later windows, in order.</summary>
    public IReadOnlyList<DraftedRound> Rounds { get; init; } = [];
    /// <summary>What happens when.</summary>
    public IReadOnlyList<DraftedDay> Timetable { get; init; } = [];
    /// <summary>The funding periods.</summary>
    public IReadOnlyList<DraftedYears> Periods { get; init; } = [];

    /// <summary>Every rule that it breaks.</summary>
    public IEnumerable<Refusal> Refusals()
    {
        if (Title.Length is 0 or > NewDraft.LongestTitle) yield return RecommendationRefusals.NoTitle;
        if (ShortTitle.Length is 0 or > NewDraft.LongestShortTitle) yield return RecommendationRefusals.NoShortTitle;
        if (Periods.Count == 0) yield return RecommendationRefusals.NoPeriod;
        if (Periods.Where((p, at) => Periods.Take(at).Any(other => other.Years.Overlaps(p.Years))).Any()) yield return RecommendationRefusals.YearsOverlap;
        if (Rounds.Zip(Rounds.Skip(1)).Any(pair => pair.Second.Deadline <= pair.First.Deadline)) yield return RecommendationRefusals.RoundsOutOfOrder;
        if (Threshold is { } threshold && Threshold.RefusalOf(threshold) is { } refusal) yield return refusal;
        if (StatedCost?.Yearly <= Kronor.Zero) yield return RecommendationRefusals.NoSuchCost;
    }

    /// <summary>True when the other says the same.</summary>
    public bool Says(DraftContent other) => Bare(this) == Bare(other) && Lists(other);

    private bool Lists(DraftContent other) =>
        Points.SequenceEqual(other.Points) && Rounds.SequenceEqual(other.Rounds) && Timetable.SequenceEqual(other.Timetable) && Periods.SequenceEqual(other.Periods);

    private static DraftContent Bare(DraftContent content) => content with { Points = None, Rounds = NoRounds, Timetable = NoDays, Periods = NoYears };

    private static readonly IReadOnlyList<string> None = [];
    private static readonly IReadOnlyList<DraftedRound> NoRounds = [];
    private static readonly IReadOnlyList<DraftedDay> NoDays = [];
    private static readonly IReadOnlyList<DraftedYears> NoYears = [];
}
