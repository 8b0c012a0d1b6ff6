using Kunskapsstyrning.Domain.Fees;

namespace Kunskapsstyrning.Domain.Recommendations;

// What can be done with it as long as it is a draft.
public sealed partial class Recommendation
{
    /// <summary>Goes up with every change of the draft, so that two who change it at the same time hear of each other.</summary>
    public int Revision { get; private set; }

    /// <summary>Begins a draft: what it is called, when the board meets, and its years. Its fees are not set.</summary>
    public static Recommendation Begin(RecommendationId id, NewDraft draft, FundingPeriodId period)
    {
        var begun = new Recommendation { Id = id, Slug = draft.Slug, Title = draft.Title, ShortTitle = draft.ShortTitle, BoardDecision = new BoardDecision(draft.BoardMeetsOn, null, "") };
        begun._periods.Add(new FundingPeriod(period, id, draft.Years, new FeeTerms { Kind = FeeKind.NotSet }));
        begun.Record(new DraftStarted(id, draft));
        return begun;
    }

    /// <summary>All that it says, to be changed while it is a draft.</summary>
    public DraftContent Content => new()
    {
        Title = Title, ShortTitle = ShortTitle, BoardDecision = BoardDecision, Letter = Letter, CaseNumber = CaseNumber, Contact = Contact, StatedCost = StatedCost,
        Threshold = Threshold, Predecessor = PredecessorId, AsksForReasons = AsksForReasons,
        Points = [.. _points.OrderBy(p => p.Number).Select(p => p.Text)],
        Rounds = [.. _rounds.OrderBy(r => r.Number).Select(r => new DraftedRound(r.Deadline, r.Words, r.Source))],
        Timetable = [.. _timetable.OrderBy(t => t.Number).Select(t => new DraftedDay(t.Day, t.What, t.Source))],
        Periods = [.. _periods.OrderBy(p => p.Years.First).Select(p => new DraftedYears(p.Id, p.Years))],
    };

    /// <summary>Lets the draft say something else. Saying the same again changes nothing.</summary>
    public Result Revise(DraftContent content)
    {
        if (!IsDraft) return RecommendationRefusals.AlreadySent;
        if (content.Refusals().FirstOrDefault() is { } refusal) return refusal;

        var was = Content;
        if (was.Says(content)) return Result.Done;

        (Title, ShortTitle, BoardDecision, Letter) = (content.Title, content.ShortTitle, content.BoardDecision, content.Letter);
        (CaseNumber, Contact, StatedCost, Threshold) = (content.CaseNumber, content.Contact, content.StatedCost, content.Threshold);
        (PredecessorId, AsksForReasons) = (content.Predecessor, content.AsksForReasons);
        Renew(_points, content.Points, p => p.Number, (point, text) => point.Become(text), (number, text) => new BoardPoint(Id, number, text));
        Renew(_rounds, content.Rounds, r => r.Number, (round, drafted) => round.Become(drafted), (number, drafted) => new Round(Id, number, drafted.Deadline, drafted.Words, drafted.Source));
        Renew(_timetable, content.Timetable, t => t.Number, (entry, day) => entry.Become(day), (number, day) => new TimetableEntry(Id, number, day.Day, day.What, day.Source));
        _periods.RemoveAll(p => content.Periods.All(drafted => drafted.Id != p.Id));
        foreach (var drafted in content.Periods)
        {
            if (_periods.Find(p => p.Id == drafted.Id) is { } period) period.Become(drafted.Years);
            else _periods.Add(new FundingPeriod(drafted.Id, Id, drafted.Years, new FeeTerms { Kind = FeeKind.NotSet }));
        }

        Revision++;
        Record(new DraftRevised(Id, was, content));
        return Result.Done;
    }

    /// <summary>States the terms that give the fees of a period, while it is a draft. The same again changes nothing.</summary>
    public Result State(FundingPeriodId period, FeeTerms terms)
    {
        if (!IsDraft) return RecommendationRefusals.AlreadySent;

        var funded = _periods.Single(p => p.Id == period);
        if (funded.Terms == terms) return Result.Done;

        Record(new TermsOfDraftStated(Id, funded.Years, funded.Terms, terms));
        funded.Become(terms);
        Revision++;
        return Result.Done;
    }

    /// <summary>The draft is thrown away. What it said stays in the history, and nowhere else.</summary>
    public Result ThrowAway(string reason)
    {
        if (!IsDraft) return RecommendationRefusals.AlreadySent;
        if (string.IsNullOrWhiteSpace(reason)) return RecommendationRefusals.ThrowingAwayNeedsReason;

        Record(new DraftDiscarded(Id, Slug, Content, reason));
        return Result.Done;
    }

    /// <summary>A paper was added or taken away: whoever looked before has not seen it all.</summary>
    public void AnnexesChanged() => Revision++;

    /// <summary>Keeps the places from 1 and up: those that are there say something else, those too many go, and new ones come last.</summary>
    private static void Renew<TPart, TSaid>(List<TPart> parts, IReadOnlyList<TSaid> said, Func<TPart, int> number, Action<TPart, TSaid> become, Func<int, TSaid, TPart> add)
    {
        parts.RemoveAll(p => number(p) > said.Count);
        for (var at = 1; at <= said.Count; at++)
        {
            if (parts.Find(p => number(p) == at) is { } part) become(part, said[at - 1]);
            else parts.Add(add(at, said[at - 1]));
        }
    }
}

/// <summary>What a draft begins with.</summary>
/// <param name="Title">The title in full.</param>
/// <param name="ShortTitle">The title for headings, without years.</param>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="BoardMeetsOn">The day of the board's meeting, which may lie ahead.</param>
/// <param name="Years">The first and the last year.</param>
public sealed record NewDraft(string Title, string ShortTitle, string Slug, DateOnly BoardMeetsOn, YearSpan Years)
{
    /// <summary>The longest title.</summary>
    public const int LongestTitle = 300;

    /// <summary>The longest title for headings.</summary>
    public const int LongestShortTitle = 80;

    /// <summary>The years that make sense, both ends included.</summary>
    public static YearSpan PossibleYears { get; } = new(2010, 2099);
}

/// <summary>A recommendation began to be drawn up.</summary>
public sealed record DraftStarted(RecommendationId RecommendationId, NewDraft Draft) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => RecommendationId.Value;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => RecommendationId;

    /// <inheritdoc/>
    public object? After => Draft;
}

/// <summary>A draft says something else than before.</summary>
public sealed record DraftRevised(RecommendationId RecommendationId, DraftContent Was, DraftContent Is) : IEvent
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

/// <summary>The fee terms of a period of a draft were stated.</summary>
public sealed record TermsOfDraftStated(RecommendationId RecommendationId, YearSpan Years, FeeTerms Was, FeeTerms Is) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => RecommendationId.Value;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => RecommendationId;

    /// <inheritdoc/>
    public object? Before => new { Years, Terms = Was };

    /// <inheritdoc/>
    public object? After => new { Years, Terms = Is };
}

/// <summary>A draft was thrown away, with all that it said.</summary>
public sealed record DraftDiscarded(RecommendationId RecommendationId, string Slug, DraftContent Was, string Why) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => RecommendationId.Value;

    /// <inheritdoc/>
    public RecommendationId? Recommendation => RecommendationId;

    /// <inheritdoc/>
    public string? Reason => Why;

    /// <inheritdoc/>
    public object? Before => new { Slug, Content = Was };
}
