using System.Globalization;
using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Shared;

namespace Kunskapsstyrning.Web.Ui;

/// <summary>How fees are tried and frozen, in words.</summary>
public static partial class Swedish
{
    /// <summary>"2017-2018": years in an address, always both.</summary>
    public static string InAddress(this YearSpan years) => string.Create(CultureInfo.InvariantCulture, $"{years.First}-{years.Last}");

    /// <summary>The years of an address; null when it says no years.</summary>
    public static YearSpan? YearsInAddress(this string text) =>
        text.Split('-') is [{ Length: 4 } first, { Length: 4 } last]
        && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var from) && int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var to) && from <= to
            ? new YearSpan(from, to)
            : null;

    /// <summary>"+100", "−2 500" or "0": how much more, in kronor.</summary>
    public static string SignedFigures(this Kronor difference)
    {
        var decimals = decimal.Truncate(difference.Amount) == difference.Amount ? 0 : 2;
        return $"{(difference.Amount > 0 ? "+" : null)}{Number(difference.Amount, decimals)}";
    }

    /// <summary>"+5,2 %": how large a part more. What is some is never 0,0.</summary>
    public static string SignedPercent(decimal part)
    {
        var shown = Rounding.ToDecimals(part * 100, 1);
        if (shown == 0 && part != 0) return $"{(part > 0 ? "+" : SwedishText.Minus)}{Nbsp}under{Nbsp}0,1{Nbsp}%";
        return $"{(part > 0 ? "+" : null)}{Number(shown, 1)}{Nbsp}%";
    }

    /// <summary>"+5 till +10 %": a band of change.</summary>
    public static string Label(this FeeBand band) => band switch
    {
        { Above: 0m, Through: 0m } => "Oförändrat",
        { Above: null, Through: { } through } => $"Mer än {Number(-through * 100)}{Nbsp}% lägre",
        { Through: null, Above: { } above } => $"Mer än {Number(above * 100)}{Nbsp}% högre",
        { Above: { } above, Through: <= 0m and { } through } => $"{Number(-through * 100)}–{Number(-above * 100)}{Nbsp}% lägre",
        { Above: { } above, Through: { } through } => $"{Number(above * 100)}–{Number(through * 100)}{Nbsp}% högre",
        _ => "",
    };

    /// <summary>"12 kommuners avgifter ändras mer än 5 %, 270 ändras mindre och 8 inte alls."</summary>
    public static string Sentence(this FeeComparison comparison)
    {
        var (all, changed, large) = (comparison.Changes.Count, comparison.Changed, comparison.Large);
        if (changed == 0) return all == 0 ? "Det finns inga avgifter att jämföra." : "Ingen kommuns avgift ändras.";
        return $"{(large == 0 ? "Ingen kommuns avgift" : large == 1 ? "1 kommuns avgift" : $"{Number(large)} kommuners avgifter")} ändras mer än 5{Nbsp}%, {Number(changed - large)} ändras mindre och {Number(all - changed)} inte alls.";
    }

    /// <summary>How far a proposal has come.</summary>
    public static string Label(this ProposalState state) => state switch
    {
        ProposalState.Waiting => "Väntar på en annan person",
        ProposalState.Approved => "Godkänt och låst",
        ProposalState.Withdrawn => "Tillbakataget",
        _ => "Avslaget",
    };

    /// <summary>The terms in short sentences: how the fee is set, whose inhabitants, who pays less, rounding and cap.</summary>
    public static IReadOnlyList<string> Sentences(this FeeTerms terms) => terms.Kind is FeeKind.NotSet
        ? [terms.Sentence()]
        : [.. new[]
        {
            terms.Sentence(),
            terms.PopulationDate is { } day ? $"Invånarna är de som fanns {day.Long()}." : null,
            terms.Discount is { } discount ? FeeExplanation.Describe(discount) : null,
            terms.Kind is FeeKind.PublishedList ? null : terms.RoundingSentence(),
            terms.Cap is { } cap ? $"Alla avgifter tillsammans får vara högst {cap.Text()} per år." : null,
        }.OfType<string>()];

    /// <summary>What the terms say beside how the fee is set: whose inhabitants, who pays less, how it is rounded, how much at most.</summary>
    public static string Details(this FeeTerms terms) => string.Join(' ', terms.Sentences().Skip(1));
}
