using System.Globalization;
using Kunskapsstyrning.Domain.Calendar;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Calendar;

/// <summary>
/// The computed holidays against a list written out day by day from lag (1989:253): the fixed ones once, the moving ones for every year.
/// Easter stands as the almanac has it; the rest was counted off a calendar.
/// </summary>
public sealed class HolidaysTests
{
    private const string Fixed = "01-01 01-06 05-01 06-06 12-25 12-26";

    private const string FixedEves = "12-24 12-31";

    // year, långfredagen, påskdagen, annandag påsk, Kristi himmelsfärdsdag, pingstdagen, midsommarafton, midsommardagen, alla helgons dag
    private const string Moving = """
        2016  03-25  03-27  03-28  05-05  05-15  06-24  06-25  11-05
        2017  04-14  04-16  04-17  05-25  06-04  06-23  06-24  11-04
        2018  03-30  04-01  04-02  05-10  05-20  06-22  06-23  11-03
        2019  04-19  04-21  04-22  05-30  06-09  06-21  06-22  11-02
        2020  04-10  04-12  04-13  05-21  05-31  06-19  06-20  10-31
        2021  04-02  04-04  04-05  05-13  05-23  06-25  06-26  11-06
        2022  04-15  04-17  04-18  05-26  06-05  06-24  06-25  11-05
        2023  04-07  04-09  04-10  05-18  05-28  06-23  06-24  11-04
        2024  03-29  03-31  04-01  05-09  05-19  06-21  06-22  11-02
        2025  04-18  04-20  04-21  05-29  06-08  06-20  06-21  11-01
        2026  04-03  04-05  04-06  05-14  05-24  06-19  06-20  10-31
        2027  03-26  03-28  03-29  05-06  05-16  06-25  06-26  11-06
        2028  04-14  04-16  04-17  05-25  06-04  06-23  06-24  11-04
        2029  03-30  04-01  04-02  05-10  05-20  06-22  06-23  11-03
        2030  04-19  04-21  04-22  05-30  06-09  06-21  06-22  11-02
        2031  04-11  04-13  04-14  05-22  06-01  06-20  06-21  11-01
        2032  03-26  03-28  03-29  05-06  05-16  06-25  06-26  11-06
        2033  04-15  04-17  04-18  05-26  06-05  06-24  06-25  11-05
        2034  04-07  04-09  04-10  05-18  05-28  06-23  06-24  11-04
        2035  03-23  03-25  03-26  05-03  05-13  06-22  06-23  11-03
        2036  04-11  04-13  04-14  05-22  06-01  06-20  06-21  11-01
        2037  04-03  04-05  04-06  05-14  05-24  06-19  06-20  10-31
        2038  04-23  04-25  04-26  06-03  06-13  06-25  06-26  11-06
        2039  04-08  04-10  04-11  05-19  05-29  06-24  06-25  11-05
        2040  03-30  04-01  04-02  05-10  05-20  06-22  06-23  11-03
        """;

    public static TheoryData<int> Years => [.. Enumerable.Range(2016, 25)];

    [Theory, MemberData(nameof(Years))]
    public void The_holidays_of_a_year_are_those_of_the_law(int year)
    {
        var row = Row(year);

        var computed = Holidays.Of(year).Where(h => !h.IsEve).Select(h => h.Day);

        Assert.Equal(Fixed.Split(' ').Concat(row.Where((_, at) => at != 5)).Select(day => Day(year, day)).Order(), computed);
    }

    [Theory, MemberData(nameof(Years))]
    public void The_eves_on_which_nobody_works_are_three_and_named_as_eves(int year)
    {
        var eves = Holidays.Of(year).Where(h => h.IsEve).ToList();

        Assert.Equal([Day(year, Row(year)[5]), .. FixedEves.Split(' ').Select(day => Day(year, day))], eves.ConvertAll(h => h.Day));
        Assert.Equal(["Midsommarafton", "Julafton", "Nyårsafton"], eves.ConvertAll(h => h.Name));
    }

    [Fact]
    public void Ascension_day_may_be_the_first_of_May()
    {
        Assert.Equal(["Första maj", "Kristi himmelsfärdsdag"], Holidays.Of(2008).Where(h => h.Day == new DateOnly(2008, 5, 1)).Select(h => h.Name));
    }

    [Fact]
    public void Years_before_the_law_read_so_are_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => Holidays.Of(2004));

    /// <summary>Easter is the Sunday after a full moon; it never comes before 22 March or after 25 April, and in 400 years it comes on every one of those days.</summary>
    [Fact]
    public void Easter_is_a_Sunday_from_22_March_through_25_April()
    {
        var days = Enumerable.Range(1900, 400).Select(Holidays.EasterDay).ToList();

        Assert.All(days, day => Assert.Equal(DayOfWeek.Sunday, day.DayOfWeek));
        Assert.All(days, day => Assert.InRange(day, new DateOnly(day.Year, 3, 22), new DateOnly(day.Year, 4, 25)));
        Assert.Equal(new DateOnly(1943, 4, 25), Holidays.EasterDay(1943));
        Assert.Equal(new DateOnly(2285, 3, 22), Holidays.EasterDay(2285));
    }

    private static string[] Row(int year) =>
        [.. Moving.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Single(cells => cells[0] == year.ToString(CultureInfo.InvariantCulture)).Skip(1)];

    private static DateOnly Day(int year, string day) => DateOnly.ParseExact($"{year}-{day}", "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
