namespace Kunskapsstyrning.Domain.Fees;

/// <summary>
/// Parts of a total in proportion to weights: multiplied before divided, in whole numbers, and cut off after sixteen
/// decimals. So a part never reaches a whole or half krona that it is below, and parts never come to more than the total.
/// </summary>
internal static class Proportion
{
    private const int Decimals = 16;

    /// <summary>The parts. The weights come to <paramref name="together"/>, which is above zero.</summary>
    /// <exception cref="OverflowException">The numbers are larger, or have more decimals, than can be reckoned with.</exception>
    public static decimal[] Of(decimal total, decimal[] weights, decimal together)
    {
        var (stated, counted) = (Math.Min((int)total.Scale, Decimals), (int)together.Scale);
        var shared = WholeUnits.Of(Math.Round(total, stated, MidpointRounding.ToZero), stated);
        var all = WholeUnits.Of(together, counted);
        var finer = WholeUnits.Of(1m, Decimals - stated);
        return Array.ConvertAll(weights, weight =>
        {
            var (whole, rest) = UInt128.DivRem(checked(shared * WholeUnits.Of(weight, counted)), all);
            return WholeUnits.ToNumber(checked(whole * finer + rest * finer / all), Decimals);
        });
    }
}
