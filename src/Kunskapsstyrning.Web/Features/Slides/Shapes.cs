using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Kunskapsstyrning.Web.Features.Spreadsheets;

namespace Kunskapsstyrning.Web.Features.Slides;

/// <summary>Something on a slide, by points from its upper left corner; a slide is 960 by 540.</summary>
/// <param name="Id">Its number, from 3: the title has 2.</param>
/// <param name="Name">What it is called in the list of everything on the slide.</param>
/// <param name="At">Where it is.</param>
internal abstract record Shape(int Id, string Name, Place At)
{
    /// <summary>Points as the file counts them.</summary>
    public static string Emu(double points) => ((long)Math.Round(points * 12700)).ToString(CultureInfo.InvariantCulture);

    /// <summary>It as the file has it.</summary>
    /// <param name="relation">The id of the part that it needs, if any.</param>
    public abstract string Xml(string relation);

    /// <summary>Its number, name and what is read aloud of it.</summary>
    protected string Named(string? alternative) => $"""<p:cNvPr id="{Id.ToString(CultureInfo.InvariantCulture)}" name="{OfficeText.Escaped(Name)}"{(alternative is null ? "" : $""" descr="{OfficeText.Escaped(alternative)}" """)}/>""";

    /// <summary>Where it is, for what is drawn.</summary>
    protected string Transform(string tag = "a:xfrm") => $"""<{tag}><a:off x="{Emu(At.X)}" y="{Emu(At.Y)}"/><a:ext cx="{Emu(At.Width)}" cy="{Emu(At.Height)}"/></{tag}>""";

    /// <summary>A line of text in Swedish.</summary>
    protected static string Line(string words, double size, string color, bool isBold, string align = "l") =>
        $"""<a:p><a:pPr algn="{align}"/><a:r><a:rPr lang="sv-SE" sz="{((int)(size * 100)).ToString(CultureInfo.InvariantCulture)}" b="{(isBold ? 1 : 0)}"><a:solidFill><a:srgbClr val="{color}"/></a:solidFill></a:rPr><a:t>{OfficeText.Escaped(words)}</a:t></a:r></a:p>""";
}

/// <summary>Where something is, in points.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Place(double X, double Y, double Width, double Height);

/// <summary>Lines of text without a frame.</summary>
internal sealed record TextShape(int Id, string Name, Place At, IReadOnlyList<TextLine> Lines) : Shape(Id, Name, At)
{
    public override string Xml(string relation) =>
        $"""<p:sp><p:nvSpPr>{Named(null)}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>{Transform()}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0"><a:normAutofit/></a:bodyPr><a:lstStyle/>{string.Concat(Lines.Select(l => Line(l.Words, l.Size, l.Color, l.IsBold)))}</p:txBody></p:sp>""";
}

/// <summary>A line of text.</summary>
internal sealed record TextLine(string Words, double Size, string Color = "10201D", bool IsBold = false);

/// <summary>A mark with a letter in it: a hexagon that stands on a corner, where no other outline is given.</summary>
internal sealed partial record MarkShape(int Id, string Name, Place At, string Letter, string Fill, string Edge, string Ink, string? Alternative) : Shape(Id, Name, At)
{
    private const string Hexagon = """<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="4" h="4"><a:moveTo><a:pt x="2" y="0"/></a:moveTo><a:lnTo><a:pt x="4" y="1"/></a:lnTo><a:lnTo><a:pt x="4" y="3"/></a:lnTo><a:lnTo><a:pt x="2" y="4"/></a:lnTo><a:lnTo><a:pt x="0" y="3"/></a:lnTo><a:lnTo><a:pt x="0" y="1"/></a:lnTo><a:close/></a:path></a:pathLst></a:custGeom>""";

    /// <summary>True for one that stands back.</summary>
    public bool IsPale { get; init; }

    /// <summary>Its outline.</summary>
    public string Outline { get; init; } = Hexagon;

    /// <summary>How large its letter is, in points; by its height where nothing is said.</summary>
    public double? LetterSize { get; init; }

    public override string Xml(string relation) =>
        $"""<p:sp><p:nvSpPr>{Named(Alternative)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{Transform()}{Outline}{Shade(Fill)}<a:ln w="6350">{Shade($"""<a:solidFill><a:srgbClr val="{Edge}"/></a:solidFill>""")}</a:ln></p:spPr><p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/><a:lstStyle/>{Line(Letter, LetterSize ?? At.Height * .52, Ink, isBold: true, "ctr")}</p:txBody></p:sp>""";

    private string Shade(string paint) => IsPale ? Colour().Replace(paint, """<a:srgbClr val="${colour}"><a:alpha val="22000"/></a:srgbClr>""") : paint;

    [GeneratedRegex("""<a:srgbClr val="(?<colour>[0-9A-F]{6})"/>""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Colour();
}

/// <summary>Shapes that are moved as one, and read aloud in one sentence.</summary>
internal sealed record GroupShape(int Id, string Name, Place At, string Alternative, IReadOnlyList<Shape> Shapes) : Shape(Id, Name, At)
{
    public override string Xml(string relation) =>
        $"""<p:grpSp><p:nvGrpSpPr>{Named(Alternative)}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="{Emu(At.X)}" y="{Emu(At.Y)}"/><a:ext cx="{Emu(At.Width)}" cy="{Emu(At.Height)}"/><a:chOff x="{Emu(At.X)}" y="{Emu(At.Y)}"/><a:chExt cx="{Emu(At.Width)}" cy="{Emu(At.Height)}"/></a:xfrm></p:grpSpPr>{string.Concat(Shapes.Select(s => s.Xml(relation)))}</p:grpSp>""";
}

/// <summary>A table whose first row is its head.</summary>
internal sealed record TableShape(int Id, string Name, Place At, string Alternative, IReadOnlyList<SlideColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, double Size = 10) : Shape(Id, Name, At)
{
    private const string Rule = """<a:lnB w="6350"><a:solidFill><a:srgbClr val="C8D2CE"/></a:solidFill></a:lnB><a:noFill/>""";
    private const string HeavyRule = """<a:lnB w="19050"><a:solidFill><a:srgbClr val="10201D"/></a:solidFill></a:lnB><a:noFill/>""";

    public override string Xml(string relation)
    {
        var height = Emu(Size * 2.1);
        string Row(IEnumerable<string> cells, bool isHead) => $"""<a:tr h="{height}">{string.Concat(cells.Zip(Columns, (words, column) => $"""<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{Line(words, Size, "10201D", isHead, column.IsNumber ? "r" : "l")}</a:txBody><a:tcPr marL="45720" marR="45720" marT="18288" marB="18288" anchor="ctr">{(isHead ? HeavyRule : Rule)}</a:tcPr></a:tc>"""))}</a:tr>""";
        return $"""<p:graphicFrame><p:nvGraphicFramePr>{Named(Alternative)}<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>{Transform("p:xfrm")}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr firstRow="1"/><a:tblGrid>{string.Concat(Columns.Select(c => $"""<a:gridCol w="{Emu(c.Width)}"/>"""))}</a:tblGrid>{Row(Columns.Select(c => c.Heading), isHead: true)}{string.Concat(Rows.Select(r => Row(r, isHead: false)))}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>""";
    }
}

/// <summary>A column of a table on a slide.</summary>
internal sealed record SlideColumn(string Heading, double Width, bool IsNumber = false);

/// <summary>A chart with the numbers that it is drawn from in a workbook of its own, so that they can be changed.</summary>
internal sealed record ChartShape(int Id, string Name, Place At, string Alternative, Chart Chart) : Shape(Id, Name, At)
{
    public override string Xml(string relation) =>
        $"""<p:graphicFrame><p:nvGraphicFramePr>{Named(Alternative)}<p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>{Transform("p:xfrm")}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="{relation}"/></a:graphicData></a:graphic></p:graphicFrame>""";
}
