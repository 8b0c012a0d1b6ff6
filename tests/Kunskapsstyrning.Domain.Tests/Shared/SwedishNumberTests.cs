using System.Globalization;
using Kunskapsstyrning.Domain.Shared;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Shared;

public sealed class SwedishNumberTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("9500", "9500")]
    [InlineData("9 500", "9500")]
    [InlineData("293\u00A0100", "293100")]
    [InlineData("293\u2009100", "293100")]
    [InlineData("293\u202F100", "293100")]
    [InlineData("9.500", "9500")]
    [InlineData("19.500.000", "19500000")]
    [InlineData("9.500,50", "9500.50")]
    [InlineData("9 500,50", "9500.50")]
    [InlineData("9 500.50", "9500.50")]
    [InlineData("3,4", "3.4")]
    [InlineData("3.4", "3.4")]
    [InlineData("3,400", "3.400")]
    [InlineData("0,35264", "0.35264")]
    [InlineData("0.35264", "0.35264")]
    [InlineData("0.352", "0.352")]
    [InlineData("1.9500", "1.9500")]
    [InlineData("-79,26", "-79.26")]
    [InlineData("−79,26", "-79.26")]
    [InlineData("– 79,26", "-79.26")]
    [InlineData("-0.352", "-0.352")]
    public void A_number_is_read_however_it_is_written(string text, string expected)
    {
        Assert.True(SwedishNumber.TryParse(text, out var number));
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), number);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("abc")]
    [InlineData("1,234.56")]
    [InlineData("1.234.56")]
    [InlineData("12345.678")]
    [InlineData("1 234.567")]
    [InlineData("1 23")]
    [InlineData("1 2345")]
    [InlineData("12 34 567")]
    [InlineData("1,2,3")]
    [InlineData(",5")]
    [InlineData("5,")]
    [InlineData("--5")]
    [InlineData("1e5")]
    [InlineData("٣")]
    [InlineData("99999999999999999999999999999999")]
    public void What_is_no_number_or_could_be_two_is_refused(string? text) => Assert.False(SwedishNumber.TryParse(text, out _));

    [Fact]
    public void Every_number_is_read_back_from_its_written_form()
    {
        for (var cents = -1_234_567; cents < 1_234_567; cents += 997)
        {
            Assert.True(SwedishNumber.TryParse(SwedishText.Number(cents / 100m, 2), out var read));
            Assert.Equal(cents / 100m, read);
        }
    }
}
