namespace Kunskapsstyrning.Domain.Dispatches;

/// <summary>Which municipalities a dispatch is for.</summary>
public enum DispatchAudience
{
    /// <summary>Every municipality that there is.</summary>
    Everyone = 1,
    /// <summary>Those that no question has reached yet.</summary>
    NotReached,
    /// <summary>Those that got what was printed wrong.</summary>
    GotWrongText,
    /// <summary>Those without a final answer.</summary>
    NotAnswered,
    /// <summary>Those from whom nothing has come.</summary>
    Silent,
    /// <summary>Those from whom a proposal has come and no final answer.</summary>
    OnlyProposal,
    /// <summary>Those that were asked.</summary>
    WereAsked,
}

/// <summary>Who gets a dispatch: the function address of each municipality that is meant, and copies.</summary>
public sealed record DispatchRule
{
    /// <summary>Which municipalities.</summary>
    public required DispatchAudience Audience { get; init; }

    /// <summary>True when the head of social services gets a copy.</summary>
    public bool CopiesToHeads { get; init; }

    /// <summary>True when the contact of each county that is meant gets one message for the county.</summary>
    public bool CopiesToCounties { get; init; }

    /// <summary>Only in this county, by SCB's two digits; null for all.</summary>
    public string? County { get; init; }

    /// <summary>Only this municipality; null for all.</summary>
    public MunicipalityCode? Municipality { get; init; }

    /// <summary>Only those whose last day to answer is this or earlier; null for all.</summary>
    public DateOnly? DeadlineThrough { get; init; }

    /// <summary>Whom a dispatch of a kind may be for, the usual first.</summary>
    public static IReadOnlyList<DispatchAudience> AudiencesOf(DispatchKind kind) => kind switch
    {
        DispatchKind.Question => [DispatchAudience.Everyone, DispatchAudience.NotReached],
        DispatchKind.Correction => [DispatchAudience.GotWrongText],
        DispatchKind.Reminder => [DispatchAudience.NotAnswered, DispatchAudience.Silent, DispatchAudience.OnlyProposal],
        _ => [DispatchAudience.WereAsked],
    };

    /// <summary>The usual rule of a kind. A question goes to the head of social services too, and so does what puts it right.</summary>
    public static DispatchRule UsualFor(DispatchKind kind) => new() { Audience = AudiencesOf(kind)[0], CopiesToHeads = kind is DispatchKind.Question or DispatchKind.Correction };

    /// <summary>Why a dispatch of the kind cannot follow the rule; null when it can.</summary>
    public Refusal? RefusalFor(DispatchKind kind)
    {
        if (!AudiencesOf(kind).Contains(Audience)) return DispatchRefusals.WrongAudience;
        return (DeadlineThrough is not null || Municipality is not null) && kind is not DispatchKind.Reminder ? DispatchRefusals.WrongAudience : null;
    }
}
