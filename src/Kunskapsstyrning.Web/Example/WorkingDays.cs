using System.Globalization;

namespace Kunskapsstyrning.Web.Example;

/// <summary>Days on which a registrar works, for the years that have example answers.</summary>
internal static class WorkingDays
{
    private static readonly HashSet<DateOnly> Holidays =
    [
        .. new[]
        {
            "2016-06-24", "2016-12-23", "2016-12-26", "2017-01-05", "2017-01-06", "2017-04-14", "2017-04-17", "2017-05-01", "2017-05-25", "2017-06-06", "2017-06-23",
            "2019-04-19", "2019-04-22", "2019-05-01", "2019-05-30", "2019-06-06", "2019-06-21", "2019-12-24", "2019-12-25", "2019-12-26", "2019-12-31", "2020-01-01", "2020-01-06",
            "2021-01-06", "2021-04-02", "2021-04-05", "2021-05-13", "2021-06-25",
            "2024-03-29", "2024-04-01", "2024-05-01", "2024-05-09", "2024-06-06", "2024-06-21", "2024-12-24", "2024-12-25", "2024-12-26", "2024-12-31",
        }.Select(Day),
    ];

    public static bool IsOne(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Holidays.Contains(day);

    /// <summary>The day itself, or the first one after it.</summary>
    public static DateOnly OnOrAfter(DateOnly day) => IsOne(day) ? day : OnOrAfter(day.AddDays(1));

    /// <summary>The day itself, or the last one before it.</summary>
    public static DateOnly OnOrBefore(DateOnly day) => IsOne(day) ? day : OnOrBefore(day.AddDays(-1));

    /// <summary>As many days as there are arrivals, spread evenly between the marks: by the end of each mark's day so many have come.</summary>
    public static List<DateOnly> Spread(string first, params IEnumerable<(string Through, int InAll)> marks)
    {
        var days = new List<DateOnly>();
        var from = Day(first);
        foreach (var (text, inAll) in marks)
        {
            var through = Day(text);
            var open = Enumerable.Range(0, through.DayNumber - from.DayNumber + 1).Select(from.AddDays).Where(IsOne).ToList();
            var more = inAll - days.Count;
            days.AddRange(Enumerable.Range(0, more).Select(i => open[(i * open.Count + open.Count / 2) / more]));
            from = through.AddDays(1);
        }

        return days;
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
