using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Dispatches;

/// <summary>Finds those who were asked while what a correction puts right was still wrong. Whoever was asked afterwards has read what holds.</summary>
internal static class ToldWrongInDb
{
    public static async Task<List<Addressed>> ToldWrong(this Session session, IEnumerable<Addressed> questions, RecommendationCorrection correction, CancellationToken cancellation)
    {
        // A correction that was told when the recommendation was put in here has no other time than its day.
        if (correction.Reached is WrongTextReached.NotKnown) return [.. questions.Where(q => SwedishTime.DayOf(q.ReleasedAt) <= correction.On)];

        var made = await session.Db.History.Where(h => h.Kind == nameof(RecommendationCorrected) && h.RecommendationId == correction.RecommendationId)
            .OrderBy(h => h.Sequence).Skip(correction.Number - 1).Select(h => h.At).FirstAsync(cancellation);
        return [.. questions.Where(q => q.ReleasedAt < made)];
    }
}
