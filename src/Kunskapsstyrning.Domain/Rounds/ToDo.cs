using Kunskapsstyrning.Domain.Calendar;
using Kunskapsstyrning.Domain.Decisions;

namespace Kunskapsstyrning.Domain.Rounds;

/// <summary>Why a municipality stands on somebody's list today, the most pressing first.</summary>
public enum ToDoKind
{
    /// <summary>The day on which its body was to decide has passed, a working day has come, and no answer.</summary>
    ForecastPassed = 1,
    /// <summary>Somebody planned to look again, and the day has come.</summary>
    FollowUpDue,
    /// <summary>A message did not reach it.</summary>
    NotReached,
    /// <summary>Its last day is near, or has passed, and it has not answered.</summary>
    DeadlineNear,
    /// <summary>It has sent a proposal, and no final decision.</summary>
    ProposalWithoutFinal,
}

/// <summary>What is known of a municipality in a recommendation when it is asked what there is to do.</summary>
/// <param name="Status">How far its answer has come.</param>
/// <param name="Deadline">The last day within which its answer is waited for, inclusive: its own, or that of a later window; null when none is known.</param>
/// <param name="DecidesOn">The day its body decides, as it has told; null when it has told none that is still waited for.</param>
/// <param name="FollowUpOn">The earliest planned day to look again that is still waited for; null when none is.</param>
/// <param name="NotReachedOn">The day a message last failed that nothing later has made up for; null when none did.</param>
/// <param name="ProposedOn">The day its latest proposal came; null when none has.</param>
public sealed record Situation(Status Status, DateOnly? Deadline, DateOnly? DecidesOn, DateOnly? FollowUpOn, DateOnly? NotReachedOn, DateOnly? ProposedOn)
{
    /// <summary>The proposal that came last; null when none has.</summary>
    public DecisionId? Proposal { get; init; }

    /// <summary>True while it is asked for its answer: until it is decided whether the recommendation goes ahead, and then only within a longer time of its own or a later window.</summary>
    public bool IsAsked { get; init; } = true;

    /// <summary>True until its final answer has come.</summary>
    public bool IsWaitedFor => Status is Status.NoResponse or Status.InPreparation;

    /// <summary>The day on which something is to happen next: its body decides, somebody looks again, or its last day comes; null when none is ahead.</summary>
    public DateOnly? NextDay(DateOnly today) => DecidesOn ?? FollowUpOn ?? (IsWaitedFor && Deadline >= today ? Deadline : null);
}

/// <summary>Something to do about a municipality, and since when or by when.</summary>
/// <param name="Kind">What.</param>
/// <param name="Day">The day that it is about.</param>
public sealed record ToDo(ToDoKind Kind, DateOnly Day)
{
    /// <summary>How many days before its last day a municipality without an answer is on the list.</summary>
    public const int DaysBeforeDeadline = 14;

    /// <summary>How long after it came a proposal is waited for before it is on the list, unless a day is planned.</summary>
    public const int DaysAfterProposal = 30;

    /// <summary>
    /// What there is to do about it today, the most pressing; null when there is nothing. An answer ends everything but a message that did not arrive. Once it is not asked any longer
    /// what was planned about it remains, and nobody chases it.
    /// </summary>
    public static ToDo? About(Situation now, DateOnly today)
    {
        var waits = now.IsWaitedFor;
        if (waits && now.DecidesOn is { } meeting && WorkingDay.After(meeting) <= today) return new ToDo(ToDoKind.ForecastPassed, meeting);
        if (waits && now.FollowUpOn <= today) return new ToDo(ToDoKind.FollowUpDue, now.FollowUpOn.Value);
        if (now.NotReachedOn is { } failed) return new ToDo(ToDoKind.NotReached, failed);
        if (!waits || !now.IsAsked || now.DecidesOn is not null || now.FollowUpOn is not null) return null;
        if (now.Status is Status.NoResponse) return now.Deadline <= today.AddDays(DaysBeforeDeadline) ? new ToDo(ToDoKind.DeadlineNear, now.Deadline.Value) : null;
        return now.ProposedOn?.AddDays(DaysAfterProposal) <= today ? new ToDo(ToDoKind.ProposalWithoutFinal, now.ProposedOn.Value) : null;
    }
}
