using System.IO.Compression;
using System.Text;

namespace Kunskapsstyrning.Web.Tests.Features.Imports;

/// <summary>Workbooks for tests, made by hand so that also what Excel would never write can be made.</summary>
internal static class Books
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>A workbook whose only sheet has these rows, written as XML.</summary>
    public static byte[] Of(string rows, string sharedStrings = "", string workbookProperties = "", string prolog = "") => Zip(
        ("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">{workbookProperties}<sheets><sheet name="Dolt" sheetId="1" state="hidden" r:id="rId1"/><sheet name="Svar" sheetId="2" r:id="rId2"/></sheets></workbook>"""),
        ("xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="worksheets/sheet2.xml"/></Relationships>"""),
        ("xl/styles.xml", $"""<styleSheet xmlns="{Main}"><numFmts><numFmt numFmtId="164" formatCode="[$-41D]yyyy\-mm\-dd"/><numFmt numFmtId="165" formatCode="&quot;dagar&quot; 0"/></numFmts><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>"""),
        ("xl/sharedStrings.xml", $"""<sst xmlns="{Main}">{sharedStrings}</sst>"""),
        ("xl/worksheets/sheet1.xml", $"""<worksheet xmlns="{Main}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>fel blad</t></is></c></row></sheetData></worksheet>"""),
        ("xl/worksheets/sheet2.xml", $"""{prolog}<worksheet xmlns="{Main}"><sheetData>{rows}</sheetData></worksheet>"""));

    /// <summary>A workbook with these lines of text.</summary>
    public static byte[] OfText(params string[][] lines) => Of(string.Concat(lines.Select((line, row) =>
        $"<row r=\"{row + 1}\">{string.Concat(line.Select((cell, column) => $"<c r=\"{(char)('A' + column)}{row + 1}\" t=\"inlineStr\"><is><t>{System.Security.SecurityElement.Escape(cell)}</t></is></c>"))}</row>")));

    /// <summary>A zip with these parts.</summary>
    public static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }
}
