using Kunskapsstyrning.Domain.Fees;

namespace Kunskapsstyrning.Domain.Invoices;

/// <summary>What an invoice cannot be written without.</summary>
public enum InvoiceNeed
{
    /// <summary>The organisation number.</summary>
    OrganisationNumber = 1,
    /// <summary>The buyer reference.</summary>
    BuyerReference,
    /// <summary>The fee.</summary>
    Fee,
}

/// <summary>One that pays in a year, and what an invoice to it needs. What is not known is null.</summary>
/// <param name="Municipality">Who pays.</param>
/// <param name="Name">Its name in running text.</param>
/// <param name="OrganisationNumber">Its organisation number.</param>
/// <param name="BuyerReference">Its buyer reference.</param>
/// <param name="Fee">Its fee by the frozen allocation.</param>
public sealed record InvoiceRow(MunicipalityCode Municipality, string Name, OrganisationNumber? OrganisationNumber, BuyerReference? BuyerReference, Kronor? Fee)
{
    /// <summary>What is missing, none when an invoice can be written.</summary>
    public IReadOnlyList<InvoiceNeed> Missing { get; } =
    [
        .. OrganisationNumber is null ? [InvoiceNeed.OrganisationNumber] : (InvoiceNeed[])[],
        .. BuyerReference is null ? [InvoiceNeed.BuyerReference] : (InvoiceNeed[])[],
        .. Fee is null ? [InvoiceNeed.Fee] : (InvoiceNeed[])[],
    ];

    /// <summary>True when an invoice can be written.</summary>
    public bool IsComplete => Missing.Count == 0;
}

/// <summary>Who pays for a recommendation in a year, and how much: what finance invoices by.</summary>
/// <param name="Recommendation">The recommendation.</param>
/// <param name="Year">The year, 1 January to 31 December.</param>
/// <param name="Allocation">The frozen allocation that the fees come from.</param>
/// <param name="Version">Its number.</param>
/// <param name="Rows">Those who pay, by code.</param>
public sealed record InvoiceBasis(RecommendationId Recommendation, int Year, AllocationId Allocation, int Version, IReadOnlyList<InvoiceRow> Rows)
{
    /// <summary>The fees of those who pay.</summary>
    public Kronor Sum { get; } = Rows.Select(r => r.Fee ?? Kronor.Zero).Sum();

    /// <summary>Those of whom something is not known.</summary>
    public IReadOnlyList<InvoiceRow> Incomplete { get; } = [.. Rows.Where(r => !r.IsComplete)];

    /// <summary>The first day that is paid for.</summary>
    public DateOnly From => new(Year, 1, 1);

    /// <summary>The last day that is paid for, inclusive.</summary>
    public DateOnly Through => new(Year, 12, 31);
}
