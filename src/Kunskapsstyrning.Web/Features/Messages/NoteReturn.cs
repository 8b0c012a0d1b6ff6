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
    /// <summary>Notes what came back, where it is known about what; else the item is left for a person.</summary>
    public static async Task NoteReturn(this Session session, ArrivedItem item, MailSentBack back, CancellationToken cancellation)
    {
        if (await session.MessageBehind(back, cancellation) is { } message && message.NoteReturn(item.Id, back.Mail, session.Now).IsDone)
            item.SetAside($"{back.Mail.Kind.Label()}: hör till ett meddelande som vi har skickat.");
    }

    /// <summary>The message that it is about: one that we have sent under an id that stands in it, to an address that it names. Either alone can be made up by anybody.</summary>
    private static async Task<OutgoingMessage?> MessageBehind(this Session session, MailSentBack back, CancellationToken cancellation)
    {
        var ids = back.Messages.Select(id => new OutgoingMessageId(id)).ToList();
        var sent = await session.Db.OutgoingMessages.Include(m => m.Returns).Where(m => m.Attempts > 0 && ids.Contains(m.Id)).OrderByDescending(m => m.QueuedAt).ToListAsync(cancellation);
        return sent.Find(m => back.Names(m.Recipient));
    }
}
