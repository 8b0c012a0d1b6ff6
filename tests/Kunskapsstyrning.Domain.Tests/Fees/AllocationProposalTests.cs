using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Xunit;

namespace Kunskapsstyrning.Domain.Tests.Fees;

public sealed class AllocationProposalTests
{
    private static readonly PersonId One = new(Guid.CreateVersion7());
    private static readonly PersonId Other = new(Guid.CreateVersion7());
    private static readonly PopulationSetId Population = new(Guid.CreateVersion7());
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly FeeList Fees = FeeCalculation.Calculate(RealPopulations.Terms2018, RealPopulations.On(RealPopulations.EndOf2018));
    private static readonly ProposedFees Seen = new(Fees, Population, "r", "Nytt tak.");

    [Fact]
    public void Another_person_approves_exactly_what_was_proposed()
    {
        var proposal = Proposal();

        Assert.True(proposal.Approve(Seen, 2, Other, Now).IsDone);

        Assert.Equal((ProposalState.Approved, Other, Now), (proposal.State, proposal.SettledBy, proposal.SettledAt));
        Assert.IsType<ProposalEnded>(proposal.TakeEvents()[^1]);
    }

    [Fact]
    public void What_cannot_be_approved_is_refused_by_name_and_goes_on_waiting()
    {
        var proposal = Proposal();
        var less = FeeCalculation.Calculate(RealPopulations.Terms2018 with { Total = new Kronor(19_499_999m) }, RealPopulations.On(RealPopulations.EndOf2018));

        Assert.Equal(ProposalRefusals.SamePerson, proposal.Approve(Seen, 2, One, Now).Refusal);
        Assert.Equal(ProposalRefusals.AnotherVersionFirst, proposal.Approve(Seen, 3, Other, Now).Refusal);
        Assert.Equal(ProposalRefusals.PopulationChanged, proposal.Approve(Seen with { Population = new PopulationSetId(Guid.CreateVersion7()) }, 2, Other, Now).Refusal);
        Assert.Equal(ProposalRefusals.RecommendationChanged, proposal.Approve(Seen with { RecommendationFingerprint = "s" }, 2, Other, Now).Refusal);
        Assert.Equal(ProposalRefusals.ResultChanged, proposal.Approve(Seen with { Fees = less }, 2, Other, Now).Refusal);
        Assert.Equal(ProposalRefusals.EndNeedsReason, proposal.End("  ", Other, Now).Refusal);
        Assert.Equal((ProposalState.Waiting, null), (proposal.State, proposal.SettledBy));
    }

    [Fact]
    public void Who_proposed_takes_it_back_and_another_turns_it_down_and_then_it_is_over()
    {
        var (own, others) = (Proposal(), Proposal());

        Assert.True(own.End("Fel källa.", One, Now).IsDone);
        Assert.True(others.End("Fel tak.", Other, Now).IsDone);

        Assert.Equal((ProposalState.Withdrawn, "Fel källa."), (own.State, own.EndedBecause));
        Assert.Equal((ProposalState.TurnedDown, "Fel tak."), (others.State, others.EndedBecause));
        Assert.Equal(ProposalRefusals.Settled, own.Approve(Seen, 2, Other, Now).Refusal);
        Assert.Equal(ProposalRefusals.Settled, others.End("Igen.", Other, Now).Refusal);
    }

    [Fact]
    public void The_version_holds_terms_rows_and_explanations_as_they_were_and_both_persons()
    {
        var proposal = Proposal();
        Assert.True(proposal.Approve(Seen, 2, Other, Now).IsDone);

        var version = Allocation.Frozen(new AllocationId(Guid.CreateVersion7()), Period(), proposal, Fees, "SKL");

        Assert.Equal((2, "Nytt tak.", One, Other, Now), (version.Number, version.Reason, version.ProposedBy, version.ApprovedBy, version.FrozenAt));
        var frozen = version.AsFrozen()!;
        Assert.Equal(FeeFingerprint.Of(Fees), FeeFingerprint.Of(FeeList.AsFrozen(frozen.Terms, frozen.Rows, Fees.RatePerInhabitant, [])));
        Assert.All(Fees.Rows, fee => Assert.Equal(FeeExplanation.Of(Fees, fee, "SKL").ToSentences(), FeeExplanation.Of(frozen, frozen.Of(fee.Municipality)!).ToSentences()));
        Assert.Equal(FeeExplanation.Describe(Fees), FeeExplanation.Describe(frozen));
    }

    private static AllocationProposal Proposal() => new(new AllocationProposalId(Guid.CreateVersion7()), Period(), 2, Seen, One, Now);

    private static FundingPeriod Period()
    {
        var recommendation = new Recommendation(new RecommendationId(Guid.CreateVersion7()), "r", "R", "R", new BoardDecision(new DateOnly(2018, 12, 14), null, "k"));
        recommendation.Fund(new FundingPeriodId(Guid.CreateVersion7()), new YearSpan(2020, 2023), RealPopulations.Terms2018);
        return recommendation.Periods[0];
    }
}
