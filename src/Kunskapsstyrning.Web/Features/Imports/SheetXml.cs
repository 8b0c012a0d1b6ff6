using System.Globalization;
using System.Text;
using System.Xml;

namespace Kunskapsstyrning.Web.Features.Imports;

/// <summary>Reads texts and numbers out of the parts of a workbook.</summary>
internal static class SheetXml
{
    /// <summary>All text within an element, without the reading aids that are kept beside it.</summary>
    public static string TextIn(XmlReader reader)
    {
        if (reader.IsEmptyElement) return "";
        var (text, depth) = (new StringBuilder(), reader.Depth);
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "rPh" }) Inside(reader);
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "t" } && text.Length < ListTable.LongestCell) text.Append(Inside(reader));
        }

        return ListTable.Clean(text.ToString());
    }

    /// <summary>The text directly within an element; leaves the reader at its end.</summary>
    public static string Inside(XmlReader reader)
    {
        if (reader.IsEmptyElement) return "";
        var (text, depth) = ("", reader.Depth);
        while (reader.Read() && reader.Depth > depth)
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace && text.Length < ListTable.LongestCell) text += reader.Value;
        return text;
    }

    /// <summary>A whole number; null for anything else.</summary>
    public static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
