using Kunskapsstyrning.Domain.Municipalities;

namespace Kunskapsstyrning.Web.Ui;

/// <summary>Where municipalities lie on a map of the country, in the same drawing as the tiles: a sinusoidal projection, which keeps areas true.</summary>
public static class PlaceGeometry
{
    private const double Meridian = 16.2;
    private const double North = 68.9;
    private const double Degree = 51;
    private const double Middle = 185;
    private const double Greatest = 30;
    private const double Least = 2.2;

    /// <summary>The horizontal centre.</summary>
    public static double X(Municipality municipality) =>
        Middle + ((double)municipality.Longitude - Meridian) * Math.Cos((double)municipality.Latitude * Math.PI / 180) * Degree;

    /// <summary>The vertical centre.</summary>
    public static double Y(Municipality municipality) => (North - (double)municipality.Latitude) * Degree;

    /// <summary>The radius of a circle whose area is to the largest one's as its weight is; never so small that it cannot be seen.</summary>
    public static double Radius(decimal weight, decimal greatest) =>
        greatest <= 0 ? Least : Math.Max(Least, Greatest * Math.Sqrt((double)(weight / greatest)));
}
