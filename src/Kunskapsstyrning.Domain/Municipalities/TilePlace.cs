namespace Kunskapsstyrning.Domain.Municipalities;

/// <summary>A place in the tile map: odd rows are shifted half a tile to the right, row 1 is northernmost.</summary>
public sealed record TilePlace(int Column, int Row)
{
    /// <summary>The free place that lies nearest, the place itself when it is free.</summary>
    public static TilePlace NearestFree(TilePlace to, IReadOnlySet<TilePlace> taken)
    {
        for (var reach = 0; ; reach++)
        {
            var near =
                from row in Enumerable.Range(to.Row - reach, (2 * reach) + 1)
                from column in Enumerable.Range(to.Column - reach, (2 * reach) + 1)
                let place = new TilePlace(column, row)
                where row > 0 && column > 0 && !taken.Contains(place)
                orderby place.DistanceTo(to), row, column
                select place;
            if (near.FirstOrDefault() is { } free) return free;
        }
    }

    private double DistanceTo(TilePlace other)
    {
        var (x, y) = (Column + (Row % 2 * 0.5) - other.Column - (other.Row % 2 * 0.5), (Row - other.Row) * Math.Sqrt(3) / 2);
        return (x * x) + (y * y);
    }
}
