using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Spreadsheets;

namespace Kunskapsstyrning.Web.Features.Invoicing;

/// <summary>A run as a workbook: its lines, and a sheet that tells what they are.</summary>
internal static class InvoiceWorkbook
{
    private static readonly double[] Widths = [16, 14, 13, 13, 11, 26, 20, 20, 12, 12, 14, 14, 14, 30, 15, 15];

    public static byte[] Write(MadeInvoicesView view) => Workbook.Write(
        $"Fakturaunderlag {view.Recommendation.ShortTitle} {view.Run.Year}, uttag {view.Run.Number}", view.Now,
        new Sheet("Fakturaunderlag", [.. InvoiceFiles.Headings.Zip(Widths, (heading, width) => new Column(heading, width))], InvoiceFiles.Cells(view).Select(line => (IReadOnlyList<Cell>)[.. line.Select(CellOf)])),
        Sheet.About(InvoiceFiles.About(view).Select(line => (line.Name, CellOf(line.Value)))));

    private static Cell CellOf(object value) => value switch
    {
        Kronor amount => (Kronor?)amount,
        int number => Cell.Bare(number),
        decimal number => (Kronor?)new Kronor(number),
        _ => (string)value,
    };
}
