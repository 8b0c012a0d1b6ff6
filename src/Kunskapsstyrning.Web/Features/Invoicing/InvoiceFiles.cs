using System.IO.Compression;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Api;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Invoicing;

/// <summary>A line of a run, as machines read it.</summary>
internal sealed record InvoiceRecord(
    string InvoiceNumber, string Type, string IssueDate, string? DueDate, string MunicipalityCode, string Municipality, string OrganisationNumber, string BuyerReference,
    string PeriodStart, string PeriodEnd, decimal NetSek, decimal VatSek, decimal GrossSek, string Cause, string? RefersTo, int AllocationVersion);

/// <summary>The lines of a run as files. Credits are below zero in lists, above it on the credit note itself.</summary>
internal static class InvoiceFiles
{
    public static IReadOnlyList<string> Headings { get; } =
    [
        "Fakturanummer", "Typ", "Fakturadatum", "Förfallodag", "Kommunkod", "Kommun", "Organisationsnummer", "Beställarreferens", "Period från", "Period till",
        "Netto kr", "Moms kr", "Totalt kr", "Orsak", "Avser faktura", "Avgiftsversion",
    ];

    public static IEnumerable<InvoiceRecord> Records(MadeInvoicesView view) => view.Documents.Select(d => new InvoiceRecord(
        d.Invoice.Number, d.IsCredit ? "creditNote" : "invoice", d.Invoice.IssuedOn.Iso(), d.IsCredit ? null : view.Run.DueOn.Iso(), d.Invoice.MunicipalityCode.Digits, d.Invoice.Name,
        d.Invoice.OrganisationNumber.Digits, d.Invoice.BuyerReference.Text, $"{view.Run.Year}-01-01", $"{view.Run.Year}-12-31",
        Signed(d, d.Invoice.Amount), Signed(d, d.Vat), Signed(d, d.Gross), char.ToLowerInvariant(d.Invoice.Cause.ToString()[0]) + d.Invoice.Cause.ToString()[1..], d.RefersTo?.Number, d.Invoice.AllocationVersion));

    /// <summary>The same in Swedish, cell by cell: texts, and kronor as numbers.</summary>
    public static IEnumerable<IReadOnlyList<object>> Cells(MadeInvoicesView view) => view.Documents.Select(d => (IReadOnlyList<object>)
    [
        d.Invoice.Number, d.Invoice.Kind.Label(), d.Invoice.IssuedOn.Iso(), d.IsCredit ? "" : view.Run.DueOn.Iso(), d.Invoice.MunicipalityCode.Digits, d.Invoice.Name,
        d.Invoice.OrganisationNumber.ToString(), d.Invoice.BuyerReference.Text, $"{view.Run.Year}-01-01", $"{view.Run.Year}-12-31",
        Signed(d, d.Invoice.Amount), Signed(d, d.Vat), Signed(d, d.Gross), d.Invoice.Cause.Label(), d.RefersTo?.Number ?? "", (decimal)d.Invoice.AllocationVersion,
    ]);

    /// <summary>What a list says about itself.</summary>
    public static IEnumerable<(string Name, object Value)> About(MadeInvoicesView view) =>
    [
        ("Rekommendation", view.Recommendation.TitleWithYears()), ("År", view.Run.Year), ("Period", $"{view.Run.Year}-01-01 till {view.Run.Year}-12-31"),
        ("Uttag nummer", view.Run.Number), ("Uttaget gjordes", $"{Swedish.DayAndTime(view.Run.MadeAt, default)} av {view.MadeBy}"), ("Skäl", view.Run.Reason ?? ""),
        ("Avgifter för dem som betalade då, kr", view.Run.Due), ("Uttaget netto, kr", view.Run.Net), ("Väntade på uppgifter, kr", view.Run.Waiting),
        ("Filen hämtades", $"{Swedish.DayAndTime(view.Now, default)} av {view.LookedAtBy}"), ("Källa", "Kunskapsstyrning, SKR"),
        .. view.ExampleNotice is { } notice ? [("Exempeldata", notice)] : ((string, object)[])[],
    ];

    /// <summary>The list for a Swedish spreadsheet.</summary>
    public static IResult SwedishSheet(MadeInvoicesView view, string name) => Csv.Sheet([Headings, .. Cells(view)], name);

    /// <summary>Every invoice and credit as a document of its own, packed together. Made twice it is the same to the byte.</summary>
    public static byte[] Packed(MadeInvoicesView view)
    {
        using var bytes = new MemoryStream();
        using (var packed = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var document in view.Documents)
            {
                var entry = packed.CreateEntry($"{document.Invoice.Number}-{document.Invoice.MunicipalityCode}.xml", CompressionLevel.Fastest);
                entry.LastWriteTime = new DateTimeOffset(document.Invoice.IssuedOn, TimeOnly.MinValue, TimeSpan.Zero);
                using var within = entry.Open();
                within.Write(UblInvoice.Bytes(document));
            }
        }

        return bytes.ToArray();
    }

    private static decimal Signed(InvoiceDocument document, Kronor amount) => document.IsCredit ? -amount.Amount : amount.Amount;
}
