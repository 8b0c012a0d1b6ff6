using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Decisions;

public sealed class DecisionRemarkTests
{
    private const string Wish = "Paragrafen är 68.";

    private static readonly Recorded By = new(new PersonId(Guid.NewGuid()), DateTimeOffset.UnixEpoch);

    private readonly Decision _decision = Logged();

    [Fact]
    public void What_is_asked_for_again_after_SKR_has_dealt_with_it_is_said_anew()
    {
        DecisionRemark.Say(_decision, Wish, [], By, out var first);
        first!.Settle(By);

        DecisionRemark.Say(_decision, Wish, [first], By, out var again);

        Assert.Equal((2, Wish), (again?.Number, again?.Objection));
    }

    [Fact]
    public void What_is_asked_for_twice_while_it_waits_is_asked_for_once()
    {
        DecisionRemark.Say(_decision, Wish, [], By, out var first);

        var result = DecisionRemark.Say(_decision, $" {Wish} ", [first!], By, out var again);

        Assert.True(result.IsDone);
        Assert.Null(again);
    }

    private static Decision Logged()
    {
        var response = new Response(new MunicipalityCode("0125"), new RecommendationId(Guid.NewGuid()));
        var content = new DecisionContent { Outcome = Outcome.Adopts, Stage = Stage.Final, Body = "Socialnämnden", DecidedOn = new DateOnly(2019, 5, 21), ArrivedOn = new DateOnly(2019, 6, 3) };
        response.Log(new DecisionId(Guid.NewGuid()), content, new DecisionDetails(), [], new Asked(new DateOnly(2018, 12, 14), new YearSpan(2020, 2024)), new DateOnly(2019, 6, 20), By);
        return response.Decisions[0];
    }
}
