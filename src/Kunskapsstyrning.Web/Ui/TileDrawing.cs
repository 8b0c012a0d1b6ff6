using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Microsoft.AspNetCore.Components;

namespace Kunskapsstyrning.Web.Ui;

/// <summary>The tiles of a map as finished markup: hundreds of small elements are written in one go, not rendered one by one.</summary>
public static class TileDrawing
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly Dictionary<Status, string> Words = Enum.GetValues<Status>().ToDictionary(s => s, s => s.InText());

    // The same municipalities nearly every time, and the path takes longer to find than to look whether they are the same.
    private static Borderline _latest = new([], "");

    /// <summary>The tiles, north to south and west to east; each a link where there is somewhere to go.</summary>
    public static MarkupString Of(IEnumerable<MapTile> tiles, Func<Municipality, string>? href)
    {
        var svg = new StringBuilder(48 * 1024);
        foreach (var (municipality, status, isOut) in tiles.OrderBy(t => t.Municipality.Tile.Row).ThenBy(t => t.Municipality.Tile.Column))
        {
            if (href is not null)
            {
                svg.Append("<a href=\"").Append(Encoder.Encode(href(municipality))).Append(isOut ? "\" tabindex=\"-1\" class=\"out\"><title>" : "\" tabindex=\"-1\"><title>")
                    .Append(Encoder.Encode(municipality.Name)).Append(": ").Append(Words[status]).Append("</title>");
            }

            svg.Append("<use href=\"#t").Append(Tile.Id(status)).Append("\" x=\"").Append(TileGeometry.X(municipality.Tile))
                .Append("\" y=\"").Append(TileGeometry.Text(TileGeometry.Y(municipality.Tile))).Append("\"></use>");
            if (href is not null) svg.Append("</a>");
        }

        return new MarkupString(svg.ToString());
    }

    /// <summary>One path along the borders of the counties.</summary>
    public static string Borders(IEnumerable<MapTile> tiles)
    {
        Municipality[] municipalities = [.. tiles.Select(t => t.Municipality)];
        var latest = _latest;
        if (municipalities.AsSpan().SequenceEqual(latest.Municipalities)) return latest.Path;

        return (_latest = new Borderline(municipalities, TileGeometry.Borders(municipalities))).Path;
    }

    private sealed record Borderline(Municipality[] Municipalities, string Path);
}
