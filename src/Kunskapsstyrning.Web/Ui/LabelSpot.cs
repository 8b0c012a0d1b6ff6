using Kunskapsstyrning.Domain.Municipalities;

namespace Kunskapsstyrning.Web.Ui;

/// <summary>A free place at sea, or beyond the border, for the name of one tile: the nearest where the whole name has room.</summary>
/// <param name="X">Where the text begins, or ends when it stands west of the line.</param>
/// <param name="Y">The height of the name.</param>
/// <param name="IsWest">True when the text ends at X.</param>
/// <param name="IsStraight">True when the line goes straight up or down to the text.</param>
public sealed record LabelSpot(double X, double Y, bool IsWest, bool IsStraight)
{
    private const double Left = -20;
    private const double Right = 430;
    private const double Margin = 16;

    /// <summary>The nearest place for a text of the given width.</summary>
    public static LabelSpot For(Municipality own, IReadOnlyCollection<Municipality> all, double width)
    {
        var (x, y) = (TileGeometry.X(own.Tile), TileGeometry.Y(own.Tile));
        return Candidates(all, width, x)
            .Where(spot => Math.Abs(spot.Y - y) is < 1 or > 36)
            .MinBy(spot => Math.Abs(spot.Y - y) + (spot.IsStraight ? 0 : Math.Abs(spot.X - x)))
            ?? new LabelSpot(Left, TileGeometry.Y(new TilePlace(0, 2)), IsWest: false, IsStraight: false);
    }

    private static IEnumerable<LabelSpot> Candidates(IReadOnlyCollection<Municipality> all, double width, double x)
    {
        for (var row = 1; row <= all.Max(m => m.Tile.Row); row++)
        {
            var near = all.Where(m => Math.Abs(m.Tile.Row - row) <= 1).Select(m => TileGeometry.X(m.Tile)).ToList();
            if (near.Count == 0) continue;

            var y = TileGeometry.Y(new TilePlace(0, row));
            var (east, west) = (near.Max() + Margin, near.Min() - Margin);
            var starts = Math.Min(Math.Max(x - 10, east), Right - width);
            var ends = Math.Max(Math.Min(x + 10, west), Left + width);
            if (starts >= east && starts <= x) yield return new LabelSpot(starts, y, IsWest: false, IsStraight: true);
            if (ends <= west && ends >= x) yield return new LabelSpot(ends, y, IsWest: true, IsStraight: true);
            if (x < east && east + width <= Right) yield return new LabelSpot(east, y, IsWest: false, IsStraight: false);
            if (x > west && west - width >= Left) yield return new LabelSpot(west, y, IsWest: true, IsStraight: false);
        }
    }
}
