namespace Kunskapsstyrning.Domain.Shared;

/// <summary>
/// Something that happened to the facts, told in the past tense. The runner writes it to the history in the same
/// transaction as the facts themselves.
/// </summary>
public interface IEvent
{
    /// <summary>The id of the record whose timeline it belongs to.</summary>
    Guid Subject { get; }

    /// <summary>The municipality it is about; null when it is about none or all.</summary>
    MunicipalityCode? Municipality => null;

    /// <summary>The recommendation it is about; null when it is about none.</summary>
    RecommendationId? Recommendation => null;

    /// <summary>Why it was done, in the words of the person who did it; null where none is asked for.</summary>
    string? Reason => null;

    /// <summary>What stood before, null when there was nothing.</summary>
    object? Before => null;

    /// <summary>What stands after, null when nothing does.</summary>
    object? After => null;
}

/// <summary>A record that tells what happens to it. The runner takes the events when it saves.</summary>
public abstract class Aggregate
{
    private readonly List<IEvent> _events = [];

    /// <summary>Hands over the events since last time, in the order they happened, and forgets them.</summary>
    public IReadOnlyList<IEvent> TakeEvents()
    {
        IReadOnlyList<IEvent> taken = [.. _events];
        _events.Clear();
        return taken;
    }

    /// <summary>Remembers that something happened.</summary>
    protected void Record(IEvent happened) => _events.Add(happened);
}
