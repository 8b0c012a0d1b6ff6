namespace Kunskapsstyrning.Domain.Recommendations;

// From draft to its last year.
public sealed partial class Recommendation
{
    private readonly List<GoAheadDecision> _goAheadDecisions = [];

    /// <summary>When it was sent, and with that fixed; null while it is a draft.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>True until it is sent: SKR alone sees it, and everything in it can be changed.</summary>
    public bool IsDraft => SentAt is null;

    /// <summary>What SKR has decided of whether it goes ahead, in order.</summary>
    public IReadOnlyList<GoAheadDecision> GoAheadDecisions => _goAheadDecisions;

    /// <summary>Whether it went ahead as far as was decided on a day; null where nothing was.</summary>
    public bool? GoesAheadOn(DateOnly day) => _goAheadDecisions.Where(d => d.On <= day).MaxBy(d => d.Number)?.GoesAhead;

    /// <summary>True when it was decided, by the day, that it does not go ahead, in the year or before: nobody pays for the year.</summary>
    public bool IsCalledOffIn(int year, DateOnly day) => _goAheadDecisions.Where(d => d.On <= day).MaxBy(d => d.Number) is { GoesAhead: false } decided && decided.On.Year <= year;

    /// <summary>
    /// True when those who share a last day are still asked for an answer on a day. All are until it is decided whether it goes ahead; when it does, those who
    /// have a longer time of their own, or a later window, that had not passed by then. When it does not, nobody is.
    /// </summary>
    public bool StillAsks(DateOnly deadline, DateOnly day) =>
        _goAheadDecisions.MaxBy(d => d.Number) is not { } decided || day < decided.On || (decided.GoesAhead && deadline > ResponseDeadline && deadline >= decided.On);

    /// <summary>True while an answer is waited for within a last day: until it is decided that it does not go ahead, and after it is decided that it does only while a longer time or a later window is open.</summary>
    public bool IsWaitedFor(DateOnly? deadline, DateOnly today) =>
        CanBeAnsweredOn(today) && (GoesAheadOn(today) is null || (deadline is { } last && last >= today && StillAsks(last, today)));

    /// <summary>True while an answer of a municipality is waited for, within its own last day or a later window's.</summary>
    public bool IsWaitedFor(MunicipalityCode municipality, DateOnly today) => LastDaysOf(municipality).Any(last => IsWaitedFor(last, today));

    /// <summary>The last day within which an answer of a municipality is waited for, inclusive: its own, and when it is asked no longer within that, a later window's. Its own where it is not waited for; null when none is known.</summary>
    public DateOnly? WaitedForUntil(MunicipalityCode municipality, DateOnly today) => LastDaysOf(municipality).FirstOrDefault(last => IsWaitedFor(last, today), DeadlineFor(municipality));

    private IEnumerable<DateOnly?> LastDaysOf(MunicipalityCode municipality)
    {
        var own = DeadlineFor(municipality);
        return _rounds.Where(r => r.Number > 1 && own < r.Deadline).Select(r => (DateOnly?)r.Deadline).Order().Prepend(own);
    }

    /// <summary>True while an answer is waited for within any of its last days, or within the longer time of a municipality.</summary>
    public bool IsWaitedFor(DateOnly today) => Rounds.Count == 0
        ? IsWaitedFor(null, today)
        : Rounds.Select(r => r.Deadline).Concat(Deadlines.Select(d => d.Through)).Any(last => IsWaitedFor(last, today));

    /// <summary>Where in its life it is on a day.</summary>
    public LifeStep StepOn(DateOnly day)
    {
        if (IsDraft) return LifeStep.Draft;
        if (day < AskedOn) return LifeStep.Sent;
        if (GoesAheadOn(day) is false) return LifeStep.CalledOff;
        if (day.Year > PayingYearsOn(day).Last) return LifeStep.Ended;
        if (GoesAheadOn(day) is null && !(ResponseDeadline < day)) return LifeStep.Open;
        if (day.Year >= FundingYears.First) return LifeStep.InForce;
        return GoesAheadOn(day) is true ? LifeStep.GoesAhead : LifeStep.Answered;
    }

    /// <summary>What a draft still needs before it can be sent; nothing when it can.</summary>
    public IEnumerable<Refusal> MissingBeforeSending(DateOnly today)
    {
        if (BoardDecision.On > today) yield return RecommendationRefusals.BoardHasNotMet;
        if (_points.Count == 0) yield return RecommendationRefusals.NoPoints;
        if (_periods.Count == 0) yield return RecommendationRefusals.NoPeriod;
        if (Letter is null) yield return RecommendationRefusals.NoLetterDay;
        if (string.IsNullOrWhiteSpace(Letter?.AnswerTo)) yield return RecommendationRefusals.NoAnswerAddress;
        if (Letter?.SentOn < BoardDecision.On) yield return RecommendationRefusals.LetterBeforeTheBoard;
        if (ResponseDeadline < AskedOn) yield return RecommendationRefusals.DeadlineBeforeTheLetter;
    }

    /// <summary>Sends it: from now on it is fixed, and what is wrong in it is corrected with a reason.</summary>
    public Result Send(Publicity publicity, DateOnly today, DateTimeOffset now)
    {
        if (!IsDraft) return RecommendationRefusals.AlreadySent;
        if (MissingBeforeSending(today).FirstOrDefault() is { } missing) return missing;

        (SentAt, Publicity) = (now, publicity);
        Record(new RecommendationSent(Id, Slug, publicity));
        return Result.Done;
    }

    /// <summary>Why a decision whether it goes ahead cannot be noted; null when it can.</summary>
    public Refusal? RefusalOfDeciding(DateOnly on, string reason, DateOnly today)
    {
        if (IsDraft) return RecommendationRefusals.NotSentYet;
        if (on > today) return RecommendationRefusals.DecidedInTheFuture;
        if (on < BoardDecision.On) return RecommendationRefusals.DecidedBeforeTheBoard;
        return string.IsNullOrWhiteSpace(reason) ? RecommendationRefusals.DecisionNeedsReason : null;
    }

    /// <summary>Notes that SKR has decided that it goes ahead, or that it does not. It is not open for answers any more, though late ones are answers.</summary>
    public Result Decide(bool goesAhead, DateOnly on, string reason, PersonId by, DateOnly today)
    {
        if (RefusalOfDeciding(on, reason, today) is { } refusal) return refusal;
        if (_goAheadDecisions.MaxBy(d => d.Number) is { } last && (last.On, last.GoesAhead, last.Reason) == (on, goesAhead, reason)) return Result.Done;

        _goAheadDecisions.Add(new GoAheadDecision(Id, _goAheadDecisions.Count + 1, on, goesAhead, reason, by));
        Record(new GoAheadDecided(Id, goesAhead, on, reason));
        return Result.Done;
    }
}

/// <summary>A recommendation was sent to the municipalities and is fixed.</summary>
public sealed record RecommendationSent(RecommendationId RecommendationId, string Slug, Publicity Publicity) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => RecommendationId.Value;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => RecommendationId;

    /// <inheritdoc/>
    public object? After => new { Slug, Publicity };
}
