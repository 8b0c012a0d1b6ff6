using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Dispatches;

/// <summary>Keeps back what has been answered, or is true no longer, at the moment it would leave.</summary>
internal static class LeftOut
{
    /// <summary>Leaves out a reminder that says what has been put right since, or to a municipality that has given its final answer or about which something was registered since it was written. One to a county's contact is written anew.</summary>
    public static async Task LeaveOutIfAnswered(this Session session, OutgoingMessage message, CancellationToken cancellation)
    {
        if (message.Kind is not MessageKind.Reminder) return;
        if (message.MunicipalityCode is { } municipality && await session.WhyNotRemind(municipality, message, cancellation) is { } because) message.LeaveOut(because, session.Now);
        else if (await session.RefusalAsWritten(message, cancellation) is not null) message.LeaveOut(Swedish.LeftOutCorrected, session.Now);
        else if (message.MunicipalityCode is null) await session.MendCountyLetter(message, cancellation);
    }

    /// <summary>Why a municipality is not reminded with what was written; null when it is.</summary>
    private static async Task<string?> WhyNotRemind(this Session session, MunicipalityCode municipality, OutgoingMessage message, CancellationToken cancellation)
    {
        var answers = await session.Db.AnswersTo(message.RecommendationId, [municipality], cancellation);
        var standing = session.Facts.Recommendation(message.RecommendationId)!.StandingOf(answers.Of(municipality), new AsOf(session.Today));
        var since = session.Db.Decisions.Where(d => d.MunicipalityCode == municipality && d.RecommendationId == message.RecommendationId
            && (d.Versions.Any(v => v.RecordedAt > message.QueuedAt) || (d.Retraction != null && d.Retraction.RecordedAt > message.QueuedAt)));
        if (standing.Status is not (Status.NoResponse or Status.InPreparation)) return Swedish.LeftOutAnswered;
        if (await since.AnyAsync(cancellation)) return Swedish.LeftOutSomethingCame;
        return await session.Db.History.AnyAsync(h => h.Kind == nameof(DeadlineExtended) && h.MunicipalityCode == municipality && h.RecommendationId == message.RecommendationId && h.At > message.QueuedAt, cancellation)
            ? Swedish.LeftOutLongerTime
            : null;
    }
}
