using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Recommendations;

/// <summary>Reads a recommendation for those at SKR who work with it: drafts and sent ones alike, with all that belongs to them, as they stand in the database now.</summary>
internal static class RecommendationInHand
{
    /// <summary>The recommendation with that name in addresses; null when there is none, and for everyone outside SKR.</summary>
    public static Task<Recommendation?> InHand(this Session session, string slug, CancellationToken cancellation) =>
        session.Actor.Scope is "skr" ? session.Whole().SingleOrDefaultAsync(r => r.Slug == slug, cancellation) : Task.FromResult<Recommendation?>(null);

    /// <summary>Every recommendation, the latest board meeting first; none for those outside SKR.</summary>
    public static async Task<IReadOnlyList<Recommendation>> AllInHand(this Session session, CancellationToken cancellation) =>
        session.Actor.Scope is "skr" ? await session.Whole().OrderByDescending(r => r.BoardDecision.On).ToListAsync(cancellation) : [];

    /// <summary>Its letter and annexes, by title.</summary>
    public static async Task<IReadOnlyList<DraftAnnex>> AnnexesInHand(this Session session, RecommendationId recommendation, CancellationToken cancellation) => await (
        from annex in session.Db.Annexes
        join document in session.Db.Documents on annex.DocumentId equals document.Id
        where annex.RecommendationId == recommendation
        orderby annex.Title
        select new DraftAnnex(annex.DocumentId, annex.Title, document.FileName)).ToListAsync(cancellation);

    /// <summary>Its periods, in order, with the terms that hold in each and the proposal that waits.</summary>
    public static async Task<IReadOnlyList<PeriodInHand>> PeriodsInHand(this Session session, Recommendation recommendation, CancellationToken cancellation)
    {
        var frozen = await session.Db.Allocations.Where(a => a.RecommendationId == recommendation.Id).OrderByDescending(a => a.Number).ToListAsync(cancellation);
        var waiting = await session.Db.AllocationProposals.Where(p => p.RecommendationId == recommendation.Id && p.State == ProposalState.Waiting).ToListAsync(cancellation);
        return [.. recommendation.Periods.Select(p => (Period: p, Highest: frozen.Find(a => a.PeriodId == p.Id), Waiting: waiting.Find(w => w.PeriodId == p.Id)))
            .Select(p => new PeriodInHand(p.Period, p.Highest?.Terms ?? p.Period.Terms, p.Highest?.Number, p.Waiting))];
    }

    /// <summary>True when fees have been proposed or frozen for it: what people have put their names to is never taken away.</summary>
    public static async Task<bool> HasFees(this Session session, RecommendationId recommendation, CancellationToken cancellation) =>
        await session.Db.Allocations.AnyAsync(a => a.RecommendationId == recommendation, cancellation) || await session.Db.AllocationProposals.AnyAsync(p => p.RecommendationId == recommendation, cancellation);

    private static IQueryable<Recommendation> Whole(this Session session) => session.Db.Recommendations.AsSplitQuery()
        .Include(r => r.Points.OrderBy(p => p.Number)).Include(r => r.Rounds.OrderBy(p => p.Number)).Include(r => r.Periods.OrderBy(p => p.Years.First))
        .Include(r => r.Extensions.OrderBy(e => e.LastYear)).ThenInclude(e => e.Recall).Include(r => r.Corrections.OrderBy(c => c.Number)).ThenInclude(c => c.Recipients)
        .Include(r => r.Timetable.OrderBy(t => t.Number))
        .Include(r => r.Deadlines).Include(r => r.GoAheadDecisions.OrderBy(d => d.Number));
}
