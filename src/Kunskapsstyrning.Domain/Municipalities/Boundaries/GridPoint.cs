using System.Runtime.InteropServices;

namespace Kunskapsstyrning.Domain.Municipalities.Boundaries;

/// <summary>A point of the map: steps of two hundred metres to the east and to the south of a corner north-west of the country, in the plane of SWEREF 99 TM.</summary>
/// <param name="X">Steps to the east.</param>
/// <param name="Y">Steps to the south.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct GridPoint(int X, int Y) : IComparable<GridPoint>
{
    /// <summary>How long a step is, in metres.</summary>
    public const int Step = 200;

    private const double West = 200_000;
    private const double North = 7_700_000;

    /// <summary>The point nearest to a place in metres.</summary>
    public static GridPoint Nearest(PlanePoint place) => new((int)Math.Round((place.East - West) / Step), (int)Math.Round((North - place.North) / Step));

    /// <inheritdoc/>
    public int CompareTo(GridPoint other) => (X, Y).CompareTo((other.X, other.Y));

    /// <summary>How far it is, in steps, from the line between two points; from the point itself where they are one.</summary>
    public double From(GridPoint one, GridPoint other)
    {
        double dx = other.X - one.X, dy = other.Y - one.Y, length = Math.Sqrt(dx * dx + dy * dy);
        if (length == 0) return Math.Sqrt(Math.Pow(X - one.X, 2) + Math.Pow(Y - one.Y, 2));
        return Math.Abs(dx * (Y - one.Y) - dy * (X - one.X)) / length;
    }
}
