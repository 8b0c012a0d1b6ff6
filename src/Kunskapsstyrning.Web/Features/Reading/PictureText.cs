using System.Globalization;
using Kunskapsstyrning.Domain.Intake;

namespace Kunskapsstyrning.Web.Features.Reading;

/// <summary>Reads what tesseract writes as a table: a row for the page, then rows for its blocks, paragraphs, lines and words.</summary>
internal static class PictureText
{
    private const int Columns = 12;

    /// <summary>Below this the program guesses at specks and lines.</summary>
    private const double LeastCertain = 15;

    public static TextPage Parse(string table, int number)
    {
        var (lines, words) = (new List<TextLine>(), new List<TextWord>());
        var (width, height, place, paragraph) = (0d, 0d, "", "");
        foreach (var row in table.Split('\n'))
        {
            var cells = row.TrimEnd('\r').Split('\t');
            if (cells.Length != Columns) continue;
            if (cells[0] == "1") (width, height) = (Number(cells[8]), Number(cells[9]));
            if (cells[0] != "5" || Number(cells[10]) < LeastCertain || string.IsNullOrWhiteSpace(cells[11])) continue;

            var (line, block) = (string.Join(' ', cells[2..5]), string.Join(' ', cells[2..4]));
            if (line != place) EndLine();
            if (block != paragraph && lines.Count > 0) lines.Add(new TextLine([]));
            (place, paragraph) = (line, block);
            var (left, top) = (Number(cells[6]), Number(cells[7]));
            words.Add(new TextWord(PlainText.Word(cells[11]), PdfText.Box(left, top, left + Number(cells[8]), top + Number(cells[9]), width, height)));
        }
        EndLine();
        return new TextPage(number, lines) { Size = PageSize.Of(width, height) };

        void EndLine()
        {
            if (words.Count > 0) lines.Add(new TextLine([.. words]));
            words.Clear();
        }
    }

    private static double Number(string cell) => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : 0;
}
