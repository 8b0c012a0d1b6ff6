using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Web.Features.Inbox.Mail;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Messages;

/// <summary>Ties what a machine sent back to the message it is about. It is no answer to log, so it is set aside at once.</summary>
internal static class ReturnsInDb
{
    /// <summary>How long after a message was handed over something that does not name it is still believed to be about it.</summary>
    private static readonly TimeSpan Believed = TimeSpan.FromDays(5);

    /// <summary>Notes what came back, where it is known about what; else the item is left for a person.</summary>
    public static async Task NoteReturn(this Session session, ArrivedItem item, MailSentBack back, CancellationToken cancellation)
    {
        if (await session.MessageBehind(back, cancellation) is { } message && message.NoteReturn(item.Id, back.Mail, session.Now).IsDone)
            item.SetAside($"{back.Mail.Kind.Label()}: hör till ett meddelande som vi har skickat.");
    }

    /// <summary>The message that it names; where it names none, the only one that was lately handed over for that party.</summary>
    private static async Task<OutgoingMessage?> MessageBehind(this Session session, MailSentBack back, CancellationToken cancellation)
    {
        var ids = back.Messages.Select(id => new OutgoingMessageId(id)).ToList();
        var sent = session.Db.OutgoingMessages.Include(m => m.Returns).Where(m => m.Attempts > 0);
        if (await sent.Where(m => ids.Contains(m.Id)).OrderByDescending(m => m.QueuedAt).FirstOrDefaultAsync(cancellation) is { } named) return named;
        if (back.Party is not { } party) return null;

        var since = session.Now - Believed;
        var lately = await sent.Where(m => m.Recipient == party && m.StateSince > since && (m.State == DeliveryState.Submitted || m.State == DeliveryState.Uncertain)).OrderBy(m => m.Id).Take(2).ToListAsync(cancellation);
        return lately is [var only] ? only : null;
    }
}
