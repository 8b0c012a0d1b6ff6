namespace Kunskapsstyrning.Domain.Fees;

/// <summary>Identifies an allocation version.</summary>
public readonly record struct AllocationId(Guid Value);

/// <summary>
/// One version of what every municipality pays in a period: the terms, the population, every row and its explanation are
/// copied, so that it can be shown again whatever changes later. A change is a new version with a reason.
/// </summary>
public sealed class Allocation
{
    private readonly List<AllocationRow> _rows = [];

    private Allocation() { }

    /// <summary>A version of a period's fees.</summary>
    /// <param name="id">Identity.</param>
    /// <param name="period">The period.</param>
    /// <param name="number">1 for the first, then upwards.</param>
    /// <param name="fees">The fees, with what explains them.</param>
    /// <param name="population">The population they were reckoned from; null where they do not depend on it.</param>
    /// <param name="publisher">Who published what is published, by the name it had then.</param>
    /// <param name="reason">Why there is a new version, or why it comes to more than the cap; null for a first within it.</param>
    public Allocation(AllocationId id, FundingPeriod period, int number, FeeList fees, PopulationSetId? population, string publisher, string? reason)
    {
        (Id, RecommendationId, PeriodId, Number) = (id, period.RecommendationId, period.Id, number);
        (Terms, PopulationSetId, Reason) = (fees.Terms, population, reason);
        RatePerInhabitant = fees.RatePerInhabitant is { } rate ? Rounding.ToDecimals(rate, fees.RateDecimals!.Value) : null;
        Description = string.Join('\n', FeeExplanation.Describe(fees));
        _rows.AddRange(fees.Rows.Select(fee => new AllocationRow(id, fee, FeeExplanation.Of(fees, fee, publisher))));
    }

    /// <summary>Identity.</summary>
    public AllocationId Id { get; private set; }

    /// <summary>The recommendation.</summary>
    public RecommendationId RecommendationId { get; private set; }

    /// <summary>The period whose years it holds for.</summary>
    public FundingPeriodId PeriodId { get; private set; }

    /// <summary>1 for the first, then upwards; the highest holds.</summary>
    public int Number { get; private set; }

    /// <summary>The terms, copied.</summary>
    public FeeTerms Terms { get; private set; } = null!;

    /// <summary>The population it was computed from; null when fees do not depend on it.</summary>
    public PopulationSetId? PopulationSetId { get; private set; }

    /// <summary>Kronor per undiscounted inhabitant and year, with the decimals the explanations show; null when there is none.</summary>
    public decimal? RatePerInhabitant { get; private set; }

    /// <summary>What was said of the whole list, a sentence a line; null in versions from before it was stored.</summary>
    public string? Description { get; private set; }

    /// <summary>Why there is a new version, or why it comes to more than the cap; null for a first within it.</summary>
    public string? Reason { get; private set; }

    /// <summary>Who proposed it; null for what came with the program.</summary>
    public PersonId? ProposedBy { get; private set; }

    /// <summary>Who approved it, another person; null for what came with the program.</summary>
    public PersonId? ApprovedBy { get; private set; }

    /// <summary>When it was frozen, in UTC; null for what came with the program.</summary>
    public DateTimeOffset? FrozenAt { get; private set; }

    /// <summary>One row for each municipality.</summary>
    public IReadOnlyList<AllocationRow> Rows => _rows;

    /// <summary>The fees as they were stored; null in versions from before explanations were.</summary>
    public FeeList? AsFrozen() => Description is null || _rows.Exists(r => r.Explanation is null)
        ? null
        : FeeList.AsFrozen(Terms, _rows.Select(r => r.AsFee() with { IsDecided = FrozenAt is not null }), RatePerInhabitant, Description.Length == 0 ? [] : Description.Split('\n'));

    /// <summary>The version that a proposal becomes when another person approves it.</summary>
    public static Allocation Frozen(AllocationId id, FundingPeriod period, AllocationProposal proposal, FeeList fees, string publisher) =>
        new(id, period, proposal.Number, fees, proposal.PopulationSetId, publisher, proposal.Reason)
        {
            ProposedBy = proposal.ProposedBy, ApprovedBy = proposal.SettledBy, FrozenAt = proposal.SettledAt,
        };
}

/// <summary>A municipality's fee in an allocation version.</summary>
public sealed class AllocationRow
{
    private AllocationRow() { }

    internal AllocationRow(AllocationId allocation, Fee fee, FeeExplanation explanation)
    {
        (AllocationId, MunicipalityCode, Inhabitants, Discounted) = (allocation, fee.Municipality, fee.Inhabitants, fee.Discounted);
        (Exact, Computed, Published, Explanation) = (fee.Exact, fee.Computed, fee.Published, explanation);
    }

    /// <summary>The version.</summary>
    public AllocationId AllocationId { get; private set; }

    /// <summary>Whose fee.</summary>
    public MunicipalityCode MunicipalityCode { get; private set; }

    /// <summary>Inhabitants on the day of the terms; none where the fee does not depend on them.</summary>
    public int Inhabitants { get; private set; }

    /// <summary>True when the discount is taken off.</summary>
    public bool Discounted { get; private set; }

    /// <summary>Kronor a year before rounding; null where only a published list holds.</summary>
    public decimal? Exact { get; private set; }

    /// <summary>Kronor a year as computed; null where only a published list holds.</summary>
    public Kronor? Computed { get; private set; }

    /// <summary>Kronor a year as SKR has published it; null when it has not.</summary>
    public Kronor? Published { get; private set; }

    /// <summary>Why the fee is what it is, as it was said; null in versions from before it was stored.</summary>
    public FeeExplanation? Explanation { get; private set; }

    /// <summary>What holds: the published amount where there is one, else the computed; null when neither is known.</summary>
    public Kronor? Fee => Published ?? Computed;

    /// <summary>The row as it stands in a list of fees.</summary>
    public Fee AsFee() => new(MunicipalityCode, Inhabitants, Discounted, Exact, Computed, Published) { Explained = Explanation };
}
