using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities.Contacts;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Contacts;

/// <summary>Finds addresses that never gave a sign of life: written to, but no message has come from them, no receipt was answered, and nobody in the municipality has confirmed them.</summary>
internal static class SilentAddresses
{
    public static async Task<IReadOnlySet<ContactId>> Of(Session session, IReadOnlyCollection<Contact> contacts, CancellationToken cancellation)
    {
        var written = await session.Db.OutgoingMessages.Where(m => m.State == DeliveryState.Submitted).Select(m => m.Recipient).Distinct().ToListAsync(cancellation);
        var answered = await session.Db.OutgoingMessages.Where(m => m.Answers.Any()).Select(m => m.Recipient).Distinct().ToListAsync(cancellation);
        var heard = await session.Db.ArrivedItems.Where(i => i.Arrival.Sender != null).Select(i => i.Arrival.Sender!).Distinct().ToListAsync(cancellation);
        var confirmed = await session.Db.Contacts.Where(c => session.Db.People.Any(p => p.Id == c.VerifiedBy && p.MunicipalityCode != null)).Select(c => c.Id).ToListAsync(cancellation);

        var alive = answered.Select(a => a.Text).Concat(heard).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var asked = written.Select(w => w.Text).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return contacts.Where(c => asked.Contains(c.Email.Text) && !alive.Contains(c.Email.Text) && !confirmed.Contains(c.Id)).Select(c => c.Id).ToHashSet();
    }
}
