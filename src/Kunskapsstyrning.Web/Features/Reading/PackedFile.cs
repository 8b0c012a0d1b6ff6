using System.IO.Compression;
using System.Xml;

namespace Kunskapsstyrning.Web.Features.Reading;

/// <summary>Opens what lies packed in an Office document, unless it would swell beyond reason.</summary>
internal static class PackedFile
{
    /// <summary>Parts of one document; one with many pictures has some hundreds.</summary>
    private const int MostEntries = 2_000;

    /// <summary>All parts together once unpacked, in bytes, as the file itself says.</summary>
    private const long MostUnpacked = 200L * 1024 * 1024;

    /// <summary>One part with text once unpacked, in bytes, whatever the file says.</summary>
    private const long MostText = 24L * 1024 * 1024;

    /// <summary>How many times smaller a part can honestly be packed. Text with marks shrinks ten to forty times.</summary>
    private const long MostShrunk = 250;

    /// <summary>Below this nothing can swell to harm, however it is packed.</summary>
    private const long Harmless = 1024 * 1024;

    /// <summary>Whether unpacking would give more than is taken in. Reads the list of parts and unpacks nothing.</summary>
    public static bool IsTooMuch(ZipArchive zip) =>
        zip.Entries.Count > MostEntries
        || zip.Entries.Sum(e => Math.Clamp(e.Length, 0, MostUnpacked + 1)) > MostUnpacked
        || zip.Entries.Any(e => e.Length > Harmless && e.Length / Math.Max(e.CompressedLength, 1) > MostShrunk)
        || zip.Entries.Any(e => e.Length > MostText && e.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads a part as XML without definitions, entities or links, and fails where it is longer than its limit.</summary>
    public static XmlReader OpenXml(ZipArchiveEntry entry) => XmlReader.Create(entry.Open(), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MostText,
        MaxCharactersFromEntities = 1,
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    });
}
