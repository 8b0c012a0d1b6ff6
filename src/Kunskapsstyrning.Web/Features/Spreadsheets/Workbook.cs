using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Kunskapsstyrning.Web.Features.Spreadsheets;

/// <summary>Writes sheets as an Excel workbook, row after row as they come. Numbers are numbers, words are words, and there is no formula in it.</summary>
internal static class Workbook
{
    /// <summary>What it is sent as.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const int MostInCell = 32_767;
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private static readonly Lazy<string> StylesXml = new(() => Styles().OuterXml);

    public static byte[] Write(string title, DateTimeOffset made, params IReadOnlyList<Sheet> sheets)
    {
        using var file = new MemoryStream();
        WriteTo(file, title, made, sheets);
        return file.ToArray();
    }

    /// <summary>Writes it where it is to go, a row at a time: a long list takes no more memory than a short one.</summary>
    public static void WriteTo(Stream to, string title, DateTimeOffset made, params IReadOnlyList<Sheet> sheets)
    {
        using var file = new OfficePackage(to, made);
        file.Relate("", "rId1", "officeDocument", "xl/workbook.xml");
        file.Part("xl/workbook.xml", $"{Kind}.sheet.main+xml", $"""<workbook xmlns="{Main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>{string.Concat(sheets.Select((s, at) => $"""<sheet name="{OfficeText.Escaped(s.Name)}" sheetId="{Text(at + 1)}" r:id="rId{Text(at + 1)}"/>"""))}</sheets></workbook>""");
        for (var at = 1; at <= sheets.Count; at++)
        {
            var sheet = sheets[at - 1];
            file.Relate("xl/workbook.xml", $"rId{Text(at)}", "worksheet", $"worksheets/sheet{Text(at)}.xml");
            file.Part($"xl/worksheets/sheet{Text(at)}.xml", $"{Kind}.worksheet+xml", xml => Write(xml, sheet));
        }

        file.Relate("xl/workbook.xml", "rIdStyles", "styles", "styles.xml");
        file.Part("xl/styles.xml", $"{Kind}.styles+xml", StylesXml.Value);
        file.About(title);
    }

    private static void Write(XmlWriter xml, Sheet sheet)
    {
        xml.WriteStartDocument(standalone: true);
        xml.WriteStartElement("worksheet", Main);
        xml.WriteRaw("""<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>""");
        xml.WriteRaw($"<cols>{string.Concat(sheet.Columns.Select((c, at) => $"""<col min="{Text(at + 1)}" max="{Text(at + 1)}" width="{c.Width.ToString(CultureInfo.InvariantCulture)}" customWidth="1"/>"""))}</cols>");
        xml.WriteStartElement("sheetData", Main);
        var names = sheet.Columns.Select((_, at) => Name(at)).ToArray();
        Write(xml, names, 1, [.. sheet.Columns.Select(c => (Cell)c.Heading)], CellStyle.Heading);
        var number = 1;
        foreach (var row in sheet.Rows) Write(xml, names, ++number, row, null);
        xml.WriteEndElement();
        if (number > 1) xml.WriteRaw($"""<autoFilter ref="A1:{names[^1]}{Text(number)}"/>""");
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, string[] names, int number, IReadOnlyList<Cell> cells, CellStyle? style)
    {
        var row = Text(number);
        xml.WriteStartElement("row", Main);
        xml.WriteAttributeString("r", row);
        for (var at = 0; at < cells.Count; at++)
        {
            if (cells[at] is not { Text.Length: > 0 } cell) continue;

            xml.WriteStartElement("c", Main);
            xml.WriteAttributeString("r", names[at] + row);
            xml.WriteAttributeString("s", Text((int)(style ?? cell.Style)));
            if (cell.Words is { } words) Words(xml, words);
            else xml.WriteElementString("v", Main, cell.Text);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Words(XmlWriter xml, string words)
    {
        xml.WriteAttributeString("t", "inlineStr");
        xml.WriteStartElement("is", Main);
        xml.WriteStartElement("t", Main);
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(Fitting(words));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static string Fitting(string words) => Printing.XmlText.Clean(words.Length > MostInCell ? words[..MostInCell] : words);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

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
