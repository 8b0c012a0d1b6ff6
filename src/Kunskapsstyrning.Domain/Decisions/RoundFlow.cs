namespace Kunskapsstyrning.Domain.Decisions;

/// <summary>What became of a municipality between two rounds.</summary>
public enum RoundMove
{
    /// <summary>Had adopted, and has again.</summary>
    Stayed,
    /// <summary>Had not adopted, and has now.</summary>
    Joined,
    /// <summary>Had adopted, and declines now.</summary>
    Left,
    /// <summary>Had adopted, and has not decided this time.</summary>
    NotDecided,
    /// <summary>Had answered nothing, and has answered nothing.</summary>
    StillSilent,
    /// <summary>Had not adopted, and has not decided this time.</summary>
    StillWaiting,
    /// <summary>Had not adopted, and declines now.</summary>
    StillOutside,
}

/// <summary>The municipalities that went from one status in the earlier round to one in the later.</summary>
/// <param name="From">How they stood in the earlier; null for those that were not there and came out of none that was.</param>
/// <param name="To">How they stand in the later.</param>
/// <param name="Municipalities">Which they are.</param>
public sealed record RoundFlow(Status? From, Status To, IReadOnlyList<MunicipalityCode> Municipalities)
{
    /// <summary>What became of them.</summary>
    public RoundMove Move => (HasAdopted(From), HasAdopted(To)) switch
    {
        (true, true) => RoundMove.Stayed,
        (false, true) => RoundMove.Joined,
        (true, false) => To is Status.Declined ? RoundMove.Left : RoundMove.NotDecided,
        _ when To is Status.Declined => RoundMove.StillOutside,
        _ => To is Status.NoResponse && From is null or Status.NoResponse ? RoundMove.StillSilent : RoundMove.StillWaiting,
    };

    private static bool HasAdopted(Status? status) => status is Status.Adopted or Status.AdoptedWithReservation;
}

/// <summary>How everyone went from one round to the next, counted in the municipalities that there are in the later.</summary>
/// <param name="Flows">The flows that anyone is in.</param>
/// <param name="Merged">Those that came out of several that had stood differently: the one furthest along counts.</param>
public sealed record RoundFlows(IReadOnlyList<RoundFlow> Flows, IReadOnlyList<MunicipalityCode> Merged)
{
    private static readonly Status[] FurthestFirst = [Status.Adopted, Status.AdoptedWithReservation, Status.Declined, Status.InPreparation, Status.NoResponse];

    /// <summary>All that are counted.</summary>
    public int Municipalities => Flows.Sum(f => f.Municipalities.Count);

    /// <summary>How many made a move.</summary>
    public int this[RoundMove move] => Flows.Where(f => f.Move == move).Sum(f => f.Municipalities.Count);

    /// <summary>
    /// Follows everyone from the earlier round to the later. A municipality that ended is followed into the one that took over, and a
    /// part that broke out stood as what it broke out of. Where several became one, it had adopted if any of them had.
    /// </summary>
    /// <param name="earlier">How each stood in the earlier round.</param>
    /// <param name="later">How each stands in the later.</param>
    /// <param name="all">Every municipality that is or has been.</param>
    /// <param name="between">The day that the earlier round is seen from.</param>
    public static RoundFlows Of(
        IReadOnlyDictionary<MunicipalityCode, Status> earlier, IReadOnlyDictionary<MunicipalityCode, Status> later, IReadOnlyCollection<Municipality> all, DateOnly between)
    {
        var (known, joined) = (all.ToDictionary(m => m.Code), all.Where(m => m.Successor is not null).ToLookup(m => m.Successor!.Value));
        var (moves, merged) = (new List<(Status? From, Status To, MunicipalityCode Code)>(), new List<MunicipalityCode>());
        foreach (var (code, to) in later.OrderBy(l => l.Key.Digits, StringComparer.Ordinal))
        {
            var before = Before(code).Distinct().Select(c => earlier[c]).Distinct().ToList();
            if (before.Count > 1) merged.Add(code);
            moves.Add((before.Count == 0 ? null : Array.Find(FurthestFirst, before.Contains), to, code));
        }

        return new RoundFlows(
            [.. moves.GroupBy(m => (m.From, m.To)).Select(g => new RoundFlow(g.Key.From, g.Key.To, [.. g.Select(m => m.Code)])).OrderBy(f => Place(f.From)).ThenBy(f => Place(f.To))],
            merged);

        IEnumerable<MunicipalityCode> Before(MunicipalityCode code)
        {
            var parts = joined[code].Where(m => m.ValidThrough >= between).SelectMany(m => Before(m.Code));
            if (earlier.ContainsKey(code)) return parts.Prepend(code);
            return known.TryGetValue(code, out var now) && now.SplitFrom is { } whole && now.ValidFrom > between ? parts.Concat(Before(whole)) : parts;
        }
    }

    private static int Place(Status? status) => status is { } known ? Array.IndexOf(FurthestFirst, known) : FurthestFirst.Length;
}
