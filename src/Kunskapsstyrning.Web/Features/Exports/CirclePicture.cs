using System.Globalization;
using System.Text;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Exports;

/// <summary>Every municipality as a circle in its place, its area by inhabitants or fee, on thin boundaries where there are any.</summary>
internal static class CirclePicture
{
    private const double RoomForLetter = 7;

    private const string Circles = """
        <defs><circle id="cA" r="10" fill="#004a40"/><g id="cf"><circle r="10" fill="#3e9c8b"/><path stroke="#fff" stroke-width="1.5" d="M-8.5-5.3H8.5M-8.5 5.3H8.5"/></g><g id="cn"><circle r="10" fill="#b2400f"/><path stroke="#fff" stroke-width="1.5" d="M-9 1.2 1.2-9M-1.2 9 9-1.2"/></g><g id="cP"><circle r="10" fill="#fff"/><path stroke="none" fill="#b5ddd4" d="M-10 0A10 10 0 0 0 10 0Z"/><circle r="9.4" fill="none" stroke="#0b6a5c" stroke-width="1.3"/></g><g id="c0"><circle r="10" fill="#fff"/><circle r="9.4" fill="none" stroke="#71807c" stroke-width="1.1"/></g></defs>
        """;

    public static string Of(RecommendationState state, RecommendationView view, MapKind kind)
    {
        var svg = new StringBuilder(Circles.Trim());
        if (state.Boundaries is { } boundaries) svg.Append(CultureInfo.InvariantCulture, $"""<path transform="{PlaceGeometry.Grid}" fill="none" stroke="#c8d2ce" stroke-width="8.7" d="{boundaries.Land}"/>""");
        var places = state.Rows.Select(row => (Row: row, Weight: row.Weight(kind))).OrderByDescending(p => p.Weight).ToList();
        foreach (var (row, weight) in places)
        {
            var ((x, y), r, status) = (PlaceGeometry.Centre(row.Municipality), PlaceGeometry.Radius(weight, places[0].Weight), row.Standing.Status);
            svg.Append(CultureInfo.InvariantCulture, $"""<g transform="translate({x:0.#} {y:0.#})"{MapPicture.Faded(view, row)}><use href="#c{ExportPicture.Tile(status)[1]}" transform="scale({r / 10:0.##})" stroke="#fff" stroke-width="{8 / r:0.##}">{MapPicture.Title(row)}</use>""");
            if (r >= RoomForLetter) svg.Append(ExportPicture.Words(0, 3.5, status.Letter().ToString(), 10, Ink(status), "middle", isBold: true));
            svg.Append("</g>");
        }

        return svg.ToString();
    }

    private static string Ink(Status status) => status switch
    {
        Status.Adopted or Status.Declined => "#fff",
        Status.NoResponse => "#4b5b57",
        _ => "#10201d",
    };
}
