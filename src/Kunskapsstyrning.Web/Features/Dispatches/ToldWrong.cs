using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Dispatches;

/// <summary>Tells what was written while something was still wrong from what was written when it had been corrected.</summary>
internal static class ToldWrongInDb
{
    /// <summary>Those who were asked while what a correction puts right was still wrong. Whoever was asked afterwards has read what holds.</summary>
    public static async Task<List<Addressed>> ToldWrong(this Session session, IEnumerable<Addressed> questions, RecommendationCorrection correction, CancellationToken cancellation)
    {
        // A correction that was told when the recommendation was put in here has no other time than its day.
        if (correction.Reached is WrongTextReached.NotKnown) return [.. questions.Where(q => SwedishTime.DayOf(q.ReleasedAt) <= correction.On)];

        var made = await session.MadeAt(correction, cancellation);
        return [.. questions.Where(q => q.ReleasedAt < made)];
    }

    /// <summary>True for a question that says what has been put right here since it was written: its words are not sent once more.</summary>
    public static async Task<bool> IsCorrectedSince(this Session session, OutgoingMessage message, CancellationToken cancellation)
    {
        if (message.Kind is not MessageKind.Question) return false;
        return session.Facts.Recommendation(message.RecommendationId)?.Corrections.LastOrDefault(c => c.Reached is not WrongTextReached.NotKnown) is { } latest
            && message.QueuedAt < await session.MadeAt(latest, cancellation);
    }

    private static Task<DateTimeOffset> MadeAt(this Session session, RecommendationCorrection correction, CancellationToken cancellation) =>
        session.Db.History.Where(h => h.Kind == nameof(RecommendationCorrected) && h.RecommendationId == correction.RecommendationId)
            .OrderBy(h => h.Sequence).Skip(correction.Number - 1).Select(h => h.At).FirstAsync(cancellation);
}
