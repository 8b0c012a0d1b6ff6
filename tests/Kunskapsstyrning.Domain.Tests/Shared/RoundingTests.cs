using Kunskapsstyrning.Domain.Shared;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Shared;

public sealed class RoundingTests
{
    [Theory]
    [InlineData(9_549.99, 100, 9_500)]
    [InlineData(9_550.00, 100, 9_600)]
    [InlineData(0.49, 1, 0)]
    [InlineData(0.50, 1, 1)]
    [InlineData(1.25, 0.5, 1.5)]
    [InlineData(0, 100, 0)]
    public void An_amount_goes_to_the_nearest_step_and_halves_up(double amount, double step, double expected) =>
        Assert.Equal((decimal)expected, Rounding.ToStep((decimal)amount, (decimal)step));

    [Fact]
    public void A_quotient_too_long_for_a_decimal_is_still_divided_right()
    {
        var (steps, remainder) = Rounding.Divide(2.9999999999999999999999999999m, 3m);

        Assert.Equal(0m, steps);
        Assert.Equal(2.9999999999999999999999999999m, remainder);
    }

    [Fact]
    public void Rounded_amounts_carry_no_decimals_they_do_not_need() =>
        Assert.Equal("9500", new Kronor(Rounding.ToStep(9_515.63776m, 100.00m)).ToString());

    [Fact]
    public void Less_than_nothing_is_not_rounded() => Assert.Throws<ArgumentOutOfRangeException>(() => Rounding.ToStep(-1m, 1m));

    [Fact]
    public void A_number_has_the_decimals_it_needs() => Assert.Equal(5, Rounding.DecimalsIn(0.352640m));
}
