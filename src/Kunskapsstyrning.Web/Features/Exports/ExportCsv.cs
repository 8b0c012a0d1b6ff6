using Kunskapsstyrning.Web.Api;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Exports;

/// <summary>The list of a view as CSV, in two profiles: as a Swedish spreadsheet opens it, and as a machine reads it.</summary>
internal static class ExportCsv
{
    /// <summary>What it is sent as.</summary>
    public const string MediaType = "text/csv; charset=utf-8";

    /// <summary>Semicolons, decimal comma, a mark that it is UTF-8, and Swedish heads.</summary>
    public static byte[] ForSpreadsheet(Export export) => Csv.SheetBytes(
        [export.Columns.Select(c => (object)c.Heading), .. export.Rows.Select(row => export.Columns.Select(c => Spoken(c.Cell(row))))]);

    /// <summary>RFC 4180 with the API's names and words.</summary>
    public static byte[] ForMachine(Export export) => Csv.Bytes(export.Columns.Select(c => c.Name), export.Rows.Select(row => export.Columns.Select(c => c.Value(row))));

    private static object Spoken(Spreadsheets.Cell cell) => cell switch
    {
        { Words: { } words } => words,
        { AsDay: { } day } => day.Iso(),
        { Number: { } number } => number,
        _ => "",
    };
}
