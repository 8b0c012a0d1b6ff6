namespace Kunskapsstyrning.Domain.Municipalities.Boundaries;

/// <summary>
/// Rings drawn with fewer points. They are cut where three or more meet, and each piece is thinned out by itself and from the same end, so that a border between two
/// municipalities becomes the same line for both: no gap opens between them.
/// </summary>
public sealed class SharedBorders
{
    private readonly Dictionary<GridPoint, Neighbours> _neighbours = [];

    /// <summary>The borders that the rings have together.</summary>
    public SharedBorders(IEnumerable<IReadOnlyList<GridPoint>> rings)
    {
        foreach (var ring in rings)
        {
            for (var at = 0; at < ring.Count; at++)
            {
                Meet(ring[at], ring[(at + 1) % ring.Count]);
                Meet(ring[(at + 1) % ring.Count], ring[at]);
            }
        }
    }

    /// <summary>A ring as whole steps: without the same point twice in a row, and without going somewhere and straight back.</summary>
    public static IReadOnlyList<GridPoint> Ring(IEnumerable<GridPoint> points)
    {
        var ring = new List<GridPoint>();
        foreach (var point in points)
        {
            if (ring.Count > 0 && ring[^1] == point) continue;
            if (ring.Count > 1 && ring[^2] == point) ring.RemoveAt(ring.Count - 1);
            else ring.Add(point);
        }

        while (ring.Count > 1 && ring[0] == ring[^1]) ring.RemoveAt(ring.Count - 1);
        return ring;
    }

    /// <summary>The ring without the points that lie nearer than so many steps to the line that is left.</summary>
    public IReadOnlyList<GridPoint> Thinned(IReadOnlyList<GridPoint> ring, double steps)
    {
        List<int> cuts = [.. Enumerable.Range(0, ring.Count).Where(at => _neighbours[ring[at]].AreMany)];
        if (cuts.Count == 0) cuts.Add(Enumerable.Range(0, ring.Count).MinBy(at => ring[at]));

        var thinned = new List<GridPoint>();
        for (var cut = 0; cut < cuts.Count; cut++)
        {
            var (from, to) = (cuts[cut], cut + 1 < cuts.Count ? cuts[cut + 1] : cuts[0] + ring.Count);
            GridPoint[] piece = [.. Enumerable.Range(from, to - from + 1).Select(at => ring[at % ring.Count])];
            thinned.AddRange(Thinned(piece, steps).SkipLast(1));
        }

        return Ring(thinned);
    }

    private void Meet(GridPoint point, GridPoint neighbour) =>
        _neighbours[point] = _neighbours.TryGetValue(point, out var known) ? known.With(neighbour) : new Neighbours(neighbour, null, false);

    /// <summary>A piece between two cuts, thinned out from the same end whichever way it is walked.</summary>
    private static IEnumerable<GridPoint> Thinned(GridPoint[] piece, double steps)
    {
        var isTurned = (piece[0], piece[1]).CompareTo((piece[^1], piece[^2])) > 0;
        if (isTurned) Array.Reverse(piece);
        var keep = new bool[piece.Length];
        (keep[0], keep[^1]) = (true, true);
        var left = new Stack<(int From, int To)>([(0, piece.Length - 1)]);
        while (left.TryPop(out var part))
        {
            var (farthest, distance) = (0, steps);
            for (var at = part.From + 1; at < part.To; at++)
            {
                if (piece[at].From(piece[part.From], piece[part.To]) is var away && away > distance) (farthest, distance) = (at, away);
            }

            if (farthest == 0) continue;
            keep[farthest] = true;
            left.Push((part.From, farthest));
            left.Push((farthest, part.To));
        }

        var kept = piece.Where((_, at) => keep[at]);
        return isTurned ? kept.Reverse() : kept;
    }

    /// <summary>The points next to a point. On a line there are two, whichever way it is walked; where there are others, lines meet or end.</summary>
    private readonly record struct Neighbours(GridPoint One, GridPoint? Other, bool AreMany)
    {
        public Neighbours With(GridPoint point)
        {
            if (point == One || point == Other) return this;
            return Other is null ? this with { Other = point } : this with { AreMany = true };
        }
    }
}
