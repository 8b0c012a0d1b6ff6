using System.Xml.Linq;
using Kunskapsstyrning.Web.Features.Invoicing;

namespace Kunskapsstyrning.Web.Tests.Features.Invoicing;

/// <summary>
/// What the UBL 2.1 schema says of the elements that are used: which may stand in which, in what order, and that each stands once.
/// An element that is not here is not in Peppol BIS Billing 3 as we write it (UBL-CR-001 and the rules after it).
/// </summary>
internal static class UblSchema
{
    private static readonly Dictionary<string, string[]> Order = new()
    {
        ["Invoice"] = ["CustomizationID", "ProfileID", "ID", "IssueDate", "DueDate", "InvoiceTypeCode", "Note", "DocumentCurrencyCode", "BuyerReference", "InvoicePeriod", "BillingReference", "AccountingSupplierParty", "AccountingCustomerParty", "PaymentMeans", "PaymentTerms", "TaxTotal", "LegalMonetaryTotal", "InvoiceLine"],
        ["CreditNote"] = ["CustomizationID", "ProfileID", "ID", "IssueDate", "CreditNoteTypeCode", "Note", "DocumentCurrencyCode", "BuyerReference", "InvoicePeriod", "BillingReference", "AccountingSupplierParty", "AccountingCustomerParty", "PaymentMeans", "PaymentTerms", "TaxTotal", "LegalMonetaryTotal", "CreditNoteLine"],
        ["InvoicePeriod"] = ["StartDate", "EndDate"],
        ["BillingReference"] = ["InvoiceDocumentReference"],
        ["InvoiceDocumentReference"] = ["ID", "IssueDate"],
        ["AccountingSupplierParty"] = ["Party"],
        ["AccountingCustomerParty"] = ["Party"],
        ["Party"] = ["EndpointID", "PartyName", "PostalAddress", "PartyTaxScheme", "PartyLegalEntity"],
        ["PartyName"] = ["Name"],
        ["PostalAddress"] = ["StreetName", "CityName", "PostalZone", "Country"],
        ["Country"] = ["IdentificationCode"],
        ["PartyTaxScheme"] = ["CompanyID", "TaxScheme"],
        ["TaxScheme"] = ["ID"],
        ["PartyLegalEntity"] = ["RegistrationName", "CompanyID"],
        ["PaymentMeans"] = ["PaymentMeansCode", "PaymentID", "PayeeFinancialAccount"],
        ["PayeeFinancialAccount"] = ["ID", "Name", "FinancialInstitutionBranch"],
        ["FinancialInstitutionBranch"] = ["ID"],
        ["PaymentTerms"] = ["Note"],
        ["TaxTotal"] = ["TaxAmount", "TaxSubtotal"],
        ["TaxSubtotal"] = ["TaxableAmount", "TaxAmount", "TaxCategory"],
        ["TaxCategory"] = ["ID", "Percent", "TaxExemptionReasonCode", "TaxExemptionReason", "TaxScheme"],
        ["ClassifiedTaxCategory"] = ["ID", "Percent", "TaxScheme"],
        ["LegalMonetaryTotal"] = ["LineExtensionAmount", "TaxExclusiveAmount", "TaxInclusiveAmount", "PayableAmount"],
        ["InvoiceLine"] = ["ID", "InvoicedQuantity", "LineExtensionAmount", "Item", "Price"],
        ["CreditNoteLine"] = ["ID", "CreditedQuantity", "LineExtensionAmount", "Item", "Price"],
        ["Item"] = ["Name", "ClassifiedTaxCategory"],
        ["Price"] = ["PriceAmount"],
    };

    /// <summary>What is wrong with the order, the place or the number of elements.</summary>
    public static IEnumerable<string> Faults(XDocument document) => document.Descendants().Where(e => e.HasElements).SelectMany(Within);

    private static IEnumerable<string> Within(XElement parent)
    {
        if (!Order.TryGetValue(parent.Name.LocalName, out var order)) return [$"{parent.Name.LocalName} has no elements."];

        var places = parent.Elements().Select(e => Array.IndexOf(order, e.Name.LocalName)).ToList();
        return
        [
            .. parent.Elements().Where((_, at) => places[at] < 0).Select(e => $"UBL-CR: {e.Name.LocalName} in {parent.Name.LocalName}"),
            .. parent.Elements().Where(e => e.Name.Namespace != (e.HasElements ? UblInvoice.Cac : UblInvoice.Cbc)).Select(e => $"{e.Name} is of the wrong kind."),
            .. places.Where(p => p >= 0).Zip(places.Where(p => p >= 0).Skip(1)).Where(p => p.First > p.Second || (p.First == p.Second && order[p.First] != "PartyTaxScheme")).Select(p => $"{order[p.Second]} does not follow {order[p.First]} in {parent.Name.LocalName}."),
        ];
    }
}
