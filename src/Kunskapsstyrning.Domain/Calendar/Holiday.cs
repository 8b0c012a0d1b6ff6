namespace Kunskapsstyrning.Domain.Calendar;

/// <summary>A day on which offices are closed whatever day of the week it is.</summary>
/// <param name="Day">The day.</param>
/// <param name="Name">What it is called.</param>
/// <param name="IsEve">True for an eve: no public holiday by the law, but a day on which nobody works, as the laws on holidays with pay and on statutory time have it.</param>
public sealed record Holiday(DateOnly Day, string Name, bool IsEve);

/// <summary>
/// The public holidays of lag (1989:253) om allmänna helgdagar, as it reads since 2005, computed for any year; and the three eves that
/// semesterlagen (7 §) and lag (1930:173) om beräkning av lagstadgad tid put on a level with them.
/// </summary>
public static class Holidays
{
    /// <summary>The first year for which it holds: until then annandag pingst was a holiday, and the national day was none.</summary>
    public const int FirstYear = 2005;

    /// <summary>The last year for which it is computed.</summary>
    public const int LastYear = 2299;

    /// <summary>The holidays of a year, in order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A year for which they are not known.</exception>
    public static IReadOnlyList<Holiday> Of(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, FirstYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, LastYear);
        var easter = EasterDay(year);
        var midsummer = SaturdayOnOrAfter(new DateOnly(year, 6, 20));
        return
        [
            Public(1, 1, "Nyårsdagen"),
            Public(1, 6, "Trettondedag jul"),
            new(easter.AddDays(-2), "Långfredagen", IsEve: false),
            new(easter, "Påskdagen", IsEve: false),
            new(easter.AddDays(1), "Annandag påsk", IsEve: false),
            .. new Holiday[]
            {
                Public(5, 1, "Första maj"),
                new(easter.AddDays(39), "Kristi himmelsfärdsdag", IsEve: false),
                new(easter.AddDays(49), "Pingstdagen", IsEve: false),
                Public(6, 6, "Sveriges nationaldag"),
            }.OrderBy(h => h.Day),
            new(midsummer.AddDays(-1), "Midsommarafton", IsEve: true),
            new(midsummer, "Midsommardagen", IsEve: false),
            new(SaturdayOnOrAfter(new DateOnly(year, 10, 31)), "Alla helgons dag", IsEve: false),
            new(new DateOnly(year, 12, 24), "Julafton", IsEve: true),
            Public(12, 25, "Juldagen"),
            Public(12, 26, "Annandag jul"),
            new(new DateOnly(year, 12, 31), "Nyårsafton", IsEve: true),
        ];

        Holiday Public(int month, int day, string name) => new(new DateOnly(year, month, day), name, IsEve: false);
    }

    /// <summary>Easter day by the Gregorian computus, the Sunday after the full moon that falls on or next after 21 March (Meeus, Jones and Butcher's way of reckoning).</summary>
    public static DateOnly EasterDay(int year)
    {
        var golden = year % 19;
        var (century, inCentury) = (year / 100, year % 100);
        var correction = (century + 8) / 25;
        var epact = (19 * golden + century - century / 4 - (century - correction + 1) / 3 + 15) % 30;
        var toSunday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - epact - inCentury % 4) % 7;
        var late = (golden + 11 * epact + 22 * toSunday) / 451;
        var march = epact + toSunday - 7 * late + 114;
        return new DateOnly(year, march / 31, march % 31 + 1);
    }

    private static DateOnly SaturdayOnOrAfter(DateOnly day) => day.AddDays(((int)DayOfWeek.Saturday - (int)day.DayOfWeek + 7) % 7);
}
