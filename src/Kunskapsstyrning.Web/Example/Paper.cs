using System.Globalization;
using System.Text;

namespace Kunskapsstyrning.Web.Example;

/// <summary>A line on an example document.</summary>
/// <param name="Text">The words; empty for a gap.</param>
/// <param name="IsHeading">True for what stands in bold.</param>
internal sealed record PaperLine(string Text, bool IsHeading = false);

/// <summary>Makes a small PDF of plain lines, so that example documents can be read as those that municipalities send. Knows nothing but lines and pages.</summary>
internal static class Paper
{
    private const int LinesOnPage = 44;
    private const int LettersOnLine = 84;

    public static byte[] Pdf(IEnumerable<PaperLine> lines)
    {
        var pages = lines.SelectMany(Wrap).Chunk(LinesOnPage).ToList();
        var objects = new List<string>
        {
            "<< /Type /Catalog /Pages 2 0 R /Lang (sv-SE) >>",
            $"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select((_, at) => $"{5 + (2 * at)} 0 R"))}] >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Bold /Encoding /WinAnsiEncoding >>",
        };
        foreach (var (page, at) in pages.Select((p, at) => (p, at)))
        {
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents {6 + (2 * at)} 0 R >>");
            var content = Content(page);
            objects.Add($"<< /Length {content.Length} >>\nstream\n{content}\nendstream");
        }

        return Encoding.Latin1.GetBytes(Written(objects));
    }

    private static string Content(PaperLine[] page)
    {
        var text = new StringBuilder("BT 72 780 Td 16 TL");
        foreach (var line in page) text.Append(CultureInfo.InvariantCulture, $"\n/{(line.IsHeading ? "F2" : "F1")} 11.5 Tf ({Escaped(line.Text)}) Tj T*");
        return text.Append("\nET").ToString();
    }

    private static string Written(List<string> objects)
    {
        var pdf = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        foreach (var (body, at) in objects.Select((o, at) => (o, at)))
        {
            places.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{at + 1} 0 obj\n{body}\nendobj\n");
        }

        var start = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places) pdf.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        return pdf.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n").ToString();
    }

    private static IEnumerable<PaperLine> Wrap(PaperLine line)
    {
        var row = new StringBuilder();
        foreach (var word in line.Text.Split(' '))
        {
            if (row.Length > 0 && row.Length + word.Length + 1 > LettersOnLine)
            {
                yield return line with { Text = row.ToString() };
                row.Clear();
            }

            row.Append(row.Length > 0 ? " " : "").Append(word);
        }

        yield return line with { Text = row.ToString() };
    }

    /// <summary>Latin-1 with the marks of PDF escaped; a dash that Latin-1 lacks by its place in Windows' own table.</summary>
    private static string Escaped(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal).Replace('–', '\u0096').Replace('”', '\u0094');
}
