using System.Security.Cryptography;
using System.Text;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Recommendations;

/// <summary>States when enough have joined a recommendation that is sent: a number, a share, kronor, or only words.</summary>
/// <param name="Recommendation">The recommendation.</param>
/// <param name="Threshold">When enough have joined, and where it is said.</param>
/// <param name="DecidedOn">The day it was decided; null for today.</param>
/// <param name="Seen">The fingerprint of what stood when it was typed; null when nobody looked.</param>
[Requires(Permission.ManageRecommendations), Alone("What it is tried against may not change before it is saved.")]
public sealed record StateThreshold(RecommendationId Recommendation, Threshold Threshold, DateOnly? DecidedOn = null, string? Seen = null) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        if (Threshold.RefusalAmong(session.Facts.MunicipalitiesOn(session.Today).Count()) is { } tooMany) return tooMany;

        var recommendation = await session.Db.Recommendations.Include(r => r.ThresholdStatements).SingleAsync(r => r.Id == Recommendation, cancellation);
        if (Seen is not null && recommendation.Threshold != Threshold && FingerprintOf(recommendation.Threshold) != Seen) return LifeRefusals.ThresholdChangedMeanwhile;
        if (recommendation.IsDraft) return RecommendationRefusals.NotSentYet;
        return Threshold.Source.Length == 0 ? RecommendationRefusals.ThresholdNeedsSource : recommendation.State(Threshold, DecidedOn ?? session.Today, session.Today);
    }

    /// <summary>Knows a threshold again.</summary>
    internal static string FingerprintOf(Threshold? threshold) =>
        threshold is null ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', TypedContent.Of(threshold).Texts))))[..24];
}
