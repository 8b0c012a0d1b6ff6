using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Kunskapsstyrning.Web.Features.Reading;

/// <summary>
/// Reads the text of a Word document: its page heads, then its paragraphs and tables. Only those parts are unpacked, no more than a
/// limit of each, and no definition, link or other file is followed.
/// </summary>
internal static class WordText
{
    private const string Broken = "Word-dokumentet är skadat och kan inte läsas.";
    private const string TooMuch = "Word-dokumentet är för stort för att läsas när det packas upp.";
    private const int MostHeads = 12;

    public static ReadText Read(byte[] bytes)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            if (PackedFile.IsTooMuch(zip)) return ReadText.Nothing(TooMuch);
            if (zip.GetEntry("word/document.xml") is not { } document) return ReadText.Nothing(Broken);

            var text = new WordLines();
            foreach (var head in Named(zip, "word/header")) text.Take(head);
            text.Take(document);
            foreach (var foot in Named(zip, "word/footer")) text.Take(foot);
            return ReadText.Plain(text.ToString(), fault: null);
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException or IOException or NotSupportedException or DecoderFallbackException)
        {
            return ReadText.Nothing(Broken);
        }
    }

    private static IEnumerable<ZipArchiveEntry> Named(ZipArchive zip, string start) =>
        zip.Entries.Where(e => e.FullName.StartsWith(start, StringComparison.Ordinal) && e.FullName.EndsWith(".xml", StringComparison.Ordinal)).OrderBy(e => e.FullName, StringComparer.Ordinal).Take(MostHeads);
}
