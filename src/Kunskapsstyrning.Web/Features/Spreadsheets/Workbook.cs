using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Kunskapsstyrning.Web.Features.Printing;

namespace Kunskapsstyrning.Web.Features.Spreadsheets;

/// <summary>Writes sheets as an Excel workbook, row after row. Numbers are numbers, words are words, and there is no formula in it.</summary>
internal static class Workbook
{
    /// <summary>What it is sent as.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const int MostInCell = 32_767;

    public static byte[] Write(string title, DateTimeOffset made, params IReadOnlyList<Sheet> sheets)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            book.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(new Sheets(sheets.Select((sheet, at) => new DocumentFormat.OpenXml.Spreadsheet.Sheet
            {
                Name = sheet.Name,
                SheetId = (uint)at + 1,
                Id = Write(book.AddNewPart<WorksheetPart>(), sheet, book),
            })));
            var about = document.PackageProperties;
            (about.Title, about.Language, about.Creator) = (XmlText.Clean(title), "sv-SE", "Kunskapsstyrning, SKR");
            about.Created = about.Modified = made.UtcDateTime;
        }

        return file.ToArray();
    }

    private static string Write(WorksheetPart part, Sheet sheet, WorkbookPart book)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }));
        writer.WriteElement(new Columns(sheet.Columns.Select((column, at) => new DocumentFormat.OpenXml.Spreadsheet.Column { Min = (uint)at + 1, Max = (uint)at + 1, Width = column.Width, CustomWidth = true })));
        writer.WriteStartElement(new SheetData());
        Write(writer, 1, [.. sheet.Columns.Select(c => (Spreadsheets.Cell)c.Heading)], CellStyle.Heading);
        var number = 1;
        foreach (var row in sheet.Rows) Write(writer, ++number, row, null);
        writer.WriteEndElement();
        if (number > 1) writer.WriteElement(new AutoFilter { Reference = $"A1:{Name(sheet.Columns.Count - 1)}{number.ToString(CultureInfo.InvariantCulture)}" });
        writer.WriteEndElement();
        return book.GetIdOfPart(part);
    }

    private static void Write(OpenXmlWriter writer, int number, IReadOnlyList<Spreadsheets.Cell> cells, CellStyle? style)
    {
        writer.WriteStartElement(new Row { RowIndex = (uint)number });
        for (var at = 0; at < cells.Count; at++)
        {
            if (cells[at] is not { Text.Length: > 0 } cell) continue;

            var place = $"{Name(at)}{number.ToString(CultureInfo.InvariantCulture)}";
            var drawn = (uint)(style ?? cell.Style);
            writer.WriteElement(cell.Words is { } words
                ? new DocumentFormat.OpenXml.Spreadsheet.Cell(new InlineString(new Text(Fitting(words)) { Space = SpaceProcessingModeValues.Preserve })) { CellReference = place, DataType = CellValues.InlineString, StyleIndex = drawn }
                : new DocumentFormat.OpenXml.Spreadsheet.Cell(new CellValue(cell.Text!)) { CellReference = place, StyleIndex = drawn });
        }

        writer.WriteEndElement();
    }

    private static string Fitting(string words) => XmlText.Clean(words.Length > MostInCell ? words[..MostInCell] : words);

    /// <summary>The column's letters.</summary>
    private static string Name(int column) => column < 26 ? $"{(char)('A' + column)}" : $"{(char)('A' + column / 26 - 1)}{(char)('A' + column % 26)}";

    /// <summary>The formats, in the order of <see cref="CellStyle"/>.</summary>
    private static Stylesheet Styles() => new(
        new NumberingFormats(
            new NumberingFormat { NumberFormatId = 164, FormatCode = "#,##0" }, new NumberingFormat { NumberFormatId = 165, FormatCode = "#,##0.00" }, new NumberingFormat { NumberFormatId = 166, FormatCode = "yyyy\\-mm\\-dd" }),
        new Fonts(new Font(new FontSize { Val = 11 }, new FontName { Val = "Calibri" }), new Font(new Bold(), new FontSize { Val = 11 }, new FontName { Val = "Calibri" })),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border(), new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder { Style = BorderStyleValues.Thin }, new DiagonalBorder())),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(), new CellFormat { FontId = 1, ApplyFont = true, BorderId = 1, ApplyBorder = true },
            Number(164), Number(165), Number(166), new CellFormat { QuotePrefix = true }));

    private static CellFormat Number(uint format) => new() { NumberFormatId = format, ApplyNumberFormat = true };
}
