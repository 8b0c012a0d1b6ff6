using System.Runtime.CompilerServices;
using Kunskapsstyrning.Domain.Municipalities;

namespace Kunskapsstyrning.Web.Ui;

/// <summary>
/// What of a municipality's place on the map takes long to find: the country and the county around it, and where its
/// name has room. The same for every reader, and therefore kept as long as the municipality itself is.
/// </summary>
/// <param name="Land">A path with the tiles of the other counties.</param>
/// <param name="Near">A path with the other tiles of its county.</param>
/// <param name="Spot">Where its name stands.</param>
public sealed record Located(string Land, string Near, LabelSpot Spot)
{
    private static readonly ConditionalWeakTable<Municipality, Kept> Known = [];

    /// <summary>The municipality among all.</summary>
    public static Located Of(Municipality own, IReadOnlyList<Municipality> all, string countyName)
    {
        if (Known.TryGetValue(own, out var kept) && kept.All.SequenceEqual(all)) return kept.Place;

        var found = new Kept([.. all], Find(own, all, countyName));
        Known.AddOrUpdate(own, found);
        return found.Place;
    }

    private static Located Find(Municipality own, IReadOnlyList<Municipality> all, string countyName) => new(
        TileGeometry.Tiles(all.Where(m => m.CountyCode != own.CountyCode)),
        TileGeometry.Tiles(all.Where(m => m.CountyCode == own.CountyCode && m.Code != own.Code)),
        LabelSpot.For(own, all, Math.Max(own.Name.Length * 8.4, countyName.Length * 6.2) + 10));

    private sealed record Kept(IReadOnlyList<Municipality> All, Located Place);
}
