namespace Kunskapsstyrning.Domain.Fees;

/// <summary>What a municipality's fee would become instead of what it is.</summary>
/// <param name="Municipality">Whose fee.</param>
/// <param name="Before">The fee that is compared with; null where there is none.</param>
/// <param name="After">The fee that is tried; null where there is none.</param>
public sealed record FeeChange(MunicipalityCode Municipality, Kronor? Before, Kronor? After)
{
    /// <summary>More than this part up or down is told first.</summary>
    public const decimal Large = 0.05m;

    /// <summary>Kronor more; below zero for less. Who has no fee pays nothing.</summary>
    public Kronor Difference => (After ?? Kronor.Zero) - (Before ?? Kronor.Zero);

    /// <summary>The part more, 0.05 for five per cent; null where there was nothing to be a part of.</summary>
    public decimal? Part => Before is { Amount: > 0m } before ? Difference.Amount / before.Amount : null;

    /// <summary>True when the fee changes by more than five per cent, or comes out of nothing.</summary>
    public bool IsLarge => Part is { } part ? Math.Abs(part) > Large : Difference != Kronor.Zero;
}

/// <summary>How many municipalities' fees change by a part within these limits.</summary>
/// <param name="Above">More than this part; null at the beginning.</param>
/// <param name="Through">This part at most; null at the end. The same as <paramref name="Above"/> for those that do not change.</param>
/// <param name="Count">How many.</param>
public sealed record FeeBand(decimal? Above, decimal? Through, int Count);

/// <summary>Two lists of fees held against each other, those that change most first.</summary>
public sealed class FeeComparison
{
    private static readonly decimal[] Limits = [0.01m, 0.05m, 0.10m, 0.20m];

    private readonly FeeChange[] _changes;

    private FeeComparison(FeeChange[] changes) => _changes = changes;

    /// <summary>Everyone in either list: the largest part up or down first, then by code.</summary>
    public IReadOnlyList<FeeChange> Changes => _changes;

    /// <summary>How many change by more than five per cent.</summary>
    public int Large => _changes.Count(c => c.IsLarge);

    /// <summary>How many change at all.</summary>
    public int Changed => _changes.Count(c => c.Difference != Kronor.Zero);

    /// <summary>How many change by how much, from the largest fall to the largest rise; those without a part are left out.</summary>
    public IReadOnlyList<FeeBand> Bands { get; private init; } = [];

    /// <summary>Holds two lists against each other.</summary>
    public static FeeComparison Of(FeeList before, FeeList after)
    {
        var changes = before.Rows.Select(r => new FeeChange(r.Municipality, r.Amount, after.Of(r.Municipality)?.Amount))
            .Concat(after.Rows.Where(r => before.Of(r.Municipality) is null).Select(r => new FeeChange(r.Municipality, null, r.Amount)))
            .ToArray();
        var sizes = Array.ConvertAll(changes, c => c.Part is { } part ? Math.Abs(part) : c.Difference == Kronor.Zero ? 0m : decimal.MaxValue);
        Array.Sort(sizes, changes, Comparer<decimal>.Create((a, b) => b.CompareTo(a)));
        for (var from = 0; from < changes.Length;)
        {
            var to = from;
            while (to < changes.Length && sizes[to] == sizes[from]) to++;
            Array.Sort(changes, from, to - from, Comparer<FeeChange>.Create((a, b) => a.Municipality.CompareTo(b.Municipality)));
            from = to;
        }

        return new FeeComparison(changes) { Bands = BandsOf(changes) };
    }

    /// <summary>A part on a limit belongs to the band nearer to nothing.</summary>
    private static FeeBand[] BandsOf(FeeChange[] changes)
    {
        var counts = new int[Limits.Length * 2 + 3];
        var middle = Limits.Length + 1;
        foreach (var part in changes.Select(c => c.Part).OfType<decimal>())
        {
            var at = part == 0 ? 0 : 1 + Limits.Count(limit => Math.Abs(part) > limit);
            counts[part < 0 ? middle - at : middle + at]++;
        }

        decimal?[] up = [0m, .. Limits, null];
        return [.. counts.Select((count, i) => i switch
        {
            _ when i == middle => new FeeBand(0m, 0m, count),
            _ when i < middle => new FeeBand(-up[middle - i], -up[middle - i - 1], count),
            _ => new FeeBand(up[i - middle - 1], up[i - middle], count),
        })];
    }
}
