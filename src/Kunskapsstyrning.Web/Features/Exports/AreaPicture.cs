using System.Globalization;
using System.Text;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Exports;

/// <summary>Every municipality within its boundaries, filled as on the page; who has none is a circle in its place.</summary>
internal static class AreaPicture
{
    // In steps of the grid, as the outlines are: eleven of them are about a point.
    private static readonly string Fills = $"""
        <defs><pattern id="gF" width="8" height="5" patternUnits="userSpaceOnUse" patternTransform="scale(11)"><path fill="{StatusPaint.Fill(Status.AdoptedWithReservation)}" d="M0 0H8V5H0Z"/><path stroke="#fff" stroke-width="1" d="M0 2.5H8"/></pattern><pattern id="gN" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="scale(11) rotate(45)"><path fill="{StatusPaint.Fill(Status.Declined)}" d="M0 0H6V6H0Z"/><path stroke="#fff" stroke-width="1" d="M0 0V6"/></pattern><linearGradient id="gP" x2="0" y2="1"><stop offset=".5" stop-color="#fff"/><stop offset=".5" stop-color="{StatusPaint.Fill(Status.InPreparation)}"/></linearGradient></defs>
        """;

    public static string Of(RecommendationState state, RecommendationView view)
    {
        var svg = new StringBuilder(Fills);
        svg.Append(CultureInfo.InvariantCulture, $"""<g transform="{PlaceGeometry.Grid}" stroke-linejoin="round" fill-rule="evenodd">""");
        foreach (var (row, outline) in state.Rows.Select(row => (row, state.Boundaries![row.Municipality.Code])).OrderByDescending(a => a.Item2?.SquareKilometres ?? 0))
        {
            var (place, status) = (PlaceGeometry.OnGrid(row.Municipality), row.Standing.Status);
            var paint = $"""fill="{StatusPaint.Surface(status, 'g')}" stroke="{StatusPaint.Seam(status)}" stroke-width="8.7"{MapPicture.Faded(view, row)}""";
            svg.Append(CultureInfo.InvariantCulture, $"{(outline is null ? string.Create(CultureInfo.InvariantCulture, $"""<circle cx="{place.X}" cy="{place.Y}" r="{AreaDrawing.Circle}" {paint}>""") : $"""<path d="{outline.Path}" {paint}>""")}{MapPicture.Title(row)}{(outline is null ? "</circle>" : "</path>")}");
            if (outline?.SquareKilometres >= AreaDrawing.RoomForLetter)
                svg.Append(CultureInfo.InvariantCulture, $"""<text x="{place.X}" y="{place.Y + 38}" font-size="110" font-weight="700" text-anchor="middle" fill="{StatusPaint.Ink(status)}"{MapPicture.Faded(view, row)}>{status.Letter()}</text>""");
        }

        return svg.Append("</g>").ToString();
    }
}
