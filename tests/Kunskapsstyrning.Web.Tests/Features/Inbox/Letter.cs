using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Kunskapsstyrning.Web.Tests.Features.Inbox;

/// <summary>An invented message, and the bytes in which mail servers would bring it.</summary>
internal sealed record Letter
{
    /// <summary>Its own id; empty for a message without one.</summary>
    public string Id { get; init; } = $"{Guid.NewGuid():N}@kommun.example";

    public string From { get; init; } = "registrator@kommun.example";

    public string Subject { get; init; } = "Protokollsutdrag";

    public string Text { get; init; } = "Hej! Bifogat finns beslutet.";

    public string Date { get; init; } = "Tue, 27 Sep 2016 09:15:00 +0200";

    public IReadOnlyList<LetterFile> Files { get; init; } = [];

    /// <summary>What parts its parts; another one in every message, as mail programs make it.</summary>
    public string Boundary { get; init; } = $"del-{Guid.NewGuid():N}";

    /// <summary>What servers have put on top of it on the way.</summary>
    public IReadOnlyList<string> OnTop { get; init; } = [];

    /// <summary>The message as bytes.</summary>
    public byte[] Bytes()
    {
        var mail = new StringBuilder();
        foreach (var line in OnTop) mail.Append(line).Append("\r\n");
        mail.Append(CultureInfo.InvariantCulture, $"From: {From}\r\nTo: registrator@skr.example\r\nDate: {Date}\r\n");
        if (Id.Length > 0) mail.Append(CultureInfo.InvariantCulture, $"Message-ID: <{Id}>\r\n");
        mail.Append(CultureInfo.InvariantCulture, $"Subject: =?utf-8?B?{Base64(Subject)}?=\r\nMIME-Version: 1.0\r\n");
        if (Files.Count == 0) mail.Append(CultureInfo.InvariantCulture, $"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n{Base64(Text)}\r\n");
        if (Files.Count > 0) AppendParts(mail);
        return Encoding.Latin1.GetBytes(mail.ToString());
    }

    /// <summary>The SHA-256 of bytes as the database keeps it.</summary>
    public static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private void AppendParts(StringBuilder mail)
    {
        mail.Append(CultureInfo.InvariantCulture, $"Content-Type: multipart/mixed; boundary=\"{Boundary}\"\r\n\r\n");
        if (Text.Length > 0) mail.Append(CultureInfo.InvariantCulture, $"--{Boundary}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n{Base64(Text)}\r\n");
        foreach (var file in Files) mail.Append(CultureInfo.InvariantCulture, $"--{Boundary}\r\n{file.Part()}");
        mail.Append(CultureInfo.InvariantCulture, $"--{Boundary}--\r\n");
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}

/// <summary>A file in a message; a message itself when its type says so.</summary>
internal sealed record LetterFile(string Name, byte[] Bytes, string Type = "application/octet-stream")
{
    /// <summary>A message that lies in the message, as it is forwarded as an attachment.</summary>
    public static LetterFile Message(Letter inner) => new("vidarebefordrat.eml", inner.Bytes(), "message/rfc822");

    /// <summary>The part as text, one character a byte.</summary>
    public string Part() => Type is "message/rfc822"
        ? $"Content-Type: message/rfc822\r\n\r\n{Encoding.Latin1.GetString(Bytes)}\r\n"
        : $"Content-Type: {Type}\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename*=utf-8''{Uri.EscapeDataString(Name)}\r\n\r\n{Convert.ToBase64String(Bytes, Base64FormattingOptions.InsertLineBreaks)}\r\n";
}
