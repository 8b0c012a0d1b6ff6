namespace Kunskapsstyrning.Domain.Fees;

/// <summary>
/// Largest remainder: everyone gets the whole steps there is room for, and the steps that are left of the target go to
/// those with the largest remainders, one each. A tie goes by municipality code, so the order of the input never matters.
/// </summary>
/// <param name="Target">What the parts sum to, whole steps.</param>
/// <param name="RaisedCount">How many got a step for their remainder.</param>
/// <param name="LastRaised">The smallest remainder that got a step; null when none did.</param>
/// <param name="LastIsTied">True when someone with that same remainder went without, by code.</param>
public sealed record Apportionment(Kronor Target, int RaisedCount, decimal? LastRaised, bool LastIsTied)
{
    /// <summary>Apportions the target by the exact parts, given in code order. The parts come to the target, rounding apart.</summary>
    /// <param name="target">What to apportion; rounded to the nearest step first.</param>
    internal static (Apportionment How, decimal[] Parts) Of(decimal target, decimal step, decimal[] exact)
    {
        var whole = Rounding.Divide(Rounding.ToStep(target, step), step).Steps;
        var divided = Array.ConvertAll(exact, amount => Rounding.Divide(amount, step));
        var steps = Array.ConvertAll(divided, part => part.Steps);
        var remainders = Array.ConvertAll(divided, part => part.Remainder);
        var left = (int)(whole - steps.Sum());

        var order = Enumerable.Range(0, exact.Length).ToArray();
        Array.Sort(order, (a, b) => remainders[b].CompareTo(remainders[a]) is var larger and not 0 ? larger : a.CompareTo(b));
        foreach (var index in order.AsSpan(0, left)) steps[index]++;

        decimal? last = left == 0 ? null : remainders[order[left - 1]];
        var tied = last is not null && left < order.Length && remainders[order[left]] == last;
        var unit = Rounding.WithoutTrailingZeros(step);
        return (new Apportionment(new Kronor(whole * unit), left, last, tied), Array.ConvertAll(steps, count => count * unit));
    }
}
