using System.Globalization;
using Kunskapsstyrning.Domain.Calendar;

namespace Kunskapsstyrning.Web.Example;

/// <summary>Days on which a registrar works, for the years that have example answers.</summary>
internal static class WorkingDays
{
    /// <summary>The day itself, or the first one after it.</summary>
    public static DateOnly OnOrAfter(DateOnly day) => WorkingDay.OnOrAfter(day);

    /// <summary>The day itself, or the last one before it.</summary>
    public static DateOnly OnOrBefore(DateOnly day) => WorkingDay.OnOrBefore(day);

    /// <summary>As many days as there are arrivals, spread evenly between the marks: by the end of each mark's day so many have come.</summary>
    public static List<DateOnly> Spread(string first, params IEnumerable<(string Through, int InAll)> marks)
    {
        var days = new List<DateOnly>();
        var from = Day(first);
        foreach (var (text, inAll) in marks)
        {
            var through = Day(text);
            var open = Enumerable.Range(0, through.DayNumber - from.DayNumber + 1).Select(from.AddDays).Where(WorkingDay.IsOne).ToList();
            var more = inAll - days.Count;
            days.AddRange(Enumerable.Range(0, more).Select(i => open[(i * open.Count + open.Count / 2) / more]));
            from = through.AddDays(1);
        }

        return days;
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
