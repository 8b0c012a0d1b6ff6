using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Recommendations;

/// <summary>States when enough have joined a recommendation: a number, or only words.</summary>
/// <param name="Recommendation">The recommendation.</param>
/// <param name="Threshold">When enough have joined, and where it is said.</param>
[Requires(Permission.ManageRecommendations)]
public sealed record StateThreshold(RecommendationId Recommendation, Threshold Threshold) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        var recommendation = await session.Db.Recommendations.SingleAsync(r => r.Id == Recommendation, cancellation);
        return recommendation.State(Threshold);
    }
}
