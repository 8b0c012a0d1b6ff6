using Kunskapsstyrning.Domain.Calendar;

namespace Kunskapsstyrning.Domain.Rounds;

/// <summary>A reminder as the rule plans it: to those who have the same last day, on a day when somebody is there to read it.</summary>
/// <param name="Deadline">Their last day to answer, inclusive.</param>
/// <param name="Step">Days from it, below zero before it.</param>
/// <param name="PlannedOn">The day by the rule: a working day outside July.</param>
/// <param name="On">The day it is due: that day, or the one it was put off to.</param>
/// <param name="Municipalities">Those whose last day it is.</param>
public sealed record PlannedReminder(DateOnly Deadline, int Step, DateOnly PlannedOn, DateOnly On, IReadOnlyList<MunicipalityCode> Municipalities)
{
    /// <summary>Why it was put off; null where nobody has.</summary>
    public string? PutOffBecause { get; init; }

    /// <summary>True when it waits for another day than the rule's.</summary>
    public bool IsPutOff => On != PlannedOn;

    /// <summary>True when the rule's own day was no day to remind on, and it was moved.</summary>
    public bool IsMoved => PlannedOn != Deadline.AddDays(Step);
}

/// <summary>Which reminders a rule gives, and when.</summary>
public static class ReminderPlan
{
    /// <summary>The reminders in order. Where two of the same last day would fall on one day, the later step alone is left: nobody is reminded twice a day.</summary>
    /// <param name="steps">Days from the last day.</param>
    /// <param name="deadlines">The last day of each municipality.</param>
    /// <param name="snoozes">What was put off.</param>
    public static IReadOnlyList<PlannedReminder> Of(IReadOnlyCollection<int> steps, IReadOnlyDictionary<MunicipalityCode, DateOnly> deadlines, IReadOnlyCollection<ReminderSnooze> snoozes)
    {
        return
        [
            .. from same in deadlines.GroupBy(d => d.Value, d => d.Key)
               from planned in steps.Select(step => (Step: step, On: DayOf(same.Key, step))).GroupBy(p => p.On).Select(p => p.MaxBy(one => one.Step))
               let snooze = snoozes.Where(s => s.IsOf(same.Key, planned.On)).MaxBy(s => s.Number)
               let due = snooze?.Until > planned.On ? snooze.Until : planned.On
               orderby due, same.Key
               select new PlannedReminder(same.Key, planned.Step, planned.On, due, [.. same.Order()]) { PutOffBecause = snooze?.Why },
        ];
    }

    /// <summary>The day by the rule, or the next to ask on. What was to come by the last day never comes after it: then the day to ask on before it.</summary>
    private static DateOnly DayOf(DateOnly deadline, int step)
    {
        var on = WorkingDay.ToAskOnOrAfter(deadline.AddDays(step));
        return step <= 0 && on > deadline ? WorkingDay.ToAskOnOrBefore(deadline.AddDays(step)) : on;
    }
}
