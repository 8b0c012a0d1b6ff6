using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;

namespace Kunskapsstyrning.Persistence.History;

/// <summary>
/// A line of the history: who did what, when, why, what stood before and what stands after. Only ever added; the
/// sequence follows the order of commit, so that nothing can slip in behind a report.
/// </summary>
public sealed class HistoryEvent
{
    /// <summary>The place in the history, in commit order. Gaps are allowed.</summary>
    public required long Sequence { get; init; }

    /// <summary>The moment, in UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The person or the named job who did it.</summary>
    public required PersonId Actor { get; init; }

    /// <summary>The use case, "LogDecision".</summary>
    public required string UseCase { get; init; }

    /// <summary>What happened, "DecisionLogged".</summary>
    public required string Kind { get; init; }

    /// <summary>The record whose timeline it belongs to.</summary>
    public required Guid Subject { get; init; }

    /// <summary>The municipality it is about, if any.</summary>
    public MunicipalityCode? MunicipalityCode { get; init; }

    /// <summary>The recommendation it is about, if any.</summary>
    public RecommendationId? RecommendationId { get; init; }

    /// <summary>Why, in the words of who did it.</summary>
    public string? Reason { get; init; }

    /// <summary>What stood before, as JSON.</summary>
    public string? Before { get; init; }

    /// <summary>What stands after, as JSON.</summary>
    public string? After { get; init; }
}
