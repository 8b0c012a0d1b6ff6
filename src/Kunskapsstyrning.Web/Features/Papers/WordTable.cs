using DocumentFormat.OpenXml.Wordprocessing;
using Kunskapsstyrning.Web.Features.Printing;

namespace Kunskapsstyrning.Web.Features.Papers;

/// <summary>A table in a Word document: its head is said again on every sheet, and no line is broken between two.</summary>
internal static class WordTable
{
    /// <summary>As wide as the lines of the text.</summary>
    private const int Width = 9298;

    public static Table Of(Piece.Table table)
    {
        var parts = table.Heads.Sum(h => h.Part);
        return new Table(
        [
            new TableProperties(
                new TableStyle { Val = "Kalkyl" },
                new TableWidth { Type = TableWidthUnitValues.Dxa, Width = $"{Width}" },
                new TableLook { Val = "04A0", FirstRow = true, FirstColumn = true, LastRow = false, LastColumn = false, NoHorizontalBand = true, NoVerticalBand = true },
                new TableCaption { Val = XmlText.Clean(table.Caption) }),
            new TableGrid(table.Heads.Select(h => new GridColumn { Width = $"{Width * h.Part / parts}" })),
            new TableRow([new TableRowProperties(new CantSplit(), new TableHeader()), .. table.Heads.Select(h => Cell(h.Text, h, isStrong: true))]),
            .. table.Lines.Select(line => new TableRow([new TableRowProperties(new CantSplit()), .. line.Cells.Select((cell, at) => Cell(cell.Text, table.Heads[at], line.IsSum))])),
        ]);
    }

    private static TableCell Cell(string text, TableHead head, bool isStrong) =>
        new(new TableCellProperties(), WordPaper.Styled(head.IsNumber ? "Tabelltal" : "Tabelltext", [WordPaper.Run(text, isStrong ? "Strong" : null)]));
}
