using System.Globalization;
using System.IO.Compression;
using System.Xml;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Reading;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Imports;

/// <summary>Reads the first visible sheet of a workbook (.xlsx): values as they were last computed, never a formula, never anything outside the file.</summary>
internal sealed class ListWorkbook
{
    private const int Furthest = 16_384;

    private readonly List<string> _texts = [];
    private CellFormats _formats = CellFormats.None;
    private bool _from1904;

    /// <summary>The lines and cells of the sheet.</summary>
    /// <exception cref="InvalidDataException">No workbook.</exception>
    /// <exception cref="XmlException">Not well formed, or with declarations of its own.</exception>
    public static Result TryRead(byte[] bytes, out IReadOnlyList<IReadOnlyList<string>> lines)
    {
        lines = [];
        using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        if (PackedFile.IsTooMuch(zip)) return ListRefusals.Swells;

        var workbook = new ListWorkbook();
        if (workbook.SheetOf(zip) is not { } path) return ListRefusals.Damaged;
        workbook.ReadTexts(zip);
        using (var styles = Part(zip, "xl/styles.xml")) workbook._formats = CellFormats.In(styles);
        using var sheet = Part(zip, path);
        return sheet is null ? ListRefusals.Damaged : workbook.Read(sheet, out lines);
    }

    private static XmlReader? Part(ZipArchive zip, string path) => zip.GetEntry(path) is { } entry ? PackedFile.OpenXml(entry) : null;

    /// <summary>The part of the first sheet that is not hidden.</summary>
    private string? SheetOf(ZipArchive zip)
    {
        using var workbook = Part(zip, "xl/workbook.xml");
        string? id = null;
        while (workbook?.Read() is true)
        {
            if (workbook.NodeType is not XmlNodeType.Element) continue;
            if (workbook.LocalName is "workbookPr") _from1904 = workbook.GetAttribute("date1904") is "1" or "true";
            if (workbook.LocalName is not "sheet" || workbook.GetAttribute("state") is "hidden" or "veryHidden") continue;
            id = workbook.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships") ?? workbook.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships");
            break;
        }

        using var links = Part(zip, "xl/_rels/workbook.xml.rels");
        while (links?.Read() is true)
        {
            if (links.NodeType is not XmlNodeType.Element || links.LocalName is not "Relationship" || links.GetAttribute("Id") != id) continue;
            if (links.GetAttribute("TargetMode") is "External") return null;
            return links.GetAttribute("Target") is { } target ? target.StartsWith('/') ? target[1..] : $"xl/{target}" : null;
        }

        return null;
    }

    private void ReadTexts(ZipArchive zip)
    {
        using var shared = Part(zip, "xl/sharedStrings.xml");
        while (shared?.Read() is true)
            if (shared is { NodeType: XmlNodeType.Element, LocalName: "si" }) _texts.Add(SheetXml.TextIn(shared));
    }

    private Result Read(XmlReader sheet, out IReadOnlyList<IReadOnlyList<string>> lines)
    {
        var read = new List<IReadOnlyList<string>>();
        lines = read;
        var at = 0;
        List<string>? line = null;
        while (sheet.Read())
        {
            if (sheet.NodeType is not XmlNodeType.Element) continue;
            if (sheet.LocalName is "row")
            {
                at = Math.Min(SheetXml.Number(sheet.GetAttribute("r")) ?? at + 1, 1_048_577);
                line = null;
            }
            else if (sheet.LocalName is "c")
            {
                var column = ColumnOf(sheet.GetAttribute("r")) ?? line?.Count ?? 0;
                var text = CellIn(sheet);
                if (text.Length == 0) continue;
                if (column >= Furthest) return ListRefusals.TooWide;
                if (line is null)
                {
                    // A row counts by its text: rows that are only coloured or framed go on for as long as somebody dragged.
                    if (Math.Max(at, read.Count + 1) > ListTable.MostRows + 20) return ListRefusals.TooLong;
                    while (read.Count < at - 1) read.Add([]);
                    read.Add(line = []);
                }

                while (line.Count <= column) line.Add("");
                line[column] = text;
            }
        }

        return Result.Done;
    }

    private string CellIn(XmlReader sheet)
    {
        var (type, style) = (sheet.GetAttribute("t"), SheetXml.Number(sheet.GetAttribute("s")));
        var value = "";
        if (!sheet.IsEmptyElement)
        {
            var depth = sheet.Depth;
            while (sheet.Read() && sheet.Depth > depth)
            {
                if (sheet.NodeType is not XmlNodeType.Element) continue;
                if (sheet.LocalName is "v") value = SheetXml.Inside(sheet);
                else if (sheet.LocalName is "is") value = SheetXml.TextIn(sheet);
            }
        }

        return type switch
        {
            "s" => SheetXml.Number(value) is { } at && at < _texts.Count ? _texts[at] : "",
            "b" => value == "1" ? "Ja" : value == "0" ? "Nej" : "",
            "e" => "",
            "str" or "inlineStr" => ListTable.Clean(value),
            "d" => ListTable.Clean(value.Split('T')[0]),
            _ => OfNumber(ListTable.Clean(value), _formats.IsDate(style)),
        };
    }

    /// <summary>A number as a person would write it, or a day where the cell is formatted as one.</summary>
    private string OfNumber(string value, bool isDate)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number)) return value;
        if (isDate) return ExcelDay.Of(number + (_from1904 ? 1_462 : 0))?.Iso() ?? value;
        return Math.Abs(number) < 1e15 ? Math.Round((decimal)number, 10).ToString("0.##########", CultureInfo.GetCultureInfo("sv-SE")) : value;
    }

    private static int? ColumnOf(string? reference)
    {
        var column = 0;
        foreach (var letter in (reference ?? "").TakeWhile(char.IsAsciiLetter).Take(4)) column = column * 26 + (char.ToUpperInvariant(letter) - 'A' + 1);
        return column == 0 ? null : column - 1;
    }
}
