using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Kunskapsstyrning.Web.Features.Spreadsheets;

/// <summary>
/// Writes an Office file part after part straight to where it goes: nothing of it is kept in memory. Every time in it is the one given, and
/// every id is named, so that the same content gives the same bytes.
/// </summary>
/// <param name="to">Where the file goes.</param>
/// <param name="made">The time that stands in it.</param>
internal sealed class OfficePackage(Stream to, DateTimeOffset made) : IDisposable
{
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static readonly DateTimeOffset EarliestInZip = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly XmlWriterSettings Rules = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), CheckCharacters = false, CloseOutput = true };

    private readonly ZipArchive _zip = new(to, ZipArchiveMode.Create, leaveOpen: true);
    private readonly List<(string Part, string Kind)> _kinds = [];
    private readonly Dictionary<string, StringBuilder> _related = [];

    /// <summary>A part as XML.</summary>
    public void Part(string path, string kind, Action<XmlWriter> write)
    {
        _kinds.Add((path, kind));
        using var xml = XmlWriter.Create(Open(path), Rules);
        write(xml);
    }

    /// <summary>A part that is XML already, without its declaration.</summary>
    public void Part(string path, string kind, string xml)
    {
        _kinds.Add((path, kind));
        Raw(path, xml);
    }

    /// <summary>A part that is a file of its own.</summary>
    public void Part(string path, string kind, byte[] bytes)
    {
        _kinds.Add((path, kind));
        using var part = Open(path);
        part.Write(bytes);
    }

    /// <summary>Says that one part uses another, by its place seen from the first; from "" it is the file as a whole.</summary>
    public void Relate(string from, string id, string kind, string target)
    {
        if (!_related.TryGetValue(from, out var lines)) _related[from] = lines = new StringBuilder();
        var type = kind.Contains("://", StringComparison.Ordinal) ? kind : $"{Relationships}/{kind}";
        lines.Append(CultureInfo.InvariantCulture, $"""<Relationship Id="{id}" Type="{type}" Target="{target}"/>""");
    }

    /// <summary>What the file says of itself.</summary>
    public void About(string title)
    {
        var time = made.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        Part("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml",
            $"""<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{OfficeText.Escaped(title)}</dc:title><dc:creator>Kunskapsstyrning, SKR</dc:creator><dc:language>sv-SE</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">{time}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">{time}</dcterms:modified></cp:coreProperties>""");
        Relate("", "rIdAbout", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml");
    }

    /// <summary>Writes what binds the parts together.</summary>
    public void Dispose()
    {
        foreach (var (from, lines) in _related)
        {
            var (folder, name) = from.LastIndexOf('/') is > 0 and var at ? (from[..(at + 1)], from[(at + 1)..]) : ("", from);
            Raw($"{folder}_rels/{name}.rels", $"""<Relationships xmlns="{PackageRelationships}">{lines}</Relationships>""");
        }

        var kinds = string.Concat(_kinds.Select(k => $"""<Override PartName="/{k.Part}" ContentType="{k.Kind}"/>"""));
        Raw("[Content_Types].xml", $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{kinds}</Types>""");
        _zip.Dispose();
    }

    private void Raw(string path, string xml)
    {
        using var part = Open(path);
        part.Write(Encoding.UTF8.GetBytes($"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{xml}"""));
    }

    private Stream Open(string path)
    {
        var entry = _zip.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = made < EarliestInZip ? EarliestInZip : made.ToUniversalTime();
        return entry.Open();
    }
}
