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

    private static IQueryable<Recommendation> Whole(this Session session) => session.Db.Recommendations.AsSplitQuery()
        .Include(r => r.Points.OrderBy(p => p.Number)).Include(r => r.Rounds.OrderBy(p => p.Number)).Include(r => r.Periods.OrderBy(p => p.Years.First))
        .Include(r => r.Extensions.OrderBy(e => e.LastYear)).ThenInclude(e => e.Recall).Include(r => r.Corrections.OrderBy(c => c.Number)).ThenInclude(c => c.Recipients)
        .Include(r => r.Timetable.OrderBy(t => t.Number))
        .Include(r => r.Deadlines).Include(r => r.GoAheadDecisions.OrderBy(d => d.Number));
}
