namespace Kunskapsstyrning.Domain.Fees;

/// <summary>What makes fee terms nonsense, each with its sentence. Terms with none of it give fees for any population.</summary>
public static class FeeTermsRefusals
{
    /// <summary>Kronor per inhabitant and year that nobody would recommend.</summary>
    public const decimal HighestRate = 1_000m;

    /// <summary>Kronor a year that nobody would recommend.</summary>
    public const decimal HighestAmount = 100_000_000_000m;

    /// <summary>The coarsest rounding.</summary>
    public const decimal LargestStep = 100_000m;

    private const int MostDecimalsOfRate = 10;
    private const int MostDecimalsOfPart = 6;

    /// <summary>Two ways to set the same fee.</summary>
    public static Refusal RateAndTotal => new("terms-rate-and-total", "Ange antingen en sats per invånare eller en summa att dela på, inte båda: den ena räknas fram ur den andra.", "summa");

    /// <summary>An amount for each beside a rate or a total.</summary>
    public static Refusal AmountBesideAnother => new("terms-amount-beside-another", "Ett lika belopp för alla hör bara till avgift som är lika för alla. Töm fältet, eller välj det sättet.", "belopp");

    /// <summary>A rate beside something that is not set by one.</summary>
    public static Refusal RateDoesNotBelong => new("terms-rate-does-not-belong", "En sats per invånare hör inte till det valda sättet. Töm fältet, eller välj ett annat sätt.", "sats");

    /// <summary>A total beside something that is not set by one.</summary>
    public static Refusal TotalDoesNotBelong => new("terms-total-does-not-belong", "En summa att dela på hör inte till det valda sättet. Töm fältet, eller välj ett annat sätt.", "summa");

    /// <summary>A take-up where the price does not fall with it.</summary>
    public static Refusal TakeUpDoesNotBelong => new("terms-take-up-does-not-belong", "En anslutning hör bara till ett högsta pris som sjunker när fler är med. Töm fältet, eller välj det sättet.", "anslutning");

    /// <summary>No rate where there must be one.</summary>
    public static Refusal RateMissing => new("terms-rate-missing", "Skriv hur många kronor per invånare, till exempel 1,95.", "sats");

    /// <summary>A rate of nothing, or less.</summary>
    public static Refusal RateNotPositive => new("terms-rate-not-positive", "Satsen måste vara större än noll.", "sats");

    /// <summary>A rate that nobody would recommend.</summary>
    public static Refusal RateTooHigh => new("terms-rate-too-high", "Satsen är orimligt hög: den är i kronor per invånare, högst 1 000.", "sats");

    /// <summary>A rate with more decimals than are shown.</summary>
    public static Refusal RateTooFine => new("terms-rate-too-fine", "Skriv satsen med högst tio decimaler.", "sats");

    /// <summary>No total where there must be one.</summary>
    public static Refusal TotalMissing => new("terms-total-missing", "Skriv summan som avgifterna ska dela på, i kronor per år.", "summa");

    /// <summary>A total that cannot be.</summary>
    public static Refusal TotalUnreasonable => new("terms-total-unreasonable", "Summan måste vara större än noll och högst 100 miljarder kronor, i hela ören.", "summa");

    /// <summary>No amount where there must be one.</summary>
    public static Refusal AmountMissing => new("terms-amount-missing", "Skriv beloppet som varje kommun betalar, i kronor per år.", "belopp");

    /// <summary>An amount that cannot be.</summary>
    public static Refusal AmountUnreasonable => new("terms-amount-unreasonable", "Beloppet måste vara större än noll och högst 100 miljarder kronor, i hela ören.", "belopp");

    /// <summary>A cap that cannot be.</summary>
    public static Refusal CapUnreasonable => new("terms-cap-unreasonable", "Taket måste vara större än noll och högst 100 miljarder kronor, i hela ören.", "tak");

    /// <summary>A falling price whose cost is not said.</summary>
    public static Refusal TakeUpMissing => new("terms-take-up-missing", "Skriv vid vilken anslutning det högsta priset täcker kostnaden, till exempel 60 procent av invånarna, eller vad kostnaden är.", "anslutning");

    /// <summary>A falling price whose cost is said twice.</summary>
    public static Refusal TakeUpAndTotal => new("terms-take-up-and-total", "Ange antingen anslutningen eller kostnaden, inte båda: den ena räknas fram ur den andra.", "anslutning");

    /// <summary>A take-up that is no part of the country.</summary>
    public static Refusal TakeUpOutside => new("terms-take-up-outside", "Anslutningen måste vara större än 0 och högst 100 procent av landets invånare.", "anslutning");

    /// <summary>A price reckoned at no part of the country, or where no price falls.</summary>
    public static Refusal PricedOutside => new("terms-priced-outside", "Anslutningen som priset räknas vid måste vara större än 0 och högst 100 procent, och hör bara till ett pris som sjunker.", "vid");

    /// <summary>Inhabitants count, on no day.</summary>
    public static Refusal PopulationDateMissing => new("terms-population-date-missing", "Välj vilken dags invånare som räknas.", "folkmangdsdag");

    /// <summary>A day of which nobody has counted the inhabitants.</summary>
    public static Refusal PopulationNotThere => new("terms-population-not-there", "Det finns ingen folkmängd för den dagen. Läs in den först, eller välj en dag som finns.", "folkmangdsdag");

    /// <summary>A discount of nothing, of everything, or of more.</summary>
    public static Refusal DiscountOutside => new("terms-discount-outside", "Rabatten måste vara större än 0 och mindre än 100 procent.", "rabatt-procent");

    /// <summary>A discount or a take-up with more decimals than anyone has decided.</summary>
    public static Refusal PartTooFine => new("terms-part-too-fine", "Skriv procenten med högst fyra decimaler.", "rabatt-procent");

    /// <summary>A discount for nobody.</summary>
    public static Refusal DiscountForNobody => new("terms-discount-for-nobody", "Skriv hur många kommuner, eller hur många invånare, som rabatten gäller: ett helt tal större än noll.", "rabatt-antal");

    /// <summary>A step that cannot be.</summary>
    public static Refusal StepUnreasonable => new("terms-step-unreasonable", "Avgifterna kan avrundas till hela ören, kronor eller jämna belopp upp till 100 000 kr.", "steg");

    /// <summary>An equal fee that somebody would pay a krona more of.</summary>
    public static Refusal FlatIsRoundedEach => new("terms-flat-is-rounded-each", "En avgift som är lika för alla kan inte fördelas exakt: då skulle någon betala mer än andra.", "avrundning");

    /// <summary>Terms without amounts that carry one.</summary>
    public static Refusal NotSetSaysNothing => new("terms-not-set-says-nothing", "En avgift som inte är fastställd har varken sats, summa, belopp, tak eller rabatt. Töm fälten, eller välj hur avgiften bestäms.", "slag");

    /// <summary>What is wrong with the terms, in the order of their form; none when they can be used.</summary>
    public static IReadOnlyList<Refusal> Of(FeeTerms terms) => [.. Found(terms).OfType<Refusal>()];

    /// <summary>What is wrong with a discount; null when nothing is.</summary>
    public static Refusal? OfDiscount(int number, decimal part)
    {
        if (number <= 0) return DiscountForNobody;
        if (part is <= 0m or >= 1m) return DiscountOutside;
        return Rounding.DecimalsIn(part) > MostDecimalsOfPart ? PartTooFine : null;
    }

    /// <summary>What is wrong with a step; null when nothing is.</summary>
    public static Refusal? OfStep(decimal step) => step is >= 0.01m and <= LargestStep && Rounding.DecimalsIn(step) <= 2 ? null : StepUnreasonable;

    private static IEnumerable<Refusal?> Found(FeeTerms terms)
    {
        if (terms.Kind is FeeKind.NotSet)
        {
            yield return (terms.Rate, terms.Total, terms.Amount, terms.Cap, terms.TakeUpAtHighestPrice, terms.Discount) is (null, null, null, null, null, null) ? null : NotSetSaysNothing;
            yield break;
        }

        yield return OfRate(terms);
        yield return OfTotal(terms);
        yield return OfAmount(terms);
        yield return terms.Cap is { } cap && !IsReasonable(cap) ? CapUnreasonable : null;
        yield return OfTakeUp(terms);
        yield return OfPriced(terms);
        yield return NeedsPopulation(terms) && terms.PopulationDate is null ? PopulationDateMissing : null;
        yield return OfStep(terms.Step);
        yield return terms is { Kind: FeeKind.Flat, Rounding: RoundingMode.Exact } ? FlatIsRoundedEach : null;
    }

    private static Refusal? OfRate(FeeTerms terms) => (terms.Kind is FeeKind.RatePerInhabitant or FeeKind.FallingWithTakeUp, terms.Rate) switch
    {
        (false, null) => null,
        (false, _) => terms.Kind is FeeKind.ShareOfTotal ? null : RateDoesNotBelong,
        (true, null) => RateMissing,
        (true, <= 0m) => RateNotPositive,
        (true, > HighestRate) => RateTooHigh,
        (true, { } rate) => Rounding.DecimalsIn(rate) > MostDecimalsOfRate ? RateTooFine : null,
    };

    private static Refusal? OfTotal(FeeTerms terms)
    {
        var both = (terms.Rate, terms.Total) is ({ }, { });
        return (terms.Kind, terms.Total) switch
        {
            (FeeKind.RatePerInhabitant or FeeKind.ShareOfTotal, _) when both => RateAndTotal,
            (FeeKind.ShareOfTotal, null) => terms.Rate is null ? TotalMissing : RateDoesNotBelong,
            (FeeKind.ShareOfTotal or FeeKind.FallingWithTakeUp, { } total) => IsReasonable(total) ? null : TotalUnreasonable,
            (_, null) => null,
            _ => TotalDoesNotBelong,
        };
    }

    private static Refusal? OfAmount(FeeTerms terms) => (terms.Kind is FeeKind.Flat, terms.Amount) switch
    {
        (false, null) => null,
        (false, _) => AmountBesideAnother,
        (true, null) => AmountMissing,
        (true, { } amount) => IsReasonable(amount) ? null : AmountUnreasonable,
    };

    private static Refusal? OfTakeUp(FeeTerms terms) => (terms.Kind is FeeKind.FallingWithTakeUp, terms.TakeUpAtHighestPrice) switch
    {
        (false, null) => null,
        (false, _) => TakeUpDoesNotBelong,
        (true, null) => terms.Total is null ? TakeUpMissing : null,
        (true, _) when terms.Total is not null => TakeUpAndTotal,
        (true, <= 0m or > 1m) => TakeUpOutside,
        (true, { } part) => Rounding.DecimalsIn(part) > MostDecimalsOfPart ? PartTooFine with { Field = "anslutning" } : null,
    };

    private static Refusal? OfPriced(FeeTerms terms) => (terms.Kind is FeeKind.FallingWithTakeUp, terms.PricedAtTakeUp) switch
    {
        (_, null) => null,
        (false, _) or (_, <= 0m or > 1m) => PricedOutside,
        (true, { } part) => Rounding.DecimalsIn(part) > MostDecimalsOfPart ? PartTooFine with { Field = "vid" } : null,
    };

    private static bool NeedsPopulation(FeeTerms terms) =>
        terms.Kind is FeeKind.RatePerInhabitant or FeeKind.ShareOfTotal or FeeKind.FallingWithTakeUp || terms.Discount is not null;

    private static bool IsReasonable(Kronor amount) => amount.Amount is > 0m and <= HighestAmount && Rounding.DecimalsIn(amount.Amount) <= 2;
}
