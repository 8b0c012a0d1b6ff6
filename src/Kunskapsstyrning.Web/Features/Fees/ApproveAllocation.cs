using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Recommendations;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Fees;

/// <summary>
/// Another person approves a proposal, and the fees are frozen: exactly those that were proposed, or a refusal that says
/// what has changed since.
/// </summary>
/// <param name="Id">The proposal.</param>
[Requires(Permission.FreezeFees), Alone("What the fees come out of may not change between being seen to be the same and being frozen.")]
public sealed record ApproveAllocation(AllocationProposalId Id) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        var proposal = await session.Db.AllocationProposals.Include(p => p.Published).SingleOrDefaultAsync(p => p.Id == Id, cancellation);
        var slug = proposal is null ? null : await session.Db.Recommendations.Where(r => r.Id == proposal.RecommendationId).Select(r => r.Slug).SingleOrDefaultAsync(cancellation);
        if (proposal is null || slug is null || await session.InHand(slug, cancellation) is not { } recommendation) return ProposalRefusals.NotThere;

        // A period that is gone was in a draft that was changed.
        if (recommendation.Periods.FirstOrDefault(p => p.Id == proposal.PeriodId) is not { } period) return ProposalRefusals.RecommendationChanged;
        var before = await session.Db.HighestVersion(period.Id, cancellation);
        if (await session.Fees(recommendation, period, proposal.Terms, proposal.PublishedFees(), cancellation) is not { } now) return ProposalRefusals.PopulationChanged;
        var result = proposal.Approve(now, (before?.Number ?? 0) + 1, session.Actor.Person!.Value, session.Now);
        if (!result.IsDone) return result;

        var frozen = Allocation.Frozen(new AllocationId(Guid.CreateVersion7()), period, proposal, now.Fees, FeesInDb.Publisher(recommendation));
        session.AddMany([frozen]);
        session.Record(new FeesLocked(frozen, before?.Rows.Select(r => r.Fee ?? Kronor.Zero).Sum()));
        return Result.Done;
    }
}

/// <summary>The one who proposed takes it back, or another person turns it down.</summary>
/// <param name="Id">The proposal.</param>
/// <param name="Because">Why.</param>
[Requires(Permission.FreezeFees)]
public sealed record EndProposal(AllocationProposalId Id, string Because) : ICommand
{
    private const int Longest = 1_000;

    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (Because.Length > Longest) return ProposalRefusals.ReasonTooLong;
        return await session.Db.AllocationProposals.SingleOrDefaultAsync(p => p.Id == Id, cancellation) is { } proposal
            ? proposal.End(Because, session.Actor.Person!.Value, session.Now)
            : ProposalRefusals.NotThere;
    }
}
