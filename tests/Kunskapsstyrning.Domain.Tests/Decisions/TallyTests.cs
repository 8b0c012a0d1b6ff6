using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Shared;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Decisions;

/// <summary>What is counted in can be taken out again, and then nothing of it is left.</summary>
public sealed class TallyTests
{
    private static readonly AsOf Today = new(new DateOnly(2024, 6, 1));

    [Fact]
    public void Counts_that_are_kept_up_are_those_of_a_count_from_the_beginning()
    {
        var chance = new Random(290);
        var rows = Enumerable.Range(1, 40).Select(number => Row(number, chance)).ToArray();
        var tally = new AdoptionTally([2020, 2021, 2022], [2022]);
        foreach (var row in rows) tally.Add(row);
        var before = tally.Copy();

        for (var step = 0; step < 200; step++)
        {
            var at = chance.Next(rows.Length);
            tally.Remove(rows[at]);
            rows[at] = Row(at + 1, chance);
            tally.Add(rows[at]);
            Same(new Adoption(rows, [2020, 2021, 2022], [2022]), new Adoption(tally));
        }

        Assert.NotEqual(new Adoption(before).HaveAdopted, new Adoption(tally).HaveAdopted);
    }

    [Fact]
    public void A_curve_that_is_kept_up_is_that_of_a_curve_from_the_beginning_also_where_a_municipality_has_ended()
    {
        var chance = new Random(2016);
        var answers = Enumerable.Range(0, 30).Select(at => (Decisions: Decisions(chance), Last: at % 10 == 0 ? new DateOnly(2021, 12, 31) : (DateOnly?)null, Weight: 100.5m + at)).ToArray();
        var tally = new CurveTally(Today, 2020);
        foreach (var (decisions, last, weight) in answers) tally.Add(decisions, last, weight);

        for (var step = 0; step < 200; step++)
        {
            var at = chance.Next(answers.Length);
            tally.Remove(answers[at].Decisions, answers[at].Last, answers[at].Weight);
            answers[at].Decisions = Decisions(chance);
            tally.Add(answers[at].Decisions, answers[at].Last, answers[at].Weight);
            Assert.Equal(AdoptionCurve.Weighed(answers.Select(a => ((IReadOnlyCollection<CountedDecision>)a.Decisions, a.Last, a.Weight)), Today, 2020), tally.Steps());
        }

        foreach (var (decisions, last, weight) in answers) tally.Remove(decisions, last, weight);
        Assert.Empty(tally.Steps());
    }

    private static void Same(Adoption expected, Adoption actual)
    {
        Assert.Equal((expected.Municipalities, expected.Inhabitants, expected.HaveAdopted), (actual.Municipalities, actual.Inhabitants, actual.HaveAdopted));
        Assert.All(Enum.GetValues<Status>(), status => Assert.Equal(expected[status], actual[status]));
        Assert.Equal(expected.Secured, actual.Secured);
        Assert.Equal(expected.Possible, actual.Possible);
    }

    private static AdoptionRow Row(int number, Random chance) => new(
        new MunicipalityCode($"{number:0000}"), Standing.Of(Decisions(chance), Today, 2020), chance.Next(1, 100_000),
        new Dictionary<int, Kronor> { [2020] = new(chance.Next(1_000)), [2021] = new(chance.Next(1_000)), [2022] = new(chance.Next(1_000)) });

    private static List<CountedDecision> Decisions(Random chance) => [.. Enumerable.Range(1, chance.Next(4)).Select(n =>
    {
        var day = new DateOnly(2019, 1, 1).AddDays(chance.Next(1500));
        var outcome = new[] { Outcome.Adopts, Outcome.AdoptsWithReservation, Outcome.Declines, Outcome.Leaves }[chance.Next(4)];
        return new CountedDecision(new DecisionId(Guid.NewGuid()), [new CountedVersion(1, new DecisionContent { Outcome = outcome, Stage = Stage.Final, Body = "KS", DecidedOn = day, ArrivedOn = day.AddDays(3) }, n)], chance.Next(6) == 0 ? 99 : null);
    })];
}
