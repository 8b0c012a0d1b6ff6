using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Features.Slides;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Exports;

/// <summary>The tiles as shapes on a slide: fill, pattern and letter tell the statuses apart, also in grey.</summary>
internal static class ExportTiles
{
    private const double Scale = .56;
    private const double Left = 500;
    private const double Top = 84;

    public static Slide Slide(Export export)
    {
        var rows = export.State.Rows;
        var tiles = rows.OrderBy(r => r.Municipality.Tile.Row).ThenBy(r => r.Municipality.Tile.Column)
            .Select((row, at) => (Shape)Tile(1000 + at, row, !export.View.Shows(row)))
            .ToList();
        var legend = Swedish.Statuses.SelectMany((status, at) => new Shape[]
        {
            Hexagon(10 + at, status, new Place(40, 190 + at * 44, 26, 30), status.Label(), null),
            new TextShape(20 + at, status.Label(), new Place(78, 196 + at * 44, 360, 24), [new TextLine($"{status.Label()}: {Swedish.Municipalities(export.State.Adoption[status].Municipalities)}", 16)]),
        });
        var sentence = export.State.BarSentence();
        return new Slide("En ruta för varje kommun",
        [
            new TextShape(3, "Kartan i en mening", new Place(40, 96, 420, 80), [new TextLine(sentence, 16)]),
            .. legend,
            .. Outside(export),
            new GroupShape(5, "Karta med en ruta för varje kommun", new Place(Left, Top, 440 * Scale, 712 * Scale), sentence, tiles),
            ExportDeck.Foot(export),
        ]);
    }

    private static IEnumerable<Shape> Outside(Export export)
    {
        if (export.View.IsFiltered) yield return new TextShape(30, "Utanför urvalet", new Place(40, 196 + Swedish.Statuses.Count * 44, 420, 24), [new TextLine(MapPicture.Pale, 14)]);
    }

    private static HexagonShape Tile(int id, MunicipalityRow row, bool isOut)
    {
        var said = $"{row.Municipality.Name}: {row.Standing.Status.InText()}{(isOut ? ", utanför urvalet" : "")}";
        var tile = Hexagon(id, row.Standing.Status, PlaceOf(row), said, said);
        return isOut ? tile with { IsPale = true, Ink = "4B5B57" } : tile;
    }

    /// <summary>A tile of a status.</summary>
    public static HexagonShape Hexagon(int id, Status status, Place at, string name, string? alternative) =>
        new(id, name, at, status.Letter().ToString(), Fill(status), Edge(status), status is Status.Adopted or Status.Declined ? "FFFFFF" : "10201D", alternative);

    /// <summary>How a status is filled.</summary>
    public static string Fill(Status status) => status switch
    {
        Status.InPreparation => $"""<a:gradFill><a:gsLst>{Stop(0, "#fff")}{Stop(50000, "#fff")}{Stop(50000, StatusPaint.Fill(status))}{Stop(100000, StatusPaint.Fill(status))}</a:gsLst><a:lin ang="5400000" scaled="0"/></a:gradFill>""",
        Status.AdoptedWithReservation => $"""<a:pattFill prst="narHorz"><a:fgClr><a:srgbClr val="7CC0B3"/></a:fgClr><a:bgClr>{Colour(StatusPaint.Fill(status))}</a:bgClr></a:pattFill>""",
        Status.Declined => $"""<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="8A2F08"/></a:fgClr><a:bgClr>{Colour(StatusPaint.Fill(status))}</a:bgClr></a:pattFill>""",
        _ => $"<a:solidFill>{Colour(StatusPaint.Fill(status))}</a:solidFill>",
    };

    /// <summary>The colour round a status.</summary>
    public static string Edge(Status status) => StatusPaint.OnSlide(StatusPaint.Edge(status));

    private static string Stop(int at, string colour) => $"""<a:gs pos="{at.ToString(System.Globalization.CultureInfo.InvariantCulture)}">{Colour(colour)}</a:gs>""";

    private static string Colour(string colour) => $"""<a:srgbClr val="{StatusPaint.OnSlide(colour)}"/>""";

    private static Place PlaceOf(MunicipalityRow row) => new(
        Left + (TileGeometry.X(row.Municipality.Tile) + 4) * Scale, Top + (TileGeometry.Y(row.Municipality.Tile) - 10.1) * Scale, 17.5 * Scale, 20.2 * Scale);
}
