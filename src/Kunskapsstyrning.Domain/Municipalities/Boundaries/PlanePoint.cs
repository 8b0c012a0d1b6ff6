using System.Runtime.InteropServices;

namespace Kunskapsstyrning.Domain.Municipalities.Boundaries;

/// <summary>A place in SWEREF 99 TM, the plane that maps of the whole country are drawn in.</summary>
/// <param name="East">Metres to the east.</param>
/// <param name="North">Metres to the north of the equator.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PlanePoint(double East, double North)
{
    private const double Axis = 6_378_137;
    private const double Flattening = 1 / 298.257222101;
    private const double Meridian = 15 * Math.PI / 180;
    private const double Scale = 0.9996;
    private const double FalseEast = 500_000;

    /// <summary>True for a place that may lie in Sweden: a frame around the country and its waters.</summary>
    public bool IsInSweden => East is > 220_000 and < 1_000_000 && North is > 6_050_000 and < 7_750_000;

    /// <summary>A place given in degrees, WGS 84: Gauss's conformal projection by Krüger's series, as far as centimetres.</summary>
    public static PlanePoint Of(double latitude, double longitude)
    {
        const double n = Flattening / (2 - Flattening);
        const double e2 = Flattening * (2 - Flattening);
        var (phi, lambda) = (latitude * Math.PI / 180, longitude * Math.PI / 180 - Meridian);
        var radius = Axis / (1 + n) * (1 + n * n / 4 + n * n * n * n / 64);
        var sin2 = Math.Pow(Math.Sin(phi), 2);
        var conformal = phi - Math.Sin(phi) * Math.Cos(phi) * (e2 + (5 * e2 * e2 - e2 * e2 * e2) / 6 * sin2 + 104 * e2 * e2 * e2 / 120 * sin2 * sin2);
        var (xi, eta) = (Math.Atan2(Math.Tan(conformal), Math.Cos(lambda)), Math.Atanh(Math.Cos(conformal) * Math.Sin(lambda)));
        const double first = n / 2 - 2 * n * n / 3;
        const double second = 13 * n * n / 48;
        return new PlanePoint(
            FalseEast + Scale * radius * (eta + first * Math.Cos(2 * xi) * Math.Sinh(2 * eta) + second * Math.Cos(4 * xi) * Math.Sinh(4 * eta)),
            Scale * radius * (xi + first * Math.Sin(2 * xi) * Math.Cosh(2 * eta) + second * Math.Sin(4 * xi) * Math.Cosh(4 * eta)));
    }
}
