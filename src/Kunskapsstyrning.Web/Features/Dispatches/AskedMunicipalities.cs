using Kunskapsstyrning.Domain.Dispatches;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Municipalities.Contacts;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Dispatches;

/// <summary>Who got which dispatch about a recommendation, and how far each message has come; the latest dispatch first. Null when there is no such recommendation.</summary>
/// <param name="Slug">The recommendation.</param>
[Requires(Permission.ReadDrafts)]
public sealed record AskedMunicipalities(string Slug) : IQuery<IReadOnlyList<Addressed>?>
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<Addressed>?> Answer(Session session, CancellationToken cancellation) =>
        session.Facts.Recommendation(Slug) is { } recommendation ? await session.Addressed(recommendation.Id, cancellation) : null;
}

/// <summary>One who was to get a dispatch. One who was sent to at another address stands there once, with that address.</summary>
/// <param name="Dispatch">The dispatch.</param>
/// <param name="Matter">What it was about.</param>
/// <param name="ReleasedAt">When it was released, in UTC.</param>
/// <param name="Place">Whose contact it is, and what for.</param>
/// <param name="Address">Where it went; null where no address was known, so that nothing left.</param>
/// <param name="Message">The message; null where there was none.</param>
/// <param name="State">How far it has come; null where there was none.</param>
/// <param name="StateSince">Since when, in UTC.</param>
public sealed record Addressed(
    DispatchId Dispatch, DispatchMatter Matter, DateTimeOffset ReleasedAt, ContactPlace Place, EmailAddress? Address, OutgoingMessageId? Message, DeliveryState? State, DateTimeOffset? StateSince)
{
    /// <summary>When its message was written and put in the queue, in UTC; null where there was none.</summary>
    public DateTimeOffset? QueuedAt { get; init; }

    /// <summary>True when it is sent to another address than one that it came back from.</summary>
    public bool HasComeBack { get; init; }

    /// <summary>What it was for.</summary>
    public DispatchKind Kind => Matter.Kind;

    /// <summary>The municipality; null for a county's contact.</summary>
    public MunicipalityCode? Municipality => Place.Municipality;

    /// <summary>True when a server took it on and it has not come back: as far as anybody knows it has arrived.</summary>
    public bool IsReached => State is DeliveryState.Submitted or DeliveryState.AutoAnswered;

    /// <summary>True when a message waits, has left or came back: what did not arrive of it is mended by sending that one elsewhere, and not by another.</summary>
    public bool HasItsMessage => State is not (null or DeliveryState.Recalled or DeliveryState.LeftOut);

    /// <summary>True when it has left or is to: one that was stopped before it left has asked nobody.</summary>
    public bool LeavesOrHasLeft => HasLeft || State is DeliveryState.Queued;

    /// <summary>True when it has left, whatever became of it: who was addressed so may have read it.</summary>
    public bool HasLeft => HasComeBack || State is DeliveryState.Submitting or DeliveryState.Submitted or DeliveryState.AutoAnswered or DeliveryState.Uncertain or DeliveryState.Bounced;
}

/// <summary>Reads who was addressed.</summary>
internal static class AddressedInDb
{
    /// <summary>True when a question that was not stopped had been released before a dispatch was, or has been while it is prepared.</summary>
    public static bool WereAsked(this IEnumerable<Addressed> addressed, Dispatch dispatch) => addressed.Any(a => a is { Kind: DispatchKind.Question, LeavesOrHasLeft: true } && !(a.ReleasedAt > dispatch.SettledAt));

    /// <summary>Everyone who was to get a released dispatch about the recommendation, the latest dispatch first.</summary>
    public static async Task<IReadOnlyList<Addressed>> Addressed(this Session session, RecommendationId recommendation, CancellationToken cancellation)
    {
        var rows = await (
            from r in session.Db.DispatchRecipients.AsNoTracking()
            join d in session.Db.Dispatches on r.DispatchId equals d.Id
            join m in session.Db.OutgoingMessages on r.MessageId equals (OutgoingMessageId?)m.Id into messages
            from m in messages.DefaultIfEmpty()
            where d.RecommendationId == recommendation && !session.Db.DispatchRecipients.Any(later => later.DispatchId == r.DispatchId && later.InsteadOf == r.Number)
            orderby d.SettledAt descending, r.Number
            select new { Recipient = r, d.Kind, d.CorrectionNumber, d.SnapshotId, d.ReportId, At = d.SettledAt, State = m == null ? null : (DeliveryState?)m.State, Since = m == null ? null : m.StateSince, Queued = m == null ? null : (DateTimeOffset?)m.QueuedAt,
                HasComeBack = session.Db.DispatchRecipients.Any(earlier => earlier.DispatchId == r.DispatchId && earlier.Number == r.InsteadOf
                    && session.Db.OutgoingMessages.Any(sent => sent.Id == earlier.MessageId && sent.State == DeliveryState.Bounced)) })
            .ToListAsync(cancellation);
        return [.. rows.Select(r => new Addressed(
            r.Recipient.DispatchId, new DispatchMatter(r.Kind, r.CorrectionNumber, r.SnapshotId, r.ReportId), r.At!.Value, r.Recipient.Place, r.Recipient.Address, r.Recipient.MessageId, r.State, r.Since ?? r.Queued)
        {
            QueuedAt = r.Queued,
            HasComeBack = r.HasComeBack,
        })];
    }
}
