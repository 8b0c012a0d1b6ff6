using Kunskapsstyrning.Domain.Decisions;

namespace Kunskapsstyrning.Domain.Tests.Decisions;

/// <summary>Rounds drawn by chance, always the same for a number: how hard municipalities are pulled, when in the time to answer, and how many come late.</summary>
internal static class Rounds
{
    public const int Asked = 290;

    /// <summary>A round whose municipalities each join when the pull has grown to what it takes for them.</summary>
    public static RoundCourse Of(int seed)
    {
        var random = new Random(seed);
        var askedOn = new DateOnly(2019, 1, 1).AddDays(random.Next(300));
        var length = 80 + random.Next(90);
        var (strength, when, late) = (0.9 * Math.Exp(0.3 * Normal(random)), 1.6 + (1.6 * random.NextDouble()), 1.1 * Math.Exp(0.3 * Normal(random)));
        var left = Enumerable.Range(0, Asked).Select(_ => -Math.Log(1 - random.NextDouble())).Order().ToList();
        var steps = new List<CurveStep>();
        for (var day = 1; day <= 900; day++)
        {
            var pull = (strength * Math.Pow(Math.Min(1, (double)day / length), when)) + (late * (1 - Math.Exp(-Math.Max(0, day - length) / 70.0)));
            var adopted = left.Count(needed => needed <= pull);
            if (adopted > (steps.Count == 0 ? 0 : steps[^1].Adopted)) steps.Add(new CurveStep(askedOn.AddDays(day), adopted));
        }

        return new RoundCourse($"{seed}", askedOn, askedOn.AddDays(length), Asked, steps, askedOn.AddDays(900));
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
