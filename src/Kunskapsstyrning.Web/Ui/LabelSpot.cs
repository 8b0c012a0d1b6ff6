using Kunskapsstyrning.Domain.Municipalities;

namespace Kunskapsstyrning.Web.Ui;

/// <summary>A free place at sea, or beyond the border, for the name of one tile: the nearest where the whole name has room.</summary>
/// <param name="X">Where the text begins, or ends when it stands west of the country.</param>
/// <param name="Y">The height of the line that leads to it.</param>
/// <param name="IsWest">True when it stands to the left.</param>
public sealed record LabelSpot(double X, double Y, bool IsWest)
{
    private const double Left = -20;
    private const double Right = 430;
    private const double Margin = 16;

    /// <summary>The nearest place for a text of the given width.</summary>
    public static LabelSpot For(Municipality own, IReadOnlyCollection<Municipality> all, double width)
    {
        var (x, y) = (TileGeometry.X(own.Tile), TileGeometry.Y(own.Tile));
        return Candidates(all, width, x).MinBy(spot => Math.Abs(spot.X - x) + Math.Abs(spot.Y - y) + (Math.Abs(spot.Y - y) is > 1 and < 30 ? 60 : 0))
            ?? new LabelSpot(Left, Left, IsWest: false);
    }

    private static IEnumerable<LabelSpot> Candidates(IReadOnlyCollection<Municipality> all, double width, double x)
    {
        foreach (var row in Enumerable.Range(1, all.Max(m => m.Tile.Row)))
        {
            var near = all.Where(m => Math.Abs(m.Tile.Row - row) <= 1).Select(m => TileGeometry.X(m.Tile)).ToList();
            var y = TileGeometry.Y(new TilePlace(0, row));
            if (near.Count == 0) continue;
            var (east, west) = (Math.Max(near.Max() + Margin, x + 6), Math.Min(near.Min() - Margin, x - 6));
            if (east + width <= Right) yield return new LabelSpot(east, y, IsWest: false);
            if (west - width >= Left) yield return new LabelSpot(west, y, IsWest: true);
        }
    }
}
