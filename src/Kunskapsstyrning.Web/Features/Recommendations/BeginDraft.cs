using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Recommendations;

/// <summary>Begins to draw up a recommendation. Nobody outside SKR sees it until it is sent.</summary>
/// <param name="Draft">What it is called, when the board meets, and its years.</param>
[Requires(Permission.ManageRecommendations)]
public sealed record BeginDraft(NewDraft Draft) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (RecommendationSlug.RefusalOf(Draft.Slug) is { } refusal) return refusal;
        if (await session.Db.Recommendations.AnyAsync(r => r.Slug == Draft.Slug, cancellation)) return RecommendationRefusals.NameIsTaken;

        var (id, period) = (new RecommendationId(Guid.CreateVersion7(session.Now)), new FundingPeriodId(Guid.CreateVersion7(session.Now)));
        session.Db.Add(Recommendation.Begin(id, Draft, period));
        return Result.Done;
    }
}
