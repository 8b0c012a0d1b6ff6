namespace Kunskapsstyrning.Domain.Decisions;

/// <summary>A list that a person has put there and not yet confirmed. One for each person, replaced by the next; not a fact.</summary>
public sealed class ImportDraft
{
    private ImportDraft() { }

    /// <summary>A list as it was read.</summary>
    /// <param name="table">The rows as a JSON array of arrays of texts, the headings first.</param>
    /// <param name="firstRow">The number of the first row after the headings, counted as a spreadsheet does.</param>
    /// <param name="choices">What is chosen for it, as a JSON object of texts.</param>
    public ImportDraft(PersonId person, ImportId import, string name, string table, int firstRow, string choices, DateTimeOffset keptAt) =>
        (PersonId, ImportId, Name, Table, FirstRow, Choices, KeptAt) = (person, import, name, table, firstRow, choices, keptAt);

    /// <summary>Whose list.</summary>
    public PersonId PersonId { get; private set; }

    /// <summary>The identity it gets when it is confirmed.</summary>
    public ImportId ImportId { get; private set; }

    /// <summary>The name of the file, or that it was pasted.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The rows as a JSON array of arrays of texts, the headings first.</summary>
    public string Table { get; private set; } = "[]";

    /// <summary>The number of the first row after the headings.</summary>
    public int FirstRow { get; private set; }

    /// <summary>What is chosen for it, as a JSON object of texts.</summary>
    public string Choices { get; private set; } = "{}";

    /// <summary>When it was put there or last chosen for, in UTC.</summary>
    public DateTimeOffset KeptAt { get; private set; }

    /// <summary>Takes what is chosen in place of what was.</summary>
    public void Choose(string choices, DateTimeOffset now) => (Choices, KeptAt) = (choices, now);

    /// <summary>Takes another list in place of this.</summary>
    public void Replace(ImportDraft other) =>
        (ImportId, Name, Table, FirstRow, Choices, KeptAt) = (other.ImportId, other.Name, other.Table, other.FirstRow, other.Choices, other.KeptAt);
}

/// <summary>What the columns and the words of lists with the same headings mean, as somebody chose it last. Not a fact.</summary>
public sealed class ColumnMapping
{
    private ColumnMapping() { }

    /// <summary>A mapping for lists with these headings.</summary>
    /// <param name="headings">SHA-256 of the headings, in lower-case hex.</param>
    /// <param name="choices">What was chosen, as a JSON object of texts.</param>
    public ColumnMapping(string headings, string choices, DateTimeOffset keptAt) => (Headings, Choices, KeptAt) = (headings, choices, keptAt);

    /// <summary>SHA-256 of the headings, in lower-case hex.</summary>
    public string Headings { get; private set; } = "";

    /// <summary>What was chosen, as a JSON object of texts.</summary>
    public string Choices { get; private set; } = "{}";

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset KeptAt { get; private set; }

    /// <summary>Takes what is chosen in place of what was.</summary>
    public void Choose(string choices, DateTimeOffset now) => (Choices, KeptAt) = (choices, now);
}
