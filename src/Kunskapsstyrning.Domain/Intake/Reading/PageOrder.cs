namespace Kunskapsstyrning.Domain.Intake.Reading;

/// <summary>
/// The lines of a page as one reads them. A program that takes text out of a PDF goes through a letterhead column by column, so
/// that the label and what stands beside it come apart; up there the lines are put back row by row.
/// </summary>
internal static class PageOrder
{
    /// <summary>How far down a letterhead reaches, as a part of the page.</summary>
    private const double Letterhead = 0.3;

    public static IReadOnlyList<TextLine> Of(TextPage page)
    {
        var head = page.Lines.Where(line => TopOf(line) < Letterhead).ToList();
        if (head.Count < 2) return page.Lines;

        var rows = new List<List<TextLine>>();
        foreach (var line in head.OrderBy(TopOf))
            if (rows.Count > 0 && IsBeside(rows[^1][0], line)) rows[^1].Add(line);
            else rows.Add([line]);

        var below = page.Lines.SkipWhile(line => line.Words.Count == 0 || TopOf(line) < Letterhead).Where(line => !(TopOf(line) < Letterhead));
        return [.. rows.Select(Together), new TextLine([]), .. below];
    }

    private static double TopOf(TextLine line) => line.Words.Count > 0 && line.Words[0].Box is { } box ? box.Top : double.NaN;

    private static bool IsBeside(TextLine row, TextLine line) => Math.Abs(TopOf(row) - TopOf(line)) < 0.5 * row.Words[0].Box!.Height;

    private static TextLine Together(List<TextLine> row) => row.Count == 1 ? row[0] : new TextLine([.. row.SelectMany(line => line.Words).OrderBy(word => word.Box?.Left ?? 0)]);
}
