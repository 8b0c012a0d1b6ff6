using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Recommendations;
using Kunskapsstyrning.Web.Reference;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Fees;

/// <summary>A recommendation's fees, period by period: the versions, and what waits. Null where there is none, and for everyone outside SKR.</summary>
/// <param name="Slug">The recommendation.</param>
[Requires(Permission.ReadWalled)]
public sealed record FeesToManage(string Slug) : IQuery<FeesToManageView?>
{
    /// <inheritdoc/>
    public async Task<FeesToManageView?> Answer(Session session, CancellationToken cancellation)
    {
        if (await session.InHand(Slug, cancellation) is not { } recommendation) return null;

        var rows = await session.Db.Allocations.Where(a => a.RecommendationId == recommendation.Id).SelectMany(a => a.Rows, (a, r) => new { a.Id, r.Published, r.Computed }).ToListAsync(cancellation);
        var sums = rows.ToLookup(r => r.Id, r => r.Published ?? r.Computed ?? Kronor.Zero);
        var frozen = await session.Db.Allocations.Where(a => a.RecommendationId == recommendation.Id).OrderByDescending(a => a.Number).ToListAsync(cancellation);
        var versions = frozen.ConvertAll(a => new VersionLine(a.PeriodId, a.Number, sums[a.Id].Sum(), a.FrozenAt, a.Reason, a.ProposedBy, a.ApprovedBy, a.Terms));
        var proposals = await session.Db.AllocationProposals.Where(p => p.RecommendationId == recommendation.Id).OrderByDescending(p => p.ProposedAt).ToListAsync(cancellation);
        return new FeesToManageView(
            recommendation,
            [.. recommendation.Periods.Select(p => new PeriodToManage(p, [.. versions.Where(v => v.Period == p.Id)], [.. proposals.Where(x => x.PeriodId == p.Id)]))],
            await session.Names(versions.SelectMany(v => new[] { v.ProposedBy, v.ApprovedBy }).Concat(proposals.SelectMany(p => new PersonId?[] { p.ProposedBy, p.SettledBy })), cancellation));
    }
}

/// <summary>A recommendation's fees as they are managed.</summary>
/// <param name="Recommendation">The recommendation.</param>
/// <param name="Periods">Its periods, in order.</param>
/// <param name="Names">What those who have acted are called.</param>
public sealed record FeesToManageView(Recommendation Recommendation, IReadOnlyList<PeriodToManage> Periods, IReadOnlyDictionary<PersonId, string> Names);

/// <summary>A period with its versions and proposals, the latest first.</summary>
public sealed record PeriodToManage(FundingPeriod Period, IReadOnlyList<VersionLine> Versions, IReadOnlyList<AllocationProposal> Proposals)
{
    /// <summary>The proposal that waits; null when none does.</summary>
    public AllocationProposal? Waiting => Proposals.FirstOrDefault(p => p.State is ProposalState.Waiting);

    /// <summary>The terms that hold.</summary>
    public FeeTerms Terms => Versions is [var highest, ..] ? highest.Terms : Period.Terms;
}

/// <summary>A version in a list of them.</summary>
public sealed record VersionLine(FundingPeriodId Period, int Number, Kronor Sum, DateTimeOffset? FrozenAt, string? Reason, PersonId? ProposedBy, PersonId? ApprovedBy, FeeTerms Terms);

/// <summary>A frozen version as it was stored, with the one before it. Null where there is none, and for everyone outside SKR.</summary>
/// <param name="Slug">The recommendation.</param>
/// <param name="Years">The period.</param>
/// <param name="Number">The version.</param>
[Requires(Permission.ReadWalled)]
public sealed record FeeVersion(string Slug, YearSpan Years, int Number) : IQuery<FeeVersionView?>
{
    /// <inheritdoc/>
    public async Task<FeeVersionView?> Answer(Session session, CancellationToken cancellation)
    {
        if (await session.InHand(Slug, cancellation) is not { } recommendation || recommendation.Periods.FirstOrDefault(p => p.Years == Years) is not { } period) return null;

        var found = await session.Db.Allocations.Include(a => a.Rows).Where(a => a.PeriodId == period.Id && (a.Number == Number || a.Number == Number - 1)).ToListAsync(cancellation);
        if (found.Find(a => a.Number == Number) is not { } version) return null;

        var highest = await session.Db.Allocations.Where(a => a.PeriodId == period.Id).MaxAsync(a => a.Number, cancellation);
        var before = found.Find(a => a.Number == Number - 1);
        return new FeeVersionView(
            recommendation, period, version, highest == Number, new ShownFees(version.Stored(), before?.Stored(), session.MunicipalityNames()),
            await session.Db.PopulationSets.SingleOrDefaultAsync(s => s.Id == version.PopulationSetId, cancellation),
            await session.Names([version.ProposedBy, version.ApprovedBy], cancellation));
    }
}

/// <summary>A frozen version.</summary>
/// <param name="Recommendation">The recommendation.</param>
/// <param name="Period">The period.</param>
/// <param name="Version">The version.</param>
/// <param name="Holds">True when it is the highest.</param>
/// <param name="Fees">Its fees, and those of the version before.</param>
/// <param name="Population">The population they came out of; null where they do not depend on it.</param>
/// <param name="Names">What the two persons are called.</param>
public sealed record FeeVersionView(
    Recommendation Recommendation, FundingPeriod Period, Allocation Version, bool Holds, ShownFees Fees, PopulationSet? Population, IReadOnlyDictionary<PersonId, string> Names);

/// <summary>A proposal as it would be frozen now. Null where there is none, and for everyone outside SKR.</summary>
/// <param name="Slug">The recommendation.</param>
/// <param name="Id">The proposal.</param>
[Requires(Permission.ReadWalled)]
public sealed record FeeProposal(string Slug, AllocationProposalId Id) : IQuery<FeeProposalView?>
{
    /// <inheritdoc/>
    public async Task<FeeProposalView?> Answer(Session session, CancellationToken cancellation)
    {
        if (await session.InHand(Slug, cancellation) is not { } recommendation) return null;
        if (await session.Db.AllocationProposals.Include(p => p.Published).SingleOrDefaultAsync(p => p.Id == Id && p.RecommendationId == recommendation.Id, cancellation) is not { } proposal) return null;
        if (recommendation.Periods.FirstOrDefault(p => p.Id == proposal.PeriodId) is not { } period) return null;

        var before = await session.Db.Allocations.Include(a => a.Rows).SingleOrDefaultAsync(a => a.PeriodId == period.Id && a.Number == proposal.Number - 1, cancellation);
        var now = await session.Fees(recommendation, period, proposal.Terms, proposal.PublishedFees(), cancellation);
        return new FeeProposalView(
            recommendation, period, proposal,
            now is not null && FeeFingerprint.Of(now.Fees) == proposal.ResultFingerprint ? new ShownFees(now.Fees, before?.Stored(), session.MunicipalityNames()) : null,
            session.Actor.Person == proposal.ProposedBy, await session.Names([proposal.ProposedBy, proposal.SettledBy], cancellation));
    }
}

/// <summary>A proposal to freeze fees.</summary>
/// <param name="Recommendation">The recommendation.</param>
/// <param name="Period">The period.</param>
/// <param name="Proposal">The proposal.</param>
/// <param name="Fees">The fees that were proposed, and those of the version before; null where they come out in another way now.</param>
/// <param name="IsOwn">True for the one who proposed.</param>
/// <param name="Names">What those who have acted are called.</param>
public sealed record FeeProposalView(
    Recommendation Recommendation, FundingPeriod Period, AllocationProposal Proposal, ShownFees? Fees, bool IsOwn, IReadOnlyDictionary<PersonId, string> Names);

/// <summary>Fees to show, beside those before.</summary>
/// <param name="List">The fees.</param>
/// <param name="Before">The fees before; null where there were none.</param>
/// <param name="Names">What the municipalities are called.</param>
public sealed record ShownFees(FeeList List, FeeList? Before, IReadOnlyDictionary<MunicipalityCode, string> Names)
{
    /// <summary>The two held against each other; null where there is nothing before.</summary>
    public FeeComparison? Comparison { get; } = Before is { Rows.Count: > 0 } ? FeeComparison.Of(Before, List) : null;
}

/// <summary>Reads what people and municipalities are called.</summary>
internal static class NamesInDb
{
    public static async Task<IReadOnlyDictionary<PersonId, string>> Names(this Session session, IEnumerable<PersonId?> people, CancellationToken cancellation)
    {
        var ids = people.OfType<PersonId>().Distinct().ToList();
        return await session.Db.People.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);
    }

    public static IReadOnlyDictionary<MunicipalityCode, string> MunicipalityNames(this Session session) => session.Facts.Municipalities.ToDictionary(m => m.Code, m => m.Name);
}
