namespace Kunskapsstyrning.Web.Tests.Features.Invoicing;

/// <summary>
/// The rules of EN 16931 (BR-…) and of Peppol BIS Billing 3 (PEPPOL-…, SE-R-…) that can say no to an invoice or credit of ours, said anew
/// from their published wording. Those about what our invoices never hold (allowances, attachments, direct debit, tax
/// representatives, other countries) are left out: UBL-CR-001 below refuses the elements themselves.
/// </summary>
internal static class UblRules
{
    private const string Seller = "/*/cac:AccountingSupplierParty/cac:Party";
    private const string Buyer = "/*/cac:AccountingCustomerParty/cac:Party";
    private const string Line = "/*/cac:InvoiceLine|/*/cac:CreditNoteLine";
    private const string Sub = "/*/cac:TaxTotal/cac:TaxSubtotal";
    private const string Total = "/*/cac:LegalMonetaryTotal";
    private const string VatNumber = Seller + "/cac:PartyTaxScheme[cac:TaxScheme/cbc:ID='VAT']/cbc:CompanyID";
    private const string Account = "/*/cac:PaymentMeans/cac:PayeeFinancialAccount/cbc:ID";
    private const string LineNet = "number(/*/cac:InvoiceLine/cbc:LineExtensionAmount|/*/cac:CreditNoteLine/cbc:LineExtensionAmount)";

    public static IReadOnlyList<UblRule> All { get; } =
    [
        new("BR-01", "/*", "normalize-space(cbc:CustomizationID)", "-/*/cbc:CustomizationID"),
        new("BR-02", "/*", "normalize-space(cbc:ID)", "-/*/cbc:ID"),
        new("BR-03", "/*", "normalize-space(cbc:IssueDate)", "-/*/cbc:IssueDate"),
        new("BR-04", "/*", "normalize-space(cbc:InvoiceTypeCode) or normalize-space(cbc:CreditNoteTypeCode)", "-/*/cbc:InvoiceTypeCode"),
        new("BR-05", "/*", "normalize-space(cbc:DocumentCurrencyCode)", "-/*/cbc:DocumentCurrencyCode"),
        new("BR-06", Seller, "normalize-space(cac:PartyLegalEntity/cbc:RegistrationName)", $"-{Seller}/cac:PartyLegalEntity/cbc:RegistrationName"),
        new("BR-07", Buyer, "normalize-space(cac:PartyLegalEntity/cbc:RegistrationName)", $"-{Buyer}/cac:PartyLegalEntity/cbc:RegistrationName"),
        new("BR-08", Seller, "cac:PostalAddress", $"-{Seller}/cac:PostalAddress"),
        new("BR-09", Seller, "normalize-space(cac:PostalAddress/cac:Country/cbc:IdentificationCode)", $"-{Seller}/cac:PostalAddress/cac:Country"),
        new("BR-10", Buyer, "cac:PostalAddress", $"-{Buyer}/cac:PostalAddress"),
        new("BR-11", Buyer, "normalize-space(cac:PostalAddress/cac:Country/cbc:IdentificationCode)", $"-{Buyer}/cac:PostalAddress/cac:Country"),
        new("BR-12", Total, "normalize-space(cbc:LineExtensionAmount)", $"-{Total}/cbc:LineExtensionAmount"),
        new("BR-13", Total, "normalize-space(cbc:TaxExclusiveAmount)", $"-{Total}/cbc:TaxExclusiveAmount"),
        new("BR-14", Total, "normalize-space(cbc:TaxInclusiveAmount)", $"-{Total}/cbc:TaxInclusiveAmount"),
        new("BR-15", Total, "normalize-space(cbc:PayableAmount)", $"-{Total}/cbc:PayableAmount"),
        new("BR-16", "/*", "cac:InvoiceLine or cac:CreditNoteLine", "-/*/cac:InvoiceLine"),
        new("BR-21", Line, "normalize-space(cbc:ID)", "-/*/cac:InvoiceLine/cbc:ID"),
        new("BR-22", Line, "normalize-space(cbc:InvoicedQuantity|cbc:CreditedQuantity)", "-/*/cac:InvoiceLine/cbc:InvoicedQuantity"),
        new("BR-23", Line, "(cbc:InvoicedQuantity|cbc:CreditedQuantity)/@unitCode", "-/*/cac:InvoiceLine/cbc:InvoicedQuantity/@unitCode"),
        new("BR-24", Line, "normalize-space(cbc:LineExtensionAmount)", "-/*/cac:InvoiceLine/cbc:LineExtensionAmount"),
        new("BR-25", Line, "normalize-space(cac:Item/cbc:Name)", "-/*/cac:InvoiceLine/cac:Item/cbc:Name"),
        new("BR-26", Line, "normalize-space(cac:Price/cbc:PriceAmount)", "-/*/cac:InvoiceLine/cac:Price"),
        new("BR-27", Line, "number(cac:Price/cbc:PriceAmount) >= 0", "//cbc:PriceAmount=-1"),
        new("BR-29", "/*/cac:InvoicePeriod", "number(translate(cbc:EndDate, '-', '')) >= number(translate(cbc:StartDate, '-', ''))", "/*/cac:InvoicePeriod/cbc:EndDate=2016-12-31"),
        new("BR-45", Sub, "normalize-space(cbc:TaxableAmount)", $"-{Sub}/cbc:TaxableAmount"),
        new("BR-46", Sub, "normalize-space(cbc:TaxAmount)", $"-{Sub}/cbc:TaxAmount"),
        new("BR-47", Sub, "normalize-space(cac:TaxCategory[cac:TaxScheme/cbc:ID='VAT']/cbc:ID)", $"-{Sub}/cac:TaxCategory/cbc:ID"),
        new("BR-48", Sub, "cac:TaxCategory/cbc:Percent or cac:TaxCategory/cbc:ID='O'", $"-{Sub}/cac:TaxCategory/cbc:Percent"),
        new("BR-49", "/*/cac:PaymentMeans", "normalize-space(cbc:PaymentMeansCode)", "-/*/cac:PaymentMeans/cbc:PaymentMeansCode"),
        new("BR-50", "/*/cac:PaymentMeans/cac:PayeeFinancialAccount", "normalize-space(cbc:ID)", $"-{Account}"),
        new("BR-55", "/*/cac:BillingReference", "normalize-space(cac:InvoiceDocumentReference/cbc:ID)", "-/*/cac:BillingReference/cac:InvoiceDocumentReference/cbc:ID") { OnCredit = true },
        new("BR-61", "/*/cac:PaymentMeans[cbc:PaymentMeansCode='30' or cbc:PaymentMeansCode='58']", "normalize-space(cac:PayeeFinancialAccount/cbc:ID)", "-/*/cac:PaymentMeans/cac:PayeeFinancialAccount"),
        new("BR-62", $"{Seller}/cbc:EndpointID", "@schemeID", $"-{Seller}/cbc:EndpointID/@schemeID"),
        new("BR-63", $"{Buyer}/cbc:EndpointID", "@schemeID", $"-{Buyer}/cbc:EndpointID/@schemeID"),

        new("BR-CO-03", "/*", "not(cbc:TaxPointDate and cac:InvoicePeriod/cbc:DescriptionCode)", "/*+<cbc:TaxPointDate>2026-01-01</cbc:TaxPointDate><cac:InvoicePeriod><cbc:DescriptionCode>35</cbc:DescriptionCode></cac:InvoicePeriod>"),
        new("BR-CO-04", Line, "normalize-space(cac:Item/cac:ClassifiedTaxCategory[cac:TaxScheme/cbc:ID='VAT']/cbc:ID)", "-/*/cac:InvoiceLine/cac:Item/cac:ClassifiedTaxCategory"),
        new("BR-CO-09", VatNumber, "starts-with(., 'SE')", $"{VatNumber}=802000000901"),
        new("BR-CO-10", Total, "number(cbc:LineExtensionAmount) = sum(/*/cac:InvoiceLine/cbc:LineExtensionAmount|/*/cac:CreditNoteLine/cbc:LineExtensionAmount)", $"{Total}/cbc:LineExtensionAmount=1.00"),
        new("BR-CO-13", Total, "number(cbc:TaxExclusiveAmount) = number(cbc:LineExtensionAmount)", $"{Total}/cbc:TaxExclusiveAmount=1.00"),
        new("BR-CO-14", "/*/cac:TaxTotal", "number(cbc:TaxAmount) = sum(cac:TaxSubtotal/cbc:TaxAmount)", "/*/cac:TaxTotal/cbc:TaxAmount=1.00"),
        new("BR-CO-15", Total, "round(100 * cbc:TaxInclusiveAmount) = round(100 * (cbc:TaxExclusiveAmount + /*/cac:TaxTotal/cbc:TaxAmount))", $"{Total}/cbc:TaxInclusiveAmount=1.00"),
        new("BR-CO-16", Total, "number(cbc:PayableAmount) = number(cbc:TaxInclusiveAmount)", $"{Total}/cbc:PayableAmount=1.00"),
        new("BR-CO-17", Sub, "round(100 * cbc:TaxAmount) = round(cbc:TaxableAmount * sum(cac:TaxCategory/cbc:Percent))", $"{Sub}/cbc:TaxAmount=1.00"),
        new("BR-CO-18", "/*", "cac:TaxTotal/cac:TaxSubtotal", $"-{Sub}"),
        new("BR-CO-19", "/*/cac:InvoicePeriod", "cbc:StartDate or cbc:EndDate", "-/*/cac:InvoicePeriod/*"),
        new("BR-CO-25", "/*[cac:LegalMonetaryTotal/cbc:PayableAmount > 0]", "cbc:DueDate or cac:PaymentTerms/cbc:Note", "-/*/cbc:DueDate|/*/cac:PaymentTerms"),
        new("BR-CO-26", Seller, "cac:PartyIdentification/cbc:ID or cac:PartyLegalEntity/cbc:CompanyID or cac:PartyTaxScheme[cac:TaxScheme/cbc:ID='VAT']/cbc:CompanyID", $"-{Seller}/cac:PartyLegalEntity/cbc:CompanyID|{VatNumber}"),

        .. Decimals(("BR-DEC-09", $"{Total}/cbc:LineExtensionAmount"), ("BR-DEC-12", $"{Total}/cbc:TaxExclusiveAmount"), ("BR-DEC-13", "/*/cac:TaxTotal/cbc:TaxAmount"), ("BR-DEC-14", $"{Total}/cbc:TaxInclusiveAmount"),
            ("BR-DEC-18", $"{Total}/cbc:PayableAmount"), ("BR-DEC-19", $"{Sub}/cbc:TaxableAmount"), ("BR-DEC-20", $"{Sub}/cbc:TaxAmount"), ("BR-DEC-23", "//cac:InvoiceLine/cbc:LineExtensionAmount|//cac:CreditNoteLine/cbc:LineExtensionAmount")),

        .. Category("S", "25.00"), .. Category("Z", "0.00"), .. Category("E", "0.00"), .. Category("O", null),
        new("BR-S-02", "/*[//cac:ClassifiedTaxCategory/cbc:ID='S']", $"{Seller}/cac:PartyTaxScheme/cbc:CompanyID", $"-{Seller}/cac:PartyTaxScheme"),
        new("BR-S-05", "//cac:ClassifiedTaxCategory[cbc:ID='S']", "number(cbc:Percent) > 0", "//cac:ClassifiedTaxCategory/cbc:Percent=0"),
        new("BR-S-09", "//cac:TaxSubtotal[cac:TaxCategory/cbc:ID='S']", "round(100 * cbc:TaxAmount) = round(cbc:TaxableAmount * cac:TaxCategory/cbc:Percent)", $"{Sub}/cbc:TaxAmount=7.00"),
        new("BR-S-10", "//cac:TaxCategory[cbc:ID='S']", "not(cbc:TaxExemptionReason or cbc:TaxExemptionReasonCode)", "//cac:TaxCategory+<cbc:TaxExemptionReason>x</cbc:TaxExemptionReason>"),
        new("BR-Z-02", "/*[//cac:ClassifiedTaxCategory/cbc:ID='Z']", $"{Seller}/cac:PartyTaxScheme/cbc:CompanyID", $"-{Seller}/cac:PartyTaxScheme") { On = "Z" },
        new("BR-Z-05", "//cac:ClassifiedTaxCategory[cbc:ID='Z']", "number(cbc:Percent) = 0", "//cac:ClassifiedTaxCategory/cbc:Percent=6") { On = "Z" },
        new("BR-Z-09", "//cac:TaxSubtotal[cac:TaxCategory/cbc:ID='Z']", "number(cbc:TaxAmount) = 0", $"{Sub}/cbc:TaxAmount=7.00") { On = "Z" },
        new("BR-Z-10", "//cac:TaxCategory[cbc:ID='Z']", "not(cbc:TaxExemptionReason or cbc:TaxExemptionReasonCode)", "//cac:TaxCategory+<cbc:TaxExemptionReason>x</cbc:TaxExemptionReason>") { On = "Z" },
        new("BR-E-02", "/*[//cac:ClassifiedTaxCategory/cbc:ID='E']", $"{Seller}/cac:PartyTaxScheme/cbc:CompanyID", $"-{Seller}/cac:PartyTaxScheme") { On = "E" },
        new("BR-E-05", "//cac:ClassifiedTaxCategory[cbc:ID='E']", "number(cbc:Percent) = 0", "//cac:ClassifiedTaxCategory/cbc:Percent=6") { On = "E" },
        new("BR-E-09", "//cac:TaxSubtotal[cac:TaxCategory/cbc:ID='E']", "number(cbc:TaxAmount) = 0", $"{Sub}/cbc:TaxAmount=7.00") { On = "E" },
        new("BR-E-10", "//cac:TaxCategory[cbc:ID='E']", "normalize-space(cbc:TaxExemptionReason) or normalize-space(cbc:TaxExemptionReasonCode)", "-//cbc:TaxExemptionReason") { On = "E" },
        new("BR-O-02", "/*[//cac:ClassifiedTaxCategory/cbc:ID='O']", "not(//cac:PartyTaxScheme[cac:TaxScheme/cbc:ID='VAT'])", $"{Seller}+<cac:PartyTaxScheme><cbc:CompanyID>SE802000000901</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>") { On = "O" },
        new("BR-O-05", "//cac:ClassifiedTaxCategory[cbc:ID='O']", "not(cbc:Percent)", "//cac:ClassifiedTaxCategory+<cbc:Percent>0</cbc:Percent>") { On = "O" },
        new("BR-O-09", "//cac:TaxSubtotal[cac:TaxCategory/cbc:ID='O']", "number(cbc:TaxAmount) = 0", $"{Sub}/cbc:TaxAmount=7.00") { On = "O" },
        new("BR-O-10", "//cac:TaxCategory[cbc:ID='O']", "normalize-space(cbc:TaxExemptionReason) or normalize-space(cbc:TaxExemptionReasonCode)", "-//cbc:TaxExemptionReason|//cbc:TaxExemptionReasonCode") { On = "O" },
        new("BR-O-11", "/*[//cac:TaxSubtotal/cac:TaxCategory/cbc:ID='O']", "not(//cac:TaxSubtotal/cac:TaxCategory[cbc:ID!='O'])", "/*/cac:TaxTotal+<cac:TaxSubtotal><cac:TaxCategory><cbc:ID>S</cbc:ID></cac:TaxCategory></cac:TaxSubtotal>") { On = "O" },
        new("BR-O-12", "/*[//cac:TaxSubtotal/cac:TaxCategory/cbc:ID='O']", "not(//cac:ClassifiedTaxCategory[cbc:ID!='O'])", "//cac:ClassifiedTaxCategory/cbc:ID=S") { On = "O" },

        new("BR-CL-01", "/*", "cbc:InvoiceTypeCode='380' or cbc:CreditNoteTypeCode='381'", "/*/cbc:InvoiceTypeCode=999"),
        new("BR-CL-03", "//*[@currencyID]", "@currencyID='SEK'", $"{Total}/cbc:PayableAmount/@currencyID=KR"),
        new("BR-CL-04", "/*/cbc:DocumentCurrencyCode", ".='SEK'", "/*/cbc:DocumentCurrencyCode=KR"),
        new("BR-CL-11", "//cac:PartyLegalEntity/cbc:CompanyID[@schemeID]", "@schemeID='0007'", "//cac:PartyLegalEntity/cbc:CompanyID/@schemeID=SE"),
        new("BR-CL-14", "//cac:Country/cbc:IdentificationCode", ".='SE'", "//cac:Country/cbc:IdentificationCode=SWE"),
        new("BR-CL-16", "//cbc:PaymentMeansCode", ".='30'", "//cbc:PaymentMeansCode=99"),
        new("BR-CL-17", "//cac:TaxCategory/cbc:ID", "contains(' S Z E O ', concat(' ', ., ' '))", "//cac:TaxCategory/cbc:ID=X"),
        new("BR-CL-18", "//cac:ClassifiedTaxCategory/cbc:ID", "contains(' S Z E O ', concat(' ', ., ' '))", "//cac:ClassifiedTaxCategory/cbc:ID=X"),
        new("BR-CL-22", "//cbc:TaxExemptionReasonCode", ".='VATEX-EU-O'", "//cbc:TaxExemptionReasonCode=INGEN") { On = "O" },
        new("BR-CL-23", "//*[@unitCode]", "@unitCode='C62'", "//cbc:InvoicedQuantity/@unitCode=st"),
        new("BR-CL-25", "//cbc:EndpointID", "@schemeID='0007'", "//cbc:EndpointID/@schemeID=SE"),

        new("PEPPOL-EN16931-R001", "/*", "cbc:ProfileID", "-/*/cbc:ProfileID"),
        new("PEPPOL-EN16931-R002", "/*", "count(cbc:Note) <= 1", "/*+<cbc:Note>x</cbc:Note>"),
        new("PEPPOL-EN16931-R003", "/*", "normalize-space(cbc:BuyerReference) or normalize-space(cac:OrderReference/cbc:ID)", "-/*/cbc:BuyerReference"),
        new("PEPPOL-EN16931-R004", "/*", "starts-with(normalize-space(cbc:CustomizationID), 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0')", "/*/cbc:CustomizationID=urn:cen.eu:en16931:2017"),
        new("PEPPOL-EN16931-R005", "/*", "not(cbc:TaxCurrencyCode = cbc:DocumentCurrencyCode)", "/*+<cbc:TaxCurrencyCode>SEK</cbc:TaxCurrencyCode>"),
        new("PEPPOL-EN16931-R007", "/*", "cbc:ProfileID='urn:fdc:peppol.eu:2017:poacc:billing:01:1.0'", "/*/cbc:ProfileID=urn:fdc:peppol.eu"),
        new("PEPPOL-EN16931-R008", "//*[not(*)]", "normalize-space(.)", "/*/cbc:Note="),
        new("PEPPOL-EN16931-R010", Buyer, "normalize-space(cbc:EndpointID)", $"-{Buyer}/cbc:EndpointID"),
        new("PEPPOL-EN16931-R020", Seller, "normalize-space(cbc:EndpointID)", $"-{Seller}/cbc:EndpointID"),
        new("PEPPOL-EN16931-R051", "//*[@currencyID]", "@currencyID = /*/cbc:DocumentCurrencyCode", $"{Total}/cbc:PayableAmount/@currencyID=EUR"),
        new("PEPPOL-EN16931-R053", "/*", "count(cac:TaxTotal[cac:TaxSubtotal]) = 1", "/*+<cac:TaxTotal><cac:TaxSubtotal/></cac:TaxTotal>"),
        new("PEPPOL-EN16931-R054", "/*", "count(cac:TaxTotal[not(cac:TaxSubtotal)]) = 0", "/*+<cac:TaxTotal/>"),
        new("PEPPOL-EN16931-R120", Line, "number(cbc:LineExtensionAmount) = (cbc:InvoicedQuantity|cbc:CreditedQuantity) * cac:Price/cbc:PriceAmount", "//cbc:PriceAmount=1.00"),
        new("PEPPOL-EN16931-R121", Line, "not(cac:Price/cbc:BaseQuantity) or cac:Price/cbc:BaseQuantity > 0", "//cac:Price+<cbc:BaseQuantity>0</cbc:BaseQuantity>"),
        new("PEPPOL-EN16931-CL007", "//*[@currencyID]", "string-length(@currencyID) = 3", "//cbc:PayableAmount/@currencyID=KRONOR"),
        new("PEPPOL-EN16931-CL008", "//cbc:EndpointID", "@schemeID='0007'", "//cbc:EndpointID/@schemeID=9999"),
        new("PEPPOL-EN16931-F001", "//cbc:IssueDate|//cbc:DueDate|//cbc:StartDate|//cbc:EndDate", "string-length(.) = 10 and translate(., '0123456789', '') = '--' and substring(., 5, 1) = '-' and substring(., 8, 1) = '-'", "/*/cbc:IssueDate=20260115"),
        new("PEPPOL-EN16931-P0100", "/*/cbc:InvoiceTypeCode", ".='380'", "/*/cbc:InvoiceTypeCode=381"),
        new("PEPPOL-EN16931-P0101", "/*/cbc:CreditNoteTypeCode", ".='381'", "/*/cbc:CreditNoteTypeCode=380") { OnCredit = true },
        new("PEPPOL-EN16931-P0105", "//cac:TaxCategory[cbc:TaxExemptionReasonCode='VATEX-EU-O']", "cbc:ID='O'", "//cac:TaxCategory/cbc:ID=E") { On = "O" },
        new("PEPPOL-COMMON-R049", "//cbc:EndpointID[@schemeID='0007']", Luhn("."), $"{Buyer}/cbc:EndpointID=2120000051"),

        new("SE-R-001", VatNumber, "string-length(normalize-space(.)) = 14", $"{VatNumber}=SE8020000009"),
        new("SE-R-002", VatNumber, "translate(substring(., 3), '0123456789', '') = ''", $"{VatNumber}=SE8020000009AB"),
        new("SE-R-003", "//cac:PartyLegalEntity/cbc:CompanyID", "translate(., '0123456789', '') = ''", "//cac:PartyLegalEntity/cbc:CompanyID=802000-009"),
        new("SE-R-004", "//cac:PartyLegalEntity/cbc:CompanyID", "string-length(normalize-space(.)) = 10", "//cac:PartyLegalEntity/cbc:CompanyID=802000009"),
        new("SE-R-005", $"{Seller}/cac:PartyTaxScheme[cac:TaxScheme/cbc:ID!='VAT']/cbc:CompanyID", ".='Godkänd för F-skatt'", $"{Seller}/cac:PartyTaxScheme[cac:TaxScheme/cbc:ID!='VAT']/cbc:CompanyID=F-skatt"),
        new("SE-R-006", "//cac:TaxCategory[cbc:ID='S']|//cac:ClassifiedTaxCategory[cbc:ID='S']", "number(cbc:Percent) = 25 or number(cbc:Percent) = 12 or number(cbc:Percent) = 6", "//cac:TaxCategory/cbc:Percent=24"),
        new("SE-R-008", $"/*/cac:PaymentMeans/cac:PayeeFinancialAccount[cac:FinancialInstitutionBranch/cbc:ID='SE:BANKGIRO']/cbc:ID", "translate(., '0123456789', '') = ''", $"{Account}=123-4566"),
        new("SE-R-009", $"/*/cac:PaymentMeans/cac:PayeeFinancialAccount[cac:FinancialInstitutionBranch/cbc:ID='SE:BANKGIRO']/cbc:ID", "string-length(.) = 7 or string-length(.) = 8", $"{Account}=123456"),
        new("SE-R-011", "/*/cac:PaymentMeans", "not(cbc:PaymentMeansCode='50' or cbc:PaymentMeansCode='56')", "//cbc:PaymentMeansCode=50"),
        new("SE-R-012", "/*/cac:PaymentMeans", "not(cbc:PaymentMeansCode='31')", "//cbc:PaymentMeansCode=31"),
        new("SE-R-013", "//cac:PartyLegalEntity/cbc:CompanyID", Luhn("."), "//cac:PartyLegalEntity/cbc:CompanyID=8020000008"),
    ];

    /// <summary>The rules that every category has: it is in the breakdown, with the sum of its lines.</summary>
    private static IEnumerable<UblRule> Category(string category, string? percent) =>
    [
        new($"BR-{category}-01", $"/*[//cac:ClassifiedTaxCategory/cbc:ID='{category}']", $"//cac:TaxSubtotal/cac:TaxCategory/cbc:ID='{category}'", "//cac:TaxCategory/cbc:ID=K") { On = category },
        new($"BR-{category}-08", $"//cac:TaxSubtotal[cac:TaxCategory/cbc:ID='{category}'{(percent is null ? "" : $" and cac:TaxCategory/cbc:Percent='{percent}'")}]", $"number(cbc:TaxableAmount) = {LineNet}", $"{Sub}/cbc:TaxableAmount=3.00") { On = category },
    ];

    private static IEnumerable<UblRule> Decimals(params (string Id, string Where)[] all) =>
        all.Select(d => new UblRule(d.Id, d.Where, "string-length(substring-after(., '.')) <= 2", $"({d.Where})=1.001"));

    /// <summary>Ten digits whose last one checks the others.</summary>
    private static string Luhn(string number)
    {
        var doubled = string.Join(" + ", new[] { 1, 3, 5, 7, 9 }.Select(at => $"(2 * substring({number}, {at}, 1)) mod 10 + floor((2 * substring({number}, {at}, 1)) div 10)"));
        var single = string.Join(" + ", new[] { 2, 4, 6, 8, 10 }.Select(at => $"substring({number}, {at}, 1)"));
        return $"string-length({number}) = 10 and ({doubled} + {single}) mod 10 = 0";
    }
}
