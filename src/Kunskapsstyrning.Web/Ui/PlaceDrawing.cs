using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Kunskapsstyrning.Domain.Municipalities;
using Microsoft.AspNetCore.Components;

namespace Kunskapsstyrning.Web.Ui;

/// <summary>The circles of a map as finished markup, the largest first so that no smaller one is hidden.</summary>
public static class PlaceDrawing
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>A circle for each municipality.</summary>
    public static MarkupString Of(IReadOnlyCollection<MapPlace> places, Func<Municipality, string> href)
    {
        var svg = new StringBuilder(64 * 1024);
        foreach (var (place, x, y, r) in Placed(places))
        {
            svg.Append(CultureInfo.InvariantCulture, $"<a href=\"{Encoder.Encode(href(place.Municipality))}\" tabindex=\"-1\"{(place.IsOut ? " class=\"out\"" : "")}><title>{Encoder.Encode(place.Municipality.Name)}: {place.Status.InText()}</title>");
            svg.Append(CultureInfo.InvariantCulture, $"<use href=\"#c{Tile.Id(place.Status)}\" x=\"{x - r:0.#}\" y=\"{y - r:0.#}\" width=\"{2 * r:0.#}\" height=\"{2 * r:0.#}\"></use></a>");
        }

        return new MarkupString(svg.ToString());
    }

    /// <summary>The letters, to lie above all circles: else the small ones around a large one hide its letter.</summary>
    public static MarkupString Letters(IReadOnlyCollection<MapPlace> places)
    {
        var svg = new StringBuilder();
        foreach (var (place, x, y, _) in PlaceGeometry.Lettered(Placed(places), p => (p.X, p.Y, p.Radius)))
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"tx tx-{char.ToLowerInvariant(Tile.Id(place.Status))}{(place.IsOut ? " out" : "")}\" x=\"{x:0.#}\" y=\"{y + 3.5:0.#}\">{place.Status.Letter()}</text>");
        }

        return new MarkupString(svg.ToString());
    }

    private static IEnumerable<(MapPlace Place, double X, double Y, double Radius)> Placed(IReadOnlyCollection<MapPlace> places)
    {
        var greatest = places.Count == 0 ? 0 : places.Max(p => p.Weight);
        return places.OrderByDescending(p => p.Weight).Select(p => (Place: p, At: PlaceGeometry.Centre(p.Municipality))).Select(p => (p.Place, p.At.X, p.At.Y, PlaceGeometry.Radius(p.Place.Weight, greatest)));
    }
}
