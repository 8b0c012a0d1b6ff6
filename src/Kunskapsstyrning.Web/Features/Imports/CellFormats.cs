using System.Xml;

namespace Kunskapsstyrning.Web.Features.Imports;

/// <summary>Which styles of a workbook show a number as a day.</summary>
internal sealed class CellFormats
{
    /// <summary>A workbook without styles.</summary>
    public static readonly CellFormats None = new();

    private readonly List<bool> _isDate = [];

    private CellFormats() { }

    /// <summary>Reads the part with the styles; null when there is none.</summary>
    public static CellFormats In(XmlReader? styles)
    {
        var read = new CellFormats();
        var formats = new Dictionary<int, bool>();
        var ofCells = false;
        while (styles?.Read() is true)
        {
            if (styles.NodeType is XmlNodeType.EndElement && styles.LocalName is "cellXfs") ofCells = false;
            if (styles.NodeType is not XmlNodeType.Element) continue;
            if (styles.LocalName is "cellXfs") ofCells = !styles.IsEmptyElement;
            if (styles.LocalName is "numFmt" && SheetXml.Number(styles.GetAttribute("numFmtId")) is { } own) formats[own] = IsDateFormat(styles.GetAttribute("formatCode") ?? "");
            if (ofCells && styles.LocalName is "xf") read._isDate.Add(SheetXml.Number(styles.GetAttribute("numFmtId")) is { } format && (formats.TryGetValue(format, out var date) ? date : IsBuiltInDate(format)));
        }

        return read;
    }

    /// <summary>True when a cell of the style shows a day.</summary>
    public bool IsDate(int? style) => style is { } at && at >= 0 && at < _isDate.Count && _isDate[at];

    private static bool IsBuiltInDate(int format) => format is (>= 14 and <= 17) or 22 or (>= 27 and <= 36) or (>= 50 and <= 58);

    /// <summary>A format with a year or a day in it, outside what stands in quotes and brackets.</summary>
    private static bool IsDateFormat(string code)
    {
        var (quoted, bracketed) = (false, false);
        for (var i = 0; i < code.Length; i++)
        {
            var letter = code[i];
            if (letter is '\\' or '_' or '*') i++;
            else if (letter is '"') quoted = !quoted;
            else if (letter is '[' or ']') bracketed = letter is '[';
            else if (!quoted && !bracketed && char.ToLowerInvariant(letter) is 'y' or 'd' or 'å') return true;
        }

        return false;
    }
}
