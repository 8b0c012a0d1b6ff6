using System.Text.RegularExpressions;

namespace Kunskapsstyrning.Domain.Intake.Reading;

/// <summary>What the municipality itself pays a year; neither the whole cost, nor a rate per inhabitant, nor a sum of years.</summary>
internal static partial class AmountReading
{
    private const int Enough = 3;
    private const int Most = 300;
    private static readonly Kronor Largest = new(3_000_000m);

    public static Suggestion<Kronor>? Of(Matter matter, ReadStage? stage, RecommendationId? recommendation, IReadOnlyList<MunicipalityCode> municipalities)
    {
        if (stage is ReadStage.None) return null;

        var fees = recommendation is { } asked && municipalities.Count == 1 ? matter.Known.FeesOf(asked, municipalities[0]) : [];
        var ranked = matter.Matches(Written()).Take(Most).Select(m => Read(matter, m, fees)).OfType<Candidate>().Where(c => c.Weight > 0)
            .GroupBy(c => c.Amount).Select(g => (Best: g.MaxBy(c => c.Weight)!, Score: g.Max(c => c.Weight) + g.Count() - 1)).OrderByDescending(g => g.Score).ToList();
        if (ranked.Count == 0 || ranked[0].Score < Enough) return null;

        var rival = ranked.Count > 1 ? ranked[1].Score : 0;
        if (rival == ranked[0].Score) return null;

        var best = ranked[0].Best;
        var certain = best.IsFee && best.Weight >= 10 && rival < 6;
        return new Suggestion<Kronor>(best.Amount, matter.Paper.PassageOf(best.Start, best.End), best.IsFee ? "Stämmer med SKR:s uppgift" : "Kommunens kostnad enligt texten", certain ? Confidence.Certain : Confidence.Probable);
    }

    private static Candidate? Read(Matter matter, Match match, IReadOnlyList<Kronor> fees)
    {
        if (!SwedishAmount.TryParse(match.Value.Replace('\n', ' '), out var amount) || amount > Largest || amount < new Kronor(100m)) return null;
        if (matter.Known.Recommendations.Any(r => r.StatedCost?.Yearly == amount)) return null;

        var lower = matter.Paper.Lower;
        var before = lower[Math.Max(0, match.Index - 110)..match.Index].Replace('\n', ' ');
        var after = lower[(match.Index + match.Length)..Math.Min(lower.Length, match.Index + match.Length + 50)].Replace('\n', ' ');
        if (PerHead().IsMatch(after)) return null;

        var isFee = fees.Any(fee => Math.Abs(fee.Amount - amount.Amount) <= fee.Amount * 0.05m);
        var weight = (isFee ? 6 : 0) + (Own().IsMatch(before) ? 3 : 0) + (Yearly().IsMatch(after) || YearlyBefore().IsMatch(before) ? 3 : 0) - (OfMany().IsMatch(after) || Whole().IsMatch(before) ? 6 : 0);
        return new Candidate(amount, match.Index, match.Index + match.Length, weight, isFee);
    }

    private sealed record Candidate(Kronor Amount, int Start, int End, int Weight, bool IsFee);

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"(?<![0-9.,/:-]|[0-9][ \n])([0-9]{1,3}([ \n][0-9]{3}){1,3}|[0-9]{1,3}(\.[0-9]{3}){1,3}|[0-9]{1,9}(,[0-9]{1,3}|\.[0-9]{1,2})?)(:-|,-|[ \n]?(kronor|kr\b|sek\b|tkr\b|ksek\b|tusen kronor|tusen kr\b|mkr\b|mnkr\b|msek\b|miljoner kronor|miljon kronor|miljoner kr\b|mn kr\b))", Options, 5000)]
    private static partial Regex Written();

    [GeneratedRegex(@"^ ?(/|per|och) ?(inv|invånare|kommuninvånare)\b", Options, 5000)]
    private static partial Regex PerHead();

    [GeneratedRegex(@"kommuns (del|andel|kostnad|avgift)|kommunens (del|andel|kostnad|avgift)|stads (del|andel)|stadens (del|andel)|region gotlands|\bdel\b|andel|kostnad(en)?\b|avgift(en)?\b|utgift(en)?\b|summan|belopp(et)?\b|motsvarar|uppgår till|innebär|deltar|bidra", Options, 5000)]
    private static partial Regex Own();

    [GeneratedRegex(@"^( kronor| kr)?,? ?(/|per|om|varje) ?år|^,? ?(årligen|årlig)", Options, 5000)]
    private static partial Regex Yearly();

    [GeneratedRegex(@"årlig(a|en|t)?\b|per år", Options, 5000)]
    private static partial Regex YearlyBefore();

    [GeneratedRegex(@"^[^.,;]{0,25}(för (hela )?perioden|under (fyra|fem|två|hela)|på fyra år|för hela landet|för fyra år|sammanlagt|totalt för)", Options, 5000)]
    private static partial Regex OfMany();

    [GeneratedRegex(@"(nuvarande avgift|nuvarande kostnad|tidigare avgift|stödfunktionen|hela landet|nationellt|samtliga kommuner|alla kommuner|sammanlagt|sammantaget|maximalt|högst|total(a|t) kostnad(en)? (för|på|är) (skl|skr|alla|samtliga|hela)).{0,40}$", Options, 5000)]
    private static partial Regex Whole();
}
