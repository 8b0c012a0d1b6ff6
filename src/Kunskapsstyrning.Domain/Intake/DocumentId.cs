namespace Kunskapsstyrning.Domain.Intake;

/// <summary>Identifies a stored document.</summary>
public readonly record struct DocumentId(Guid Value);
