using System.Globalization;
using System.Text;

namespace Kunskapsstyrning.Web.Tests.Features.Reading;

/// <summary>PDF files for tests, written by hand so that each test says what is in them.</summary>
internal static class Pdfs
{
    /// <summary>A page for each text; a text may have lines.</summary>
    public static byte[] Of(params IReadOnlyList<string> pages) => Written(pages, catalog: "");

    /// <summary>One page, with what is to be in the document's catalog.</summary>
    public static byte[] With(string catalog, string page) => Written([page], catalog);

    /// <summary>One page, behind a password that nobody knows.</summary>
    public static byte[] Locked(string page)
    {
        var key = new string('7', 64);
        return Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(Of(page)).Replace("trailer<<", $"trailer<</ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<{key}>/U<{key}>>>", StringComparison.Ordinal));
    }

    private static byte[] Written(IReadOnlyList<string> pages, string catalog)
    {
        var (bytes, places) = (new MemoryStream(), new List<long>());
        Write("%PDF-1.4\n");
        Add($"<</Type/Catalog/Pages 2 0 R{catalog}>>");
        Add($"<</Type/Pages/Count {pages.Count}/Kids[{string.Join(' ', pages.Select((_, at) => $"{4 + 2 * at} 0 R"))}]>>");
        Add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>");
        foreach (var page in pages)
        {
            var content = Content(page);
            Add($"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents {places.Count + 2} 0 R>>");
            Add($"<</Length {content.Length}>>stream\n{content}\nendstream");
        }
        var xref = bytes.Length;
        Write($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n{string.Concat(places.Select(p => p.ToString("D10", CultureInfo.InvariantCulture) + " 00000 n \n"))}");
        Write($"trailer<</Size {places.Count + 1}/Root 1 0 R>>\nstartxref\n{xref}\n%%EOF\n");
        return bytes.ToArray();

        void Add(string body)
        {
            places.Add(bytes.Length);
            Write($"{places.Count} 0 obj{body}endobj\n");
        }

        void Write(string text) => bytes.Write(Encoding.Latin1.GetBytes(text));
    }

    private static string Content(string page) =>
        page.Length == 0 ? "" : "BT/F 12 Tf 16 TL 72 770 Td" + string.Concat(page.Split('\n').Select(line => $"({line.Replace("\\", "\\\\").Replace("(", "\\(").Replace(")", "\\)")})Tj T*")) + " ET";
}
