using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Web.Features.Inbox.Mail;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Reading;

/// <summary>Finds out how a document came: who first sent it counts, not who passed it on.</summary>
internal static class SentAs
{
    /// <summary>The envelope of a part, from the innermost message that says it; of the message itself for null.</summary>
    public static Envelope Of(MailMessage message, MailPart? part)
    {
        if (part?.Forwarded is { Message: var forwarded })
            return new Envelope(forwarded.From ?? message.From, forwarded.Subject ?? message.Subject, forwarded.SentOn ?? (message.SentAt is { } at ? SwedishTime.DayOf(at) : null));

        var messages = new List<MailMessage>();
        for (var parent = part?.Parent; parent is { } number; parent = message.Parts[number - 1].Parent) messages.Add(MailReader.Read(message.Parts[number - 1].Bytes));
        messages.Add(message);

        var senders = messages.Select(m => m.ForwardedFrom ?? m.From).OfType<string>().ToList();
        return new Envelope(
            senders.Find(s => !ForwardedMail.IsOwn(s)) ?? senders.FirstOrDefault(),
            messages.Select(m => m.Subject).FirstOrDefault(s => s is not null),
            messages.Select(m => m.SentAt).FirstOrDefault(s => s is not null) is { } sent ? SwedishTime.DayOf(sent) : null);
    }
}
