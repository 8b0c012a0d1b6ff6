using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Municipalities.Boundaries;

namespace Kunskapsstyrning.Web.Ui;

/// <summary>Where municipalities lie on a map of the country, in the same drawing as the tiles: the plane of SWEREF 99 TM, as maps of Sweden are drawn.</summary>
public static class PlaceGeometry
{
    /// <summary>The smallest radius with room for its letter.</summary>
    internal const double RoomForLetter = 7;

    private const double Scale = 0.092;
    private const double East = 30;
    private const double South = -11;
    private const double Greatest = 30;
    private const double Least = 2.2;
    private const double BetweenLetters = 10;

    /// <summary>Brings what is drawn in steps of <see cref="GridPoint"/> into the drawing.</summary>
    public static string Grid { get; } = FormattableString.Invariant($"translate({East} {South}) scale({Scale})");

    /// <summary>The centre in the drawing.</summary>
    public static (double X, double Y) Centre(Municipality municipality)
    {
        var place = OnGrid(municipality);
        return (X(place.X), Y(place.Y));
    }

    /// <summary>How far east in the drawing, by steps of the grid.</summary>
    public static double X(double steps) => East + Scale * steps;

    /// <summary>How far down in the drawing, by steps of the grid.</summary>
    public static double Y(double steps) => South + Scale * steps;

    /// <summary>A length in the drawing, by steps of the grid.</summary>
    public static double Length(double steps) => Scale * steps;

    /// <summary>The point on the grid of boundaries.</summary>
    public static GridPoint OnGrid(Municipality municipality) => GridPoint.Nearest(PlanePoint.Of((double)municipality.Latitude, (double)municipality.Longitude));

    /// <summary>The circles that carry a letter, the largest first: those with room for one, where no larger one's letter stands.</summary>
    public static IReadOnlyList<TCircle> Lettered<TCircle>(IEnumerable<TCircle> largestFirst, Func<TCircle, (double X, double Y, double Radius)> drawn)
    {
        var lettered = new List<(TCircle Circle, double X, double Y)>();
        foreach (var circle in largestFirst)
        {
            var (x, y, radius) = drawn(circle);
            if (radius >= RoomForLetter && lettered.TrueForAll(l => Math.Sqrt(Math.Pow(l.X - x, 2) + Math.Pow(l.Y - y, 2)) >= BetweenLetters)) lettered.Add((circle, x, y));
        }

        return [.. lettered.Select(l => l.Circle)];
    }

    /// <summary>True for a circle that is drawn as large as its weight asks for, and not made larger to be seen.</summary>
    public static bool IsToScale(decimal weight, decimal greatest) => Radius(weight, greatest) > Least;

    /// <summary>The radius of a circle whose area is to the largest one's as its weight is; never so small that it cannot be seen.</summary>
    public static double Radius(decimal weight, decimal greatest) =>
        greatest <= 0 ? Least : Math.Max(Least, Greatest * Math.Sqrt((double)(weight / greatest)));
}
