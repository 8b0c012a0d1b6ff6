using Kunskapsstyrning.Domain.Invoices;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Invoicing;

/// <summary>What is said about invoices, in Swedish: on the screen, in files and on the invoices themselves.</summary>
internal static class InvoiceWords
{
    /// <summary>"Faktura".</summary>
    public static string Label(this InvoiceKind kind) => kind is InvoiceKind.Credit ? "Kreditfaktura" : "Faktura";

    /// <summary>Why there is an invoice or a credit.</summary>
    public static string Label(this InvoiceCause cause) => cause switch
    {
        InvoiceCause.Pays => "Betalar det året",
        InvoiceCause.Joined => "Tillkommit efter tidigare uttag",
        InvoiceCause.PaysNoMore => "Betalar inte det året",
        InvoiceCause.FeeChanged => "Avgiften har ändrats",
        InvoiceCause.DetailsCorrected => "Uppgifterna har rättats",
        _ => throw new ArgumentOutOfRangeException(nameof(cause), cause, "No such cause."),
    };

    /// <summary>What is missing.</summary>
    public static string Label(this InvoiceNeed need) => need switch
    {
        InvoiceNeed.OrganisationNumber => "organisationsnummer",
        InvoiceNeed.BuyerReference => "beställarreferens",
        InvoiceNeed.Fee => "avgift",
        _ => throw new ArgumentOutOfRangeException(nameof(need), need, "No such need."),
    };

    /// <summary>The VAT as a choice.</summary>
    public static string Label(this VatCategory category) => category switch
    {
        VatCategory.Standard => "Med moms",
        VatCategory.ZeroRated => "Moms med nollsats",
        VatCategory.Exempt => "Undantagen från moms",
        VatCategory.OutsideScope => "Utanför momsens tillämpningsområde",
        _ => throw new ArgumentOutOfRangeException(nameof(category), category, "No such category."),
    };

    /// <summary>The VAT as a form writes it.</summary>
    public static string InForm(this VatCategory category) => category switch
    {
        VatCategory.Standard => "moms",
        VatCategory.ZeroRated => "noll",
        VatCategory.Exempt => "undantagen",
        VatCategory.OutsideScope => "utanfor",
        _ => throw new ArgumentOutOfRangeException(nameof(category), category, "No such category."),
    };

    /// <summary>The VAT in a few words: "25 % moms", "utan moms".</summary>
    public static string InText(this Vat? vat) => vat switch
    {
        null => "inte vald",
        { Category: VatCategory.Standard } => $"{Swedish.Number(vat.Percent)}{Swedish.Nbsp}% moms",
        _ => Swedish.Lower(vat.Category.Label()),
    };

    /// <summary>Where the money goes: "bankgiro 123-4566".</summary>
    public static string AccountInText(this InvoiceTerms terms) =>
        string.Join(" och ", new[] { terms.Bankgiro is { } bankgiro ? $"bankgiro {bankgiro}" : null, terms.Iban is { } iban ? $"IBAN {iban.Text}" : null }.OfType<string>());

    /// <summary>What is written on the invoice.</summary>
    public static string Note(InvoiceDocument document) => document switch
    {
        { IsCredit: true } => $"Krediterar faktura {document.RefersTo!.Number}. {document.Invoice.Cause.Label()}.",
        { RefersTo: { } earlier } => $"{document.Item}. Ändrar faktura {earlier.Number}: {Swedish.Lower(document.Invoice.Cause.Label())}.",
        _ => $"{document.Item}.",
    };

    /// <summary>How it is paid.</summary>
    public static string PaymentTerms(InvoiceDocument document) =>
        document.IsCredit ? $"Regleras mot faktura {document.RefersTo!.Number}." : $"Betalas inom {Swedish.Count(document.Terms.PaymentDays, "dag", "dagar")}.";

    /// <summary>"24 fakturor och 1 kreditfaktura".</summary>
    public static string Count(int invoices, int credits) => (invoices, credits) switch
    {
        (_, 0) => Swedish.Count(invoices, "faktura", "fakturor"),
        (0, _) => Swedish.Count(credits, "kreditfaktura", "kreditfakturor"),
        _ => $"{Swedish.Count(invoices, "faktura", "fakturor")} och {Swedish.Count(credits, "kreditfaktura", "kreditfakturor")}",
    };
}
