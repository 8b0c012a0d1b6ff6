using Kunskapsstyrning.Web.Features.Spreadsheets;

namespace Kunskapsstyrning.Web.Features.Papers;

/// <summary>The tables of a paper as a workbook to reckon on with, a sheet for each.</summary>
internal static class PaperWorkbook
{
    /// <summary>Writes it.</summary>
    /// <param name="paper">The paper.</param>
    /// <param name="made">When it was made.</param>
    /// <param name="about">What it is: the last sheet.</param>
    public static byte[] Write(Paper paper, DateTimeOffset made, Sheet about) =>
        Workbook.Write(paper.Title, made, [.. paper.Pieces.OfType<Piece.Table>().Select(Of), about]);

    private static Sheet Of(Piece.Table table) => new(
        table.Name, [.. table.Heads.Select(h => new Column(h.Text, Math.Max(h.Text.Length + 2, h.Part * 10)))],
        table.Lines.Select(line => (IReadOnlyList<Cell>)[.. line.Cells.Select(Of)]));

    private static Cell Of(PaperCell cell) => cell switch
    {
        { Words: { } words } => words,
        { Day: { } day } => (DateOnly?)day,
        { Year: { } year } => Cell.Bare(year),
        _ => cell.Number,
    };
}
