using System.Globalization;
using Kunskapsstyrning.Web.Features.Spreadsheets;

namespace Kunskapsstyrning.Web.Features.Slides;

/// <summary>A chart, and the workbook with its numbers.</summary>
internal abstract record Chart(DateTimeOffset Made)
{
    private const string SheetName = "Data";

    /// <summary>The chart as the file has it.</summary>
    public string Xml() =>
        $"""<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:date1904 val="0"/><c:lang val="sv-SE"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>{Plot()}</c:plotArea>{Legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1200"><a:solidFill><a:srgbClr val="10201D"/></a:solidFill></a:defRPr></a:pPr><a:endParaRPr lang="sv-SE"/></a:p></c:txPr><c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>""";

    /// <summary>The workbook behind.</summary>
    public byte[] Book() => Workbook.Write("Data", Made, Data());

    /// <summary>What is drawn.</summary>
    protected abstract string Plot();

    /// <summary>The sheet with the numbers, in the order that the chart refers to them.</summary>
    protected abstract Sheet Data();

    /// <summary>The key to the lines; empty where there is only one thing to see.</summary>
    protected virtual string Legend => "";

    /// <summary>The name of a series: the head of its column.</summary>
    protected static string Heading(char column, string words) =>
        $"<c:tx><c:strRef><c:f>{SheetName}!${column}$1</c:f><c:strCache><c:ptCount val=\"1\"/><c:pt idx=\"0\"><c:v>{OfficeText.Escaped(words)}</c:v></c:pt></c:strCache></c:strRef></c:tx>";

    /// <summary>Numbers in a column under its head; a gap where there is none.</summary>
    protected static string Numbers(char column, string format, IReadOnlyList<decimal?> numbers) =>
        $"<c:numRef><c:f>{Range(column, numbers.Count)}</c:f><c:numCache><c:formatCode>{format}</c:formatCode><c:ptCount val=\"{Text(numbers.Count)}\"/>{string.Concat(numbers.Select((n, at) => n is { } number ? $"<c:pt idx=\"{Text(at)}\"><c:v>{number.ToString(CultureInfo.InvariantCulture)}</c:v></c:pt>" : ""))}</c:numCache></c:numRef>";

    /// <summary>Words in a column under its head.</summary>
    protected static string Words(char column, IReadOnlyList<string> words) =>
        $"<c:strRef><c:f>{Range(column, words.Count)}</c:f><c:strCache><c:ptCount val=\"{Text(words.Count)}\"/>{string.Concat(words.Select((w, at) => $"<c:pt idx=\"{Text(at)}\"><c:v>{OfficeText.Escaped(w)}</c:v></c:pt>"))}</c:strCache></c:strRef>";

    /// <summary>An axis of whole numbers.</summary>
    protected static string CountAxis(string id, string across, string side, string crosses, int? top = null) =>
        $"""<c:valAx><c:axId val="{id}"/><c:scaling><c:orientation val="minMax"/>{(top is { } most ? $"""<c:max val="{Text(most)}"/>""" : "")}<c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="{side}"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="C8D2CE"/></a:solidFill></a:ln></c:spPr></c:majorGridlines><c:numFmt formatCode="#,##0" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="{across}"/><c:crosses val="{crosses}"/><c:crossBetween val="between"/></c:valAx>""";

    protected static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Range(char column, int count) => $"{SheetName}!${column}$2:${column}${Text(count + 1)}";
}

/// <summary>A bar for each of some things.</summary>
/// <param name="Made">The time in the workbook.</param>
/// <param name="What">What is counted.</param>
/// <param name="Bars">The bars, from above.</param>
internal sealed record BarChart(DateTimeOffset Made, string What, IReadOnlyList<Bar> Bars) : Chart(Made)
{
    protected override Sheet Data() => new("Data", [new Column("Status", 30), new Column(What, 14)], Bars.Select(b => (IReadOnlyList<Cell>)[b.Name, b.Number]));

    protected override string Plot()
    {
        var points = string.Concat(Bars.Select((bar, at) => $"""<c:dPt><c:idx val="{Text(at)}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr>{bar.Fill}<a:ln w="12700"><a:solidFill><a:srgbClr val="{bar.Edge}"/></a:solidFill></a:ln></c:spPr></c:dPt>"""));
        return $"""<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/><c:ser><c:idx val="0"/><c:order val="0"/>{Heading('B', What)}<c:invertIfNegative val="0"/>{points}<c:dLbls><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls><c:cat>{Words('A', [.. Bars.Select(b => b.Name)])}</c:cat><c:val>{Numbers('B', "#,##0", [.. Bars.Select(b => (decimal?)b.Number)])}</c:val></c:ser><c:gapWidth val="45"/><c:axId val="111"/><c:axId val="112"/></c:barChart><c:catAx><c:axId val="111"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="112"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>{CountAxis("112", "111", "b", "max")}""";
    }
}

/// <summary>A bar.</summary>
internal sealed record Bar(string Name, int Number, string Fill, string Edge);

/// <summary>Lines over days.</summary>
/// <param name="Made">The time in the workbook.</param>
/// <param name="Days">The days, in order.</param>
/// <param name="Lines">The lines: a number for each day, or a gap.</param>
internal sealed record LineChart(DateTimeOffset Made, IReadOnlyList<DateOnly> Days, IReadOnlyList<ChartLine> Lines) : Chart(Made)
{
    /// <summary>Where the axis ends; null for wherever it fits.</summary>
    public int? Top { get; init; }

    protected override string Legend => Lines.Count > 1 ? """<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>""" : "";

    protected override Sheet Data() => new(
        "Data", [new Column("Dag", 12), .. Lines.Select(l => new Column(l.Name, 22))], Days.Select((day, at) => (IReadOnlyList<Cell>)[(DateOnly?)day, .. Lines.Select(l => (Cell)(decimal?)l.Numbers[at])]));

    protected override string Plot()
    {
        var days = Numbers('A', "yyyy\\-mm\\-dd", [.. Days.Select(d => (decimal?)d.ToDateTime(TimeOnly.MinValue).ToOADate())]);
        var series = string.Concat(Lines.Select((line, at) => $"""<c:ser><c:idx val="{Text(at)}"/><c:order val="{Text(at)}"/>{Heading((char)('B' + at), line.Name)}<c:spPr><a:ln w="{line.Width}" cap="flat"><a:solidFill><a:srgbClr val="{line.Color}"/></a:solidFill>{(line.IsDashed ? """<a:prstDash val="dash"/>""" : "")}</a:ln></c:spPr><c:marker><c:symbol val="none"/></c:marker><c:cat>{days}</c:cat><c:val>{Numbers((char)('B' + at), "#,##0", [.. line.Numbers.Select(n => (decimal?)n)])}</c:val><c:smooth val="0"/></c:ser>"""));
        return $"""<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}<c:marker val="1"/><c:axId val="211"/><c:axId val="212"/></c:lineChart><c:dateAx><c:axId val="211"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="[$-41D]mmm\ yyyy" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="212"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblOffset val="100"/><c:baseTimeUnit val="days"/><c:majorUnit val="{Text(1 + (Days[^1].DayNumber - Days[0].DayNumber) / 180)}"/><c:majorTimeUnit val="months"/></c:dateAx>{CountAxis("212", "211", "l", "autoZero", Top)}""";
    }
}

/// <summary>A line: its name, a number for each day, and how it looks.</summary>
internal sealed record ChartLine(string Name, IReadOnlyList<int?> Numbers, string Color, string Width, bool IsDashed);
