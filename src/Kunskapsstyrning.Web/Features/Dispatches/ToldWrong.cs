using Kunskapsstyrning.Domain.Dispatches;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Reports;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Dispatches;

/// <summary>Tells what was written while something was still wrong from what was written when it had been corrected.</summary>
internal static class ToldWrongInDb
{
    /// <summary>Those whose own letter was written while what a correction puts right was still wrong. Whoever was written to afterwards, however early the dispatch was released, has read what holds.</summary>
    public static async Task<List<Addressed>> ToldWrong(this Session session, IEnumerable<Addressed> letters, RecommendationCorrection correction, CancellationToken cancellation)
    {
        // A correction that was told when the recommendation was put in here has no other time than its day.
        if (correction.Reached is WrongTextReached.NotKnown) return [.. letters.Where(l => l.QueuedAt is { } at && SwedishTime.DayOf(at) <= correction.On)];

        var made = await session.MadeAt(correction, cancellation);
        return [.. letters.Where(l => l.QueuedAt < made)];
    }

    /// <summary>Why a letter is not sent as it was written: what it says has been put right here since, or it links to a report that not everyone can read any longer. Null when it holds.</summary>
    public static async Task<Refusal?> RefusalAsWritten(this Session session, OutgoingMessage message, CancellationToken cancellation)
    {
        if (message is { Kind: MessageKind.Report, DispatchId: { } report })
            return await session.LeadsNowhere(await session.Db.Dispatches.SingleAsync(d => d.Id == report, cancellation), cancellation) ? DispatchRefusals.ReportTakenBack : null;

        if (message.Kind is not (MessageKind.Question or MessageKind.Reminder)) return null;
        if (session.Facts.Recommendation(message.RecommendationId)?.Corrections.LastOrDefault(c => c.Reached is not WrongTextReached.NotKnown) is not { } latest) return null;
        if (message.QueuedAt >= await session.MadeAt(latest, cancellation)) return null;
        return message.Kind is MessageKind.Question ? SubmissionRefusals.SinceCorrected : SubmissionRefusals.ReminderSinceCorrected;
    }

    /// <summary>Why a letter is not sent once more as it was written: the page that it links to is hidden, or it does not hold. Null when it is.</summary>
    public static async Task<Refusal?> RefusalOfSendingAgain(this Session session, OutgoingMessage message, CancellationToken cancellation)
    {
        var dispatch = await session.Db.Dispatches.SingleOrDefaultAsync(d => d.Id == message.DispatchId, cancellation);
        var isHidden = dispatch is not null && session.Facts.Recommendation(message.RecommendationId) is { } asked && dispatch.Kind.LeadsToHidden(asked);
        return isHidden ? DispatchRefusals.Hidden : await session.RefusalAsWritten(message, cancellation);
    }

    private static Task<DateTimeOffset> MadeAt(this Session session, RecommendationCorrection correction, CancellationToken cancellation) =>
        session.Db.History.Where(h => h.Kind == nameof(RecommendationCorrected) && h.RecommendationId == correction.RecommendationId)
            .OrderBy(h => h.Sequence).Skip(correction.Number - 1).Select(h => h.At).FirstAsync(cancellation);
}
