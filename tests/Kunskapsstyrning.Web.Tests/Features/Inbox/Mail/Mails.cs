using System.Text;
using Kunskapsstyrning.Web.Features.Inbox.Mail;

namespace Kunskapsstyrning.Web.Tests.Features.Inbox.Mail;

/// <summary>Messages for tests, and what is read of them.</summary>
internal static class Mails
{
    public static MailMessage Read(string message) => MailReader.Read(Bytes(message));

    /// <summary>Lines end as they do on the wire; letters up to ÿ are single bytes, so that a test can say exactly what comes.</summary>
    public static byte[] Bytes(string message) => Encoding.Latin1.GetBytes(message.ReplaceLineEndings("\r\n"));

    public static string TextOf(this MailMessage message, MailPartKind kind = MailPartKind.Body) => message.Parts.First(p => p.Kind == kind).Text();

    public static string Text(this MailPart part) => Encoding.UTF8.GetString(part.Bytes.Span);

    public static string Multipart(string kind, string boundary, params IEnumerable<string> parts) =>
        $"Content-Type: multipart/{kind}; boundary=\"{boundary}\"\n\n" + string.Concat(parts.Select(part => $"--{boundary}\n{part}\n")) + $"--{boundary}--\n";

    public static string Attachment(string name, string content) =>
        $"Content-Type: application/octet-stream\nContent-Disposition: attachment; filename=\"{name}\"\nContent-Transfer-Encoding: base64\n\n{Convert.ToBase64String(Encoding.UTF8.GetBytes(content), Base64FormattingOptions.InsertLineBreaks)}\n";

    public static string Nested(string message) => $"Content-Type: message/rfc822\n\n{message}";
}
