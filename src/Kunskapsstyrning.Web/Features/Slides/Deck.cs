using System.Globalization;
using System.Text;
using Kunskapsstyrning.Web.Features.Spreadsheets;

namespace Kunskapsstyrning.Web.Features.Slides;

/// <summary>Writes slides as a PowerPoint file of native shapes, tables and charts: everything in it can be changed by whoever presents it, and it is Swedish all through.</summary>
internal static class Deck
{
    /// <summary>What it is sent as.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.presentationml.presentation";

    private const string Kind = "application/vnd.openxmlformats-officedocument.presentationml";
    private const string Tree = """<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>""";

    /// <summary>The names that begin every part of a slide.</summary>
    public const string Names = """xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" """;

    public static byte[] Write(string title, DateTimeOffset made, IReadOnlyList<Slide> slides)
    {
        using var bytes = new MemoryStream();
        using (var file = new OfficePackage(bytes, made))
        {
            file.Relate("", "rId1", "officeDocument", "ppt/presentation.xml");
            file.Part("ppt/presentation.xml", $"{Kind}.presentation.main+xml", Presentation(slides.Count));
            Ground(file);
            var charts = 0;
            for (var at = 1; at <= slides.Count; at++) Write(file, slides[at - 1], at, ref charts);
            file.About(title);
        }

        return bytes.ToArray();
    }

    private static void Write(OfficePackage file, Slide slide, int number, ref int charts)
    {
        var path = $"ppt/slides/slide{Text(number)}.xml";
        file.Relate("ppt/presentation.xml", $"rId{Text(number)}", "slide", $"slides/slide{Text(number)}.xml");
        file.Relate(path, "rIdLayout", "slideLayout", "../slideLayouts/slideLayout1.xml");
        var shapes = new StringBuilder();
        foreach (var shape in slide.Shapes)
        {
            var chart = shape is ChartShape ? ++charts : 0;
            shapes.Append(shape.Xml($"rIdChart{Text(chart)}"));
            if (shape is not ChartShape { Chart: var drawn }) continue;

            file.Relate(path, $"rIdChart{Text(chart)}", "chart", $"../charts/chart{Text(chart)}.xml");
            file.Relate($"ppt/charts/chart{Text(chart)}.xml", "rId1", "package", $"../embeddings/data{Text(chart)}.xlsx");
            file.Part($"ppt/charts/chart{Text(chart)}.xml", "application/vnd.openxmlformats-officedocument.drawingml.chart+xml", drawn.Xml());
            file.Part($"ppt/embeddings/data{Text(chart)}.xlsx", Workbook.MediaType, drawn.Book());
        }

        file.Part(path, $"{Kind}.slide+xml", $"<p:sld {Names}><p:cSld><p:spTree>{Tree}{Title(slide.Title)}{shapes}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>");
    }

    private static string Title(string words) =>
        $"""<p:sp><p:nvSpPr><p:cNvPr id="2" name="Rubrik"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="sv-SE"/><a:t>{OfficeText.Escaped(words)}</a:t></a:r></a:p></p:txBody></p:sp>""";

    private static string Presentation(int slides) =>
        $"""<p:presentation {Names}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rIdMaster"/></p:sldMasterIdLst><p:sldIdLst>{string.Concat(Enumerable.Range(1, slides).Select(n => $"""<p:sldId id="{Text(255 + n)}" r:id="rId{Text(n)}"/>"""))}</p:sldIdLst><p:sldSz cx="12192000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/><p:defaultTextStyle><a:defPPr><a:defRPr lang="sv-SE"/></a:defPPr></p:defaultTextStyle></p:presentation>""";

    /// <summary>One master with one layout: a title, and the rest is up to each slide.</summary>
    private static void Ground(OfficePackage file)
    {
        file.Relate("ppt/presentation.xml", "rIdMaster", "slideMaster", "slideMasters/slideMaster1.xml");
        file.Relate("ppt/presentation.xml", "rIdTheme", "theme", "theme/theme1.xml");
        file.Relate("ppt/slideMasters/slideMaster1.xml", "rId1", "slideLayout", "../slideLayouts/slideLayout1.xml");
        file.Relate("ppt/slideMasters/slideMaster1.xml", "rId2", "theme", "../theme/theme1.xml");
        file.Relate("ppt/slideLayouts/slideLayout1.xml", "rId1", "slideMaster", "../slideMasters/slideMaster1.xml");
        var title = $"""<p:sp><p:nvSpPr><p:cNvPr id="2" name="Rubrik"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="{Shape.Emu(40)}" y="{Shape.Emu(24)}"/><a:ext cx="{Shape.Emu(880)}" cy="{Shape.Emu(56)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr lIns="0" rIns="0" anchor="ctr"><a:normAutofit/></a:bodyPr><a:lstStyle/><a:p><a:r><a:rPr lang="sv-SE"/><a:t>Rubrik</a:t></a:r></a:p></p:txBody></p:sp>""";
        file.Part("ppt/slideMasters/slideMaster1.xml", $"{Kind}.slideMaster+xml",
            $"""<p:sldMaster {Names}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>{Tree}{title}</p:spTree></p:cSld><p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/><p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst><p:txStyles><p:titleStyle><a:lvl1pPr algn="l"><a:lnSpc><a:spcPct val="90000"/></a:lnSpc><a:spcBef><a:spcPct val="0"/></a:spcBef><a:buNone/><a:defRPr lang="sv-SE" sz="2600" b="1" kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mj-lt"/><a:ea typeface="+mj-ea"/><a:cs typeface="+mj-cs"/></a:defRPr></a:lvl1pPr></p:titleStyle><p:bodyStyle/><p:otherStyle/></p:txStyles></p:sldMaster>""");
        file.Part("ppt/slideLayouts/slideLayout1.xml", $"{Kind}.slideLayout+xml",
            $"""<p:sldLayout {Names} type="titleOnly" preserve="1"><p:cSld name="Endast rubrik"><p:spTree>{Tree}{Title("Rubrik")}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>""");
        file.Part("ppt/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml", Theme);
    }

    private const string Theme = """
        <a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Kunskapsstyrning"><a:themeElements><a:clrScheme name="Kunskapsstyrning"><a:dk1><a:srgbClr val="10201D"/></a:dk1><a:lt1><a:srgbClr val="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="4B5B57"/></a:dk2><a:lt2><a:srgbClr val="F1F5F3"/></a:lt2><a:accent1><a:srgbClr val="004A40"/></a:accent1><a:accent2><a:srgbClr val="3E9C8B"/></a:accent2><a:accent3><a:srgbClr val="B2400F"/></a:accent3><a:accent4><a:srgbClr val="B5DDD4"/></a:accent4><a:accent5><a:srgbClr val="71807C"/></a:accent5><a:accent6><a:srgbClr val="DCF25A"/></a:accent6><a:hlink><a:srgbClr val="004A40"/></a:hlink><a:folHlink><a:srgbClr val="00352D"/></a:folHlink></a:clrScheme><a:fontScheme name="Kunskapsstyrning"><a:majorFont><a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/></a:majorFont><a:minorFont><a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/></a:minorFont></a:fontScheme><a:fmtScheme name="Kunskapsstyrning"><a:fillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:fillStyleLst><a:lnStyleLst><a:ln w="6350"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln><a:ln w="12700"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln><a:ln w="19050"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln></a:lnStyleLst><a:effectStyleLst><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle></a:effectStyleLst><a:bgFillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>
        """;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A slide: its title, and what stands under it from the back to the front.</summary>
internal sealed record Slide(string Title, IReadOnlyList<Shape> Shapes);
