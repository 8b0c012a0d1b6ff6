namespace Kunskapsstyrning.Domain.Intake;

/// <summary>What kind of part of a message.</summary>
public enum PartKind
{
    /// <summary>What one reads when the message is opened.</summary>
    Body = 1,
    /// <summary>A file that came with it, or the file itself.</summary>
    Attachment,
    /// <summary>A message inside the message.</summary>
    Message,
}

/// <summary>A part of something that arrived.</summary>
public sealed class ArrivedPart
{
    private ArrivedPart() { }

    /// <summary>A part; without a document when its kind is not taken in, and then only the original holds it.</summary>
    /// <param name="number">Its number in the item, from 1.</param>
    /// <param name="within">The number of the message it lies in; null when it lies in the item itself.</param>
    public ArrivedPart(ArrivedItemId item, int number, int? within, PartKind kind, string name, DocumentId? document) =>
        (ItemId, Number, Within, Kind, Name, DocumentId) = (item, number, within, kind, name, document);

    /// <summary>The item it is a part of.</summary>
    public ArrivedItemId ItemId { get; private set; }

    /// <summary>Its number in the item, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The number of the message it lies in; null when it lies in the item itself.</summary>
    public int? Within { get; private set; }

    /// <summary>What it is to the message.</summary>
    public PartKind Kind { get; private set; }

    /// <summary>Its name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The stored document; null when its kind is not taken in.</summary>
    public DocumentId? DocumentId { get; private set; }
}
