using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Reports;

/// <summary>Tells whether it stands in reports if the recommendation goes ahead.</summary>
/// <param name="asked">The recommendation.</param>
/// <param name="writtenAt">When that was first written in here, in UTC; null where it has not been, or came with the recommendation.</param>
internal sealed class GoAheadTold(Recommendation asked, DateTimeOffset? writtenAt)
{
    /// <summary>Finds out when it was written in.</summary>
    public static async Task<GoAheadTold> Of(Session session, Recommendation asked, CancellationToken cancellation) =>
        new(asked, await session.Db.History.Where(h => h.RecommendationId == asked.Id && h.Kind == nameof(GoAheadDecided)).MinAsync(h => (DateTimeOffset?)h.At, cancellation));

    /// <summary>True when a report made from a saved state says it: it was decided by the state's day, and written in before the state was saved.</summary>
    /// <param name="day">The day whose state was saved.</param>
    /// <param name="takenAt">When it was saved, in UTC.</param>
    public bool IsIn(DateOnly day, DateTimeOffset takenAt) => asked.GoesAheadOn(day) is not null && !(takenAt < writtenAt);
}
