namespace Kunskapsstyrning.Domain.Shared;

/// <summary>The one place where amounts are rounded. Amounts are zero or more; halves go up.</summary>
public static class Rounding
{
    /// <summary>The nearest whole number of steps; exactly half a step goes up.</summary>
    public static decimal ToStep(decimal amount, decimal step)
    {
        var (steps, remainder) = Divide(amount, step);
        return (remainder * 2 >= step ? steps + 1 : steps) * WithoutTrailingZeros(step);
    }

    /// <summary>How many whole steps there is room for in the amount, and what is left: at least zero, less than a step.</summary>
    public static (decimal Steps, decimal Remainder) Divide(decimal amount, decimal step)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(step);

        if (step == 1) return (decimal.Truncate(amount), amount - decimal.Truncate(amount));

        // A quotient has 28 digits and may itself have been rounded up to a whole number; a remainder never is.
        var remainder = amount % step;
        return (decimal.Truncate((amount - remainder) / step), remainder);
    }

    /// <summary>The nearest number with so many decimals; a half goes away from zero.</summary>
    public static decimal ToDecimals(decimal number, int decimals) =>
        Math.Round(number, decimals, MidpointRounding.AwayFromZero);

    /// <summary>How many decimals the number needs: 5 for 0.35264, none for 100.00.</summary>
    public static int DecimalsIn(decimal number) => WithoutTrailingZeros(number).Scale;

    /// <summary>The same number written with no more decimals than it needs.</summary>
    public static decimal WithoutTrailingZeros(decimal number) =>
        number.Scale == 0 ? number : number / 1.0000000000000000000000000000m;
}
