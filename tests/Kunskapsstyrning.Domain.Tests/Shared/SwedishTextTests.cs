using System.Globalization;
using Kunskapsstyrning.Domain.Shared;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Shared;

public sealed class SwedishTextTests
{
    [Fact]
    public void Amounts_keep_together_on_the_line() => Assert.Equal("9\u00A0500\u00A0kr", SwedishText.Kronor(new Kronor(9_500m)));

    [Fact]
    public void Öre_come_after_a_comma() => Assert.Equal("9\u00A0515,64\u00A0kr", SwedishText.Kronor(new Kronor(9_515.63776m), 2));

    [Fact]
    public void Less_than_nothing_has_a_real_minus() => Assert.Equal("\u221279,26", SwedishText.Number(-79.261696m, 2));

    [Fact]
    public void Days_are_written_out() => Assert.Equal("15\u00A0juni\u00A02019", SwedishText.LongDate(new DateOnly(2019, 6, 15)));

    [Fact]
    public void Parts_are_written_in_per_cent() => Assert.Equal("12,5\u00A0%", SwedishText.Percent(0.125m));

    [Fact]
    public void The_machines_own_language_changes_nothing()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-US");

        var text = SwedishText.Number(1_234_567.891m, 2);

        CultureInfo.CurrentCulture = before;
        Assert.Equal("1\u00A0234\u00A0567,89", text);
    }
}
