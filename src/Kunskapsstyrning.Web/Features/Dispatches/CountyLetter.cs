using Kunskapsstyrning.Domain.Dispatches;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Dispatches;

/// <summary>Keeps a reminder to a county's contact true until it leaves: it names the municipalities that have not answered.</summary>
internal static class CountyLetter
{
    /// <summary>Writes it anew, with the same words about those that are left, when something was registered of one of them since it was written; leaves it out when none is left.</summary>
    public static async Task MendCountyLetter(this Session session, OutgoingMessage message, CancellationToken cancellation)
    {
        var recipients = await session.Db.DispatchRecipients.Where(r => r.DispatchId == message.DispatchId).ToListAsync(cancellation);
        var recipient = recipients.Single(r => r.MessageId == message.Id);
        if (!await session.HasChangedSince(message, recipient.CountyCode!, cancellation)) return;

        var dispatch = await session.Db.Dispatches.SingleAsync(d => d.Id == message.DispatchId, cancellation);
        var now = (await session.PlanOf(dispatch, cancellation))?.Recipients.FirstOrDefault(r => r.Place == recipient.Place);
        if (now is null) message.LeaveOut(Swedish.LeftOutAllAnswered, session.Now);
        else if ((now.Subject, now.Body) != (message.Subject, message.Body)) session.WriteAnew(message, dispatch, recipients.Max(r => r.Number) + 1, recipient, now);
    }

    /// <summary>To where it was to go: an address that has changed since is another person's matter. What may have arrived once is left for a person, and not written anew.</summary>
    private static void WriteAnew(this Session session, OutgoingMessage message, Dispatch dispatch, int number, DispatchRecipient recipient, PlannedRecipient now)
    {
        message.LeaveOut(Swedish.LeftOutSomeAnswered, session.Now);
        if (message.State is DeliveryState.LeftOut) session.Queue(dispatch, [(now with { Address = message.Recipient }, number, recipient.Number)]);
    }

    private static async Task<bool> HasChangedSince(this Session session, OutgoingMessage message, string county, CancellationToken cancellation)
    {
        var codes = session.Facts.Municipalities.Where(m => m.CountyCode == county).Select(m => m.Code).ToList();
        return await session.Db.Decisions.AnyAsync(
                d => d.RecommendationId == message.RecommendationId && codes.Contains(d.MunicipalityCode)
                    && (d.Versions.Any(v => v.RecordedAt > message.QueuedAt) || (d.Retraction != null && d.Retraction.RecordedAt > message.QueuedAt)), cancellation)
            || await session.Db.History.AnyAsync(
                h => h.Kind == nameof(DeadlineExtended) && h.RecommendationId == message.RecommendationId && h.At > message.QueuedAt && h.MunicipalityCode != null && codes.Contains(h.MunicipalityCode.Value), cancellation);
    }
}
