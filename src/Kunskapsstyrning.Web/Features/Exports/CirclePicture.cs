using System.Globalization;
using System.Text;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Exports;

/// <summary>Every municipality as a circle in its place, its area by inhabitants or fee, on thin boundaries where there are any.</summary>
internal static class CirclePicture
{
    private static readonly string Circles = $"""
        <defs><circle id="cA" r="10" fill="{StatusPaint.Fill(Status.Adopted)}"/><g id="cf"><circle r="10" fill="{StatusPaint.Fill(Status.AdoptedWithReservation)}"/>{StatusPaint.Cuts(Status.AdoptedWithReservation)}</g><g id="cn"><circle r="10" fill="{StatusPaint.Fill(Status.Declined)}"/>{StatusPaint.Cuts(Status.Declined)}</g><g id="cP"><circle r="10" fill="#fff"/><path stroke="none" fill="{StatusPaint.Fill(Status.InPreparation)}" d="M-10 0A10 10 0 0 0 10 0Z"/><circle r="9.4" fill="none" stroke="{StatusPaint.Edge(Status.InPreparation)}" stroke-width="1.3"/></g><g id="c0"><circle r="10" fill="#fff"/><circle r="9.4" fill="none" stroke="{StatusPaint.Edge(Status.NoResponse)}" stroke-width="1.1"/></g></defs>
        """;

    public static string Of(RecommendationState state, RecommendationView view, MapKind kind)
    {
        var svg = new StringBuilder(Circles);
        if (state.Boundaries is { } boundaries) svg.Append(CultureInfo.InvariantCulture, $"""<path transform="{PlaceGeometry.Grid}" fill="none" stroke="#c8d2ce" stroke-width="8.7" d="{boundaries.Land}"/>""");
        var places = state.Rows.Select(row => (Row: row, Weight: row.Weight(kind))).OrderByDescending(p => p.Weight).ToList();
        foreach (var (row, weight) in places)
        {
            var ((x, y), r, status) = (PlaceGeometry.Centre(row.Municipality), PlaceGeometry.Radius(weight, places[0].Weight), row.Standing.Status);
            svg.Append(CultureInfo.InvariantCulture, $"""<g transform="translate({x:0.#} {y:0.#})"{MapPicture.Faded(view, row)}><use href="#c{ExportPicture.Tile(status)[1]}" transform="scale({r / 10:0.##})" stroke="#fff" stroke-width="{8 / r:0.##}">{MapPicture.Title(row)}</use></g>""");
        }

        foreach (var (row, _) in PlaceGeometry.Lettered(places, p => (PlaceGeometry.Centre(p.Row.Municipality).X, PlaceGeometry.Centre(p.Row.Municipality).Y, PlaceGeometry.Radius(p.Weight, places[0].Weight)))) Letter(svg, view, row);
        return svg.Append(Key(PlaceKey.Of(places[0].Weight, Swedish.CircleUnit(kind)))).ToString();
    }

    /// <summary>A circle with its letter, for the legend.</summary>
    public static string Mark(Status status, double x, double y) => string.Create(
        CultureInfo.InvariantCulture, $"""<use href="#c{ExportPicture.Tile(status)[1]}" x="{x}" y="{y}"/>""") + ExportPicture.Words(x, y + 3.5, status.Letter().ToString(), 10, StatusPaint.Ink(status), "middle", isBold: true);

    /// <summary>The letter of a circle, above all circles. Twice, for not every program paints the edge before the letter.</summary>
    private static void Letter(StringBuilder svg, RecommendationView view, MunicipalityRow row)
    {
        var ((x, y), status) = (PlaceGeometry.Centre(row.Municipality), row.Standing.Status);
        string Written(string color) => ExportPicture.Words(x, y + 3.5, status.Letter().ToString(), 10, color, "middle", isBold: true);
        svg.Append(CultureInfo.InvariantCulture, $"""<g{MapPicture.Faded(view, row)}><g stroke="{Behind(status)}" stroke-width="3.5" stroke-linejoin="round">{Written(Behind(status))}</g>{Written(StatusPaint.Ink(status))}</g>""");
    }

    private static string Key(IReadOnlyList<PlaceKey> keys) => string.Concat(keys.Select(key => string.Create(
        CultureInfo.InvariantCulture, $"""<circle cx="{PlaceKey.X}" cy="{key.Y:0.#}" r="{key.Radius:0.#}" fill="none" stroke="{StatusPaint.Edge(Status.NoResponse)}"/><path stroke="{StatusPaint.Edge(Status.NoResponse)}" d="M{PlaceKey.X} {key.Top:0.#}L{PlaceKey.LabelX + 3} {key.LabelY - 3.5:0.#}"/>""") + ExportPicture.Words(PlaceKey.LabelX, key.LabelY, key.Label, 10.5, StatusPaint.Ink(Status.NoResponse), "end")));

    private static string Behind(Status status) => status is Status.InPreparation or Status.NoResponse ? "#fff" : StatusPaint.Fill(status);
}
