using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Web.Features.Documents;
using Kunskapsstyrning.Web.Features.Reading;

namespace Kunskapsstyrning.Web.Features.Inbox.Mail;

/// <summary>
/// Takes an e-mail message apart. Whatever the bytes are, something comes out and nothing is thrown; each byte is looked at a
/// bounded number of times. What lies beyond the limits is left out and said.
/// </summary>
internal sealed class MailReader
{
    private const string TooManyParts = "Meddelandet har fler än 200 delar; bara de första är lästa.";
    private const string TooLarge = "Meddelandets delar är större än vad som tas emot; bara de första är lästa.";
    private const string TooDeep = "Meddelandets delar ligger i varandra i fler led än vad som läses; de innersta är kvar som de är.";
    private const string LongHeaders = "Meddelandets brevhuvud är längre än vad som läses; bara början är läst.";
    private const string LongBody = "Meddelandets text är längre än vad som läses; bara början är läst.";
    private const string NoBoundary = "Meddelandets delar går inte att skilja åt; allt visas som text.";

    private int _count;
    private int _entities;
    private long _decoded;
    private string? _fault;

    private MailReader() { }

    public static MailMessage Read(ReadOnlyMemory<byte> bytes)
    {
        var reader = new MailReader();
        var (headers, rest) = reader.HeadersOf(bytes);
        var opened = reader.Open(headers, rest, nesting: 0, messages: 0);
        var (address, name) = MailAddresses.Of(headers.Text("From"));
        var parts = opened.Parts();
        return new MailMessage(
            headers.Text("Message-ID")?.Trim('<', '>', ' ') is { Length: > 0 } id ? id : null, address, name, headers.Text("Subject"), MailAddresses.SentAt(headers["Date"]),
            [.. parts, .. ForwardedParts.Of(parts)], reader._fault)
        {
            ForwardedFrom = ForwardedMail.Sender(opened.Text),
        };
    }

    private OpenedMail Open(MailHeaders headers, ReadOnlyMemory<byte> rest, int nesting, int messages)
    {
        var mail = new OpenedMail();
        mail.Text = Entity(headers, rest, new Place(mail, nesting, messages, "text/plain")).Text;
        if (mail.Text.Length > 0) _count++;
        return mail;
    }

    /// <summary>Reads one part and returns what it adds to the text one reads.</summary>
    private Said Entity(MailHeaders headers, ReadOnlyMemory<byte> content, Place place)
    {
        var type = headers.Parameters("Content-Type");
        var word = type.Word.Contains('/', StringComparison.Ordinal) ? type.Word : place.Default;
        if (word.StartsWith("multipart/", StringComparison.Ordinal))
            return place.Nesting < MailLimits.Nesting ? Multipart(word, type["boundary"], content, place) : Keep(TooDeep, "del.txt", word, content, place);

        var disposition = headers.Parameters("Content-Disposition");
        var name = disposition["filename"] ?? type["name"];
        if (Decoded(content, headers["Content-Transfer-Encoding"]) is not { } bytes) return Said.Nothing;
        if (word is "text/plain" or "text/html" && name is null && disposition.Word != "attachment") return Text(Charsets.Decode(bytes.Span, type["charset"]), word == "text/html");
        return word is "message/rfc822" or "message/global" || IsSavedMail(name, bytes) ? Message(name, word, bytes, place) : Keep(fault: null, name ?? NameOf(word), word, bytes, place);
    }

    private Said Text(string text, bool isHtml)
    {
        if (text.Length > MailLimits.BodyLength)
        {
            _fault ??= LongBody;
            text = text[..MailLimits.BodyLength];
        }
        return new Said(PlainText.Of(isHtml ? HtmlText.Of(text) : text.ReplaceLineEndings("\n")).Trim(), isHtml);
    }

    private Said Multipart(string word, string? boundary, ReadOnlyMemory<byte> content, Place place)
    {
        var inner = place with { Nesting = place.Nesting + 1, Default = word == "multipart/digest" ? "message/rfc822" : "text/plain" };
        var (said, found) = (new List<Said>(), false);
        foreach (var part in MailBoundary.Split(content, boundary))
        {
            found = true;
            var tooMany = _count >= MailLimits.Parts || _entities++ >= MailLimits.Entities;
            if (tooMany) _fault ??= TooManyParts;
            if (tooMany) break;
            var (headers, rest) = HeadersOf(part);
            said.Add(Entity(headers, rest, inner));
        }
        if (!found) _fault ??= NoBoundary;
        if (!found) return Text(Charsets.Decode(content.Span, charset: null), isHtml: false);
        return word == "multipart/alternative" ? Said.Best(said) : Said.All(said);
    }

    private Said Message(string? name, string word, ReadOnlyMemory<byte> bytes, Place place)
    {
        var (headers, rest) = HeadersOf(bytes);
        name ??= headers.Text("Subject") is { } subject ? subject[..Math.Min(subject.Length, 100)] : "meddelande";
        name = ReceivedFile.Named(name, MediaType.Email);
        if (place.Messages >= MailLimits.Messages || place.Nesting >= MailLimits.Nesting) return Keep(TooDeep, name, word, bytes, place);

        _count++;
        place.Mail.Files.Add(new OpenedFile(ReceivedFile.Clean(name), word, bytes, Open(headers, rest, place.Nesting + 1, place.Messages + 1)));
        return Said.Nothing;
    }

    private Said Keep(string? fault, string name, string word, ReadOnlyMemory<byte> bytes, Place place)
    {
        _count++;
        _fault ??= fault;
        place.Mail.Files.Add(new OpenedFile(ReceivedFile.Clean(name), word, bytes, Inner: null));
        return Said.Nothing;
    }

    private (MailHeaders Headers, ReadOnlyMemory<byte> Content) HeadersOf(ReadOnlyMemory<byte> bytes)
    {
        var read = MailHeaders.Read(bytes);
        if (read.Headers.TooLong) _fault ??= LongHeaders;
        return read;
    }

    private ReadOnlyMemory<byte>? Decoded(ReadOnlyMemory<byte> content, string? encoding)
    {
        if (_decoded + content.Length > MailLimits.DecodedBytes) _fault ??= TooLarge;
        if (_decoded + content.Length > MailLimits.DecodedBytes) return null;

        _decoded += content.Length;
        return TransferEncoding.Decode(content, encoding);
    }

    private static bool IsSavedMail(string? name, ReadOnlyMemory<byte> bytes) =>
        name is not null && name.EndsWith(".eml", StringComparison.OrdinalIgnoreCase) && FileContent.TypeOf(bytes.ToArray()) == MediaType.Email;

    private static string NameOf(string word) => "bilaga" + word switch
    {
        "application/pdf" => ".pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => ".docx",
        "image/png" => ".png",
        "image/jpeg" => ".jpg",
        "text/plain" => ".txt",
        "text/html" => ".html",
        _ => "",
    };

    /// <summary>Where a part stands: in which message, how deep, and what it is when it does not say.</summary>
    private sealed record Place(OpenedMail Mail, int Nesting, int Messages, string Default);

    /// <summary>What a part adds to the text one reads.</summary>
    private sealed record Said(string Text, bool FromHtml)
    {
        public static readonly Said Nothing = new("", FromHtml: false);

        /// <summary>The same said in several ways: plain text before what is made of HTML.</summary>
        public static Said Best(List<Said> ways) => ways.Find(s => s is { FromHtml: false, Text.Length: > 0 }) ?? ways.FindLast(s => s.Text.Length > 0) ?? Nothing;

        public static Said All(List<Said> parts) => new(string.Join("\n\n", parts.Select(p => p.Text).Where(t => t.Length > 0)), parts.Exists(p => p.FromHtml));
    }
}
