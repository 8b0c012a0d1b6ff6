namespace Kunskapsstyrning.Domain.Invoices;

/// <summary>How VAT stands on the fee. What it is nobody has said, so it is chosen and never assumed.</summary>
public enum VatCategory
{
    /// <summary>S: VAT at a rate.</summary>
    Standard = 1,
    /// <summary>Z: VAT at zero per cent.</summary>
    ZeroRated,
    /// <summary>E: exempt, for a reason.</summary>
    Exempt,
    /// <summary>O: not a matter of VAT at all, for a reason.</summary>
    OutsideScope,
}

/// <summary>The VAT on the fee.</summary>
/// <param name="Category">How it stands.</param>
/// <param name="Percent">Per cent; zero where nothing is added.</param>
/// <param name="Reason">Why nothing is added, where a reason is asked for; else null.</param>
public sealed record Vat(VatCategory Category, decimal Percent, string? Reason)
{
    /// <summary>The rates there are in Sweden.</summary>
    public static IReadOnlyList<decimal> Rates { get; } = [25m, 12m, 6m];

    /// <summary>True where it must be said why nothing is added.</summary>
    public static bool NeedsReason(VatCategory category) => category is VatCategory.Exempt or VatCategory.OutsideScope;

    /// <summary>The VAT on an amount, to the öre.</summary>
    public Kronor On(Kronor net) => new(Rounding.ToDecimals(net.Amount * Percent / 100m, 2));
}

/// <summary>Who sends the invoices.</summary>
/// <param name="Name">The name in full.</param>
/// <param name="OrganisationNumber">The organisation number, also the electronic address.</param>
/// <param name="VatNumber">The VAT number; null when there is none.</param>
/// <param name="Street">Street or box.</param>
/// <param name="PostalCode">Postal code.</param>
/// <param name="City">Postal town.</param>
/// <param name="HasFTax">True when it is approved for F-tax.</param>
public sealed record Seller(string Name, OrganisationNumber OrganisationNumber, VatNumber? VatNumber, string Street, string PostalCode, string City, bool HasFTax);

/// <summary>What an installation says about its invoices.</summary>
public sealed record InvoiceTerms
{
    /// <summary>The longest time to pay.</summary>
    public const int LongestPaymentDays = 120;

    /// <summary>The longest beginning of invoice numbers.</summary>
    public const int LongestSeries = 10;

    /// <summary>The longest reason, name or line of an address.</summary>
    public const int LongestText = 120;

    /// <summary>Who sends them.</summary>
    public required Seller Seller { get; init; }

    /// <summary>Where the money goes; null when it goes to an account alone.</summary>
    public Bankgiro? Bankgiro { get; init; }

    /// <summary>The account that the money goes to; null when it goes to a bankgiro alone.</summary>
    public Iban? Iban { get; init; }

    /// <summary>Days from the invoice to the last day of payment.</summary>
    public required int PaymentDays { get; init; }

    /// <summary>The VAT; null while nobody has chosen.</summary>
    public Vat? Vat { get; init; }

    /// <summary>What invoice numbers begin with, letters and digits.</summary>
    public required string Series { get; init; }

    /// <summary>What stands in the way of stating them; null when nothing does.</summary>
    public Refusal? Refusal => this switch
    {
        { Bankgiro: null, Iban: null } => InvoiceRefusals.NoAccount,
        { PaymentDays: < 1 or > LongestPaymentDays } => InvoiceRefusals.PaymentDays,
        { Seller.VatNumber: { } vat } when vat.Text[2..12] != Seller.OrganisationNumber.Digits => InvoiceRefusals.VatNumberOfAnother,
        { Vat: { Category: VatCategory.Standard } vat } when !Vat.Rates.Contains(vat.Percent) => InvoiceRefusals.NoRate,
        { Vat: { Category: not VatCategory.Standard, Percent: not 0m } } => InvoiceRefusals.RateWithoutVat,
        { Vat: { Category: not VatCategory.OutsideScope }, Seller.VatNumber: null } => InvoiceRefusals.NoVatNumber,
        { Vat: { Reason: null } vat } when Vat.NeedsReason(vat.Category) => InvoiceRefusals.NoVatReason,
        _ => null,
    };
}

/// <summary>One version of what is said about invoices. The highest number holds; invoices keep the one they were made with.</summary>
public sealed class InvoiceSettings : Aggregate
{
    private static readonly Guid Timeline = Guid.Parse("0198a004-0000-7000-8000-000000000001");

    private InvoiceSettings() { }

    private InvoiceSettings(int number, InvoiceTerms terms, PersonId by, DateTimeOffset at) => (Number, Terms, StatedBy, StatedAt) = (number, terms, by, at);

    /// <summary>1 for the first, then upwards.</summary>
    public int Number { get; private set; }

    /// <summary>What is said.</summary>
    public InvoiceTerms Terms { get; private set; } = null!;

    /// <summary>Who stated it.</summary>
    public PersonId StatedBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset StatedAt { get; private set; }

    /// <summary>States something else, or the first. The same again states nothing.</summary>
    /// <param name="before">What holds; null when nothing does.</param>
    /// <param name="seen">The number of what the one who states it saw; zero when nothing stood.</param>
    public static Result State(InvoiceSettings? before, int seen, InvoiceTerms terms, PersonId by, DateTimeOffset at, out InvoiceSettings? stated)
    {
        stated = null;
        if ((before?.Number ?? 0) != seen) return InvoiceRefusals.SettingsChangedMeanwhile;
        if (terms.Refusal is { } refusal) return refusal;
        if (before?.Terms == terms) return Result.Done;

        stated = new InvoiceSettings(seen + 1, terms, by, at);
        stated.Record(new InvoiceSettingsStated(Timeline, before?.Terms, terms));
        return Result.Done;
    }
}

/// <summary>What is said about invoices was stated, or changed.</summary>
public sealed record InvoiceSettingsStated(Guid Subject, InvoiceTerms? Was, InvoiceTerms Is) : IEvent
{
    /// <inheritdoc/>
    public object? Before => Was is null ? null : Told(Was);

    /// <inheritdoc/>
    public object? After => Told(Is);

    private static object Told(InvoiceTerms terms) => new
    {
        terms.Seller.Name, OrganisationNumber = terms.Seller.OrganisationNumber.ToString(), VatNumber = terms.Seller.VatNumber?.Text, terms.Seller.Street, terms.Seller.PostalCode, terms.Seller.City,
        terms.Seller.HasFTax, Bankgiro = terms.Bankgiro?.ToString(), Iban = terms.Iban?.Text, terms.PaymentDays, terms.Vat, terms.Series,
    };
}
