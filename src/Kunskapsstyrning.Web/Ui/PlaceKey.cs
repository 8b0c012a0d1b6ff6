using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;

namespace Kunskapsstyrning.Web.Ui;

/// <summary>A circle in the key of a map: what its area stands for, and how it is drawn in the empty sea south-east.</summary>
/// <param name="Weight">A round number.</param>
/// <param name="Radius">The radius that a municipality of that weight has.</param>
/// <param name="LabelY">The height of its words.</param>
/// <param name="Label">"500 000 invånare", and only the number after the first.</param>
public sealed record PlaceKey(decimal Weight, double Radius, double LabelY, string Label)
{
    /// <summary>Where every circle's centre is, from west to east.</summary>
    public const double X = 398;

    /// <summary>Where all the circles stand.</summary>
    public const double Bottom = 676;

    /// <summary>Where the words end.</summary>
    public const double LabelX = 362;

    private const double Between = 12;

    /// <summary>The height of its centre.</summary>
    public double Y => Bottom - Radius;

    /// <summary>The height of its uppermost point.</summary>
    public double Top => Bottom - (2 * Radius);

    /// <summary>Three circles with round numbers, the largest no larger than the greatest there is; fewer where the smallest could not be told apart.</summary>
    /// <param name="greatest">The weight of the largest circle on the map.</param>
    /// <param name="unit">What is counted, "invånare".</param>
    public static IReadOnlyList<PlaceKey> Of(decimal greatest, string unit)
    {
        var keys = new List<PlaceKey>();
        foreach (var weight in Rounds(greatest).Where(w => PlaceGeometry.IsToScale(w, greatest)))
        {
            var radius = PlaceGeometry.Radius(weight, greatest);
            var y = Math.Max(Bottom - (2 * radius) + 3.5, keys.Count == 0 ? 0 : keys[^1].LabelY + Between);
            keys.Add(new PlaceKey(weight, radius, y, keys.Count == 0 ? $"{Swedish.Number(weight)}{Swedish.Nbsp}{unit}" : Swedish.Number(weight)));
        }

        return keys;
    }

    /// <summary>The key as finished markup.</summary>
    public static MarkupString Drawn(IReadOnlyList<PlaceKey> keys)
    {
        var svg = new StringBuilder();
        foreach (var key in keys)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{X}\" cy=\"{key.Y:0.#}\" r=\"{key.Radius:0.#}\"></circle><path d=\"M{X} {key.Top:0.#}L{LabelX + 3} {key.LabelY - 3.5:0.#}\"></path><text class=\"name\" x=\"{LabelX}\" y=\"{key.LabelY:0.#}\">{key.Label}</text>");
        }

        return new MarkupString(svg.ToString());
    }

    /// <summary>1, 2 or 5 and noughts, then what is a fifth or a tenth of it, and a tenth of that.</summary>
    private static IEnumerable<decimal> Rounds(decimal greatest)
    {
        if (greatest < 1) return [];

        var ten = (decimal)Math.Pow(10, Math.Floor(Math.Log10((double)greatest)));
        var first = new[] { 5m, 2m, 1m }.First(digit => digit * ten <= greatest);
        var second = first is 5 ? ten : first * ten / 10;
        return [first * ten, second, second / 10];
    }
}
