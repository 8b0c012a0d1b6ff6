using System.Text;
using System.Text.RegularExpressions;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Web.Features.Documents;

namespace Kunskapsstyrning.Web.Features.Inbox.Mail;

/// <summary>Something that a machine sent back, and what tells which message it is about.</summary>
/// <param name="Mail">What it says.</param>
/// <param name="Messages">Ids of messages that stand in it.</param>
/// <param name="Parties">Whose machine it is, or whom the message did not reach, by every address that it names.</param>
internal sealed record MailSentBack(ReturnedMail Mail, IReadOnlyList<Guid> Messages, IReadOnlyList<EmailAddress> Parties)
{
    /// <summary>True when it names the one that a message went to. Mailboxes that answer by themselves do it under another name at the same place.</summary>
    public bool Names(EmailAddress recipient) => Parties.Any(p => p.IsSameAs(recipient) || (Mail.Kind is ReturnKind.AutoAnswered && p.Host == recipient.Host));
}

/// <summary>Tells a bounce (RFC 3464, or as servers write them in plain words) and an automatic answer (RFC 3834, or as mail programs mark them) from what people send.</summary>
internal static partial class ReturnedMailReader
{
    private const int LongestLook = 256 * 1024;
    private const int LongestWords = 300;
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    private static readonly string[] Marks = ["X-Autoreply", "X-Autorespond", "X-Autoresponder"];

    /// <summary>What a machine says about a message that was sent; null for what a person sends, and for what has a document with it.</summary>
    public static MailSentBack? Of(ReadOnlyMemory<byte> bytes, MailMessage message)
    {
        var headers = MailHeaders.Read(bytes).Headers;
        var text = string.Join('\n', message.Parts.Where(p => p is { Parent: null, Kind: MailPartKind.Body, Forwarded: null }).Select(p => Look(p.Bytes)));
        if (Report(headers, message) is { } report) return Made(headers, message, report.Kind, report.Words ?? Code(text), text, report.Parties);
        if (IsDaemon(headers, message) && (Subject(headers, Failed()) || headers["X-Failed-Recipients"] is not null)) return Made(headers, message, ReturnKind.Bounced, Code(text), text, [.. MailAddresses.All(headers["X-Failed-Recipients"] ?? ""), .. MailAddresses.All(text)]);
        if (IsDaemon(headers, message) && Subject(headers, Late())) return Made(headers, message, ReturnKind.Delayed, Code(text), text, MailAddresses.All(text));
        return IsAutomatic(headers) && !message.Parts.Any(IsDocument) ? Made(headers, message, ReturnKind.AutoAnswered, text, text, MailAddresses.All(message.From ?? "")) : null;
    }

    private static MailSentBack Made(MailHeaders headers, MailMessage message, ReturnKind kind, string? words, string text, IReadOnlyList<EmailAddress> parties)
    {
        IEnumerable<string?> places = [headers["In-Reply-To"], headers["References"], .. message.Parts.Where(p => kind is not ReturnKind.AutoAnswered || p.Kind is MailPartKind.Body).Select(p => Look(p.Bytes))];
        return new MailSentBack(new ReturnedMail(kind, Short(words), Instead(text, parties.Count > 0 ? parties[0] : null)), [.. places.OfType<string>().SelectMany(OwnMessages.In).Distinct()], parties);
    }

    /// <summary>The part of a report that machines read. Of several recipients a failed one counts before the others.</summary>
    private static (ReturnKind Kind, string? Words, IReadOnlyList<EmailAddress> Parties)? Report(MailHeaders headers, MailMessage message)
    {
        var type = headers.Parameters("Content-Type");
        if (type.Word != "multipart/report" || message.Parts.FirstOrDefault(p => p is { Parent: null, ContentType: "message/delivery-status" or "message/global-delivery-status" }) is not { } status) return null;

        var groups = Look(status.Bytes).ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(g => MailHeaders.Read(Encoding.UTF8.GetBytes(g + "\n\n")).Headers);
        var told = groups.Select(g => (Kind: KindOf(g["Action"]), Words: After(g["Diagnostic-Code"]), Parties: MailAddresses.All($"{After(g["Final-Recipient"])} {After(g["Original-Recipient"])}"))).Where(g => g.Kind is not null).OrderBy(g => g.Kind).ToList();
        return told is [var first, ..] ? (first.Kind!.Value, first.Words, first.Parties) : null;
    }

    private static ReturnKind? KindOf(string? action) => action?.Trim().ToLowerInvariant() switch
    {
        "failed" => ReturnKind.Bounced,
        "delayed" => ReturnKind.Delayed,
        "delivered" or "relayed" or "expanded" => ReturnKind.Delivered,
        _ => null,
    };

    private static bool IsDaemon(MailHeaders headers, MailMessage message) => headers["Return-Path"]?.Trim() == "<>" || (message.From is { } from && Daemon().IsMatch(from));

    private static bool IsAutomatic(MailHeaders headers) =>
        headers["Auto-Submitted"]?.TrimStart().StartsWith("auto-replied", StringComparison.OrdinalIgnoreCase) is true || Marks.Any(mark => headers[mark] is not null)
        || headers["Precedence"]?.Trim() is "auto_reply" or "auto-reply" || Subject(headers, Away());

    private static bool IsDocument(MailPart part) => part.Kind is MailPartKind.Attachment && FileContent.TypeOf(part.Bytes.ToArray()) is MediaType.Pdf or MediaType.Docx;

    private static bool Subject(MailHeaders headers, Regex says) => headers.Text("Subject") is { } subject && says.IsMatch(subject);

    private static string Look(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span[..Math.Min(bytes.Length, LongestLook)]);

    /// <summary>What stands behind "smtp;" or "rfc822;".</summary>
    private static string? After(string? field) => field is null ? null : field[(field.IndexOf(';') + 1)..].Trim();

    private static string? Code(string text) => text.Split('\n').FirstOrDefault(l => Status().IsMatch(l)) ?? text;

    private static EmailAddress? Address(string? text) => MailAddresses.Of(text is { Length: > 4_000 } ? text[..4_000] : text).Address is { } found && EmailAddress.TryParse(found, out var address) ? address : null;

    /// <summary>An address on a line that says to use another one. The one that came back may stand on the same line.</summary>
    private static EmailAddress? Instead(string text, EmailAddress? party) =>
        text.Split('\n').Where(l => l.Length < 1_000 && Another().IsMatch(l)).SelectMany(MailAddresses.All).FirstOrDefault(a => !(party is not null && a.IsSameAs(party)) && !Daemon().IsMatch(a.Text));

    private static string? Short(string? words)
    {
        if (string.IsNullOrWhiteSpace(words)) return null;
        var printed = string.Join(' ', new string([.. words.Take(4 * LongestWords).Select(c => char.IsControl(c) ? ' ' : c)]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return printed.Length > LongestWords ? printed[..LongestWords] : printed;
    }

    [GeneratedRegex("^(mailer-?daemon|postmaster|mail-?daemon|mdaemon|bounces?)@", Options, 5000)]
    private static partial Regex Daemon();

    [GeneratedRegex("undeliver|not be delivered|delivery (status notification )?.?failure|delivery has failed|delivery failed|returned mail|returned to sender|failure notice|olevererbar|inte levereras|att leverera|ej levererat|inte levererats|kunde inte skickas", Options, 5000)]
    private static partial Regex Failed();

    [GeneratedRegex("delay|still being retried|warning: could not send|fördröj|försena", Options, 5000)]
    private static partial Regex Late();

    [GeneratedRegex("^(sv: |re: )?(autosvar|autoreply|automatiskt (e-post)?svar|automatic reply|auto(matic)?[ -]?(reply|response|svar)|out of (the )?office|frånvaro|jag är inte på plats)", Options, 5000)]
    private static partial Regex Away();

    [GeneratedRegex("\\b[45][0-9]{2}([ -]|$)|\\b[45]\\.[0-9]\\.[0-9]", Options, 5000)]
    private static partial Regex Status();

    [GeneratedRegex("ny(a)? (e-?post)?adress|har bytt|använd|istället|i stället|upphört|new address|please (use|try|contact|send)|has (moved|changed)|instead|registrator@", Options, 5000)]
    private static partial Regex Another();
}
