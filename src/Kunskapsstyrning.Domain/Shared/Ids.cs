namespace Kunskapsstyrning.Domain.Shared;

/// <summary>Identifies a person or a named job who acts. Names are kept elsewhere, never inside the history.</summary>
public readonly record struct PersonId(Guid Value);

/// <summary>Identifies a stored document.</summary>
public readonly record struct DocumentId(Guid Value);
