using System.Globalization;

namespace Kunskapsstyrning.Domain.Shared;

/// <summary>An amount in Swedish kronor, with öre as decimals. Adds to kronor and to nothing else.</summary>
public readonly record struct Kronor(decimal Amount) : IComparable<Kronor>
{
    /// <summary>No money at all.</summary>
    public static Kronor Zero => default;

    /// <summary>The amounts together.</summary>
    public static Kronor operator +(Kronor left, Kronor right) => new(left.Amount + right.Amount);

    /// <summary>The difference; below zero when the right one is larger.</summary>
    public static Kronor operator -(Kronor left, Kronor right) => new(left.Amount - right.Amount);

    /// <summary>True when the left amount is larger.</summary>
    public static bool operator >(Kronor left, Kronor right) => left.Amount > right.Amount;

    /// <summary>True when the left amount is smaller.</summary>
    public static bool operator <(Kronor left, Kronor right) => left.Amount < right.Amount;

    /// <summary>True when the left amount is larger or equal.</summary>
    public static bool operator >=(Kronor left, Kronor right) => left.Amount >= right.Amount;

    /// <summary>True when the left amount is smaller or equal.</summary>
    public static bool operator <=(Kronor left, Kronor right) => left.Amount <= right.Amount;

    /// <inheritdoc/>
    public int CompareTo(Kronor other) => Amount.CompareTo(other.Amount);

    /// <inheritdoc/>
    public override string ToString() => Amount.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Sums of kronor.</summary>
public static class KronorSums
{
    /// <summary>The amounts added together; zero for none.</summary>
    public static Kronor Sum(this IEnumerable<Kronor> amounts) => amounts.Aggregate(Kronor.Zero, (sum, amount) => sum + amount);
}
