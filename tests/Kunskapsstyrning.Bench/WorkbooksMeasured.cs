using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Xml;
using Kunskapsstyrning.Web.Features.Spreadsheets;

namespace Kunskapsstyrning.Bench;

/// <summary>Writing lists as workbooks: 290 rows of four cells against a writer that streams the same and knows nothing else, and a list of 116 000.</summary>
internal static class WorkbooksMeasured
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const int Times = 300;
    private const int Long = 116_000;
    private const double Limit = 3;
    private static readonly DateTimeOffset Made = new(2019, 7, 4, 12, 0, 0, TimeSpan.Zero);

    public static async Task Measure(Report report)
    {
        var (product, bare) = (new List<Cost>(), new List<Cost>());
        for (var i = 0; i < 2 * Times; i++)
        {
            var (one, other) = (await Cost.Of([], () => Product(290)), await Cost.Of([], () => Bare(290)));
            if (i < Times) continue;
            product.Add(one);
            bare.Add(other);
        }

        report.Heading("Workbooks, against a bare streamed writer");
        report.Compare("290 rows of four cells", Cost.Median(product), Cost.Median(bare), Limit);

        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = 0L;
        var start = Stopwatch.GetTimestamp();
        Workbook.WriteTo(Stream.Null, "Prov", Made, new Sheet("Lista", Columns, Rows(Long, at =>
        {
            if (at % 1000 == 0) most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false) - before);
        })));
        report.AtMost($"{Long} rows, time", Stopwatch.GetElapsedTime(start).TotalSeconds, 5, "s");
        report.AtMost($"{Long} rows, more memory at most", most / 1024.0 / 1024, 50, "MB");
    }

    private static IReadOnlyList<Column> Columns { get; } = [new("Kommunkod", 12), new("Kommun", 22), new("Invånare", 12), new("Avgift", 12)];

    private static Task Product(int rows)
    {
        using var file = new MemoryStream();
        Workbook.WriteTo(file, "Prov", Made, new Sheet("Lista", Columns, Rows(rows, _ => { })));
        return Task.CompletedTask;
    }

    private static IEnumerable<IReadOnlyList<Cell>> Rows(int count, Action<int> tell)
    {
        for (var at = 0; at < count; at++)
        {
            tell(at);
            yield return [(1000 + at).ToString(CultureInfo.InvariantCulture), $"Kommun {at}", at * 37, (decimal?)(at * 1.95m)];
        }
    }

    /// <summary>The sheet alone, cell by cell, with what makes a file of it.</summary>
    private static Task Bare(int rows)
    {
        using var file = new MemoryStream();
        using var zip = new ZipArchive(file, ZipArchiveMode.Create);
        Text(zip, "[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""");
        Text(zip, "_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        Text(zip, "xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Lista" sheetId="1" r:id="rId1"/></sheets></workbook>""");
        Text(zip, "xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""");
        using var xml = XmlWriter.Create(zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open(), new XmlWriterSettings { CloseOutput = true });
        xml.WriteStartElement("worksheet", Main);
        xml.WriteStartElement("sheetData");
        for (var at = 0; at < rows; at++)
        {
            xml.WriteStartElement("row");
            Words(xml, (1000 + at).ToString(CultureInfo.InvariantCulture));
            Words(xml, $"Kommun {at}");
            Number(xml, at * 37);
            Number(xml, at * 1.95m);
            xml.WriteEndElement();
        }

        return Task.CompletedTask;
    }

    private static void Words(XmlWriter xml, string words)
    {
        xml.WriteStartElement("c");
        xml.WriteAttributeString("t", "inlineStr");
        xml.WriteStartElement("is");
        xml.WriteElementString("t", words);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Number(XmlWriter xml, decimal number)
    {
        xml.WriteStartElement("c");
        xml.WriteElementString("v", number.ToString(CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    }

    private static void Text(ZipArchive zip, string path, string text)
    {
        using var part = new StreamWriter(zip.CreateEntry(path, CompressionLevel.Fastest).Open());
        part.Write(text);
    }
}
