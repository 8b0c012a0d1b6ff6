using Kunskapsstyrning.Domain.Decisions;
using Xunit;
using static Kunskapsstyrning.Domain.Tests.Decisions.Stood;

namespace Kunskapsstyrning.Domain.Tests.Decisions;

public sealed class BreakDownTests
{
    [Fact]
    public void Every_municipality_is_counted_in_its_size_once()
    {
        var sizes = BreakDowns.BySize([
            Municipality("0125", Outcome.Adopts), Municipality("0180", Outcome.Declines), Municipality("0186", null), Municipality("1280", Outcome.AdoptsWithReservation, inhabitants: 350_000)]);

        Assert.Equal([10_000, 200_000], sizes.Groups.Select(g => g.Group.From));
        Assert.Equal((1, 1, 1, 3), (sizes.Groups[0].HaveAdopted, sizes.Groups[0][Status.Declined], sizes.Groups[0][Status.NoResponse], sizes.Groups[0].Municipalities));
        Assert.Equal((1, 1, 0, 4, 2), (sizes.Groups[1].HaveAdopted, sizes.Groups[1].Municipalities, sizes.Outside, sizes.Municipalities, sizes.HaveAdopted));
    }

    [Fact]
    public void A_municipality_whose_inhabitants_nobody_has_counted_is_in_no_size_class_and_told_apart()
    {
        var sizes = BreakDowns.BySize([Municipality("0125", Outcome.Adopts, inhabitants: 28_000), Municipality("0180", Outcome.Adopts, inhabitants: 980_000), Municipality("0199", null, inhabitants: null)]);

        Assert.Equal([20_000, 200_000], sizes.Groups.Select(g => g.Group.From));
        Assert.Equal(1, sizes.Outside);
    }

    [Theory]
    [InlineData("Kommunfullmäktige", BodyGroup.Council)]
    [InlineData("kf", BodyGroup.Council)]
    [InlineData("Regionstyrelsen", BodyGroup.Executive)]
    [InlineData("Socialnämnden", BodyGroup.Board)]
    [InlineData("Gemensam nämnd för vård och omsorg", BodyGroup.Board)]
    [InlineData("Kommunstyrelsens arbetsutskott", BodyGroup.CommitteeOrDelegate)]
    [InlineData("Socialchefen på delegation", BodyGroup.CommitteeOrDelegate)]
    [InlineData("Torsdagsgruppen", BodyGroup.Unknown)]
    [InlineData(null, BodyGroup.Unknown)]
    public void The_body_that_decided_is_grouped_by_its_name_and_an_unknown_one_is_told_as_unknown(string? body, BodyGroup group) =>
        Assert.Equal(group, Assert.Single(BreakDowns.ByBody([Municipality("0125", Outcome.Adopts, body)]).Groups).Group);

    [Fact]
    public void A_body_that_has_only_proposed_or_tabled_has_not_decided()
    {
        var bodies = BreakDowns.ByBody([
            Municipality("0125", Outcome.Adopts, "Socialnämnden", stage: Stage.Proposal), Municipality("0180", Outcome.Tabled, "Kommunstyrelsen"),
            Municipality("0186", null), Municipality("1280", Outcome.Declines, "Kommunstyrelsen")]);

        Assert.Equal((BodyGroup.Executive, 1, 3), (Assert.Single(bodies.Groups).Group, bodies.Municipalities, bodies.Outside));
    }

    [Fact]
    public void The_most_is_told_by_part_and_not_by_number_and_those_who_stand_alike_are_told_together()
    {
        var sizes = BreakDowns.BySize([
            Municipality("0125", Outcome.Adopts), Municipality("0180", Outcome.Adopts), Municipality("0186", Outcome.Declines),
            Municipality("0980", Outcome.Adopts, inhabitants: 60_000), Municipality("1280", Outcome.Adopts, inhabitants: 350_000), Municipality("2580", null, inhabitants: 5_000)]);

        Assert.Equal([50_000, 200_000], sizes.Most.Select(g => g.Group.From));
        Assert.Equal([50_000, 200_000], sizes.Complete.Select(g => g.Group.From));
        Assert.Equal([0], sizes.Least.Select(g => g.Group.From));
    }

    [Fact]
    public void Of_nobody_there_are_no_groups_and_no_most() =>
        Assert.Equal((0, 0, 0), (BreakDowns.ByBody([]).Groups.Count, BreakDowns.ByBody([]).Most.Count, BreakDowns.BySize([]).Least.Count));
}
