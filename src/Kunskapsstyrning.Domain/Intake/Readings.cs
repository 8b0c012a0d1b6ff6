namespace Kunskapsstyrning.Domain.Intake;

/// <summary>What was read out of a document. Not a fact: it can be thrown away and read again from the same bytes.</summary>
public sealed class DocumentAsRead
{
    private DocumentAsRead() { }

    /// <summary>What was read.</summary>
    /// <param name="pageCount">How many pages the document has, also those that were not read.</param>
    /// <param name="text">The pages as JSON.</param>
    /// <param name="fault">Why it could not be read whole, one Swedish sentence; null when it could.</param>
    public DocumentAsRead(DocumentId document, int pageCount, string text, string? fault, DateTimeOffset readAt) =>
        (DocumentId, PageCount, Text, Fault, ReadAt) = (document, pageCount, text, fault, readAt);

    /// <summary>The document.</summary>
    public DocumentId DocumentId { get; private set; }

    /// <summary>How many pages it has, also those that were not read.</summary>
    public int PageCount { get; private set; }

    /// <summary>Its pages as JSON.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Why it could not be read whole; null when it could.</summary>
    public string? Fault { get; private set; }

    /// <summary>When it was read, in UTC.</summary>
    public DateTimeOffset ReadAt { get; private set; }
}

/// <summary>The facts that software found in something that arrived. Not a fact itself: found again when the rules are better.</summary>
public sealed class ItemAsRead
{
    private ItemAsRead() { }

    /// <summary>What was found.</summary>
    /// <param name="main">The document that says most; null when none could be read.</param>
    /// <param name="isTied">True when both a municipality and a recommendation were found.</param>
    /// <param name="suggestions">The suggestions as JSON.</param>
    public ItemAsRead(ArrivedItemId item, DocumentId? main, bool isTied, string suggestions, DateTimeOffset readAt) =>
        (ItemId, MainDocumentId, IsTied, Suggestions, ReadAt) = (item, main, isTied, suggestions, readAt);

    /// <summary>What arrived.</summary>
    public ArrivedItemId ItemId { get; private set; }

    /// <summary>The document that says most; null when none could be read.</summary>
    public DocumentId? MainDocumentId { get; private set; }

    /// <summary>True when both a municipality and a recommendation were found.</summary>
    public bool IsTied { get; private set; }

    /// <summary>The suggestions as JSON.</summary>
    public string Suggestions { get; private set; } = "{}";

    /// <summary>When it was read, in UTC.</summary>
    public DateTimeOffset ReadAt { get; private set; }

    /// <summary>It was read again.</summary>
    public void Again(DocumentId? main, bool isTied, string suggestions, DateTimeOffset now) =>
        (MainDocumentId, IsTied, Suggestions, ReadAt) = (main, isTied, suggestions, now);
}

/// <summary>Somebody has something that arrived open. Forgotten after a short while.</summary>
public sealed class ItemPresence
{
    private ItemPresence() { }

    /// <summary>Somebody who has it open.</summary>
    public ItemPresence(ArrivedItemId item, PersonId person, DateTimeOffset seenAt) => (ItemId, PersonId, SeenAt) = (item, person, seenAt);

    /// <summary>What is open.</summary>
    public ArrivedItemId ItemId { get; private set; }

    /// <summary>Who has it open.</summary>
    public PersonId PersonId { get; private set; }

    /// <summary>When the person was last seen there, in UTC.</summary>
    public DateTimeOffset SeenAt { get; private set; }

    /// <summary>The person is still there.</summary>
    public void Seen(DateTimeOffset now) => SeenAt = now;
}
