namespace Kunskapsstyrning.Domain.Fees;

/// <summary>A line of a calculation as it is drawn: operator, label, number.</summary>
/// <param name="Operator">"", "×", "−" or "=".</param>
/// <param name="Label">What the number is, in Swedish.</param>
/// <param name="Number">The number, already rounded to what is shown.</param>
/// <param name="Decimals">The decimals to show.</param>
/// <param name="Unit">"kr", or "" where the label says it.</param>
/// <param name="IsResult">True for the fee itself.</param>
public sealed record FeeLine(string Operator, string Label, decimal Number, int Decimals, string Unit = "", bool IsResult = false)
{
    /// <summary>The number in Swedish form, with its unit where it has one.</summary>
    public string Text => Unit.Length == 0 ? SwedishText.Number(Number, Decimals) : $"{SwedishText.Number(Number, Decimals)}{SwedishText.NoBreakSpace}{Unit}";
}

/// <summary>
/// Why a fee is what it is, the same on the screen, in the API and in the fee notice. The shown factors multiply to the
/// shown amount, and the shown amount rounds to the shown fee.
/// </summary>
public sealed class FeeExplanation
{
    private readonly List<FeeLine> _lines = [];
    private readonly List<string> _calculation = [];
    private readonly List<string> _notes = [];

    private FeeExplanation() { }

    /// <summary>The calculation line by line; empty where nothing is computed and nothing is published.</summary>
    public IReadOnlyList<FeeLine> Lines => _lines;

    /// <summary>What the lines cannot say: why the krona was rounded up or down, and what the published list says.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>What is said before the notes, the lines as sentences.</summary>
    public IReadOnlyList<string> Calculation => _calculation;

    /// <summary>An explanation that was stored, as it was.</summary>
    public static FeeExplanation AsStored(IEnumerable<FeeLine> lines, IEnumerable<string> calculation, IEnumerable<string> notes)
    {
        var explanation = new FeeExplanation();
        explanation._lines.AddRange(lines);
        explanation._calculation.AddRange(calculation);
        explanation._notes.AddRange(notes);
        return explanation;
    }

    /// <summary>Explains a row of the list: as it was explained when it was frozen, else by what the list says.</summary>
    /// <param name="list">The year's fees.</param>
    /// <param name="fee">The row to explain.</param>
    /// <param name="publisher">Who published the list, by the name it had then.</param>
    public static FeeExplanation Of(FeeList list, Fee fee, string publisher = "SKR")
    {
        if (fee.Explained is { } stored) return stored;

        var explanation = new FeeExplanation();
        if (fee is { Exact: { } exact, Computed: { } computed })
        {
            explanation.Reckon(list, fee, exact);
            explanation.Round(list, fee, computed);
            if (list.Apportionment is { } how) explanation._notes.Add(RemainderText.Of(how, list, fee, exact));
        }

        explanation.Publish(fee, publisher);
        return explanation;
    }

    /// <summary>The whole explanation as sentences, with the same numbers as the lines.</summary>
    public IReadOnlyList<string> ToSentences() => [.. _calculation, .. _notes];

    /// <summary>"De fyra största kommunerna får 10 % rabatt." or "Kommuner med fler än 200 000 invånare får 10 % rabatt."</summary>
    public static string Describe(DiscountRule rule) => rule switch
    {
        { Largest: 1 } => $"Den största kommunen får {SwedishText.Percent(rule.Part)} rabatt.",
        { Largest: { } count } => $"De {SwedishText.Count(count)} största kommunerna får {SwedishText.Percent(rule.Part)} rabatt.",
        _ => $"Kommuner med fler än {SwedishText.Number(rule.InhabitantsAbove ?? 0)} invånare får {SwedishText.Percent(rule.Part)} rabatt.",
    };

    /// <summary>
    /// What is the same for the whole list: where a rate that nobody stated comes from, and who gets the discount. "19 500 000 kr
    /// delat på 10 020 335,1 invånare är 1,946042703 kr per invånare."
    /// </summary>
    public static IReadOnlyList<string> Describe(FeeList list)
    {
        if (list.Described is { } described) return described;

        List<string> sentences = [];
        if (list is { RatePerInhabitant: { } rate, RateDecimals: { } decimals, CountedInhabitants: { } counted } && rate != list.Terms.Rate)
        {
            var total = list.SharedCost!.Value;
            sentences.Add($"{Kr(total, KronorDecimals(total))} delat på {SwedishText.Number(counted, Rounding.DecimalsIn(counted))} invånare är {Kr(rate, decimals)} per invånare.");
            if (list.Terms.Discount is { } shared) sentences.Add($"Invånare i kommuner med rabatt räknas till {SwedishText.Percent(1m - shared.Part)}.");
        }

        if (list.Terms.Discount is { } rule) sentences.Add(Describe(rule));
        return sentences;
    }

    private void Reckon(FeeList list, Fee fee, decimal exact)
    {
        var decimals = ShownDecimals.OfAmount(list, exact);
        var shown = Rounding.ToDecimals(exact, decimals);
        var gross = Factors(list, fee);
        if (!fee.Discounted)
        {
            if (list.RatePerInhabitant is not null) Result("räknat belopp", shown, decimals);
            return;
        }

        var part = list.Terms.Discount!.Part;
        var before = ShownDecimals.OfDiscount(gross, part, shown, decimals);
        var grossShown = Rounding.ToDecimals(gross, before);
        if (list.RatePerInhabitant is not null) Result("före rabatt", grossShown, before);
        var discount = new FeeLine("−", $"rabatt, {SwedishText.Percent(part)}", Rounding.ToDecimals(grossShown * part, before), before);
        _lines.Add(discount);
        _calculation.Add($"Rabatt {SwedishText.Percent(part)}: {Kr(grossShown, before)} − {Kr(discount.Number, before)}");
        Result("räknat belopp", shown, decimals);
    }

    /// <summary>The lines that are multiplied; gives their product.</summary>
    private decimal Factors(FeeList list, Fee fee)
    {
        if (list.RatePerInhabitant is not { } rate)
        {
            var amount = list.Terms.Amount!.Value.Amount;
            _lines.Add(new FeeLine("", "Lika för alla kommuner", amount, KronorDecimals(amount)));
            _calculation.Add($"Lika för alla kommuner: {Kr(amount, KronorDecimals(amount))}");
            return amount;
        }

        var day = list.Terms.PopulationDate is { } date ? $" {SwedishText.LongDate(date)}" : "";
        var decimals = list.RateDecimals!.Value;
        var shownRate = Rounding.ToDecimals(rate, decimals);
        _lines.Add(new FeeLine("", $"Invånare{day}", fee.Inhabitants, 0));
        _lines.Add(new FeeLine("×", "kronor per invånare", shownRate, decimals));
        _calculation.Add($"{SwedishText.Number(fee.Inhabitants)} invånare{day} × {Kr(shownRate, decimals)}");
        return fee.Inhabitants * shownRate;
    }

    private void Result(string label, decimal amount, int decimals)
    {
        _lines.Add(new FeeLine("=", label, amount, decimals));
        _calculation[^1] += $" = {Kr(amount, decimals)}";
    }

    private void Round(FeeList list, Fee fee, Kronor computed)
    {
        var decimals = KronorDecimals(Math.Max(list.Terms.Step % 1, computed.Amount % 1));
        var holds = fee.PublishedDifference is not { } difference || difference == Kronor.Zero;
        var how = list.Apportionment is null ? $"till närmaste {StepName(list.Terms.Step)}" : $"i jämna {StepsName(list.Terms.Step)}";
        _lines.Add(new FeeLine("", $"{(holds ? "Avgift" : "Räknad avgift")}, {how}", computed.Amount, decimals, "kr", IsResult: holds));
        _calculation.Add(list.Apportionment is { } apportionment
            ? $"Fördelat {how}, så att summan blir {Kr(apportionment.Target.Amount, KronorDecimals(apportionment.Target.Amount))}: {SwedishText.Kronor(computed, decimals)}"
            : $"Avrundat {how}: {SwedishText.Kronor(computed, decimals)}");
    }

    private void Publish(Fee fee, string publisher)
    {
        if (fee.Published is not { } published) return;

        var decimals = KronorDecimals(published.Amount);
        var difference = fee.PublishedDifference ?? Kronor.Zero;
        if (!_lines.Exists(line => line.IsResult))
            _lines.Add(new FeeLine("", "Publicerad avgift", published.Amount, decimals, "kr", IsResult: true));
        _notes.Add($"{publisher} har publicerat {SwedishText.Kronor(published, decimals)}. Det beloppet gäller.");
        if (difference == Kronor.Zero) return;

        var size = Math.Abs(difference.Amount);
        _notes.Add($"Det är {Kr(size, KronorDecimals(size))} {(difference > Kronor.Zero ? "mer" : "mindre")} än den räknade avgiften.");
    }

    private static string StepName(decimal step) => step == 1 ? "krona" : Kr(step, KronorDecimals(step));

    private static string StepsName(decimal step) => step == 1 ? "kronor" : $"{SwedishText.Number(step, KronorDecimals(step))}-tal kronor";

    private static string Kr(decimal amount, int decimals) => SwedishText.Kronor(new Kronor(amount), decimals);

    /// <summary>None for whole kronor, else at least two.</summary>
    private static int KronorDecimals(decimal amount) => Rounding.DecimalsIn(amount) is 0 ? 0 : Math.Max(2, Rounding.DecimalsIn(amount));
}
