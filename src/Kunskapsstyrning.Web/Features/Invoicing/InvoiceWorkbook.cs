using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Kunskapsstyrning.Domain.Shared;

namespace Kunskapsstyrning.Web.Features.Invoicing;

/// <summary>Writes a run as a workbook, row by row: its lines, and a sheet that tells what they are. No cell is ever reckoned with as a formula.</summary>
internal static class InvoiceWorkbook
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const uint Head = 1;
    private const uint Money = 2;
    private const uint Quoted = 3;

    public static byte[] Write(MadeInvoicesView view)
    {
        using var file = new MemoryStream();
        using (var workbook = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var main = workbook.AddWorkbookPart();
            main.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var lines = Sheet(main, InvoiceFiles.Headings, InvoiceFiles.Cells(view), [16, 14, 13, 13, 11, 26, 20, 20, 12, 12, 14, 14, 14, 30, 15, 15]);
            var about = Sheet(main, ["Uppgift", "Värde"], InvoiceFiles.About(view), [38, 70]);
            main.Workbook = new Workbook(new Sheets(
                new Sheet { Name = "Fakturaunderlag", SheetId = 1, Id = main.GetIdOfPart(lines) }, new Sheet { Name = "Om uttaget", SheetId = 2, Id = main.GetIdOfPart(about) }));
            (workbook.PackageProperties.Title, workbook.PackageProperties.Creator, workbook.PackageProperties.Language) =
                ($"Fakturaunderlag {view.Recommendation.ShortTitle} {view.Run.Year}, uttag {view.Run.Number}", "Kunskapsstyrning, SKR", "sv-SE");
        }

        return file.ToArray();
    }

    private static WorksheetPart Sheet(WorkbookPart main, IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<object>> lines, double[] widths)
    {
        var part = main.AddNewPart<WorksheetPart>();
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }));
        writer.WriteElement(new Columns(widths.Select((width, at) => new Column { Min = (uint)at + 1, Max = (uint)at + 1, Width = width, CustomWidth = true })));
        writer.WriteStartElement(new SheetData());
        Row(writer, headings.Select(h => Text(h, Head)));
        foreach (var line in lines) Row(writer, line.Select(Cell));
        writer.WriteEndElement();
        writer.WriteEndElement();
        return part;
    }

    private static void Row(OpenXmlWriter writer, IEnumerable<Cell> cells)
    {
        writer.WriteStartElement(new Row());
        foreach (var cell in cells) writer.WriteElement(cell);
        writer.WriteEndElement();
    }

    private static Cell Cell(object value) => value is decimal number
        ? new Cell { CellValue = new CellValue(number.ToString(CultureInfo.InvariantCulture)), DataType = CellValues.Number, StyleIndex = Money }
        : Text((string)value, Quoted);

    /// <summary>Text is said to be text, so that one that begins like a formula stays what it is, also when the cell is edited.</summary>
    private static Cell Text(string text, uint style) =>
        new(new InlineString(new Text(string.Concat(text.Where(c => PrintedText.Shows(c)))) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString, StyleIndex = style };

    private static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat { FormatId = 0 },
            new CellFormat { FormatId = 0, FontId = 1, ApplyFont = true },
            new CellFormat { FormatId = 0, NumberFormatId = 0, ApplyNumberFormat = true },
            new CellFormat { FormatId = 0, NumberFormatId = 49, ApplyNumberFormat = true, QuotePrefix = true }));
}
