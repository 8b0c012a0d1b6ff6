using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Kunskapsstyrning.Domain.Shared;
using Xunit;
using Column = Kunskapsstyrning.Web.Features.Spreadsheets.Column;
using Sheet = Kunskapsstyrning.Web.Features.Spreadsheets.Sheet;
using Workbook = Kunskapsstyrning.Web.Features.Spreadsheets.Workbook;

namespace Kunskapsstyrning.Web.Tests.Features.Spreadsheets;

public sealed class WorkbookTests
{
    private static readonly DateTimeOffset Made = new(2017, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Fact]
    public void Numbers_are_numbers_and_words_are_words_and_the_file_is_as_the_standard_says()
    {
        using var book = Open(Workbook.Write("Prov", Made, new Sheet("Lista", [new Column("Kod", 8), new Column("Avgift", 12), new Column("Öre", 12), new Column("Dag", 12)],
            [["0125", (Kronor?)new Kronor(9500), (Kronor?)new Kronor(9.5m), (DateOnly?)new DateOnly(2015, 12, 31)]]), Sheet.About(("Datum", "i dag"))));

        Assert.Empty(new OpenXmlValidator().Validate(book));
        var row = Rows(book, 0)[1];
        Assert.Equal(["0125", "9500", "9.5", "42369"], row.Select(c => c.InnerText));
        Assert.Equal([CellValues.InlineString, null, null, null], row.Select(c => c.DataType?.Value));
        Assert.Equal(["Lista", "Om uttaget"], book.WorkbookPart!.Workbook.Sheets!.Cast<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Select(s => s.Name!.Value));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+46 8")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1+1")]
    public void Words_that_look_like_a_formula_stay_words_also_when_somebody_edits_them(string words)
    {
        using var book = Open(Workbook.Write("Prov", Made, new Sheet("Lista", [new Column("Ord", 8)], [[words]])));

        var cell = Assert.Single(Rows(book, 0)[1]);
        var format = (CellFormat)book.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.ElementAt((int)cell.StyleIndex!.Value);
        Assert.Equal(words, cell.InnerText);
        Assert.True(format.QuotePrefix!.Value);
        Assert.Empty(book.WorkbookPart.WorksheetParts.SelectMany(p => p.Worksheet.Descendants<CellFormula>()));
    }

    [Fact]
    public void The_head_stays_while_one_scrolls()
    {
        using var book = Open(Workbook.Write("Prov", Made, new Sheet("Lista", [new Column("Ord", 8)], [["a"], ["b\u0001"]])));

        var pane = Assert.Single(book.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Pane>());
        Assert.Equal((PaneStateValues.Frozen, "A2"), (pane.State!.Value, pane.TopLeftCell!.Value));
        Assert.Equal("b ", Rows(book, 0)[2][0].InnerText);
    }

    private static SpreadsheetDocument Open(byte[] file) => SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);

    private static List<List<DocumentFormat.OpenXml.Spreadsheet.Cell>> Rows(SpreadsheetDocument book, int sheet)
    {
        var id = book.WorkbookPart!.Workbook.Sheets!.Cast<DocumentFormat.OpenXml.Spreadsheet.Sheet>().ElementAt(sheet).Id!.Value!;
        return [.. ((WorksheetPart)book.WorkbookPart.GetPartById(id)).Worksheet.Descendants<Row>().Select(r => r.Elements<DocumentFormat.OpenXml.Spreadsheet.Cell>().ToList())];
    }
}
