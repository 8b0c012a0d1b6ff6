using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Web.Features.Documents;
using Kunskapsstyrning.Web.Features.Inbox.Mail;

namespace Kunskapsstyrning.Web.Features.Reading;

/// <summary>
/// What was read of something that arrived. Of a message, the one of its documents that says most: an attachment as a rule, the
/// text of the message when that is all there is.
/// </summary>
/// <param name="Part">The number of the message's part that was chosen; null when the file is no message, or holds nothing to read.</param>
/// <param name="Type">What the chosen document is.</param>
/// <param name="Read">Its text.</param>
/// <param name="Envelope">How it came; null when it did not come in a message.</param>
/// <param name="Suggestions">The facts found in it.</param>
internal sealed record ReadArrived(int? Part, MediaType Type, ReadText Read, Envelope? Envelope, Suggestions Suggestions)
{
    /// <summary>Everything that was read of a message, the chosen among it; empty for what is no message.</summary>
    public IReadOnlyList<ReadArrived> All { get; private init; } = [];

    /// <summary>Documents of one message that are read.</summary>
    private const int MostDocuments = 12;

    /// <summary>Smaller pictures are marks and lines of a signature.</summary>
    private const int SmallestScan = 30_000;

    public static async Task<ReadArrived> Of(DocumentReading reading, MediaType type, byte[] bytes, KnownFacts known, CancellationToken cancellation)
    {
        if (type != MediaType.Email) return await One(reading, null, type, bytes, null, known, cancellation);

        var message = MailReader.Read(bytes);
        var documents = message.Parts.Select(part => (Part: part, Type: TypeOf(part))).Where(d => d.Type is not null).ToList();
        var read = new List<ReadArrived>();
        foreach (var (part, kind) in documents.Where(d => !IsPicture(d.Type)).Take(MostDocuments))
            read.Add(await One(reading, part.Number, kind!.Value, part.Bytes.ToArray(), SentAs.Of(message, part), known, cancellation));

        // Pictures take long to make out, and most are a sender's mark; they are tried where nothing else speaks of a decision.
        if (read.TrueForAll(r => r.Suggestions.Stage is null or { Value: ReadStage.None }))
            foreach (var (part, kind) in documents.Where(d => IsPicture(d.Type) && d.Part.Bytes.Length >= SmallestScan).Take(PictureReading.MostPages))
                read.Add(await One(reading, part.Number, kind!.Value, part.Bytes.ToArray(), SentAs.Of(message, part), known, cancellation));

        var best = read.Where(r => MaySpeak(r, read, message)).MaxBy(r => Weight(r, message)) ?? new ReadArrived(null, MediaType.Email, ReadText.Nothing(fault: null, pages: 1), SentAs.Of(message, part: null), Suggestions.Empty);
        return best with { All = read, Read = best.Read with { Fault = ReadText.Sentences(message.Fault, best.Read.Fault) } };
    }

    private static async Task<ReadArrived> One(DocumentReading reading, int? part, MediaType type, byte[] bytes, Envelope? envelope, KnownFacts known, CancellationToken cancellation)
    {
        var read = await reading.Read(type, bytes, cancellation);
        var suggestions = ReadFacts.Of(read.Text, envelope, known);
        return new ReadArrived(part, type, read, envelope, read.IsFromPicture ? suggestions.Doubted() : suggestions);
    }

    /// <summary>What a part is; null when it is nothing that is read. A message in the message is read through its own parts.</summary>
    private static MediaType? TypeOf(MailPart part) => part.Kind switch
    {
        MailPartKind.Body => MediaType.Text,
        MailPartKind.Attachment when ReceivedFile.RefusalOf(part.Bytes.Length) is null && FileContent.TypeOf(part.Bytes.ToArray()) is not MediaType.Email and var type => type,
        _ => null,
    };

    private static bool IsPicture(MediaType? type) => type is MediaType.Png or MediaType.Jpeg;

    /// <summary>
    /// What was cut out of a text may tell more of the act that the whole text is, and never make another act of it: above it may
    /// stand that nothing is decided yet. What SKR itself wrote is the question and no answer.
    /// </summary>
    private static bool MaySpeak(ReadArrived read, List<ReadArrived> all, MailMessage message)
    {
        if (message.Parts[read.Part!.Value - 1].Forwarded is not { } cut) return true;
        var whole = all.Find(r => r.Part == cut.Body);
        return !(cut.Message.From is { } from && ForwardedMail.IsOwn(from)) && whole?.Suggestions.Stage?.Value == read.Suggestions.Stage?.Value;
    }

    /// <summary>A decision before a proposal, more facts before fewer, a file before the text that it came with, and with all that alike the first.</summary>
    private static int Weight(ReadArrived read, MailMessage message)
    {
        var facts = read.Suggestions;
        object?[] found = [facts.Recommendation, facts.Body, facts.MeetingDate, facts.Paragraph, facts.CaseNumber, facts.AmountAYear, facts.OutcomePassage, facts.Municipalities.Count > 0 ? facts : null];
        var stage = facts.Stage?.Value switch { ReadStage.Final => 4, ReadStage.Proposal => 3, _ => 0 };
        var isFile = message.Parts[read.Part!.Value - 1].Kind == MailPartKind.Attachment;
        return 2 * (found.Count(f => f is not null) + stage) + (isFile ? 3 : 0);
    }
}
