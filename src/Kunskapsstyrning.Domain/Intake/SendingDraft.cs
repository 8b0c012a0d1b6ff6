namespace Kunskapsstyrning.Domain.Intake;

/// <summary>A decision that a person in a municipality is about to send: what is typed and the file. One for each person, replaced as they go on, and gone after a week; not a fact.</summary>
public sealed class SendingDraft
{
    /// <summary>How long it waits after it was last kept.</summary>
    public static readonly TimeSpan Waits = TimeSpan.FromDays(7);

    private SendingDraft() { }

    /// <summary>A draft with its fields as JSON, as typed, and no file.</summary>
    /// <param name="item">The item that it becomes when it is sent: what is sent twice is known by it.</param>
    public SendingDraft(PersonId person, MunicipalityCode municipality, ArrivedItemId item, string fields, DateTimeOffset keptAt) =>
        (PersonId, MunicipalityCode, ItemId, Fields, KeptAt) = (person, municipality, item, fields, keptAt);

    /// <summary>Whose draft.</summary>
    public PersonId PersonId { get; private set; }

    /// <summary>The municipality that is to send it.</summary>
    public MunicipalityCode MunicipalityCode { get; private set; }

    /// <summary>The item that it becomes when it is sent.</summary>
    public ArrivedItemId ItemId { get; private set; }

    /// <summary>The fields as typed, as a JSON object of texts.</summary>
    public string Fields { get; private set; } = "{}";

    /// <summary>The name of the file; null before one is chosen.</summary>
    public string? FileName { get; private set; }

    /// <summary>The bytes of the file; null before one is chosen.</summary>
    public byte[]? FileBytes { get; private set; }

    /// <summary>When it was last kept, in UTC.</summary>
    public DateTimeOffset KeptAt { get; private set; }

    /// <summary>True while it waits.</summary>
    public bool IsKeptOn(DateTimeOffset now) => now < KeptAt + Waits;

    /// <summary>Replaces what was typed before. Another item is another answer, and begins without a file.</summary>
    public void Keep(ArrivedItemId item, string fields, DateTimeOffset now)
    {
        if (ItemId != item) (FileName, FileBytes) = (null, null);
        (ItemId, Fields, KeptAt) = (item, fields, now);
    }

    /// <summary>Puts a file in place of the one before.</summary>
    public void Keep(string fileName, byte[] bytes) => (FileName, FileBytes) = (fileName, bytes);
}
