using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Documents;
using Kunskapsstyrning.Web.Features.Inbox.Mail;
using Kunskapsstyrning.Web.Features.Messages;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Kunskapsstyrning.Web.Features.Inbox;

/// <summary>Takes a message or a file into the inbox, byte for byte, with its parts. What is there already changes nothing, however often it is delivered.</summary>
/// <param name="Name">The name it came under.</param>
/// <param name="Bytes">The bytes as they came.</param>
/// <param name="Way">Which way it came.</param>
[Requires(Permission.LogDecisions)]
public sealed record TakeIn(string Name, byte[] Bytes, ArrivalWay Way) : ICommand
{
    /// <inheritdoc/>
    public async Task<Result> Execute(Session session, CancellationToken cancellation)
    {
        var arrived = Arriving.Of(Name, Bytes, Way);
        if (arrived.Refusal is { } refusal) return refusal;
        if (await session.Db.ArrivedItems.AnyAsync(i => i.Identity == arrived.Identity, cancellation)) return Result.Done;

        var id = new ArrivedItemId(Guid.CreateVersion7(session.Now));
        var recorded = new Recorded(session.Actor.Person!.Value, session.Now);
        var original = await session.Db.Store(arrived.Original!, recorded, cancellation);
        var parts = new List<ArrivedPart>();
        foreach (var part in arrived.Parts)
            parts.Add(new ArrivedPart(id, part.Number, part.Within, part.Kind, part.Name, part.File is null ? null : await session.Db.Store(part.File, recorded, cancellation)));

        var item = new ArrivedItem(id, arrived.Identity, arrived.ArrivalOn(session.Today), original, parts, session.Now);
        session.Db.Add(item);
        if (arrived.SentBack is { } back) await session.NoteReturn(item, back, cancellation);
        return Result.Done;
    }
}

/// <summary>Something on its way into the inbox, taken apart.</summary>
/// <param name="Identity">What makes it the same as something that came before.</param>
/// <param name="Original">The whole of it; null when it is refused.</param>
/// <param name="Parts">What lies in it.</param>
/// <param name="Refusal">Why it is not taken in; null when it is.</param>
internal sealed record Arriving(string Identity, ReceivedFile? Original, IReadOnlyList<ArrivingPart> Parts, Refusal? Refusal)
{
    private const int LongestSubject = 300;

    private MailMessage? Message { get; init; }

    /// <summary>What a machine says about a message of ours; null for everything else.</summary>
    public MailSentBack? SentBack => Message is null ? null : ReturnedMailReader.Of(Bytes, Message);

    private ReadOnlyMemory<byte> Bytes { get; init; }

    private ArrivalWay Way { get; init; }

    /// <summary>Takes it apart. A file from the mailbox is always a message.</summary>
    public static Arriving Of(string name, byte[] bytes, ArrivalWay way)
    {
        var result = way is ArrivalWay.Mailbox ? ReceivedFile.TryTakeMessage(name, bytes, out var file) : ReceivedFile.TryTake(name, bytes, out file);
        if (file is null) return new Arriving("", null, [], result.Refusal);
        if (file.Type is not MediaType.Email) return new Arriving($"sha256:{file.Sha256}", file, [new ArrivingPart(1, null, PartKind.Attachment, file.Name, file)], null) { Way = way };

        var message = MailReader.Read(bytes);
        return new Arriving(IdentityOf(message, file), file, [.. message.Parts.Select(ArrivingPart.Of)], null) { Message = message, Bytes = bytes, Way = way };
    }

    /// <summary>What is known of it. A message came the day it was sent; one dated in the future came today, like a file.</summary>
    public Arrival ArrivalOn(DateOnly today)
    {
        var sent = Message?.SentAt is { } at ? SwedishTime.DayOf(at) : today;
        return new Arrival(Way, Message?.MessageId, Message?.ForwardedFrom ?? Message?.From, Message is null ? Original!.Name : Subject(Message.Subject), sent > today ? today : sent, Message?.Fault);
    }

    /// <summary>
    /// A message is the same when its own id and what it holds are, whatever lines servers have put on top of it since. One with
    /// the same id and other contents is another message: it is shown as a twin, and nothing is lost. Where there is no id, the
    /// moment it was sent stands for it; where that is not known either, only the same bytes are the same.
    /// </summary>
    private static string IdentityOf(MailMessage message, ReceivedFile file)
    {
        if ((message.MessageId ?? message.SentAt?.ToString("O", CultureInfo.InvariantCulture)) is not { } id) return $"sha256:{file.Sha256}";

        using var held = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        held.AppendData(Encoding.UTF8.GetBytes($"{id}\n{message.From}\n{message.Subject}\n"));
        foreach (var part in message.Parts.Where(p => p.Forwarded is null))
        {
            held.AppendData(Encoding.UTF8.GetBytes($"\n{part.Number} {part.Kind} {part.Name}\n"));
            held.AppendData(SHA256.HashData(part.Bytes.Span));
        }

        return $"message:{Convert.ToHexStringLower(held.GetHashAndReset())}";
    }

    private static string Subject(string? subject) => string.IsNullOrWhiteSpace(subject) ? "(utan ämne)" : subject.Trim() is { Length: > LongestSubject } cut ? cut[..LongestSubject] : subject.Trim();
}

/// <summary>A part of something on its way in.</summary>
/// <param name="File">The part as a file; null when its kind is not taken in.</param>
internal sealed record ArrivingPart(int Number, int? Within, PartKind Kind, string Name, ReceivedFile? File)
{
    public static ArrivingPart Of(MailPart part)
    {
        var kind = part.Kind switch { MailPartKind.Body => PartKind.Body, MailPartKind.Message => PartKind.Message, _ => PartKind.Attachment };
        ReceivedFile? file = null;
        if (kind is not PartKind.Message) ReceivedFile.TryTake(part.Name, part.Bytes.ToArray(), out file);
        return new ArrivingPart(part.Number, part.Parent, kind, file?.Name ?? ReceivedFile.Clean(part.Name), file);
    }
}
