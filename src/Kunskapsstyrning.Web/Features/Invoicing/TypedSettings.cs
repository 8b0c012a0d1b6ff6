using System.Globalization;
using Kunskapsstyrning.Domain.Invoices;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Invoicing;

/// <summary>What is typed about invoices, by the names of the fields, which are also their ids.</summary>
public sealed record TypedSettings(IReadOnlyDictionary<string, string> Fields, int Seen)
{
    /// <summary>The fields of the form.</summary>
    public static IReadOnlyList<string> Names { get; } = ["namn", "orgnr", "momsnummer", "gata", "postnr", "ort", "fskatt", "bankgiro", "iban", "dagar", "serie", "moms", "sats", "momsskal"];

    /// <summary>What is typed beside what stands, where they differ, field by field.</summary>
    public IReadOnlyList<TypedDifference> DifferencesFrom(TypedSettings standing) =>
        [.. Names.Where(name => this[name] != standing[name]).Select(name => new TypedDifference(LabelOf(name), standing.InWords(name), InWords(name)))];

    /// <summary>What a field is called.</summary>
    public static string LabelOf(string name) => name switch
    {
        "namn" => "Organisationens namn",
        "orgnr" => "Organisationsnummer",
        "momsnummer" => "Momsregistreringsnummer",
        "gata" => "Gata eller box",
        "postnr" => "Postnummer",
        "ort" => "Postort",
        "fskatt" => "Godkänd för F-skatt",
        "bankgiro" => "Bankgiro",
        "iban" => "IBAN",
        "dagar" => "Dagar till förfallodagen",
        "serie" => "Fakturanummer börjar med",
        "moms" => "Moms på avgiften",
        "sats" => "Momssats, när avgiften har moms",
        "momsskal" => "Varför avgiften inte har moms",
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such field."),
    };

    /// <summary>What is in a field, with choices as they are called.</summary>
    private string InWords(string name) => name switch
    {
        "fskatt" => this[name].Length > 0 ? "Ja" : "Nej",
        "moms" => Enum.GetValues<VatCategory>().Where(c => c.InForm() == this[name]).Select(c => c.Label()).FirstOrDefault() ?? "Inte bestämt",
        "sats" when this[name].Length > 0 => $"{this[name]} procent",
        _ => this[name],
    };

    /// <summary>What is in a field; empty when nothing is.</summary>
    public string this[string name] => Fields.GetValueOrDefault(name) ?? "";

    /// <summary>What was posted.</summary>
    public static TypedSettings Of(IFormCollection form) => new(
        Names.ToDictionary(n => n, n => string.Join(' ', string.Concat(form[n].ToString().Where(PrintedText.Shows)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))),
        int.TryParse(form["sett"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : 0);

    /// <summary>What stands, to go on from.</summary>
    public static TypedSettings Of(InvoiceSettings? holds) => holds is null ? new(new Dictionary<string, string>(), 0) : Of(holds.Terms, holds.Number);

    /// <summary>Terms as they would be typed.</summary>
    public static TypedSettings Of(InvoiceTerms terms, int seen) => new(Shown(terms), seen);

    /// <summary>What is said; null, with what is wrong added, when it cannot be read.</summary>
    public InvoiceTerms? Read(FieldErrors errors)
    {
        var name = Line("namn", "Skriv organisationens namn", errors);
        if (!OrganisationNumber.TryParse(this["orgnr"], out var number)) errors.Add("orgnr", "Skriv organisationsnumret med tio siffror. Kontrollera siffrorna.");
        VatNumber? vatNumber = null;
        if (this["momsnummer"].Length > 0 && !VatNumber.TryParse(this["momsnummer"], out vatNumber)) errors.Add("momsnummer", "Skriv momsregistreringsnumret som SE och tolv siffror, till exempel SE följt av organisationsnumret och 01.");
        var (street, postal, city) = (Line("gata", "Skriv gata eller box", errors), Line("postnr", "Skriv postnumret", errors), Line("ort", "Skriv postorten", errors));
        Bankgiro? bankgiro = null;
        if (this["bankgiro"].Length > 0 && !Bankgiro.TryParse(this["bankgiro"], out bankgiro)) errors.Add("bankgiro", "Bankgironumret stämmer inte. Kontrollera siffrorna.");
        Iban? iban = null;
        if (this["iban"].Length > 0 && !Iban.TryParse(this["iban"], out iban)) errors.Add("iban", "IBAN-numret stämmer inte. Kontrollera det.");
        if (!int.TryParse(this["dagar"], NumberStyles.None, CultureInfo.InvariantCulture, out var days)) errors.Add(InvoiceRefusals.PaymentDays);
        var series = this["serie"].ToUpperInvariant();
        if (series.Length > InvoiceTerms.LongestSeries || !series.All(char.IsAsciiLetterOrDigit)) errors.Add("serie", $"Skriv högst {InvoiceTerms.LongestSeries} bokstäver eller siffror, utan å, ä och ö.");
        var vat = ReadVat(errors);
        if (errors.Any) return null;

        return new InvoiceTerms
        {
            Seller = new Seller(name, number, vatNumber, street, postal, city, this["fskatt"].Length > 0), Bankgiro = bankgiro, Iban = iban, PaymentDays = days, Vat = vat, Series = series,
        };
    }

    private Vat? ReadVat(FieldErrors errors)
    {
        if (this["moms"].Length == 0) return null;
        if (Enum.GetValues<VatCategory>().Cast<VatCategory?>().FirstOrDefault(c => c!.Value.InForm() == this["moms"]) is not { } category)
        {
            errors.Add("moms", "Välj hur det är med momsen.");
            return null;
        }

        if (category is not VatCategory.Standard) return new Vat(category, 0m, Vat.NeedsReason(category) ? Reason(errors) : null);
        if (decimal.TryParse(this["sats"], NumberStyles.None, CultureInfo.InvariantCulture, out var percent)) return new Vat(category, percent, null);
        errors.Add(InvoiceRefusals.NoRate);
        return null;
    }

    private string? Reason(FieldErrors errors)
    {
        var reason = this["momsskal"];
        if (reason.Length > InvoiceTerms.LongestText) errors.Add("momsskal", $"Skriv skälet med högst {InvoiceTerms.LongestText} tecken.");
        return reason.Length == 0 ? null : reason;
    }

    private string Line(string field, string ask, FieldErrors errors)
    {
        if (this[field].Length is 0 or > InvoiceTerms.LongestText) errors.Add(field, $"{ask}, högst {InvoiceTerms.LongestText} tecken.");
        return this[field];
    }

    private static Dictionary<string, string> Shown(InvoiceTerms terms) => new()
    {
        ["namn"] = terms.Seller.Name, ["orgnr"] = terms.Seller.OrganisationNumber.ToString(), ["momsnummer"] = terms.Seller.VatNumber?.Text ?? "", ["gata"] = terms.Seller.Street,
        ["postnr"] = terms.Seller.PostalCode, ["ort"] = terms.Seller.City, ["fskatt"] = terms.Seller.HasFTax ? "ja" : "", ["bankgiro"] = terms.Bankgiro?.ToString() ?? "", ["iban"] = terms.Iban?.Text ?? "",
        ["dagar"] = terms.PaymentDays.ToString(CultureInfo.InvariantCulture), ["serie"] = terms.Series, ["moms"] = terms.Vat?.Category.InForm() ?? "",
        ["sats"] = terms.Vat is { Category: VatCategory.Standard } vat ? vat.Percent.ToString("0", CultureInfo.InvariantCulture) : "", ["momsskal"] = terms.Vat?.Reason ?? "",
    };
}
