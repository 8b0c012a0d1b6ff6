using System.Globalization;
using System.Text;
using Kunskapsstyrning.Domain.Municipalities;

namespace Kunskapsstyrning.Web.Ui;

/// <summary>
/// Where tiles lie: 20 units between centres in a row, 17.32 between rows, odd rows half a tile to the right. Corners
/// fall on a lattice of 10 × 5.77 units, so that borders are found by whole numbers.
/// </summary>
public static class TileGeometry
{
    private const double Lattice = 10 / 1.7320508;
    private static readonly (int X, int Y)[] Corners = [(0, -2), (1, -1), (1, 1), (0, 2), (-1, 1), (-1, -1)];

    /// <summary>The horizontal centre.</summary>
    public static int X(TilePlace place) => 10 * LatticeX(place);

    /// <summary>The vertical centre.</summary>
    public static double Y(TilePlace place) => Height(LatticeY(place));

    /// <summary>A number as SVG wants it, one decimal at most.</summary>
    public static string Text(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>One path along every side where two counties meet.</summary>
    public static string Borders(IEnumerable<Municipality> municipalities)
    {
        var counties = municipalities.ToDictionary(m => m.Tile, m => m.CountyCode);
        var sides = new HashSet<Side>();
        foreach (var (place, county) in counties)
        {
            foreach (var (neighbour, corner) in EastAndSouth(place))
            {
                if (counties.TryGetValue(neighbour, out var other) && other != county) sides.Add(Side.Of(place, corner));
            }
        }

        return Chained(sides);
    }

    /// <summary>One path with a whole tile at each place.</summary>
    public static string Tiles(IEnumerable<Municipality> municipalities)
    {
        var path = new StringBuilder();
        foreach (var place in municipalities.Select(m => m.Tile))
            path.Append(CultureInfo.InvariantCulture, $"M{X(place)} {Text(Y(place) - 10.4)}l9 5.2v10.4l-9 5.2-9-5.2v-10.4z");
        return path.ToString();
    }

    private static int LatticeX(TilePlace place) => 2 * place.Column + 1 + (place.Row & 1);

    private static int LatticeY(TilePlace place) => 3 * (place.Row - 1);

    private static double Height(int latticeY) => 12 + latticeY * Lattice;

    /// <summary>The three neighbours that no earlier tile has looked at, with the first corner of the side towards each.</summary>
    private static IEnumerable<(TilePlace Neighbour, int Corner)> EastAndSouth(TilePlace place)
    {
        var shift = place.Row & 1;
        yield return (new TilePlace(place.Column + 1, place.Row), 1);
        yield return (new TilePlace(place.Column + shift, place.Row + 1), 2);
        yield return (new TilePlace(place.Column - 1 + shift, place.Row + 1), 3);
    }

    /// <summary>Sides joined end to end as long as they go, which makes the path half as long.</summary>
    private static string Chained(HashSet<Side> sides)
    {
        var meeting = sides.SelectMany(s => new[] { (Corner: s.From, Side: s), (Corner: s.To, Side: s) }).ToLookup(m => m.Corner, m => m.Side);
        var path = new StringBuilder();
        foreach (var first in sides.ToList())
        {
            if (!sides.Contains(first)) continue;

            path.Append('M').Append(Point(first.From));
            var end = first.From;
            for (var side = first; side is not null; side = meeting[end].FirstOrDefault(sides.Contains))
            {
                sides.Remove(side);
                var next = side.From == end ? side.To : side.From;
                path.Append(Step(next.X - end.X, next.Y - end.Y));
                end = next;
            }
        }

        return path.ToString();
    }

    /// <summary>From corner to corner there are six steps only, so that the path compresses to almost nothing.</summary>
    private static string Step(int right, int down) => (right, down) switch
    {
        (0, > 0) => "v11.55",
        (0, _) => "v-11.55",
        (> 0, > 0) => "l10 5.77",
        (> 0, _) => "l10-5.77",
        (_, > 0) => "l-10 5.77",
        _ => "l-10-5.77",
    };

    private static string Point((int X, int Y) corner) => $"{(corner.X * 10).ToString(CultureInfo.InvariantCulture)} {Text(Height(corner.Y))}";

    private sealed record Side((int X, int Y) From, (int X, int Y) To)
    {
        public static Side Of(TilePlace place, int corner) => new(At(place, corner), At(place, corner + 1));

        private static (int X, int Y) At(TilePlace place, int corner) => (LatticeX(place) + Corners[corner].X, LatticeY(place) + Corners[corner].Y);
    }
}
