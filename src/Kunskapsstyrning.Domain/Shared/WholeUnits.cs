namespace Kunskapsstyrning.Domain.Shared;

/// <summary>Numbers as whole units of their last decimal, to be divided without anything being rounded on the way.</summary>
internal static class WholeUnits
{
    private static readonly UInt128[] PowersOfTen = [.. Enumerable.Range(0, 29).Select(power => (UInt128)decimal.Parse($"1E{power}", System.Globalization.NumberStyles.AllowExponent, System.Globalization.CultureInfo.InvariantCulture))];

    /// <summary>How many units of the last of so many decimals the number is; it is zero or more and has no more decimals.</summary>
    /// <exception cref="OverflowException">The number is larger than can be reckoned with.</exception>
    public static UInt128 Of(decimal number, int decimals)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(number, bits);
        var units = new UInt128((uint)bits[2], ((ulong)(uint)bits[1] << 32) | (uint)bits[0]);
        return checked(units * PowersOfTen[decimals - number.Scale]);
    }

    /// <summary>The number that is so many units of the last of its decimals.</summary>
    /// <exception cref="OverflowException">The number is larger than can be reckoned with.</exception>
    public static decimal ToNumber(UInt128 units, int decimals)
    {
        var (high, low) = ((ulong)(units >> 64), (ulong)units);
        return new decimal((int)low, (int)(low >> 32), (int)checked((uint)high), isNegative: false, (byte)decimals);
    }
}
