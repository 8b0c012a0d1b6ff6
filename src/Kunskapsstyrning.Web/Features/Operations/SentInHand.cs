using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.Features.Recommendations;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Operations;

/// <summary>Reads what an operation on a sent recommendation is done to, as it stands in the database now.</summary>
internal static class SentInHand
{
    /// <summary>The sent recommendation with all that belongs to it; null when there is none, and for a draft, which is changed and not corrected.</summary>
    public static async Task<Recommendation?> ToOperateOn(this Session session, string slug, CancellationToken cancellation) =>
        await session.InHand(slug, cancellation) is { IsDraft: false } sent ? sent : null;

    /// <summary>The periods whose fees are frozen.</summary>
    public static async Task<IReadOnlySet<FundingPeriodId>> FrozenPeriods(this Session session, RecommendationId recommendation, CancellationToken cancellation) =>
        (await session.Db.Allocations.Where(a => a.RecommendationId == recommendation).Select(a => a.PeriodId).ToListAsync(cancellation)).ToHashSet();
}
