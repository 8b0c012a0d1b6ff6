using System.Text.Json;
using Kunskapsstyrning.Domain.Municipalities;

namespace Kunskapsstyrning.Web.Tests.Features.Boundaries;

/// <summary>A made-up map: every municipality as a small hexagon around its place.</summary>
internal static class MadeUpMap
{
    /// <summary>As a file, in degrees. A change of size makes another file of it.</summary>
    public static byte[] GeoJson(IEnumerable<Municipality> municipalities, double size = 0.05) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        type = "FeatureCollection",
        features = municipalities.Select(m => new
        {
            type = "Feature",
            properties = new { KnKod = m.Code.Digits, KnNamn = m.Name },
            geometry = new { type = "Polygon", coordinates = new[] { Hexagon(m, size) } },
        }),
    });

    private static double[][] Hexagon(Municipality m, double size) =>
        [.. Enumerable.Range(0, 7).Select(corner => new[] { (double)m.Longitude + 2 * size * Math.Sin(corner * Math.PI / 3), (double)m.Latitude + size * Math.Cos(corner * Math.PI / 3) })];
}
