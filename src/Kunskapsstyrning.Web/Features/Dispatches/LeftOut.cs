using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Dispatches;

/// <summary>Keeps back what has been answered, or is true no longer, at the moment it would leave.</summary>
internal static class LeftOut
{
    private const string Answered = "Kommunen hade svarat när påminnelsen skulle lämnas.";
    private const string SomethingCame = "Något kom in från kommunen sedan påminnelsen skrevs, så det den säger stämmer inte längre.";
    private const string Corrected = "Rekommendationen har rättats sedan påminnelsen skrevs.";
    private const string LongerTime = "Kommunen fick längre tid sedan påminnelsen skrevs.";

    /// <summary>Leaves out a reminder to a municipality that has given its final answer, about which something was registered since it was written, or which says what has been put right since.</summary>
    public static async Task LeaveOutIfAnswered(this Session session, OutgoingMessage message, CancellationToken cancellation)
    {
        if (message is not { Kind: MessageKind.Reminder, MunicipalityCode: { } municipality }) return;

        var answers = await session.Db.AnswersTo(message.RecommendationId, [municipality], cancellation);
        var standing = session.Facts.Recommendation(message.RecommendationId)!.StandingOf(answers.Of(municipality), new AsOf(session.Today));
        var since = session.Db.Decisions.Where(d => d.MunicipalityCode == municipality && d.RecommendationId == message.RecommendationId
            && (d.Versions.Any(v => v.RecordedAt > message.QueuedAt) || (d.Retraction != null && d.Retraction.RecordedAt > message.QueuedAt)));
        if (standing.Status is not (Status.NoResponse or Status.InPreparation)) message.LeaveOut(Answered, session.Now);
        else if (await since.AnyAsync(cancellation)) message.LeaveOut(SomethingCame, session.Now);
        else if (await session.Db.History.AnyAsync(h => h.Kind == nameof(DeadlineExtended) && h.MunicipalityCode == municipality && h.RecommendationId == message.RecommendationId && h.At > message.QueuedAt, cancellation)) message.LeaveOut(LongerTime, session.Now);
        else if (await session.RefusalAsWritten(message, cancellation) is not null) message.LeaveOut(Corrected, session.Now);
    }
}
