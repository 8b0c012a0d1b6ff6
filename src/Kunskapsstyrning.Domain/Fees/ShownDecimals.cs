namespace Kunskapsstyrning.Domain.Fees;

/// <summary>
/// How many decimals an explanation needs to be true: a reader who multiplies the shown factors gets the shown amount,
/// and who rounds the shown amount gets the fee.
/// </summary>
internal static class ShownDecimals
{
    private const int Fewest = 2;
    private const int MostOfAmount = 10;
    private const int MostOfRate = 22;

    // An amount this close to a half could go either way once the rate is shown with fewer decimals than it has.
    private const decimal Doubt = 0.000_000_000_001m;

    /// <summary>
    /// Of an amount before rounding: two, or more where two would hide on which side of a whole or half step it lies.
    /// </summary>
    public static int OfAmount(FeeList list, decimal exact)
    {
        for (var decimals = Fewest; decimals < MostOfAmount; decimals++)
            if (IsSafe(exact, decimals) && RoundsAlike(list, exact, Rounding.ToDecimals(exact, decimals))) return decimals;

        return MostOfAmount;
    }

    /// <summary>Of the rate: all of them where it is stated; else the fewest that give every shown amount in the list.</summary>
    public static int OfRate(FeeList list)
    {
        var rate = list.RatePerInhabitant ?? 0m;
        if (rate == list.Terms.Rate) return Math.Max(Fewest, Rounding.DecimalsIn(rate));

        var shown = list.Rows.Select(fee => (Fee: fee, Decimals: OfAmount(list, fee.Exact!.Value))).ToArray();
        for (var decimals = Fewest; decimals < MostOfRate; decimals++)
        {
            var candidate = Rounding.ToDecimals(rate, decimals);
            if (shown.All(row => Gives(list, row.Fee, row.Decimals, candidate))) return decimals;
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

    private static bool Gives(FeeList list, Fee fee, int decimals, decimal rate)
    {
        var part = fee.Discounted ? 1m - list.Terms.Discount!.Part : 1m;
        return Rounding.ToDecimals(fee.Inhabitants * rate * part, decimals) == Rounding.ToDecimals(fee.Exact!.Value, decimals);
    }

    private static bool IsSafe(decimal exact, int decimals) =>
        Rounding.ToDecimals(exact - Doubt, decimals) == Rounding.ToDecimals(exact + Doubt, decimals);

    private static bool RoundsAlike(FeeList list, decimal exact, decimal shown)
    {
        var step = list.Terms.Step;
        if (list.Apportionment is null) return Rounding.ToStep(shown, step) == Rounding.ToStep(exact, step);

        var ((shownSteps, shownRemainder), (steps, remainder)) = (Rounding.Divide(shown, step), Rounding.Divide(exact, step));
        return shownSteps == steps && shownRemainder > 0 == remainder > 0;
    }
}
