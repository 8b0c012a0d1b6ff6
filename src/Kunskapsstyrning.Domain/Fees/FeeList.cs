namespace Kunskapsstyrning.Domain.Fees;

/// <summary>What one municipality pays in a year, before rounding, as computed and as published.</summary>
/// <param name="Municipality">Who pays.</param>
/// <param name="Inhabitants">The inhabitants that count.</param>
/// <param name="Discounted">True for those the discount rule points out.</param>
/// <param name="Exact">Kronor before rounding; null where nothing is computed.</param>
/// <param name="Computed">The fee by the terms; null where nothing is computed.</param>
/// <param name="Published">The fee in the list that was sent out; null where none is known.</param>
public sealed record Fee(
    MunicipalityCode Municipality, int Inhabitants, bool Discounted, decimal? Exact, Kronor? Computed, Kronor? Published)
{
    /// <summary>What holds: the published fee where there is one, else the computed; null when neither is known.</summary>
    public Kronor? Amount => Published ?? Computed;

    /// <summary>The explanation that was stored with the fee when it was frozen; null where it is made from the list.</summary>
    public FeeExplanation? Explained { get; init; }

    /// <summary>True when two persons at SKR have frozen it.</summary>
    public bool IsDecided { get; init; }

    /// <summary>True when it only comes out of the terms: SKR has neither published nor frozen it.</summary>
    public bool IsOnlyComputed => Published is null && !IsDecided;

    /// <summary>How much more was published than the terms give; null unless both are known.</summary>
    public Kronor? PublishedDifference => Published - Computed;
}

/// <summary>How far rounding carried the sum of the computed fees from what they should come to.</summary>
/// <param name="Target">What the fees should come to: the total, or the unrounded amounts together.</param>
/// <param name="Sum">What the computed fees come to.</param>
public sealed record RoundingDifference(Kronor Target, Kronor Sum)
{
    /// <summary>The sum less the target; below zero when the fees bring in too little.</summary>
    public Kronor Amount => Sum - Target;
}

/// <summary>The fees of one year, a row for each municipality that pays, ordered by code.</summary>
public sealed class FeeList
{
    private readonly Fee[] _rows;
    private readonly Lazy<int> _rateDecimals;

    /// <summary>The rows in code order.</summary>
    internal FeeList(FeeTerms terms, Fee[] rows)
    {
        (Terms, _rows) = (terms, rows);
        _rateDecimals = new(() => ShownDecimals.OfRate(this));
        foreach (var row in rows) Sum += row.Amount ?? Kronor.Zero;
    }

    /// <summary>The fees of a frozen version as they were stored: nothing of them is reckoned anew.</summary>
    /// <param name="terms">The terms, copied.</param>
    /// <param name="rows">The rows, in any order.</param>
    /// <param name="rate">Kronor per inhabitant, with the decimals that are shown; null where there is none.</param>
    /// <param name="described">What is the same for the whole list, as it was said then.</param>
    public static FeeList AsFrozen(FeeTerms terms, IEnumerable<Fee> rows, decimal? rate, IReadOnlyList<string> described) =>
        new(terms, [.. rows.OrderBy(r => r.Municipality)], rate is { } shown ? Math.Max(2, Rounding.DecimalsIn(shown)) : 0) { RatePerInhabitant = rate, Described = described };

    private FeeList(FeeTerms terms, Fee[] rows, int rateDecimals) : this(terms, rows) => _rateDecimals = new(() => rateDecimals);

    /// <summary>The terms that gave the fees.</summary>
    public FeeTerms Terms { get; }

    /// <summary>Everyone's fee, by municipality code. Empty when the fee is not set.</summary>
    public IReadOnlyList<Fee> Rows => _rows;

    /// <summary>Kronor per inhabitant before discount, unrounded; null where the fee does not depend on inhabitants.</summary>
    public decimal? RatePerInhabitant { get; internal init; }

    /// <summary>The inhabitants that share the cost, those with discount counted in part; null where the fee does not depend on them.</summary>
    public decimal? CountedInhabitants { get; internal init; }

    /// <summary>The cost that those who pay share; null where the fee is not a share of one.</summary>
    public decimal? SharedCost { get; internal init; }

    /// <summary>What is the same for the whole list, as it was stored when it was frozen; null where it is made from the list.</summary>
    public IReadOnlyList<string>? Described { get; private init; }

    /// <summary>The decimals to show of the rate, so that every shown amount comes out of it; null where there is no rate.</summary>
    public int? RateDecimals => RatePerInhabitant is null ? null : _rateDecimals.Value;

    /// <summary>How the whole steps were handed out; null when each fee was rounded on its own.</summary>
    public Apportionment? Apportionment { get; internal init; }

    /// <summary>What rounding did to the sum of the computed fees; null where nothing is computed.</summary>
    public RoundingDifference? RoundingDifference { get; internal init; }

    /// <summary>The fees that hold, published before computed, added together.</summary>
    public Kronor Sum { get; }

    /// <summary>How much the sum is above the cap: zero when it is within; null where there is no cap.</summary>
    public Kronor? AboveCap => Terms.Cap is { } cap ? Sum > cap ? Sum - cap : Kronor.Zero : null;

    /// <summary>The municipality's fee; null when it has no row.</summary>
    public Fee? Of(MunicipalityCode municipality)
    {
        var (low, high) = (0, _rows.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = _rows[middle].Municipality.CompareTo(municipality);
            if (order == 0) return _rows[middle];

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return null;
    }
}
