using System.Globalization;
using System.Net;
using Kunskapsstyrning.Domain.Intake;

namespace Kunskapsstyrning.Web.Features.Reading;

/// <summary>
/// Reads what pdftotext writes with -bbox-layout: one mark a line, pages of blocks of lines of words. Read line by line and not as
/// XML, since the program does not promise well-formed XML for every document.
/// </summary>
internal static class PdfText
{
    public static IReadOnlyList<TextPage> Parse(string written)
    {
        var pages = new List<TextPage>();
        var (lines, words) = (new List<TextLine>(), new List<TextWord>());
        var (width, height) = (0d, 0d);
        foreach (var line in written.AsSpan().EnumerateLines())
        {
            var mark = line.TrimStart();
            if (mark.StartsWith("<word ") && WordOf(mark, width, height) is { } word) words.Add(word);
            else if (mark.StartsWith("</line>") && words.Count > 0)
            {
                lines.Add(new TextLine([.. words]));
                words.Clear();
            }
            else if (mark.StartsWith("</block>") && lines.Count > 0) lines.Add(new TextLine([]));
            else if (mark.StartsWith("<page ")) (width, height) = (Number(mark, "width=\""), Number(mark, "height=\""));
            else if (mark.StartsWith("</page>")) Close();
        }
        if (lines.Count > 0) Close();
        return pages;

        void Close()
        {
            if (lines is [.., { Words.Count: 0 }]) lines.RemoveAt(lines.Count - 1);
            pages.Add(new TextPage(pages.Count + 1, [.. lines]) { Size = PageSize.Of(width, height) });
            lines.Clear();
        }
    }

    private static TextWord? WordOf(ReadOnlySpan<char> mark, double width, double height)
    {
        var (start, end) = (mark.IndexOf('>'), mark.LastIndexOf("</word>"));
        if (start < 0 || end <= start) return null;

        var text = PlainText.Word(WebUtility.HtmlDecode(mark[(start + 1)..end].ToString()));
        var place = mark[..start];
        var box = Box(Number(place, "xMin=\""), Number(place, "yMin=\""), Number(place, "xMax=\""), Number(place, "yMax=\""), width, height);
        return text.Length > 0 ? new TextWord(text, box) : null;
    }

    /// <summary>The place as fractions of the page, kept inside it; null where it makes no sense.</summary>
    internal static PageBox? Box(double left, double top, double right, double bottom, double width, double height)
    {
        if (!(width > 0) || !(height > 0)) return null;

        (left, right) = (Math.Clamp(left / width, 0, 1), Math.Clamp(right / width, 0, 1));
        (top, bottom) = (Math.Clamp(top / height, 0, 1), Math.Clamp(bottom / height, 0, 1));
        return right > left && bottom > top ? new PageBox(left, top, right - left, bottom - top) : null;
    }

    private static double Number(ReadOnlySpan<char> mark, string name)
    {
        var start = mark.IndexOf(name);
        if (start < 0) return 0;

        var value = mark[(start + name.Length)..];
        var end = value.IndexOf('"');
        return end > 0 && double.TryParse(value[..end], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : 0;
    }
}
