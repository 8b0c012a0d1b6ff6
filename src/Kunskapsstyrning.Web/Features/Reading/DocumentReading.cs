using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Web.Features.Inbox.Mail;

namespace Kunskapsstyrning.Web.Features.Reading;

/// <summary>
/// Turns the bytes of a stored file into text and pictures of its pages. A file can be broken or made to harm: then less comes out,
/// with a sentence, and nothing is thrown.
/// </summary>
public sealed class DocumentReading : IDisposable
{
    private const string TooSlow = "Filen tar för lång tid att läsa och lämnades därhän; fyll i uppgifterna själv.";

    /// <summary>All that is done to read one file, a long scan included.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private readonly ReadingPrograms _programs;

    /// <summary>Reads with the programs that are installed.</summary>
    public DocumentReading() : this(ReadingPrograms.UsualFolders()) { }

    internal DocumentReading(IReadOnlyList<string> folders) => _programs = new ReadingPrograms(folders);

    /// <summary>The text, with the places of the words where the file has them.</summary>
    public async Task<ReadText> Read(MediaType type, byte[] bytes, CancellationToken cancellation)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        time.CancelAfter(Longest);
        try
        {
            return await ReadWithin(type, bytes, time.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return ReadText.Nothing(TooSlow, pages: 1);
        }
    }

    /// <summary>A picture of a page: PNG for a PDF, the file itself for a picture, null where there is none to show.</summary>
    public async Task<byte[]?> PageImage(MediaType type, byte[] bytes, int page, CancellationToken cancellation) => type switch
    {
        MediaType.Pdf when page >= 1 => await PdfReading.Page(_programs, bytes, page, cancellation),
        MediaType.Png or MediaType.Jpeg when page == 1 && PictureReading.FaultOf(type, bytes) is null => bytes,
        _ => null,
    };

    private async Task<ReadText> ReadWithin(MediaType type, byte[] bytes, CancellationToken cancellation) => type switch
    {
        MediaType.Pdf => await PdfReading.Read(_programs, bytes, cancellation),
        MediaType.Png or MediaType.Jpeg => await PictureReading.Read(_programs, type, bytes, cancellation),
        MediaType.Docx => WordText.Read(bytes),
        MediaType.Email => Message(MailReader.Read(bytes)),
        _ => ReadText.Plain(Charsets.Decode(bytes, charset: null), fault: null),
    };

    /// <inheritdoc/>
    public void Dispose() => _programs.Dispose();

    private static ReadText Message(MailMessage message)
    {
        var body = message.Parts.FirstOrDefault(p => p is { Kind: MailPartKind.Body, Parent: null });
        return body is null ? ReadText.Nothing(message.Fault, pages: 1) : ReadText.Plain(Charsets.Decode(body.Bytes.Span, "utf-8"), message.Fault);
    }
}
