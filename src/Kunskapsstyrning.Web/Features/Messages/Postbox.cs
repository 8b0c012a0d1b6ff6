using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Kunskapsstyrning.Domain.Messages;

namespace Kunskapsstyrning.Web.Features.Messages;

/// <summary>Hands a message over, and says truly what is known of it afterwards.</summary>
internal sealed class Postbox(MailOptions options)
{
    private const int LongestReply = 500;

    /// <summary>One attempt.</summary>
    public async Task<MailReply> Submit(MailToSubmit mail, CancellationToken cancellation)
    {
        if (options is { OnlyLoopback: true, Host: { } far } && !IsThisMachine(far)) return new MailReply(MailVerdict.NotNow, $"I utveckling lämnas inget till en server utanför den egna datorn: {Short(far)}.");

        await using var body = new NoticedBody(mail.Body);
        using var message = new MailMessage();
        try
        {
            Compose(message, mail, body);
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException)
        {
            return new MailReply(MailVerdict.Refused, $"Meddelandet gick inte att skriva. {Short(wrong.Message)}");
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(options.Patience);
        try
        {
            if (options.Host is null) await ToFolder(message, mail.Id, patience.Token);
            else await ToServer(message, options.Host, patience.Token);
            return new MailReply(MailVerdict.Accepted, null);
        }
        catch (SmtpException no) when ((int)no.StatusCode >= 400)
        {
            return new MailReply(Verdict((int)no.StatusCode), Short(no.Message));
        }
        catch (Exception broken) when (broken is SmtpException or OperationCanceledException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            // Once the words have begun to leave, only an answer tells whether they arrived.
            var why = patience.IsCancellationRequested && !cancellation.IsCancellationRequested ? "Servern svarade inte i tid." : Short(broken.GetBaseException().Message);
            return body.WasRead && options.Host is not null
                ? new MailReply(MailVerdict.Unknown, $"Förbindelsen bröts medan meddelandet lämnades. {why}")
                : new MailReply(MailVerdict.NotNow, $"Servern gick inte att nå. {why}");
        }
    }

    /// <summary>By its name or its number and nothing else: no name server is asked, so that none can say that another machine is this one.</summary>
    private static bool IsThisMachine(string host) => host is "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    /// <summary>What a reply code means. Sign-in that fails (530–538) is our own fault and not the recipient's: it is tried again.</summary>
    private static MailVerdict Verdict(int code) => code is < 500 or (>= 530 and <= 538) ? MailVerdict.NotNow : MailVerdict.Refused;

    private async Task ToServer(MailMessage message, string host, CancellationToken cancellation)
    {
        using var client = new SmtpClient(host, options.Port);
        client.EnableSsl = options.Encrypted;
        client.Timeout = int.MaxValue; // it is the token that gives up
        await using var givingUp = cancellation.Register(client.Dispose); // which is not heard while an answer is waited for
        if (options.User is not null) client.Credentials = new NetworkCredential(options.User, options.Password);
        await client.SendMailAsync(message, cancellation);
    }

    /// <summary>Written beside and moved there whole, so that nobody reads half a message. The same message written twice is one file.</summary>
    private async Task ToFolder(MailMessage message, OutgoingMessageId id, CancellationToken cancellation)
    {
        var beside = Directory.CreateDirectory(Path.Combine(options.Folder!, ".skrivs", id.Value.ToString()));
        foreach (var unfinished in beside.GetFiles()) unfinished.Delete();
        using var client = new SmtpClient();
        client.DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory;
        client.PickupDirectoryLocation = beside.FullName;
        await client.SendMailAsync(message, cancellation);
        beside.GetFiles("*.eml").Single().MoveTo(Path.Combine(options.Folder!, $"{id.Value}.eml"), overwrite: true);
        beside.Delete();
    }

    private void Compose(MailMessage message, MailToSubmit mail, Stream body)
    {
        message.From = new MailAddress(options.From.Text, options.FromName, Encoding.UTF8);
        message.Subject = mail.Subject;
        message.SubjectEncoding = Encoding.UTF8;
        message.To.Add(new MailAddress(mail.Recipient.Text));
        if (options.ReplyTo is { } replyTo) message.ReplyToList.Add(new MailAddress(replyTo.Text));
        message.Headers.Add("Message-ID", $"<{mail.Id.Value}@{options.From.Text[(options.From.Text.IndexOf('@', StringComparison.Ordinal) + 1)..]}>");
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.AlternateViews.Add(new AlternateView(body, new ContentType("text/plain; charset=utf-8")) { TransferEncoding = TransferEncoding.Base64 });
        foreach (var file in mail.Files) message.Attachments.Add(new Attachment(new MemoryStream(file.Bytes, writable: false), file.Name, file.MediaType) { NameEncoding = Encoding.UTF8, TransferEncoding = TransferEncoding.Base64 });
    }

    private static string Short(string words)
    {
        var printed = new string([.. words.Select(c => char.IsControl(c) ? ' ' : c)]).Trim();
        return printed.Length > LongestReply ? printed[..LongestReply] : printed;
    }

    /// <summary>The words, which know whether they have begun to leave: a server is given them only after it has said yes to the recipient.</summary>
    private sealed class NoticedBody(string text) : MemoryStream(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n")), writable: false)
    {
        public bool WasRead { get; private set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            WasRead = true;
            return base.Read(buffer, offset, count);
        }

        public override int Read(Span<byte> buffer)
        {
            WasRead = true;
            return base.Read(buffer);
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            WasRead = true;
            return base.ReadAsync(buffer, cancellationToken);
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            WasRead = true;
            return base.ReadAsync(buffer, offset, count, cancellationToken);
        }
    }
}
