namespace Kunskapsstyrning.Domain.Decisions;

/// <summary>What a person has typed in the log form and not yet saved. One for each person and item of the inbox, replaced as they type; not a fact.</summary>
public sealed class DecisionDraft
{
    private DecisionDraft() { }

    /// <summary>A draft with its fields as JSON, as typed.</summary>
    public DecisionDraft(PersonId person, ArrivedItemId item, string fields, DateTimeOffset keptAt) => (PersonId, ItemId, Fields, KeptAt) = (person, item, fields, keptAt);

    /// <summary>Whose draft.</summary>
    public PersonId PersonId { get; private set; }

    /// <summary>The item of the inbox it is typed from; empty when it is logged by hand.</summary>
    public ArrivedItemId ItemId { get; private set; }

    /// <summary>The fields as typed, as a JSON object of texts.</summary>
    public string Fields { get; private set; } = "{}";

    /// <summary>When it was kept, in UTC.</summary>
    public DateTimeOffset KeptAt { get; private set; }

    /// <summary>Replaces what was typed before.</summary>
    public void Keep(string fields, DateTimeOffset now) => (Fields, KeptAt) = (fields, now);
}
