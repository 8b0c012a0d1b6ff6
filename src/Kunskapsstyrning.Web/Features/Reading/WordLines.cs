using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Kunskapsstyrning.Web.Features.Reading;

/// <summary>Puts the lines of a Word document together: a paragraph is a line followed by an empty one, a row of a table is one line.</summary>
internal sealed class WordLines
{
    private readonly StringBuilder _text = new();
    private readonly HashSet<string> _heads = new(StringComparer.Ordinal);
    private int _tables;
    private int _pageStart;

    /// <summary>Takes the text of a part. The heads of first, odd and even pages often say the same, which is then taken once.</summary>
    public void Take(ZipArchiveEntry part)
    {
        var start = _text.Length;
        using var xml = PackedFile.OpenXml(part);
        while (xml.Read() && _text.Length < ReadText.MostLetters + 1)
        {
            // A newer drawing and its older twin say the same; what has been moved away is said where it is now.
            while (xml.NodeType == XmlNodeType.Element && xml.LocalName is "Fallback" or "moveFrom" && !xml.IsEmptyElement) xml.Skip();
            if (IsOfWord(xml.NamespaceURI)) Mark(xml);
        }
        _tables = 0;
        Break();
        if (part.Name != "document.xml" && !_heads.Add(_text.ToString(start, _text.Length - start).Trim())) _text.Length = start;
    }

    public override string ToString() => _text.ToString().Trim();

    /// <summary>Word itself writes the transitional form, others may write the strict one.</summary>
    private static bool IsOfWord(string space) => space is "http://schemas.openxmlformats.org/wordprocessingml/2006/main" or "http://purl.oclc.org/ooxml/wordprocessingml/main";

    private void Mark(XmlReader xml)
    {
        switch (xml.NodeType, xml.LocalName)
        {
            case (XmlNodeType.Element, "t"): Words(xml); break;
            case (XmlNodeType.Element, "tab"): _text.Append(' '); break;
            case (XmlNodeType.Element, "noBreakHyphen"): _text.Append('-'); break;
            case (XmlNodeType.Element, "cr"): _text.Append('\n'); break;
            case (XmlNodeType.Element, "br") when xml.GetAttribute("type", xml.NamespaceURI) == "page": Page(); break;
            case (XmlNodeType.Element, "br"): _text.Append('\n'); break;
            case (XmlNodeType.Element, "lastRenderedPageBreak"): Page(); break;
            case (XmlNodeType.Element, "tbl") when !xml.IsEmptyElement: _tables++; break;
            case (XmlNodeType.EndElement, "tbl"): _tables--; Break(); break;
            case (XmlNodeType.EndElement, "tr"): _text.Append('\n'); break;
            case (XmlNodeType.EndElement, "p"): Break(); break;
        }
    }

    /// <summary>Only the text right inside; whatever else stands there is not text of a paragraph.</summary>
    private void Words(XmlReader xml)
    {
        if (xml.IsEmptyElement) return;
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA)
                _text.Append(xml.Value.AsSpan(0, Math.Min(xml.Value.Length, ReadText.MostLetters)).ToString().Replace('\f', ' '));
    }

    private void Break() => _text.Append(_tables > 0 ? " " : "\n\n");

    /// <summary>A break that was asked for is followed by a mark of where it fell; together they are one.</summary>
    private void Page()
    {
        var said = _text.ToString(_pageStart, _text.Length - _pageStart);
        if (_tables > 0 || string.IsNullOrWhiteSpace(said)) return;
        _text.Append('\f');
        _pageStart = _text.Length;
    }
}
