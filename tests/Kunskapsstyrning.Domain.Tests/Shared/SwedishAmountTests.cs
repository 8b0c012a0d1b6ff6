using System.Globalization;
using Kunskapsstyrning.Domain.Shared;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Shared;

public sealed class SwedishAmountTests
{
    [Theory]
    [InlineData("9.500 kr", "9500")]
    [InlineData("9500", "9500")]
    [InlineData("9500kr", "9500")]
    [InlineData("293 100 kr", "293100")]
    [InlineData("293\u00A0100\u00A0kr", "293100")]
    [InlineData("293\u2009100 kr", "293100")]
    [InlineData("293\u202F100 KR", "293100")]
    [InlineData("9 500:-", "9500")]
    [InlineData("9 500:−", "9500")]
    [InlineData("9500,-", "9500")]
    [InlineData("9 500:50", "9500.50")]
    [InlineData("9 500,50 kronor", "9500.50")]
    [InlineData("9 500 SEK", "9500")]
    [InlineData("3,4 mkr", "3400000")]
    [InlineData("3,4 Mkr", "3400000")]
    [InlineData("3.4 mnkr", "3400000")]
    [InlineData("19,5 mkr", "19500000")]
    [InlineData("19,5 miljoner kronor", "19500000")]
    [InlineData("1 miljon kronor", "1000000")]
    [InlineData("293,1 tkr", "293100")]
    [InlineData("−100 kr", "-100")]
    [InlineData("-1:50", "-1.50")]
    public void An_amount_is_read_however_it_is_written(string text, string expected)
    {
        Assert.True(SwedishAmount.TryParse(text, out var amount));
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), amount.Amount);
    }

    [Theory]
    [InlineData("1,95 kr/inv")]
    [InlineData("1,95 kr/inv.")]
    [InlineData("1,95 kr / invånare")]
    [InlineData("1,95 kronor per invånare")]
    [InlineData("1.95")]
    [InlineData("1,95\u00A0kr")]
    public void A_rate_is_read_however_it_is_written(string text)
    {
        Assert.True(SwedishAmount.TryParseRate(text, out var rate));
        Assert.Equal(1.95m, rate);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("kr")]
    [InlineData("ca 9 500 kr")]
    [InlineData("9 500 euro")]
    [InlineData("1,95 kr/inv")]
    [InlineData("9 500:5")]
    [InlineData("9,5:50")]
    [InlineData("9500 kr kr")]
    [InlineData("1 000–2 000 kr")]
    [InlineData("9999999999999999999 mkr")]
    public void What_is_no_amount_is_refused(string? text) => Assert.False(SwedishAmount.TryParse(text, out _));

    [Theory]
    [InlineData("19,5 mkr")]
    [InlineData("-1,95 kr/inv")]
    [InlineData("")]
    public void What_is_no_rate_is_refused(string text) => Assert.False(SwedishAmount.TryParseRate(text, out _));
}
