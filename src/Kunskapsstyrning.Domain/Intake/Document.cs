namespace Kunskapsstyrning.Domain.Intake;

/// <summary>A stored document. Its bytes never change.</summary>
public sealed class Document : Aggregate
{
    private Document() { }

    /// <summary>A document as it came.</summary>
    /// <param name="sha256">The bytes' SHA-256 in lower-case hex.</param>
    /// <param name="municipality">The municipality that sent it on its own page; null for what came another way.</param>
    public Document(DocumentId id, string fileName, MediaType type, byte[] bytes, string sha256, PersonId addedBy, DateTimeOffset addedAt, MunicipalityCode? municipality = null)
    {
        (Id, FileName, Type, Size, Sha256, AddedBy, AddedAt, MunicipalityCode) = (id, fileName, type, bytes.Length, sha256, addedBy, addedAt, municipality);
        Content = new DocumentContent(id, bytes);
        Record(new DocumentStored(id, fileName, type, bytes.Length, sha256, municipality));
    }

    /// <summary>Identity.</summary>
    public DocumentId Id { get; private set; }

    /// <summary>The name it came under, without folders.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>What it is, told by its content and not by its name.</summary>
    public MediaType Type { get; private set; }

    /// <summary>Bytes.</summary>
    public int Size { get; private set; }

    /// <summary>SHA-256 in lower-case hex.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>Who stored it.</summary>
    public PersonId AddedBy { get; private set; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset AddedAt { get; private set; }

    /// <summary>The municipality that sent it on its own page, which may always open it; null for what came another way.</summary>
    public MunicipalityCode? MunicipalityCode { get; private set; }

    /// <summary>The bytes; null unless asked for.</summary>
    public DocumentContent? Content { get; private set; }
}

/// <summary>The bytes of a document, apart from it so that lists stay light.</summary>
public sealed class DocumentContent
{
    private DocumentContent() { }

    internal DocumentContent(DocumentId document, byte[] bytes) => (DocumentId, Bytes) = (document, bytes);

    /// <summary>The document.</summary>
    public DocumentId DocumentId { get; private set; }

    /// <summary>The bytes as they came.</summary>
    public byte[] Bytes { get; private set; } = [];
}

/// <summary>A document was stored.</summary>
public sealed record DocumentStored(DocumentId Document, string FileName, MediaType Type, int Size, string Sha256, MunicipalityCode? SentFrom) : IEvent
{
    /// <inheritdoc/>
    public Guid Subject => Document.Value;

    /// <inheritdoc/>
    public MunicipalityCode? Municipality => SentFrom;

    /// <inheritdoc/>
    public object? After => new { FileName, Type, Size, Sha256 };
}

/// <summary>The kinds of file that are taken in.</summary>
public enum MediaType
{
    /// <summary>PDF.</summary>
    Pdf = 1,
    /// <summary>Word, .docx.</summary>
    Docx,
    /// <summary>A picture of paper, PNG.</summary>
    Png,
    /// <summary>A picture of paper, JPEG.</summary>
    Jpeg,
    /// <summary>Plain text.</summary>
    Text,
    /// <summary>An e-mail message, .eml.</summary>
    Email,
    /// <summary>A workbook, .xlsx: only where lists are read in.</summary>
    Workbook,
}
