using Kunskapsstyrning.Domain.Municipalities.Contacts;

namespace Kunskapsstyrning.Domain.Messages;

/// <summary>What became of a message to a municipality, as far as anybody knows.</summary>
/// <param name="Place">What the contact that it went to is for; null for one about a decision, to whoever sent that in.</param>
/// <param name="Address">Where it went.</param>
/// <param name="QueuedAt">When it was queued, in UTC.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Since">Since when, in UTC.</param>
public sealed record Delivery(ContactKind? Place, EmailAddress Address, DateTimeOffset QueuedAt, DeliveryState State, DateTimeOffset Since)
{
    /// <summary>How long servers go on trying before they send a message back.</summary>
    public static readonly TimeSpan SentBackWithin = TimeSpan.FromDays(5);

    /// <summary>When the latest of those that failed did, among those that nothing later has made up for; null when there is none.</summary>
    public static DateTimeOffset? FailedAt(IReadOnlyCollection<Delivery> all, DateTimeOffset now) =>
        all.Where(d => d.State is DeliveryState.Rejected or DeliveryState.Bounced && !all.Any(later => later.MakesUpFor(d, now))).Max(d => (DateTimeOffset?)d.Since);

    /// <summary>True for a later one that a server took on at an address that has been mended, or that shows that the address works after all: a machine answered there, or nothing came back in time.</summary>
    private bool MakesUpFor(Delivery failed, DateTimeOffset now)
    {
        if (QueuedAt <= failed.QueuedAt) return false;
        if (!Address.IsSameAs(failed.Address)) return Place == failed.Place && State is (DeliveryState.Submitted or DeliveryState.AutoAnswered);
        return State is DeliveryState.AutoAnswered || (State is DeliveryState.Submitted && Since <= now - SentBackWithin);
    }
}
