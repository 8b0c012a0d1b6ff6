namespace Kunskapsstyrning.Domain.Fees;

/// <summary>Identifies an allocation version.</summary>
public readonly record struct AllocationId(Guid Value);

/// <summary>
/// One version of what every municipality pays in a period: the terms, the population and every row are copied, so that
/// it can be shown again whatever changes later. A change is a new version with a reason.
/// </summary>
public sealed class Allocation
{
    private readonly List<AllocationRow> _rows = [];

    private Allocation() { }

    /// <summary>A version of a period's fees.</summary>
    public Allocation(AllocationId id, FundingPeriod period, int number, FeeTerms terms, PopulationSetId? population, decimal? rate, string? reason, IEnumerable<AllocationRow> rows)
    {
        (Id, RecommendationId, PeriodId, Number) = (id, period.RecommendationId, period.Id, number);
        (Terms, PopulationSetId, RatePerInhabitant, Reason) = (terms, population, rate, reason);
        _rows.AddRange(rows);
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

    /// <summary>Why there is a new version; null for the first.</summary>
    public string? Reason { get; private set; }

    /// <summary>One row for each municipality.</summary>
    public IReadOnlyList<AllocationRow> Rows => _rows;
}

/// <summary>A municipality's fee in an allocation version.</summary>
public sealed class AllocationRow
{
    private AllocationRow() { }

    /// <summary>A row as computed, and as published where SKR has published it.</summary>
    public AllocationRow(MunicipalityCode municipality, int inhabitants, bool discounted, decimal? exact, Kronor? computed, Kronor? published) =>
        (MunicipalityCode, Inhabitants, Discounted, Exact, Computed, Published) = (municipality, inhabitants, discounted, exact, computed, published);

    /// <summary>Whose fee.</summary>
    public MunicipalityCode MunicipalityCode { get; private set; }

    /// <summary>Inhabitants on the day of the terms.</summary>
    public int Inhabitants { get; private set; }

    /// <summary>True when the discount is taken off.</summary>
    public bool Discounted { get; private set; }

    /// <summary>Kronor a year before rounding; null where only a published list holds.</summary>
    public decimal? Exact { get; private set; }

    /// <summary>Kronor a year as computed; null where only a published list holds.</summary>
    public Kronor? Computed { get; private set; }

    /// <summary>Kronor a year as SKR has published it; null when it has not.</summary>
    public Kronor? Published { get; private set; }

    /// <summary>What holds: the published amount where there is one, else the computed; null when neither is known.</summary>
    public Kronor? Fee => Published ?? Computed;
}
