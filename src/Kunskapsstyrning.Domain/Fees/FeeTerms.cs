namespace Kunskapsstyrning.Domain.Fees;

/// <summary>How the fee of a year is set.</summary>
public enum FeeKind
{
    /// <summary>Not decided, or not known: no fee is shown and none is invented.</summary>
    NotSet,
    /// <summary>So many kronor for each inhabitant.</summary>
    RatePerInhabitant,
    /// <summary>A fixed total, shared by inhabitants.</summary>
    ShareOfTotal,
    /// <summary>The same amount for everyone.</summary>
    Flat,
    /// <summary>A highest price per inhabitant that falls as more join: those who take part share a cost that is given.</summary>
    FallingWithTakeUp,
    /// <summary>Only the published list holds.</summary>
    PublishedList,
}

/// <summary>How a fee comes to whole steps.</summary>
public enum RoundingMode
{
    /// <summary>Each fee is rounded on its own, halves up; the sum then differs from the target.</summary>
    Each,
    /// <summary>
    /// The fees are apportioned by largest remainder, so that they sum to the target exactly. Where the target is not
    /// whole steps (a rate times inhabitants seldom is) it is itself rounded to the nearest step first.
    /// </summary>
    Exact,
}

/// <summary>Who pays less, and how much less.</summary>
public sealed record DiscountRule
{
    private DiscountRule() { }

    /// <summary>The number of largest municipalities with discount; null when the rule is a population threshold.</summary>
    public int? Largest { get; private init; }

    /// <summary>Municipalities with more inhabitants than this get the discount, exclusive; null when the rule is a number of the largest.</summary>
    public int? InhabitantsAbove { get; private init; }

    /// <summary>The part taken off, 0.10 for ten per cent. Between 0 and 1, both exclusive.</summary>
    public decimal Part { get; private init; }

    /// <summary>The <paramref name="count"/> largest get <paramref name="part"/> off; a tie for the last place goes by code.</summary>
    public static DiscountRule ForLargest(int count, decimal part) => new() { Largest = Positive(count), Part = Fraction(part) };

    /// <summary>Those with more than <paramref name="inhabitants"/> inhabitants get <paramref name="part"/> off.</summary>
    public static DiscountRule Above(int inhabitants, decimal part) => new() { InhabitantsAbove = Positive(inhabitants), Part = Fraction(part) };

    private static int Positive(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(number);
        return number;
    }

    private static decimal Fraction(decimal part)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(part, 0m);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(part, 1m);
        return part;
    }
}

/// <summary>The terms that give every municipality's fee in each year of a funding period. Data, never code.</summary>
public sealed record FeeTerms
{
    /// <summary>How the fee is set.</summary>
    public required FeeKind Kind { get; init; }

    /// <summary>Kronor per inhabitant and year before discount; for <see cref="FeeKind.FallingWithTakeUp"/> the highest price.</summary>
    public decimal? Rate { get; init; }

    /// <summary>Kronor a year that the fees share.</summary>
    public Kronor? Total { get; init; }

    /// <summary>
    /// For <see cref="FeeKind.FallingWithTakeUp"/>: the part of the country's inhabitants, 0.60 for sixty per cent, at
    /// which the highest price covers the whole cost. Above it the price falls. Not needed where the cost is stated as
    /// <see cref="Total"/>.
    /// </summary>
    public decimal? TakeUpAtHighestPrice { get; init; }

    /// <summary>
    /// For <see cref="FeeKind.FallingWithTakeUp"/>: the part of the country's inhabitants that the price is reckoned at, and
    /// everyone then has a fee. Null reckons it at those who have joined, and only they have one.
    /// </summary>
    public decimal? PricedAtTakeUp { get; init; }

    /// <summary>Kronor a year for each municipality when the fee is flat.</summary>
    public Kronor? Amount { get; init; }

    /// <summary>The most that all fees together may come to in a year; null where nothing is said.</summary>
    public Kronor? Cap { get; init; }

    /// <summary>Who pays less; null when nobody does.</summary>
    public DiscountRule? Discount { get; init; }

    /// <summary>The day whose inhabitants count; null when the fee does not depend on them.</summary>
    public DateOnly? PopulationDate { get; init; }

    /// <summary>Kronor that fees are rounded to, 1 or 100 for example. Above zero.</summary>
    public decimal Step
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            field = value;
        }
    } = 1m;

    /// <summary>How fees come to whole steps.</summary>
    public RoundingMode Rounding { get; init; } = RoundingMode.Each;

    /// <summary>What about the terms is assumed or reconstructed rather than stated, in Swedish; null when all of it is stated.</summary>
    public string? Assumption { get; init; }

    /// <summary>Where the terms are from.</summary>
    public string Source { get; init; } = "";
}
