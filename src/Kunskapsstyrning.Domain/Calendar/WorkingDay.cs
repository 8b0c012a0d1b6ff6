using System.Collections.Concurrent;

namespace Kunskapsstyrning.Domain.Calendar;

/// <summary>Reckons with working days: Monday to Friday, but for holidays and the eves on which nobody works.</summary>
public static class WorkingDay
{
    private static readonly ConcurrentDictionary<int, HashSet<DateOnly>> Closed = new();

    /// <summary>True for a day on which people work.</summary>
    public static bool IsOne(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Closed.GetOrAdd(day.Year, year => [.. Holidays.Of(year).Select(h => h.Day)]).Contains(day);

    /// <summary>The day itself, or the first one after it.</summary>
    public static DateOnly OnOrAfter(DateOnly day)
    {
        while (!IsOne(day)) day = day.AddDays(1);
        return day;
    }

    /// <summary>The day itself, or the last one before it.</summary>
    public static DateOnly OnOrBefore(DateOnly day)
    {
        while (!IsOne(day)) day = day.AddDays(-1);
        return day;
    }

    /// <summary>The first one after the day.</summary>
    public static DateOnly After(DateOnly day) => OnOrAfter(day.AddDays(1));

    /// <summary>So many working days on from a day, or back with a number below zero; none is the day itself, whatever day it is.</summary>
    public static DateOnly Add(DateOnly day, int number)
    {
        for (var left = Math.Abs(number); left > 0; left--) day = number > 0 ? After(day) : OnOrBefore(day.AddDays(-1));
        return day;
    }

    /// <summary>How many there are from one day through another; none where the other comes first.</summary>
    public static int Count(DateOnly from, DateOnly through)
    {
        var count = 0;
        for (var day = from; day <= through; day = day.AddDays(1))
            if (IsOne(day)) count++;
        return count;
    }

    /// <summary>True in July, when municipalities decide nothing and nobody is reminded.</summary>
    public static bool IsInRecess(DateOnly day) => day.Month == 7;

    /// <summary>The day itself, or the last one before it, on which somebody can be asked for a decision.</summary>
    public static DateOnly ToAskOnOrBefore(DateOnly day)
    {
        while (IsInRecess(day) || !IsOne(day)) day = day.AddDays(-1);
        return day;
    }

    /// <summary>The day itself, or the first one after it, on which somebody can be asked for a decision: a working day outside July.</summary>
    public static DateOnly ToAskOnOrAfter(DateOnly day)
    {
        while (IsInRecess(day) || !IsOne(day)) day = day.AddDays(1);
        return day;
    }
}
