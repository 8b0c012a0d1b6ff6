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
        var (steps, remainders) = (new decimal[exact.Length], new decimal[exact.Length]);
        for (var i = 0; i < exact.Length; i++) (steps[i], remainders[i]) = Rounding.Divide(exact[i], step);

        var left = (int)(whole - steps.Sum());
        decimal? last = left == 0 ? null : remainders.OrderDescending().ElementAt(left - 1);
        var tied = Raise(steps, remainders, left, last);
        var unit = Rounding.WithoutTrailingZeros(step);
        return (new Apportionment(new Kronor(whole * unit), left, last, tied), Array.ConvertAll(steps, count => count * unit));
    }

    /// <summary>A step more to those with more than the last remainder and, as long as there are any left, to those with just that; true when it was not enough for them.</summary>
    private static bool Raise(decimal[] steps, decimal[] remainders, int left, decimal? last)
    {
        if (last is not { } smallest) return false;

        List<int> atLast = [];
        for (var i = 0; i < steps.Length; i++)
        {
            var larger = remainders[i].CompareTo(smallest);
            if (larger == 0) atLast.Add(i);
            if (larger <= 0) continue;

            steps[i]++;
            left--;
        }

        foreach (var i in atLast.Take(left)) steps[i]++;
        return left < atLast.Count;
    }
}
