using System.Globalization;
using System.Text;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Features.Spreadsheets;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Exports;

/// <summary>The map that the view shows – tiles, boundaries or circles – with what its marks mean.</summary>
internal static class MapPicture
{
    /// <summary>What is said where the selection leaves some out.</summary>
    public const string Pale = "De bleka är utanför urvalet.";

    public static Drawn Of(RecommendationState state, RecommendationView view)
    {
        var (svg, isOfCircles) = (new StringBuilder(), view.MapOf(state) is MapKind.PlacesByInhabitants or MapKind.PlacesByFee);
        if (view.IsFiltered) svg.Append(ExportPicture.Words(3, 14 + Swedish.Statuses.Count * 30, Pale, 12, "#4b5b57"));
        for (var at = 0; at < Swedish.Statuses.Count; at++)
        {
            var (status, y) = (Swedish.Statuses[at], 14 + at * 30);
            svg.Append(isOfCircles ? CirclePicture.Mark(status, 12, y) : string.Create(CultureInfo.InvariantCulture, $"""<use href="#{ExportPicture.Tile(status)}" x="12" y="{y}"/>"""))
                .Append(ExportPicture.Words(30, y + 5, $"{status.Label()}: {Swedish.Number(state.Adoption[status].Municipalities)}", 14));
        }

        svg.Append("<g transform=\"translate(196 0)\">").Append(view.MapOf(state) switch
        {
            MapKind.Tiles => Tiles(state, view),
            MapKind.Areas => AreaPicture.Of(state, view),
            var places => CirclePicture.Of(state, view, places),
        }).Append("</g>");
        return new Drawn(svg.ToString(), 640, 714);
    }

    /// <summary>How a municipality that the selection leaves out stands back.</summary>
    public static string Faded(RecommendationView view, MunicipalityRow row) => view.Shows(row) ? "" : " opacity=\".22\"";

    /// <summary>What is read out of a municipality.</summary>
    public static string Title(MunicipalityRow row) => $"<title>{OfficeText.Escaped(row.Municipality.Name)}: {row.Standing.Status.InText()}</title>";

    private static string Tiles(RecommendationState state, RecommendationView view)
    {
        var svg = new StringBuilder();
        foreach (var row in state.Rows.OrderBy(r => r.Municipality.Tile.Row).ThenBy(r => r.Municipality.Tile.Column))
        {
            svg.Append(CultureInfo.InvariantCulture, $"""<use href="#{ExportPicture.Tile(row.Standing.Status)}" x="{TileGeometry.X(row.Municipality.Tile)}" y="{TileGeometry.Text(TileGeometry.Y(row.Municipality.Tile))}"{Faded(view, row)}>{Title(row)}</use>""");
        }

        return svg.Append(CultureInfo.InvariantCulture, $"""<path fill="none" stroke="#4b5b57" stroke-width=".8" stroke-linecap="round" d="{TileGeometry.Borders(state.Rows.Select(r => r.Municipality))}"/>""").ToString();
    }
}
