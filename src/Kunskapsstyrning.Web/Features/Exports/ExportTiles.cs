using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Features.Slides;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Exports;

/// <summary>The map that the view shows as shapes on a slide: tiles, boundaries or circles. Fill, pattern and letter tell the statuses apart, also in grey.</summary>
internal static class ExportTiles
{
    /// <summary>The number of the first municipality on the slide.</summary>
    public const int FirstId = 1000;

    private const double Scale = .56;
    private const double Left = 500;
    private const double Top = 84;

    public static Slide Slide(Export export)
    {
        var kind = export.View.MapOf(export.State);
        IEnumerable<Shape> marks = kind switch
        {
            MapKind.Tiles => Tiles(export),
            MapKind.Areas => ExportPlaces.Areas(export),
            _ => ExportPlaces.Circles(export, kind),
        };
        var legend = Swedish.Statuses.SelectMany((status, at) => new Shape[]
        {
            Hexagon(10 + at, status, new Place(40, 190 + at * 44, 26, 30), status.Label(), null),
            new TextShape(20 + at, status.Label(), new Place(78, 196 + at * 44, 360, 24), [new TextLine($"{status.Label()}: {Swedish.Municipalities(export.State.Adoption[status].Municipalities)}", 16)]),
        });
        var sentence = export.State.BarSentence();
        var title = kind is MapKind.Tiles ? "En ruta för varje kommun" : "Kommunerna på kartan";
        return new Slide(ExportDeck.Title(export, title),
        [
            new TextShape(3, "Kartan i en mening", new Place(40, 96, 420, 80), [new TextLine(sentence, 16)]),
            .. legend,
            .. Outside(export), .. OfMap(export, kind),
            new GroupShape(5, title, OnSlide(0, 0, 440, 712), sentence, [.. marks]),
            ExportDeck.Foot(export.FootOfMap),
        ]);
    }

    private static IEnumerable<Shape> Outside(Export export)
    {
        if (export.View.IsFiltered) yield return new TextShape(30, "Utanför urvalet", new Place(40, 196 + Swedish.Statuses.Count * 44, 420, 24), [new TextLine(MapPicture.Pale, 14)]);
    }

    /// <summary>What the marks are, and whose boundaries: where they are no tiles.</summary>
    private static IEnumerable<Shape> OfMap(Export export, MapKind kind)
    {
        if (kind is not MapKind.Tiles) yield return new TextShape(31, "Vad kartan visar", new Place(40, 230 + Swedish.Statuses.Count * 44, 420, 32), [new TextLine(export.View.MapSentence(export.State), 12, "4B5B57")]);
    }

    private static IEnumerable<MarkShape> Tiles(Export export) => export.State.Rows
        .OrderBy(r => r.Municipality.Tile.Row).ThenBy(r => r.Municipality.Tile.Column)
        .Select((row, at) => Of(FirstId + at, row, !export.View.Shows(row), PlaceOf(row)));

    /// <summary>A municipality's mark in its place.</summary>
    public static MarkShape Of(int id, MunicipalityRow row, bool isOut, Place at)
    {
        var said = $"{row.Municipality.Name}: {row.Standing.Status.InText()}{(isOut ? ", utanför urvalet" : "")}";
        var tile = Hexagon(id, row.Standing.Status, at, said, said);
        return isOut ? tile with { IsPale = true, Ink = "4B5B57" } : tile;
    }

    /// <summary>A tile of a status.</summary>
    public static MarkShape Hexagon(int id, Status status, Place at, string name, string? alternative) =>
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

    /// <summary>The place on the slide of what is drawn in the map.</summary>
    public static Place OnSlide(double x, double y, double width, double height) => new(Left + x * Scale, Top + y * Scale, width * Scale, height * Scale);

    private static Place PlaceOf(MunicipalityRow row) => OnSlide(TileGeometry.X(row.Municipality.Tile) + 4, TileGeometry.Y(row.Municipality.Tile) - 10.1, 17.5, 20.2);
}
