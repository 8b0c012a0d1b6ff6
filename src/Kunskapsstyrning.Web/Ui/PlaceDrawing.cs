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
    private const double RoomForLetter = 7;
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>A circle for each municipality, with its letter where there is room for it.</summary>
    public static MarkupString Of(IReadOnlyCollection<MapPlace> places, Func<Municipality, string> href)
    {
        var svg = new StringBuilder(64 * 1024);
        var greatest = places.Count == 0 ? 0 : places.Max(p => p.Weight);
        foreach (var place in places.OrderByDescending(p => p.Weight))
        {
            var ((x, y), r) = (PlaceGeometry.Centre(place.Municipality), PlaceGeometry.Radius(place.Weight, greatest));
            var id = Tile.Id(place.Status);
            svg.Append(CultureInfo.InvariantCulture, $"<a href=\"{Encoder.Encode(href(place.Municipality))}\" tabindex=\"-1\"{(place.IsOut ? " class=\"out\"" : "")}><title>{Encoder.Encode(place.Municipality.Name)}: {place.Status.InText()}</title>");
            svg.Append(CultureInfo.InvariantCulture, $"<use href=\"#c{id}\" x=\"{x - r:0.#}\" y=\"{y - r:0.#}\" width=\"{2 * r:0.#}\" height=\"{2 * r:0.#}\"></use>");
            if (r >= RoomForLetter) svg.Append(CultureInfo.InvariantCulture, $"<text class=\"tx tx-{char.ToLowerInvariant(id)}\" x=\"{x:0.#}\" y=\"{y + 3.5:0.#}\">{place.Status.Letter()}</text>");
            svg.Append("</a>");
        }

        return new MarkupString(svg.ToString());
    }
}
