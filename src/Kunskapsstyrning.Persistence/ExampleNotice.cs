using Kunskapsstyrning.Domain.Recommendations;

namespace Kunskapsstyrning.Persistence;

/// <summary>What is invented on the pages of a recommendation, in one Swedish sentence. Only where example data are loaded.</summary>
public sealed class ExampleNotice
{
    /// <summary>The recommendation.</summary>
    public required RecommendationId RecommendationId { get; init; }

    /// <summary>What is invented and what is real.</summary>
    public required string Text { get; init; }
}

/// <summary>A key that protects cookies and forms, shared by every node.</summary>
public sealed class DataProtectionKey
{
    /// <summary>The key's own name.</summary>
    public required string Name { get; init; }

    /// <summary>The key as XML.</summary>
    public required string Xml { get; init; }
}
