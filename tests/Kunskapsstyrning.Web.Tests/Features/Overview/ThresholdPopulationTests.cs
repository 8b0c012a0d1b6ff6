using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Features.Recommendations;
using Kunskapsstyrning.Web.Tests.ReferenceData;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Overview;

/// <summary>The recommendation of 2024 has no terms, and so no day of the inhabitants.</summary>
public sealed class ThresholdPopulationTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Slug = "2024-kunskapsbaserad-socialtjanst";

    [Fact]
    public async Task A_threshold_in_inhabitants_is_held_against_those_of_the_board_s_decision_whichever_day_is_looked_at()
    {
        var asked = (await app.AsAnyone().Ask(new Facts())).Recommendation(Slug)!;
        var before = await Inhabitants(new DateOnly(2025, 6, 1));
        Assert.Null((await app.As(Role.Officer).Run(new StateThreshold(asked.Id, new Threshold(null, "sextio procent", "Prov") { ShareOfInhabitants = 0.6m }, asked.BoardDecision.On))).Refusal);

        var (early, late) = (await Inhabitants(new DateOnly(2024, 3, 1)), await Inhabitants(new DateOnly(2025, 6, 1)));

        Assert.Equal(early, late);
        Assert.NotEqual(before, late);
    }

    private async Task<long> Inhabitants(DateOnly day) =>
        (await app.AsAnyone().Ask(new StateOfRecommendation(Slug, new AsOf(day, Basis.Held))))!.Rows.Sum(r => (long)r.Inhabitants!.Value);
}
