using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Dispatches;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Rounds;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Dispatches;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Rounds;

/// <summary>When to remind of a recommendation, and how many have not answered; null when there is no such recommendation that is sent.</summary>
/// <param name="Slug">The recommendation.</param>
[Requires(Permission.ManageRecommendations)]
public sealed record RemindersOf(string Slug) : IQuery<RemindersView?>
{
    /// <inheritdoc/>
    public async Task<RemindersView?> Answer(Session session, CancellationToken cancellation)
    {
        if (session.Facts.Recommendation(Slug) is not { } asked) return null;
        return await Of(session, asked, await new DispatchesOf(Slug).Answer(session, cancellation), cancellation);
    }

    /// <summary>The same where the dispatches have been read.</summary>
    internal static async Task<RemindersView> Of(Session session, Recommendation asked, DispatchesView? dispatches, CancellationToken cancellation)
    {
        var municipalities = session.Facts.MunicipalitiesOf(asked, session.Today).ToList();
        var codes = municipalities.Select(m => m.Code).ToArray();
        var ladder = await session.LadderOf(asked.Id, cancellation);
        var snoozes = await session.Db.ReminderSnoozes.Where(s => s.RecommendationId == asked.Id).ToListAsync(cancellation);
        var situations = await Situations.Of(session, asked, codes, cancellation);
        var sent = dispatches?.Lines.Where(l => l.Dispatch is { Kind: DispatchKind.Reminder, State: DispatchState.Released }).OrderByDescending(l => l.Dispatch.SettledAt).ToList() ?? [];
        return new RemindersView(
            asked, ladder, [.. Plan(asked, codes, ladder?.Steps ?? ReminderLadder.Suggested, snoozes).Select(p => DueReminder.Of(p, situations, session.Today))],
            session.Today, session.Facts.ExampleNotice(asked.Id))
        {
            QuestionWaits = dispatches?.QuestionWaits ?? false, NotAsked = NotAskedIn(dispatches, situations),
            Sent = sent, Left = situations.Values.Count(s => s.Status is Status.NoResponse or Status.InPreparation), Counties = [.. session.Facts.Counties],
        };
    }

    /// <summary>Those without an answer that the question has not gone to, where it went from here to most; null where there are none.</summary>
    private static NotAsked? NotAskedIn(DispatchesView? dispatches, IReadOnlyDictionary<MunicipalityCode, Situation> situations)
    {
        var asked = dispatches?.Addressed.Where(a => a is { Kind: DispatchKind.Question, LeavesOrHasLeft: true }).Select(a => a.Municipality).OfType<MunicipalityCode>().ToHashSet() ?? [];
        var left = situations.Count(s => s.Value.Status is Status.NoResponse or Status.InPreparation && !asked.Contains(s.Key));
        return left == 0 || left >= asked.Count ? null : new NotAsked(left, dispatches!.Lines.First(l => l.Dispatch is { Kind: DispatchKind.Question, State: DispatchState.Released }).Dispatch.Id);
    }

    /// <summary>The reminders of each window in which answers are taken, as long as they are: for the first one each municipality's own last day counts.</summary>
    internal static IReadOnlyList<PlannedReminder> Plan(Recommendation asked, IReadOnlyCollection<MunicipalityCode> codes, IReadOnlyCollection<int> steps, IReadOnlyCollection<ReminderSnooze> snoozes)
    {
        var own = codes.Where(c => asked.DeadlineFor(c) is not null).ToDictionary(c => c, c => asked.DeadlineFor(c)!.Value);
        var later = asked.Rounds.Where(r => r.Number > 1).Select(r => own.Where(o => o.Value < r.Deadline).ToDictionary(o => o.Key, _ => r.Deadline));
        return [.. later.Prepend(own).SelectMany(deadlines => ReminderPlan.Of(steps, deadlines, snoozes)).Where(p => asked.StillAsks(p.Deadline, p.On)).OrderBy(p => p.On).ThenBy(p => p.Deadline)];
    }
}

/// <summary>A planned reminder, and whom it would reach today.</summary>
/// <param name="Planned">The reminder.</param>
/// <param name="Silent">How many of those that it would go to have not answered.</param>
/// <param name="OnlyProposal">How many have sent a proposal and nothing more.</param>
/// <param name="HaveToldDay">How many of all these have told a day to come on which they decide.</param>
/// <param name="IsDue">True when its day has come and no later one's has.</param>
public sealed record DueReminder(PlannedReminder Planned, int Silent, int OnlyProposal, int HaveToldDay, bool IsDue)
{
    internal static DueReminder Of(PlannedReminder planned, IReadOnlyDictionary<MunicipalityCode, Situation> situations, DateOnly today)
    {
        var isDue = planned.On <= today;
        var of = isDue ? [.. situations.Values.Where(s => s.Deadline <= planned.Deadline)] : planned.Municipalities.Select(m => situations[m]).ToList();
        return new DueReminder(
            planned, of.Count(s => s.Status is Status.NoResponse), of.Count(s => s.Status is Status.InPreparation),
            of.Count(s => s.Status is Status.NoResponse or Status.InPreparation && s.DecidesOn >= today), isDue);
    }

    /// <summary>True when a reminder to all that it means was released on its day or later, and was not stopped.</summary>
    internal bool IsCoveredBy(DispatchLine sent) =>
        sent.Dispatch.Rule is { Audience: DispatchAudience.NotAnswered, County: null, Municipality: null } rule && !(rule.DeadlineThrough < Planned.Deadline)
        && sent.Count.Left + sent.Count.Waiting > 0 && SwedishTime.DayOf(sent.Dispatch.SettledAt!.Value) >= Planned.On;
}

/// <summary>When to remind of a recommendation.</summary>
/// <param name="Recommendation">The recommendation.</param>
/// <param name="Ladder">The rule; null where none is stated and a suggestion is shown.</param>
/// <param name="Reminders">The reminders, the earliest first.</param>
/// <param name="Today">Today in Sweden.</param>
/// <param name="ExampleNotice">What is invented; null when nothing is.</param>
public sealed record RemindersView(
    Recommendation Recommendation, ReminderLadder? Ladder, IReadOnlyList<DueReminder> Reminders, DateOnly Today, string? ExampleNotice)
{
    /// <summary>The reminders that were released, the latest first. A planned day that passed without one is none.</summary>
    public IReadOnlyList<DispatchLine> Sent { get; init; } = [];

    /// <summary>True when the question has been released and nothing of it has left: nobody is reminded of what nobody has got.</summary>
    public bool QuestionWaits { get; init; }

    /// <summary>Those that the question has not gone to; null where it went to everyone, or not from here.</summary>
    public NotAsked? NotAsked { get; init; }

    /// <summary>How many have given no final answer.</summary>
    public int Left { get; init; }

    /// <summary>Every county.</summary>
    public IReadOnlyList<County> Counties { get; init; } = [];

    /// <summary>The one to prepare now: the latest that is due and was not sent, as long as anybody is left to remind; null when none is. Of several on one day the one that goes to the most.</summary>
    public DueReminder? Now => Ladder is null || QuestionWaits ? null : Reminders.Where(r => r.IsDue && Means(r) && !Sent.Any(r.IsCoveredBy)).MaxBy(r => (r.Planned.On, r.Planned.Deadline));

    /// <summary>Those to come, as long as anybody is left to remind.</summary>
    public IReadOnlyList<DueReminder> ToCome => [.. Reminders.Where(r => !r.IsDue && Means(r))];

    /// <summary>True while an answer is waited for and somebody has not given it.</summary>
    public bool IsWaiting => Left > 0 && Recommendation.IsWaitedFor(Today);

    private bool Means(DueReminder reminder) => reminder.Silent + reminder.OnlyProposal > 0 && Recommendation.IsWaitedFor(reminder.Planned.Deadline, Today);
}

/// <summary>Municipalities that a question has not gone to.</summary>
/// <param name="Municipalities">How many that have not answered.</param>
/// <param name="Question">The latest dispatch of the question.</param>
public sealed record NotAsked(int Municipalities, DispatchId Question);

/// <summary>States how many days before and after the last day to remind.</summary>
/// <param name="Slug">The recommendation.</param>
/// <param name="Steps">Days from the last day, below zero before it.</param>
[Requires(Permission.ManageRecommendations)]
public sealed record StateReminders(string Slug, IReadOnlyList<int> Steps) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (session.Facts.Recommendation(Slug) is not { } asked) return ContactingRefusals.NoSuchRecommendation;

        var result = ReminderLadder.State(asked.Id, Steps, await session.LadderOf(asked.Id, cancellation), new Recorded(session.Actor.Person!.Value, session.Now), out var ladder);
        if (ladder is not null) session.Db.Add(ladder);
        return result;
    }
}

/// <summary>Puts a planned reminder off.</summary>
/// <param name="Slug">The recommendation.</param>
/// <param name="Deadline">The last day to answer that it counts from.</param>
/// <param name="PlannedOn">The day it is planned for by the rule.</param>
/// <param name="Until">The day it waits for instead.</param>
/// <param name="Why">Why.</param>
[Requires(Permission.ManageRecommendations)]
public sealed record SnoozeReminder(string Slug, DateOnly Deadline, DateOnly PlannedOn, DateOnly Until, string Why) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (session.Facts.Recommendation(Slug) is not { } asked || await session.LadderOf(asked.Id, cancellation) is not { } ladder) return ReminderRefusals.NotThere;

        var codes = session.Facts.MunicipalitiesOf(asked, session.Today).Select(m => m.Code).ToList();
        if (RemindersOf.Plan(asked, codes, ladder.Steps, []).FirstOrDefault(p => p.Deadline == Deadline && p.PlannedOn == PlannedOn) is not { } reminder) return ReminderRefusals.NotThere;

        var earlier = await session.Db.ReminderSnoozes.Where(s => s.RecommendationId == asked.Id && s.PlannedOn == PlannedOn).MaxAsync(s => (int?)s.Number, cancellation) ?? 0;
        var result = ReminderSnooze.PutOff(asked.Id, reminder, Until, Why, earlier, session.Today, new Recorded(session.Actor.Person!.Value, session.Now), out var snooze);
        if (snooze is not null) session.Db.Add(snooze);
        return result;
    }
}

/// <summary>Reads the rule of reminders.</summary>
internal static class RemindersInDb
{
    public static Task<ReminderLadder?> LadderOf(this Session session, RecommendationId recommendation, CancellationToken cancellation) =>
        session.Db.ReminderLadders.Where(l => l.RecommendationId == recommendation).OrderByDescending(l => l.Number).FirstOrDefaultAsync(cancellation);
}
