using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Operations;

/// <summary>Reads what an operation on a sent recommendation is done to, as it stands in the database now.</summary>
internal static class SentInHand
{
    /// <summary>The recommendation with all that belongs to it; null when there is none.</summary>
    public static Task<Recommendation?> ToOperateOn(this Session session, string slug, CancellationToken cancellation) => session.Db.Recommendations.AsSplitQuery()
        .Include(r => r.Points.OrderBy(p => p.Number)).Include(r => r.Rounds.OrderBy(p => p.Number)).Include(r => r.Periods.OrderBy(p => p.Years.First))
        .Include(r => r.Extensions.OrderBy(e => e.LastYear)).ThenInclude(e => e.Recall).Include(r => r.Corrections.OrderBy(c => c.Number)).ThenInclude(c => c.Recipients)
        .Include(r => r.Timetable.OrderBy(t => t.Day)).Include(r => r.Deadlines)
        .SingleOrDefaultAsync(r => r.Slug == slug, cancellation);

    /// <summary>The periods whose fees are frozen.</summary>
    public static async Task<IReadOnlySet<FundingPeriodId>> FrozenPeriods(this Session session, RecommendationId recommendation, CancellationToken cancellation) =>
        (await session.Db.Allocations.Where(a => a.RecommendationId == recommendation).Select(a => a.PeriodId).ToListAsync(cancellation)).ToHashSet();
}
