namespace Kunskapsstyrning.Web.Features.Inbox.Mail;

/// <summary>What an e-mail message says and holds.</summary>
/// <param name="MessageId">Its Message-ID without brackets; null when it has none.</param>
/// <param name="From">The sender's address; null when there is none that can be one.</param>
/// <param name="FromName">The sender's name; null when only the address stands there.</param>
/// <param name="Subject">The subject on one line.</param>
/// <param name="SentAt">When it says that it was sent.</param>
/// <param name="Parts">Its parts in the order they stand, those of nested messages after the message they lie in.</param>
/// <param name="Fault">What could not be read, in one sentence; null when all could.</param>
internal sealed record MailMessage(
    string? MessageId, string? From, string? FromName, string? Subject, DateTimeOffset? SentAt, IReadOnlyList<MailPart> Parts, string? Fault)
{
    /// <summary>The sender of the innermost mail forwarded within the text, SKR's own left out; null when there is none.</summary>
    public string? ForwardedFrom { get; init; }
}

/// <summary>A part of a message: its text, a file, or a whole message.</summary>
/// <param name="Number">From 1, through all nested messages.</param>
/// <param name="Parent">The number of the message part it lies in; null in the outermost message.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">A clean file name.</param>
/// <param name="ContentType">What the message says that it is, as type/subtype in lower case. The content decides, not this.</param>
/// <param name="Bytes">Decoded; a body is plain text in UTF-8.</param>
internal sealed record MailPart(int Number, int? Parent, MailPartKind Kind, string Name, string ContentType, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The message in a text that it was cut out of; null for what the sender's program made a part itself.</summary>
    public CutOut? Forwarded { get; init; }
}

/// <summary>A message cut out of a text.</summary>
/// <param name="Message">The message.</param>
/// <param name="Body">The number of the part whose text it stands in.</param>
internal sealed record CutOut(ForwardedMessage Message, int Body);

/// <summary>What a part of a message is.</summary>
internal enum MailPartKind
{
    Body = 1,
    Attachment,
    Message,
}

/// <summary>How much of a message is read. A real one is far below all of it.</summary>
internal static class MailLimits
{
    public const int Parts = 200;

    /// <summary>Pieces of every kind, those of texts too.</summary>
    public const int Entities = 1_000;

    /// <summary>Parts within parts, nested messages included.</summary>
    public const int Nesting = 12;

    /// <summary>Messages within messages; a deeper one is kept as a file.</summary>
    public const int Messages = 3;

    /// <summary>Headers of one part, in bytes.</summary>
    public const int HeaderBytes = 256 * 1024;

    /// <summary>What all parts together may be once decoded, in bytes.</summary>
    public const int DecodedBytes = 96 * 1024 * 1024;

    /// <summary>Text of a body, in characters.</summary>
    public const int BodyLength = 2_000_000;

    /// <summary>A value shown on one line: subject, name, address.</summary>
    public const int LineLength = 1_000;
}
