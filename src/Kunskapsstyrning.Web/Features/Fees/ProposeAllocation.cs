using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Recommendations;
using Kunskapsstyrning.Web.Reference;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Fees;

/// <summary>Proposes that the fees of a period be frozen as one person has seen them. They hold when another person approves.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Slug">The recommendation.</param>
/// <param name="Years">The period.</param>
/// <param name="Terms">The terms.</param>
/// <param name="Seen">The fingerprint of the fees that were seen.</param>
/// <param name="Reason">Why there is a new version, or why it may come to more than the cap; may be empty for a first within it.</param>
/// <param name="Published">The amounts of a published list, which hold instead of the reckoned; null where there is none.</param>
/// <param name="ListName">The name of that list.</param>
[Requires(Permission.FreezeFees)]
public sealed record ProposeAllocation(
    AllocationProposalId Id, string Slug, YearSpan Years, FeeTerms Terms, string Seen, string Reason,
    IReadOnlyDictionary<MunicipalityCode, Kronor>? Published = null, string? ListName = null) : ICommand
{
    private const int LongestReason = 1_000;

    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (await session.InHand(Slug, cancellation) is not { } recommendation || recommendation.Periods.FirstOrDefault(p => p.Years == Years) is not { } period) return ProposalRefusals.NoPeriod;
        if (FeeTermsRefusals.Of(Terms) is [var nonsense, ..]) return nonsense;
        if (Unready() is { } unready) return unready;
        if (await session.Db.AllocationProposals.AnyAsync(p => p.PeriodId == period.Id && p.State == ProposalState.Waiting, cancellation)) return ProposalRefusals.AnotherWaits;

        var before = await session.Db.HighestVersion(period.Id, cancellation);
        if (before is not null && string.IsNullOrWhiteSpace(Reason)) return ProposalRefusals.ReasonMissing;
        if (await session.Fees(recommendation, period, Terms, Published, cancellation) is not { } now) return FeeTermsRefusals.PopulationNotThere;
        if (FeeFingerprint.Of(now.Fees) != Seen) return ProposalRefusals.ChangedMeanwhile;
        if (now.Fees.AboveCap > Kronor.Zero && string.IsNullOrWhiteSpace(Reason)) return ProposalRefusals.AboveCap;
        if (before is not null && before.Terms == Terms && before.PopulationSetId == now.Population && FeeComparison.Of(before.Stored(), now.Fees).Changed == 0) return ProposalRefusals.ChangesNothing;

        var reason = string.IsNullOrWhiteSpace(Reason) ? null : Reason.Trim();
        session.Db.Add(new AllocationProposal(
            Id, period, (before?.Number ?? 0) + 1, now with { Reason = reason, ListName = Published is null ? null : ListName }, session.Actor.Person!.Value, session.Now));
        return Result.Done;
    }

    private Refusal? Unready()
    {
        if (Terms.Kind is FeeKind.NotSet) return ProposalRefusals.NothingToFreeze;
        if (Terms is { Kind: FeeKind.FallingWithTakeUp, PricedAtTakeUp: null }) return ProposalRefusals.PriceNeedsTakeUp;
        if (Terms.Kind is FeeKind.PublishedList && Published is null) return ProposalRefusals.ListMissing;
        if (string.IsNullOrWhiteSpace(Terms.Source)) return ProposalRefusals.SourceMissing;
        return Reason.Length > LongestReason ? ProposalRefusals.ReasonTooLong : null;
    }
}
