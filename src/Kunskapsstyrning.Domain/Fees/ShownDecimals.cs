namespace Kunskapsstyrning.Domain.Fees;

/// <summary>
/// How many decimals an explanation needs to be true: a reader who multiplies the shown factors gets the shown amount,
/// and who rounds the shown amount gets the fee.
/// </summary>
internal static class ShownDecimals
{
    private const int Fewest = 2;
    private const int MostOfAmount = 14;
    private const int MostOfRate = 28;

    // An amount this close to a half could go either way once the rate is shown with fewer decimals than it has.
    private const decimal Doubt = 0.000_000_000_000_001m;

    /// <summary>
    /// Of an amount before rounding: two, or more where two would hide on which side of a whole or half step it lies.
    /// </summary>
    public static int OfAmount(FeeList list, decimal exact)
    {
        var remainder = Rounding.Divide(exact, list.Terms.Step).Remainder;
        for (var decimals = Fewest; decimals < MostOfAmount; decimals++)
        {
            var off = Rounding.ToDecimals(exact, decimals) - exact;
            if (IsClear(off, decimals) && RoundsAlike(list, remainder, remainder + off)) return decimals;
        }

        return MostOfAmount;
    }

    /// <summary>Of the rate: all of them where it is stated; else the fewest that give every shown amount in the list.</summary>
    public static int OfRate(FeeList list)
    {
        var rate = list.RatePerInhabitant ?? 0m;
        if (rate == list.Terms.Rate) return Math.Max(Fewest, Rounding.DecimalsIn(rate));

        var shown = list.Rows.Select(fee => Shown(list, fee)).ToArray();
        for (var decimals = Fewest; decimals < MostOfRate; decimals++)
        {
            var candidate = Rounding.ToDecimals(rate, decimals);
            if (Array.TrueForAll(shown, row => Rounding.ToDecimals(row.Weight * candidate, row.Decimals) == row.Amount)) return decimals;
        }

        return MostOfRate;
    }

    /// <summary>
    /// Of the amount before discount and the discount: as many as the result has, or more where their difference would
    /// otherwise be an öre beside it.
    /// </summary>
    public static int OfDiscount(decimal gross, decimal part, decimal result, int resultDecimals)
    {
        for (var decimals = resultDecimals; decimals < MostOfRate; decimals++)
        {
            var shown = Rounding.ToDecimals(gross, decimals);
            var discount = Rounding.ToDecimals(shown * part, decimals);
            if (Rounding.ToDecimals(shown - discount, resultDecimals) == result) return decimals;
        }

        return MostOfRate;
    }

    private static (decimal Weight, decimal Amount, int Decimals) Shown(FeeList list, Fee fee)
    {
        var exact = fee.Exact!.Value;
        var decimals = OfAmount(list, exact);
        var weight = fee.Discounted ? fee.Inhabitants * (1m - list.Terms.Discount!.Part) : fee.Inhabitants;
        return (weight, Rounding.ToDecimals(exact, decimals), decimals);
    }

    /// <summary>True when the amount is not so near the middle between two shown numbers that it could be either.</summary>
    private static bool IsClear(decimal off, int decimals) =>
        Math.Abs(off) + Doubt < new decimal(5, 0, 0, isNegative: false, (byte)(decimals + 1));

    /// <summary>True when what is left over a whole step leads to the same fee as what seems to be left when the amount is shown.</summary>
    private static bool RoundsAlike(FeeList list, decimal remainder, decimal shown)
    {
        var step = list.Terms.Step;
        if (list.Apportionment is not null) return remainder == 0 ? shown == 0 : shown > 0 && shown < step;

        return remainder * 2 >= step ? shown * 2 >= step && shown * 2 < step * 3 : shown * 2 >= -step && shown * 2 < step;
    }
}
