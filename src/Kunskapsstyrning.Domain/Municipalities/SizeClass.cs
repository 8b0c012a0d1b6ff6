namespace Kunskapsstyrning.Domain.Municipalities;

/// <summary>Municipalities of like size, by their number of inhabitants. The bounds stand here and nowhere else.</summary>
public sealed record SizeClass
{
    private SizeClass(int from, int? through) => (From, Through) = (from, through);

    /// <summary>Every class, the smallest first. They meet end to end.</summary>
    public static IReadOnlyList<SizeClass> All { get; } = [new(0, 9_999), new(10_000, 19_999), new(20_000, 49_999), new(50_000, 99_999), new(100_000, 199_999), new(200_000, null)];

    /// <summary>The least number of inhabitants.</summary>
    public int From { get; }

    /// <summary>The greatest number of inhabitants, inclusive; null for the largest municipalities.</summary>
    public int? Through { get; }

    /// <summary>The class of so many inhabitants.</summary>
    public static SizeClass Of(int inhabitants)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(inhabitants);
        return All.Last(size => size.From <= inhabitants);
    }
}
