using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Kunskapsstyrning.Domain.Municipalities;
using Microsoft.AspNetCore.Components;

namespace Kunskapsstyrning.Web.Ui;

/// <summary>The areas of a map as finished markup, the largest first so that one inside another is seen. Who has no outline is a circle.</summary>
public static class AreaDrawing
{
    /// <summary>The smallest area with room for its letter, in square kilometres.</summary>
    internal const int RoomForLetter = 1500;

    /// <summary>The radius of who has no outline, in steps of the grid.</summary>
    internal const int Circle = 45;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>An area for each municipality, with its letter where there is room for it.</summary>
    public static MarkupString Of(IReadOnlyCollection<MapArea> areas, Func<Municipality, string> href)
    {
        var svg = new StringBuilder(160 * 1024);
        foreach (var (municipality, status, outline, isOut) in areas.OrderByDescending(a => a.Outline?.SquareKilometres ?? 0))
        {
            var (id, place) = (char.ToLowerInvariant(Tile.Id(status)), PlaceGeometry.OnGrid(municipality));
            svg.Append(CultureInfo.InvariantCulture, $"<a href=\"{Encoder.Encode(href(municipality))}\" tabindex=\"-1\"{(isOut ? " class=\"out\"" : "")}><title>{Encoder.Encode(municipality.Name)}: {status.InText()}</title>");
            var fill = id is 'f' or 'n' or 'p' ? $" fill=\"url(#g{id})\"" : "";
            if (outline is null) svg.Append(CultureInfo.InvariantCulture, $"<circle class=\"ar ar-{id}\" cx=\"{place.X}\" cy=\"{place.Y}\" r=\"{Circle}\"{fill} />");
            else svg.Append(CultureInfo.InvariantCulture, $"<path class=\"ar ar-{id}\"{fill} d=\"{outline.Path}\" />");
            if (outline?.SquareKilometres >= RoomForLetter) svg.Append(CultureInfo.InvariantCulture, $"<text class=\"tx tx-{id}\" x=\"{place.X}\" y=\"{place.Y + 38}\">{status.Letter()}</text>");
            svg.Append("</a>");
        }

        return new MarkupString(svg.ToString());
    }
}
