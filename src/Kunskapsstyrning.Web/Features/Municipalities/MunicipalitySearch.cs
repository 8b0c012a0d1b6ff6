using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Features.Logging;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Municipalities;

/// <summary>What was found for what was typed.</summary>
/// <param name="Typed">What was typed; empty when nothing was.</param>
/// <param name="Only">The one that must be meant; null when there are several or none.</param>
/// <param name="Hits">Those that fit: names that begin with it first, then names that hold it.</param>
/// <param name="Nearest">When none fits: those whose names are spelled nearly so.</param>
/// <param name="All">Every municipality of today with its county, in Swedish order.</param>
public sealed record FoundMunicipalities(
    string Typed, Municipality? Only, IReadOnlyList<Municipality> Hits, IReadOnlyList<Municipality> Nearest, IReadOnlyList<CountyOfMunicipalities> All);

/// <summary>A county and the municipalities in it.</summary>
public sealed record CountyOfMunicipalities(County County, IReadOnlyList<Municipality> Municipalities);

/// <summary>Finds a municipality by part of its name or by its code, the forgiving way.</summary>
[Requires(Permission.ReadPublic)]
internal sealed record MunicipalitySearch(string? Typed) : IQuery<FoundMunicipalities>
{
    private const int MostSuggestions = 3;

    /// <summary>Longer than any name; what is longer is not looked for.</summary>
    private const int LongestName = 60;

    public Task<FoundMunicipalities> Answer(Session session, CancellationToken cancellation)
    {
        var today = session.Facts.MunicipalitiesOn(session.Today).ToList();
        var counties = session.Facts.Counties.OrderBy(c => c.Name, Swedish.Order)
            .Select(county => new CountyOfMunicipalities(county, [.. today.Where(m => m.CountyCode == county.Code).OrderBy(m => m.Name, Swedish.Order)]))
            .Where(county => county.Municipalities.Count > 0)
            .ToList();
        return Task.FromResult(Find(Typed?.Trim() ?? "", today, session.Facts.Municipalities) with { All = counties });
    }

    /// <summary>What fits.</summary>
    /// <param name="typed">What was typed, without spaces round it.</param>
    /// <param name="today">The municipalities of today.</param>
    /// <param name="ever">Those that are or have been: a former one is found by its whole name or code.</param>
    internal static FoundMunicipalities Find(string typed, IReadOnlyList<Municipality> today, IReadOnlyCollection<Municipality> ever)
    {
        if (typed.Length is 0 or > LongestName) return new FoundMunicipalities(typed, null, [], [], []);
        if ((MunicipalityTyped.Find(typed, today) ?? MunicipalityTyped.Find(typed, ever)) is { } meant) return new FoundMunicipalities(typed, meant, [meant], [], []);

        var first = today.Where(m => m.OtherNames.Prepend(m.Name).Any(name => BeginsWith(name, typed)) || m.Code.Digits.StartsWith(typed, StringComparison.Ordinal)).OrderBy(m => m.Name, Swedish.Order).ToList();
        var then = today.Except(first).Where(m => Swedish.Contains(m.Name, typed)).OrderBy(m => m.Name, Swedish.Order);
        List<Municipality> hits = [.. first, .. then];
        return new FoundMunicipalities(typed, hits is [var only] && first.Count == 1 ? only : null, hits, hits.Count == 0 ? Nearest(typed, today) : [], []);
    }

    private static bool BeginsWith(string name, string typed) => name.Length >= typed.Length && Swedish.Contains(name[..typed.Length], typed);

    private static List<Municipality> Nearest(string typed, IReadOnlyList<Municipality> today)
    {
        var most = typed.Length <= 4 ? 1 : 2;
        return [.. today.Select(m => (Municipality: m, Distance: Spelling.Distance(m.Name.ToLowerInvariant(), typed.ToLowerInvariant())))
            .Where(m => m.Distance <= most)
            .OrderBy(m => m.Distance).ThenBy(m => m.Municipality.Name, Swedish.Order)
            .Take(MostSuggestions).Select(m => m.Municipality)];
    }
}

/// <summary>How differently two words are spelled.</summary>
internal static class Spelling
{
    /// <summary>How many letters must be put in, left out, changed, or swapped with the next, to make one word of the other.</summary>
    public static int Distance(string from, string to)
    {
        var steps = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++) steps[i, 0] = i;
        for (var j = 0; j <= to.Length; j++) steps[0, j] = j;
        for (var i = 1; i <= from.Length; i++)
        {
            for (var j = 1; j <= to.Length; j++)
            {
                var changed = steps[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                steps[i, j] = Math.Min(changed, Math.Min(steps[i - 1, j], steps[i, j - 1]) + 1);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1]) steps[i, j] = Math.Min(steps[i, j], steps[i - 2, j - 2] + 1);
            }
        }

        return steps[from.Length, to.Length];
    }
}
