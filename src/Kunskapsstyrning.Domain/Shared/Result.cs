namespace Kunskapsstyrning.Domain.Shared;

/// <summary>A rule's no: a code that never changes, for the API, and one Swedish sentence that says what to do.</summary>
/// <param name="Code">The refusal's name in the API, in kebab-case.</param>
/// <param name="Sentence">What is wrong and what to do about it, in Swedish, one sentence.</param>
/// <param name="Field">The form field it is about, by its name on the form; null when it is about the whole.</param>
public sealed record Refusal(string Code, string Sentence, string? Field = null);

/// <summary>The outcome of a rule or a use case: done, or refused with the reason.</summary>
public readonly record struct Result
{
    private Result(Refusal refusal) => Refusal = refusal;

    /// <summary>Nothing stood in the way. Also the default value.</summary>
    public static Result Done => default;

    /// <summary>Why it was refused; null when it was done.</summary>
    public Refusal? Refusal { get; }

    /// <summary>True when nothing stood in the way.</summary>
    public bool IsDone => Refusal is null;

    /// <summary>A refusal is a result.</summary>
    public static implicit operator Result(Refusal refusal) => new(refusal);
}
