namespace Kunskapsstyrning.Domain.Municipalities;

/// <summary>Figures that a person has fetched or chosen a file of, and not yet confirmed. One for each person, replaced by the next; not a fact.</summary>
public sealed class PopulationDraft
{
    /// <summary>How long it waits to be confirmed.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(24);

    private PopulationDraft() { }

    /// <summary>What came, as it came.</summary>
    /// <param name="set">The identity that the set gets when it is confirmed.</param>
    /// <param name="name">The name of the file.</param>
    /// <param name="readFrom">Where it came from, in words: the name of the file, or the address.</param>
    public PopulationDraft(PersonId person, PopulationSetId set, string name, string readFrom, byte[] bytes, DateTimeOffset keptAt) =>
        (PersonId, SetId, Name, ReadFrom, Bytes, KeptAt) = (person, set, name, readFrom, bytes, keptAt);

    /// <summary>Whose it is.</summary>
    public PersonId PersonId { get; private set; }

    /// <summary>The identity that the set gets when it is confirmed.</summary>
    public PopulationSetId SetId { get; private set; }

    /// <summary>The name of the file.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Where it came from, in words: the name of the file, or the address.</summary>
    public string ReadFrom { get; private set; } = "";

    /// <summary>The bytes as they came.</summary>
    public byte[] Bytes { get; private set; } = [];

    /// <summary>When it was put there, in UTC.</summary>
    public DateTimeOffset KeptAt { get; private set; }

    /// <summary>True when it has waited too long.</summary>
    public bool HasExpired(DateTimeOffset now) => KeptAt + Lasts <= now;

    /// <summary>Takes another in place of this.</summary>
    public void Replace(PopulationDraft other) =>
        (SetId, Name, ReadFrom, Bytes, KeptAt) = (other.SetId, other.Name, other.ReadFrom, other.Bytes, other.KeptAt);
}
