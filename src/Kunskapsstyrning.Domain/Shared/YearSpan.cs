namespace Kunskapsstyrning.Domain.Shared;

/// <summary>Calendar years in a row. Both ends belong to it, as in "2017–2018".</summary>
public sealed record YearSpan
{
    /// <exception cref="ArgumentOutOfRangeException">The last year comes before the first.</exception>
    public YearSpan(int first, int last)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(last, first);
        (First, Last) = (first, last);
    }

    /// <summary>The first year, inclusive.</summary>
    public int First { get; private init; }

    /// <summary>The last year, inclusive.</summary>
    public int Last { get; private init; }

    /// <summary>Every year in it, in order.</summary>
    public IEnumerable<int> Years => Enumerable.Range(First, Last - First + 1);

    /// <summary>True when the year belongs to it.</summary>
    public bool Contains(int year) => First <= year && year <= Last;

    /// <summary>True when some year belongs to both.</summary>
    public bool Overlaps(YearSpan other) => First <= other.Last && other.First <= Last;
}
