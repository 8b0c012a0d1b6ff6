namespace Kunskapsstyrning.Domain.Invoices;

/// <summary>The sentences with which something about invoices is refused.</summary>
public static class InvoiceRefusals
{
    /// <summary>No fees to invoice by.</summary>
    public static readonly Refusal FeesNotSet = new("invoice-fees-not-set", "Avgiften är inte fastställd för det året, så det finns inget att fakturera. Lås avgifterna först.");

    /// <summary>A year that is not paid for.</summary>
    public static readonly Refusal NotCovered = new("invoice-year-not-covered", "Rekommendationen omfattar inte det året.");

    /// <summary>Nothing said about who sends.</summary>
    public static readonly Refusal NoSettings = new("invoice-no-settings", "Fakturainställningarna är inte ifyllda. Fyll i dem först.");

    /// <summary>VAT not chosen.</summary>
    public static readonly Refusal VatNotChosen = new("invoice-vat-not-chosen", "Momsen på avgiften är inte vald. Välj den i fakturainställningarna först; ingen moms antas.", "moms");

    /// <summary>Everything is invoiced already.</summary>
    public static readonly Refusal NothingToInvoice = new("invoice-nothing", "Det finns inget att fakturera: allt som kan faktureras är redan fakturerat.");

    /// <summary>Somebody made a run, or what it rests on changed.</summary>
    public static readonly Refusal ChangedMeanwhile = new("invoice-changed-meanwhile", "Underlaget har ändrats sedan du såg det, eller så har någon annan gjort uttaget. Inget är gjort. Granska underlaget nedan på nytt.");

    /// <summary>A later run without its reason.</summary>
    public static readonly Refusal NeedsReason = new("invoice-needs-reason", "Skriv varför det görs ett nytt uttag. Skälet sparas med uttaget.", "skal");

    /// <summary>A reason that is too long.</summary>
    public static readonly Refusal ReasonTooLong = new("invoice-reason-too-long", "Skriv skälet med högst 500 tecken.", "skal");

    /// <summary>Somebody else stated the settings.</summary>
    public static readonly Refusal SettingsChangedMeanwhile = new("invoice-settings-changed-meanwhile", "Någon annan har ändrat inställningarna medan du skrev. Jämför med det som gäller och spara igen.");

    /// <summary>Somebody else stated the reference.</summary>
    public static readonly Refusal ReferenceChangedMeanwhile = new("buyer-reference-changed-meanwhile", "Någon annan har ändrat beställarreferensen medan du skrev. Jämför med det som gäller och spara igen.");

    /// <summary>A reference that cannot be one.</summary>
    public static readonly Refusal NoReference = new("buyer-reference-unreadable", $"Skriv beställarreferensen som kommunen använder den, högst {BuyerReference.Longest} tecken.", "referens");

    /// <summary>No such municipality.</summary>
    public static readonly Refusal NoSuchMunicipality = new("invoice-municipality-not-there", "Kommunen finns inte i registret.");

    /// <summary>Neither bankgiro nor account.</summary>
    public static readonly Refusal NoAccount = new("invoice-no-account", "Ange ett bankgiro eller ett IBAN.", "bankgiro");

    /// <summary>Absurd payment terms.</summary>
    public static readonly Refusal PaymentDays = new("invoice-payment-days", $"Ange antal dagar till förfallodagen, 1 till {InvoiceTerms.LongestPaymentDays}.", "dagar");

    /// <summary>A VAT number with other digits.</summary>
    public static readonly Refusal VatNumberOfAnother = new("invoice-vat-number-of-another", "Momsregistreringsnumret hör till ett annat organisationsnummer. Kontrollera båda.", "momsnummer");

    /// <summary>A rate that Sweden does not have.</summary>
    public static readonly Refusal NoRate = new("invoice-no-rate", "Välj momssatsen 25, 12 eller 6 procent.", "sats");

    /// <summary>A rate where nothing is added.</summary>
    public static readonly Refusal RateWithoutVat = new("invoice-rate-without-vat", "Momssats anges bara när avgiften har moms.", "sats");

    /// <summary>VAT without a VAT number.</summary>
    public static readonly Refusal NoVatNumber = new("invoice-no-vat-number", "Ange momsregistreringsnummer. Det krävs för det val av moms du har gjort.", "momsnummer");

    /// <summary>No VAT without a reason.</summary>
    public static readonly Refusal NoVatReason = new("invoice-no-vat-reason", "Skriv varför avgiften inte har moms. Skälet står på fakturan.", "momsskal");
}
