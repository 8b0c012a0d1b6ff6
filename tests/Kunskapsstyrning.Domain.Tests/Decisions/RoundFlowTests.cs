using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Decisions;

public sealed class RoundFlowTests
{
    private static readonly DateOnly Between = new(2024, 1, 26);
    private static readonly DateOnly NewYear = new(2025, 1, 1);

    private readonly List<Municipality> _all =
    [
        new(new("0125"), "Ekerö", new(1971, 1, 1), new(14, 20), 59.3m, 17.8m), new(new("0128"), "Salem", new(1983, 1, 1), new(14, 21), 59.2m, 17.7m),
        new(new("0127"), "Botkyrka", new(1971, 1, 1), new(15, 21), 59.2m, 17.8m), new(new("0180"), "Stockholm", new(1971, 1, 1), new(16, 21), 59.2m, 17.8m),
    ];

    [Theory]
    [InlineData(Status.Adopted, Status.Adopted, RoundMove.Stayed)]
    [InlineData(Status.AdoptedWithReservation, Status.Adopted, RoundMove.Stayed)]
    [InlineData(Status.Declined, Status.Adopted, RoundMove.Joined)]
    [InlineData(Status.NoResponse, Status.AdoptedWithReservation, RoundMove.Joined)]
    [InlineData(null, Status.Adopted, RoundMove.Joined)]
    [InlineData(Status.Adopted, Status.Declined, RoundMove.Left)]
    [InlineData(Status.Adopted, Status.NoResponse, RoundMove.NotDecided)]
    [InlineData(Status.AdoptedWithReservation, Status.InPreparation, RoundMove.NotDecided)]
    [InlineData(Status.NoResponse, Status.NoResponse, RoundMove.StillSilent)]
    [InlineData(null, Status.NoResponse, RoundMove.StillSilent)]
    [InlineData(Status.Declined, Status.NoResponse, RoundMove.StillWaiting)]
    [InlineData(Status.NoResponse, Status.Declined, RoundMove.StillOutside)]
    [InlineData(Status.Declined, Status.Declined, RoundMove.StillOutside)]
    [InlineData(Status.InPreparation, Status.InPreparation, RoundMove.StillWaiting)]
    public void What_became_of_a_municipality_follows_from_how_it_stood_and_stands(Status? from, Status to, RoundMove move) => Assert.Equal(move, new RoundFlow(from, to, []).Move);

    [Fact]
    public void Everyone_in_the_later_round_is_in_one_flow_and_the_flows_add_up()
    {
        var flows = RoundFlows.Of(
            Statuses(("0125", Status.Adopted), ("0127", Status.NoResponse), ("0128", Status.Adopted), ("0180", Status.Declined)),
            Statuses(("0125", Status.Adopted), ("0127", Status.NoResponse), ("0128", Status.Declined), ("0180", Status.Adopted)), _all, Between);

        Assert.Equal((1, 1, 1, 1, 0, 4), (flows[RoundMove.Stayed], flows[RoundMove.Left], flows[RoundMove.Joined], flows[RoundMove.StillSilent], flows[RoundMove.NotDecided], flows.Municipalities));
        Assert.Equal(["0180"], flows.Flows.Single(f => f.Move is RoundMove.Joined).Municipalities.Select(m => m.Digits));
    }

    [Fact]
    public void Where_several_became_one_it_had_adopted_if_any_of_them_had_and_is_told_apart()
    {
        Redraw(new Redrawing([new("0125"), new("0128")], [new(new("0199"), "Ekerö-Salem")], NewYear));

        var flows = RoundFlows.Of(
            Statuses(("0125", Status.Declined), ("0128", Status.Adopted), ("0127", Status.Adopted), ("0180", Status.Adopted)),
            Statuses(("0199", Status.Adopted), ("0127", Status.Adopted), ("0180", Status.Adopted)), _all, Between);

        Assert.Equal(3, flows[RoundMove.Stayed]);
        Assert.Equal(["0199"], flows.Merged.Select(m => m.Digits));
    }

    [Fact]
    public void One_that_goes_up_in_another_is_followed_into_it()
    {
        Redraw(new Redrawing([new("0125"), new("0128")], [new(new("0125"), null)], NewYear));

        var flows = RoundFlows.Of(Statuses(("0125", Status.NoResponse), ("0128", Status.Adopted)), Statuses(("0125", Status.Adopted)), _all, Between);

        Assert.Equal((1, 0), (flows[RoundMove.Stayed], flows[RoundMove.Joined]));
    }

    [Fact]
    public void A_part_that_broke_out_stood_as_what_it_broke_out_of()
    {
        Redraw(new Redrawing([new("0127")], [new(new("0127"), null), new(new("0198"), "Södra")], NewYear));

        var flows = RoundFlows.Of(Statuses(("0127", Status.Adopted)), Statuses(("0127", Status.Adopted), ("0198", Status.Declined)), _all, Between);

        Assert.Equal((1, 1), (flows[RoundMove.Stayed], flows[RoundMove.Left]));
        Assert.Empty(flows.Merged);
    }

    [Fact]
    public void A_municipality_with_a_new_code_is_the_same_as_before()
    {
        Redraw(new Redrawing([new("0125")], [new(new("1499"), "Ekerö")], NewYear));

        Assert.Equal(1, RoundFlows.Of(Statuses(("0125", Status.Adopted)), Statuses(("1499", Status.Adopted)), _all, Between)[RoundMove.Stayed]);
    }

    [Fact]
    public void What_was_redrawn_before_the_earlier_round_is_followed_no_further()
    {
        Redraw(new Redrawing([new("0127")], [new(new("0127"), null), new(new("0198"), "Södra")], new DateOnly(2020, 1, 1)));

        var flows = RoundFlows.Of(Statuses(("0127", Status.Adopted), ("0198", Status.Declined)), Statuses(("0127", Status.Adopted), ("0198", Status.Declined)), _all, Between);

        Assert.Equal((1, 1), (flows[RoundMove.Stayed], flows[RoundMove.StillOutside]));
        Assert.Empty(flows.Merged);
    }

    private void Redraw(Redrawing redrawing) => _all.AddRange(redrawing.Apply(_all, "Regeringens beslut"));

    private static Dictionary<MunicipalityCode, Status> Statuses(params (string Code, Status Status)[] all) => all.ToDictionary(a => new MunicipalityCode(a.Code), a => a.Status);
}
