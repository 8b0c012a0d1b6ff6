using System.Globalization;
using System.Text;

namespace Kunskapsstyrning.Domain.Municipalities.Boundaries;

/// <summary>The boundaries as they stand in a file.</summary>
/// <param name="Property">What the file calls a municipality's code: "KnKod".</param>
/// <param name="Rings">The rings of each code, parts and holes together.</param>
public sealed record BoundaryReading(string Property, IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<GridPoint>>> Rings)
{
    /// <summary>The most that all paths together may take, so that a page with them is light.</summary>
    public const int MostCharacters = 80_000;

    private static readonly double[] Steps = [1.5, 2.5, 4, 6, 9, 14, 20, 30];

    /// <summary>The outlines of municipalities that there are, with as few points as it takes to be light.</summary>
    /// <param name="isKnown">True for a municipality that there is or has been.</param>
    public IReadOnlyList<DrawnOutline> Outlines(Func<MunicipalityCode, bool> isKnown)
    {
        var known = Rings.Where(r => MunicipalityCode.TryParse(r.Key, out var code) && isKnown(code)).OrderBy(r => r.Key, StringComparer.Ordinal).ToList();
        var borders = new SharedBorders(known.SelectMany(r => r.Value));
        IReadOnlyList<DrawnOutline> drawn = [];
        foreach (var steps in Steps)
        {
            drawn = [.. known.Select(r => Drawn(new MunicipalityCode(r.Key), r.Value, borders, steps))];
            if (drawn.Sum(o => o.Path.Length) <= MostCharacters) break;
        }

        return drawn;
    }

    /// <summary>Why the outlines cannot be taken in; null when they can.</summary>
    public static Refusal? RefusalOf(IReadOnlyCollection<DrawnOutline> outlines)
    {
        if (outlines.Count == 0) return BoundaryRefusals.NoMunicipality;
        return outlines.Sum(o => o.Path.Length) > MostCharacters ? BoundaryRefusals.TooMuchToDraw : null;
    }

    /// <summary>The codes of the file that are no municipality's.</summary>
    public IReadOnlyList<string> Unknown(Func<MunicipalityCode, bool> isKnown) =>
        [.. Rings.Keys.Where(text => !(MunicipalityCode.TryParse(text, out var code) && isKnown(code))).Order(StringComparer.Ordinal)];

    /// <summary>Islands too small to be seen are left out; the largest part never is.</summary>
    private static DrawnOutline Drawn(MunicipalityCode code, IReadOnlyList<IReadOnlyList<GridPoint>> rings, SharedBorders borders, double steps)
    {
        var largest = rings.MaxBy(Area)!;
        var path = new StringBuilder();
        foreach (var ring in rings)
        {
            if (ring != largest && Area(ring) < 4 * steps * steps) continue;
            var thinned = borders.Thinned(ring, steps);
            Append(path, thinned.Count > 2 || ring != largest ? thinned : ring);
        }

        return new DrawnOutline(code, path.ToString(), (int)Math.Round(Area(largest) * GridPoint.Step * GridPoint.Step / 1e6));
    }

    /// <summary>Relative steps: short to write, and alike enough to be packed small.</summary>
    private static void Append(StringBuilder path, IReadOnlyList<GridPoint> ring)
    {
        if (ring.Count < 3) return;
        path.Append(CultureInfo.InvariantCulture, $"M{ring[0].X} {ring[0].Y}l");
        for (var at = 1; at < ring.Count; at++)
        {
            var (dx, dy) = (ring[at].X - ring[at - 1].X, ring[at].Y - ring[at - 1].Y);
            if (at > 1 && dx >= 0) path.Append(' ');
            path.Append(CultureInfo.InvariantCulture, $"{dx}");
            if (dy >= 0) path.Append(' ');
            path.Append(CultureInfo.InvariantCulture, $"{dy}");
        }

        path.Append('z');
    }

    private static double Area(IReadOnlyList<GridPoint> ring)
    {
        long twice = 0;
        for (var at = 0; at < ring.Count; at++)
        {
            var (here, next) = (ring[at], ring[(at + 1) % ring.Count]);
            twice += (long)here.X * next.Y - (long)next.X * here.Y;
        }

        return Math.Abs(twice) / 2.0;
    }
}
