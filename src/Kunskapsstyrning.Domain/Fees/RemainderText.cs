namespace Kunskapsstyrning.Domain.Fees;

/// <summary>The sentence that says why a municipality got the extra krona of an exact apportionment, or did not.</summary>
internal static class RemainderText
{
    /// <summary>"Resten 0,58 krona hör till de 144 största; därför avrundas uppåt."</summary>
    public static string Of(Apportionment how, FeeList list, Fee fee, decimal exact)
    {
        var step = list.Terms.Step;
        var decimals = ShownDecimals.OfAmount(list, exact);
        var remainder = Rounding.Divide(Rounding.ToDecimals(exact, decimals), step).Remainder;
        var raised = fee.Computed!.Value.Amount > exact;
        if (remainder == 0 && !raised) return $"Beloppet är redan {(step == 1 ? "hela kronor" : "jämnt")} och avrundas inte.";

        var tie = how.LastIsTied && Rounding.Divide(exact, step).Remainder == how.LastRaised ? " Lika rester skiljs åt av kommunkoden." : "";
        return $"Resten {SwedishText.Number(remainder, decimals)} {(step == 1 ? "krona" : "kronor")} {Place(how.RaisedCount, raised)}; därför avrundas {(raised ? "uppåt" : "nedåt")}.{tie}";
    }

    private static string Place(int count, bool raised) => (count, raised) switch
    {
        (0, _) => "räcker inte till något steg",
        (1, true) => "är den största",
        (1, false) => "är inte den största",
        (_, true) => $"hör till de {SwedishText.Number(count)} största",
        (_, false) => $"hör inte till de {SwedishText.Number(count)} största",
    };
}
