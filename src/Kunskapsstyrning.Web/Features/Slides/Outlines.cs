using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Kunskapsstyrning.Web.Features.Slides;

/// <summary>Outlines of shapes other than the usual ones, as a slide has them.</summary>
internal static partial class Outlines
{
    /// <summary>Round.</summary>
    public const string Circle = """<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom>""";

    /// <summary>The outline of an SVG path of moves, lines relative to the point before and closings; and the room that it takes, in the steps of the path.</summary>
    public static (string Outline, Place Room) Of(string path)
    {
        var rings = path.Split('z', StringSplitOptions.RemoveEmptyEntries).Select(Ring).ToList();
        var points = rings.SelectMany(ring => ring).ToList();
        var (left, top) = (points.Min(p => p.X), points.Min(p => p.Y));
        var (width, height) = (Math.Max(1, points.Max(p => p.X) - left), Math.Max(1, points.Max(p => p.Y) - top));
        var xml = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"""<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="{width}" h="{height}">"""));
        foreach (var ring in rings)
        {
            foreach (var (point, tag) in ring.Select((point, at) => (point, at == 0 ? "moveTo" : "lnTo")))
                xml.Append(CultureInfo.InvariantCulture, $"""<a:{tag}><a:pt x="{point.X - left}" y="{point.Y - top}"/></a:{tag}>""");
            xml.Append("<a:close/>");
        }

        return (xml.Append("</a:path></a:pathLst></a:custGeom>").ToString(), new Place(left, top, width, height));
    }

    private static List<(int X, int Y)> Ring(string part)
    {
        var numbers = Numbers().Matches(part).Select(m => int.Parse(m.Value, CultureInfo.InvariantCulture)).ToList();
        var points = new List<(int X, int Y)> { (numbers[0], numbers[1]) };
        for (var at = 2; at + 1 < numbers.Count; at += 2) points.Add((points[^1].X + numbers[at], points[^1].Y + numbers[at + 1]));
        return points;
    }

    [GeneratedRegex("-?[0-9]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbers();
}
