using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Reference;

/// <summary>The fees of a period, from the allocation version that holds: as they were stored, whatever the program would reckon today.</summary>
public sealed class PeriodFees
{
    internal PeriodFees(FundingPeriod period, Allocation allocation) =>
        (Period, Version, FrozenAt, Reason, PopulationSetId, List) = (period, allocation.Number, allocation.FrozenAt, allocation.Reason, allocation.PopulationSetId, allocation.Stored());

    /// <summary>The period.</summary>
    public FundingPeriod Period { get; }

    /// <summary>The number of the allocation version.</summary>
    public int Version { get; }

    /// <summary>When two persons froze it, in UTC; null for what came with the program.</summary>
    public DateTimeOffset? FrozenAt { get; }

    /// <summary>Why there is a new version; null for the first.</summary>
    public string? Reason { get; }

    /// <summary>The population the fees come out of; null where they do not depend on it.</summary>
    public PopulationSetId? PopulationSetId { get; }

    /// <summary>The fees, with what explains them. Empty when the fee is not set.</summary>
    public FeeList List { get; }

    /// <summary>The terms that hold.</summary>
    public FeeTerms Terms => List.Terms;

    /// <summary>True when there are fees to show.</summary>
    public bool IsSet => List.Rows.Count > 0;
}

/// <summary>What a version holds.</summary>
internal static class StoredFees
{
    /// <summary>
    /// The fees of a version as they were stored. A version from before explanations were stored is explained anew, as long
    /// as the program still reckons the same; else its amounts are shown without how they came.
    /// </summary>
    public static FeeList Stored(this Allocation allocation)
    {
        if (allocation.AsFrozen() is { } frozen) return frozen;

        var rows = allocation.Rows.Select(r => r.AsFee()).ToList();
        var again = FeeCalculation.Calculate(
            allocation.Terms, [.. rows.Select(r => new Population(r.Municipality, r.Inhabitants))], rows.Where(r => r.Published is not null).ToDictionary(r => r.Municipality, r => r.Published!.Value));
        return rows.Count == again.Rows.Count && rows.TrueForAll(r => again.Of(r.Municipality) == r)
            ? again
            : FeeList.AsFrozen(allocation.Terms, rows.ConvertAll(r => r with { Explained = OnlyAmount(r) }), allocation.RatePerInhabitant, []);
    }

    private static FeeExplanation OnlyAmount(Fee fee) => fee.Amount is { } amount
        ? FeeExplanation.AsStored([new FeeLine("", "Avgift", amount.Amount, decimal.Truncate(amount.Amount) == amount.Amount ? 0 : 2, "kr", IsResult: true)], [$"Avgiften är {amount.Text()}."], [])
        : FeeExplanation.AsStored([], [], []);
}
