using Kunskapsstyrning.Domain.Municipalities.Boundaries;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Features.Slides;
using Kunskapsstyrning.Web.Ui;

namespace Kunskapsstyrning.Web.Features.Exports;

/// <summary>The municipalities where they lie as shapes on a slide, the largest first: within their boundaries, or as circles by inhabitants or fee.</summary>
internal static class ExportPlaces
{
    private const double LetterSize = 5.5;

    public static IEnumerable<MarkShape> Areas(Export export) => export.State.Rows
        .Select(row => (Row: row, Outline: export.State.Boundaries![row.Municipality.Code]))
        .OrderByDescending(a => a.Outline?.SquareKilometres ?? 0)
        .Select((area, at) => Area(ExportTiles.FirstId + at, export, area.Row, area.Outline));

    public static IEnumerable<MarkShape> Circles(Export export, MapKind kind)
    {
        var places = export.State.Rows.Select(row => (Row: row, Weight: row.Weight(kind))).OrderByDescending(p => p.Weight).ToList();
        return places.Select((place, at) => Circle(ExportTiles.FirstId + at, export, place.Row, PlaceGeometry.Radius(place.Weight, places[0].Weight)));
    }

    private static MarkShape Area(int id, Export export, MunicipalityRow row, Outline? outline)
    {
        if (outline is null) return Circle(id, export, row, PlaceGeometry.Length(AreaDrawing.Circle));

        var (drawn, room) = Outlines.Of(outline.Path);
        var at = ExportTiles.OnSlide(PlaceGeometry.X(room.X), PlaceGeometry.Y(room.Y), PlaceGeometry.Length(room.Width), PlaceGeometry.Length(room.Height));
        return Mark(id, export, row, at, drawn, outline.SquareKilometres >= AreaDrawing.RoomForLetter);
    }

    private static MarkShape Circle(int id, Export export, MunicipalityRow row, double radius)
    {
        var (x, y) = PlaceGeometry.Centre(row.Municipality);
        return Mark(id, export, row, ExportTiles.OnSlide(x - radius, y - radius, 2 * radius, 2 * radius), Outlines.Circle, radius >= PlaceGeometry.RoomForLetter);
    }

    private static MarkShape Mark(int id, Export export, MunicipalityRow row, Place at, string outline, bool hasLetter)
    {
        var mark = ExportTiles.Of(id, row, !export.View.Shows(row), at) with { Outline = outline, LetterSize = LetterSize };
        return hasLetter ? mark : mark with { Letter = "" };
    }
}
