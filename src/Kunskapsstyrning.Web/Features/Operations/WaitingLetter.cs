using Kunskapsstyrning.Domain.Dispatches;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Operations;

/// <summary>A letter of a dispatch that was written as the recommendation stood, waits to leave, and can still be stopped.</summary>
/// <param name="Dispatch">The dispatch.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Message">The letter.</param>
/// <param name="Municipality">Whose it is; null for a county's contact.</param>
/// <param name="To">Where it goes.</param>
public sealed record WaitingLetter(DispatchId Dispatch, DispatchKind Kind, OutgoingMessageId Message, MunicipalityCode? Municipality, EmailAddress To);

/// <summary>Reads what waits to leave.</summary>
internal static class WaitingLettersInDb
{
    /// <summary>What waits to leave about a recommendation. A dispatch that corrects says what holds, and is left out.</summary>
    public static Task<List<WaitingLetter>> WaitingLetters(this Session session, RecommendationId recommendation, CancellationToken cancellation) =>
    (
        from r in session.Db.DispatchRecipients
        join d in session.Db.Dispatches on r.DispatchId equals d.Id
        join m in session.Db.OutgoingMessages on r.MessageId equals (OutgoingMessageId?)m.Id
        where d.RecommendationId == recommendation && d.Kind != DispatchKind.Correction && m.State == DeliveryState.Queued
        orderby d.Kind, d.Id, r.Number
        select new WaitingLetter(d.Id, d.Kind, m.Id, m.MunicipalityCode, m.Recipient)
    ).ToListAsync(cancellation);
}
