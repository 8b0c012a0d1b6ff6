using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Kunskapsstyrning.Domain.Invoices;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Shared;

namespace Kunskapsstyrning.Web.Features.Invoicing;

/// <summary>Writes an invoice or a credit as Peppol BIS Billing 3 (UBL 2.1), elements in the order of the schema.</summary>
internal static class UblInvoice
{
    public static readonly XNamespace Cac = "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2";
    public static readonly XNamespace Cbc = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2";

    private const string Customization = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0";
    private const string Process = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0";

    /// <summary>The scheme of Swedish organisation numbers.</summary>
    private const string Swedish = "0007";

    /// <summary>The document as bytes, UTF-8.</summary>
    public static byte[] Bytes(InvoiceDocument document)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Indent = true, Encoding = new System.Text.UTF8Encoding(false) })) Of(document).Save(writer);
        return bytes.ToArray();
    }

    /// <summary>The document.</summary>
    public static XDocument Of(InvoiceDocument document)
    {
        var (invoice, terms, run) = (document.Invoice, document.Terms, document.Run);
        var kind = document.IsCredit ? "CreditNote" : "Invoice";
        XNamespace root = $"urn:oasis:names:specification:ubl:schema:xsd:{kind}-2";
        return new XDocument(new XElement(root + kind,
            new XAttribute(XNamespace.Xmlns + "cac", Cac), new XAttribute(XNamespace.Xmlns + "cbc", Cbc),
            Basic("CustomizationID", Customization), Basic("ProfileID", Process), Basic("ID", invoice.Number), Basic("IssueDate", Day(invoice.IssuedOn)),
            document.IsCredit ? null : Basic("DueDate", Day(run.DueOn)), Basic(document.IsCredit ? "CreditNoteTypeCode" : "InvoiceTypeCode", document.IsCredit ? "381" : "380"),
            Basic("Note", InvoiceWords.Note(document)), Basic("DocumentCurrencyCode", "SEK"), Basic("BuyerReference", invoice.BuyerReference.Text),
            new XElement(Cac + "InvoicePeriod", Basic("StartDate", Day(new DateOnly(run.Year, 1, 1))), Basic("EndDate", Day(new DateOnly(run.Year, 12, 31)))),
            document.RefersTo is { } earlier ? new XElement(Cac + "BillingReference", new XElement(Cac + "InvoiceDocumentReference", Basic("ID", earlier.Number), Basic("IssueDate", Day(earlier.IssuedOn)))) : null,
            new XElement(Cac + "AccountingSupplierParty", SellerOf(terms)),
            new XElement(Cac + "AccountingCustomerParty", Party(invoice.OrganisationNumber, invoice.Name, Address(null), [])),
            document.IsCredit ? null : Payment(terms, invoice.Number),
            new XElement(Cac + "PaymentTerms", Basic("Note", InvoiceWords.PaymentTerms(document))),
            new XElement(Cac + "TaxTotal", Amount("TaxAmount", document.Vat), new XElement(Cac + "TaxSubtotal",
                Amount("TaxableAmount", invoice.Amount), Amount("TaxAmount", document.Vat), Tax("TaxCategory", document.VatChosen, withReason: true))),
            new XElement(Cac + "LegalMonetaryTotal",
                Amount("LineExtensionAmount", invoice.Amount), Amount("TaxExclusiveAmount", invoice.Amount), Amount("TaxInclusiveAmount", document.Gross), Amount("PayableAmount", document.Gross)),
            new XElement(Cac + $"{kind}Line",
                Basic("ID", "1"), new XElement(Cbc + (document.IsCredit ? "CreditedQuantity" : "InvoicedQuantity"), new XAttribute("unitCode", "C62"), "1"), Amount("LineExtensionAmount", invoice.Amount),
                new XElement(Cac + "Item", Basic("Name", document.Item), Tax("ClassifiedTaxCategory", document.VatChosen, withReason: false)),
                new XElement(Cac + "Price", Amount("PriceAmount", invoice.Amount)))));
    }

    private static XElement SellerOf(InvoiceTerms terms)
    {
        // What is no matter of VAT carries no VAT number (BR-O-02).
        var seller = terms.Seller;
        List<XElement> taxes = [];
        if (seller.VatNumber is { } vat && terms.Vat!.Category is not VatCategory.OutsideScope) taxes.Add(TaxScheme(vat.Text, "VAT"));
        if (seller.HasFTax) taxes.Add(TaxScheme("Godkänd för F-skatt", "TAX"));
        return Party(seller.OrganisationNumber, seller.Name, Address(seller), taxes);
    }

    private static XElement Party(OrganisationNumber number, string name, XElement address, IEnumerable<XElement> taxes) => new(Cac + "Party",
        new XElement(Cbc + "EndpointID", new XAttribute("schemeID", Swedish), number.Digits),
        new XElement(Cac + "PartyName", Basic("Name", name)), address, taxes,
        new XElement(Cac + "PartyLegalEntity", Basic("RegistrationName", name), new XElement(Cbc + "CompanyID", new XAttribute("schemeID", Swedish), number.Digits)));

    private static XElement Address(Seller? seller) => new(Cac + "PostalAddress",
        seller is null ? null : new[] { Basic("StreetName", seller.Street), Basic("CityName", seller.City), Basic("PostalZone", seller.PostalCode) },
        new XElement(Cac + "Country", Basic("IdentificationCode", "SE")));

    private static XElement TaxScheme(string number, string scheme) => new(Cac + "PartyTaxScheme", Basic("CompanyID", number), new XElement(Cac + "TaxScheme", Basic("ID", scheme)));

    private static XElement Payment(InvoiceTerms terms, string number) => new(Cac + "PaymentMeans",
        Basic("PaymentMeansCode", "30"), Basic("PaymentID", number),
        new XElement(Cac + "PayeeFinancialAccount",
            Basic("ID", terms.Bankgiro?.Digits ?? terms.Iban!.Text), Basic("Name", terms.Seller.Name),
            terms.Bankgiro is null ? null : new XElement(Cac + "FinancialInstitutionBranch", Basic("ID", "SE:BANKGIRO"))));

    private static XElement Tax(string name, Vat vat, bool withReason) => new(Cac + name,
        Basic("ID", Code(vat.Category)),
        vat.Category is VatCategory.OutsideScope ? null : Basic("Percent", Number(vat.Percent)),
        withReason && vat.Category is VatCategory.OutsideScope ? Basic("TaxExemptionReasonCode", "VATEX-EU-O") : null,
        withReason && vat.Reason is { } why ? Basic("TaxExemptionReason", why) : null,
        new XElement(Cac + "TaxScheme", Basic("ID", "VAT")));

    private static string Code(VatCategory category) => category switch
    {
        VatCategory.Standard => "S",
        VatCategory.ZeroRated => "Z",
        VatCategory.Exempt => "E",
        VatCategory.OutsideScope => "O",
        _ => throw new ArgumentOutOfRangeException(nameof(category), category, "No such category."),
    };

    private static XElement Basic(string name, string text) => new(Cbc + name, Printing.XmlText.Clean(text));

    private static XElement Amount(string name, Kronor amount) => new(Cbc + name, new XAttribute("currencyID", "SEK"), Number(amount.Amount));

    private static string Number(decimal number) => number.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
