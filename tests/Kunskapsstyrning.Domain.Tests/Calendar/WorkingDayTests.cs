using Kunskapsstyrning.Domain.Calendar;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Calendar;

public sealed class WorkingDayTests
{
    [Theory]
    [InlineData("2016-06-20", true)]
    [InlineData("2016-06-24", false)] // midsommarafton
    [InlineData("2016-06-25", false)]
    [InlineData("2019-05-30", false)] // Kristi himmelsfärdsdag
    [InlineData("2019-05-31", true)] // klämdag
    [InlineData("2019-12-23", true)]
    [InlineData("2019-12-24", false)]
    [InlineData("2019-12-27", true)]
    [InlineData("2019-12-31", false)]
    [InlineData("2024-03-28", true)] // skärtorsdagen
    [InlineData("2024-03-29", false)]
    [InlineData("2024-04-30", true)] // valborg
    public void Weekends_holidays_and_the_three_eves_are_no_working_days(string day, bool works) => Assert.Equal(works, WorkingDay.IsOne(Day(day)));

    [Theory]
    [InlineData("2016-06-23", 1, "2016-06-27")]
    [InlineData("2016-06-27", -1, "2016-06-23")]
    [InlineData("2019-12-23", 3, "2020-01-02")]
    [InlineData("2020-01-02", -3, "2019-12-23")]
    [InlineData("2016-06-25", 0, "2016-06-25")]
    [InlineData("2024-03-28", 1, "2024-04-02")]
    public void Working_days_are_counted_on_and_back_across_holidays(string from, int number, string to) => Assert.Equal(Day(to), WorkingDay.Add(Day(from), number));

    [Theory]
    [InlineData("2016-12-19", "2017-01-08", 13)]
    [InlineData("2016-06-24", "2016-06-26", 0)]
    [InlineData("2016-06-27", "2016-06-20", 0)]
    public void Working_days_between_days_are_counted_with_both_ends(string from, string through, int many) => Assert.Equal(many, WorkingDay.Count(Day(from), Day(through)));

    [Theory]
    [InlineData("2016-06-30", "2016-06-30")]
    [InlineData("2016-07-01", "2016-08-01")]
    [InlineData("2016-07-31", "2016-08-01")]
    [InlineData("2021-07-01", "2021-08-02")] // the first of August is a Sunday
    [InlineData("2016-06-24", "2016-06-27")]
    [InlineData("2021-12-24", "2021-12-27")]
    public void Nobody_is_asked_in_July_or_on_a_day_off(string day, string then) => Assert.Equal(Day(then), WorkingDay.ToAskOnOrAfter(Day(day)));

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
