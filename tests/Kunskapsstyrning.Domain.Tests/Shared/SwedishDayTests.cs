using Kunskapsstyrning.Domain.Shared;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Shared;

public sealed class SwedishDayTests
{
    [Theory]
    [InlineData("2019-06-15")]
    [InlineData("2019−06−15")]
    [InlineData("2019–06–15")]
    [InlineData("2019-6-15")]
    [InlineData("2019/06/15")]
    [InlineData("  2019-06-15\t")]
    [InlineData("15 juni 2019")]
    [InlineData("15\u00A0juni\u00A02019")]
    [InlineData("15\u2009juni\u202F2019")]
    [InlineData("15 JUNI 2019")]
    [InlineData("15 jun 2019")]
    [InlineData("15 jun. 2019")]
    [InlineData("den 15 juni 2019")]
    [InlineData("Den 15:e juni 2019")]
    [InlineData("15/6 2019")]
    [InlineData("15/6-2019")]
    [InlineData("15/6–2019")]
    [InlineData("15/06 2019")]
    [InlineData("15/6 19")]
    [InlineData("15/6 -19")]
    [InlineData("15.6.2019")]
    [InlineData("15.06.2019")]
    [InlineData("15. 6. 2019")]
    [InlineData("190615")]
    [InlineData("20190615")]
    public void The_same_day_is_read_however_it_is_written(string text)
    {
        Assert.True(SwedishDay.TryParse(text, out var day));
        Assert.Equal(new DateOnly(2019, 6, 15), day);
    }

    [Theory]
    [InlineData("1 januari 2020", 1)]
    [InlineData("1 feb 2020", 2)]
    [InlineData("1 mars 2020", 3)]
    [InlineData("1 maj 2020", 5)]
    [InlineData("1 aug 2020", 8)]
    [InlineData("1 sept 2020", 9)]
    [InlineData("1 oktober 2020", 10)]
    [InlineData("1 december 2020", 12)]
    public void Months_are_read_by_name_or_by_their_first_letters(string text, int month)
    {
        Assert.True(SwedishDay.TryParse(text, out var day));
        Assert.Equal(new DateOnly(2020, month, 1), day);
    }

    [Fact]
    public void Two_digits_for_the_year_mean_this_century()
    {
        Assert.True(SwedishDay.TryParse("990615", out var day));
        Assert.Equal(new DateOnly(2099, 6, 15), day);
    }

    [Fact]
    public void A_leap_day_exists_in_leap_years_only()
    {
        Assert.True(SwedishDay.TryParse("29 februari 2020", out _));
        Assert.False(SwedishDay.TryParse("29 februari 2019", out _));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("31 februari 2019")]
    [InlineData("2019-02-31")]
    [InlineData("2019-13-01")]
    [InlineData("2019-00-10")]
    [InlineData("0 juni 2019")]
    [InlineData("32/1 2019")]
    [InlineData("15 juni")]
    [InlineData("juni 2019")]
    [InlineData("15 jubel 2019")]
    [InlineData("15-06-19")]
    [InlineData("15-06-2019")]
    [InlineData("5/6/2019")]
    [InlineData("15.6.19")]
    [InlineData("2019-06/15")]
    [InlineData("0219-06-15")]
    [InlineData("201906")]
    [InlineData("2019061")]
    [InlineData("20190615 kl 13")]
    [InlineData("٢٠١٩-٠٦-١٥")]
    [InlineData("i går")]
    public void What_is_no_day_or_could_be_two_is_refused(string? text) => Assert.False(SwedishDay.TryParse(text, out _));

    [Fact]
    public void Every_day_is_read_back_from_its_long_form()
    {
        for (var day = new DateOnly(2015, 1, 1); day.Year < 2030; day = day.AddDays(1))
        {
            Assert.True(SwedishDay.TryParse(SwedishText.LongDate(day), out var read));
            Assert.Equal(day, read);
        }
    }
}
