namespace Kunskapsstyrning.Domain.Shared;

/// <summary>The one place where amounts are rounded. Amounts are zero or more; halves go up.</summary>
public static class Rounding
{
    /// <summary>The nearest whole number of steps; exactly half a step goes up.</summary>
    public static decimal ToStep(decimal amount, decimal step) =>
        StepsBelow(amount, step) * WithoutTrailingZeros(step) + (Remainder(amount, step) * 2 >= step ? WithoutTrailingZeros(step) : 0);

    /// <summary>How many whole steps there is room for in the amount.</summary>
    public static decimal StepsBelow(decimal amount, decimal step)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(step);
        return decimal.Truncate((amount - amount % step) / step);
    }

    /// <summary>What is left of the amount above the whole steps. At least zero and less than a step.</summary>
    public static decimal Remainder(decimal amount, decimal step) => amount % step;

    /// <summary>The nearest number with so many decimals; a half goes away from zero.</summary>
    public static decimal ToDecimals(decimal number, int decimals) =>
        Math.Round(number, decimals, MidpointRounding.AwayFromZero);

    /// <summary>How many decimals the number needs: 5 for 0.35264, none for 100.00.</summary>
    public static int DecimalsIn(decimal number) => WithoutTrailingZeros(number).Scale;

    /// <summary>The same number written with no more decimals than it needs.</summary>
    public static decimal WithoutTrailingZeros(decimal number) => number / 1.0000000000000000000000000000m;
}
