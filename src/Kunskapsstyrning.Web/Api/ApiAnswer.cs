namespace Kunskapsstyrning.Web.Api;

/// <summary>What the API answers, or why it does not.</summary>
internal sealed class ApiAnswer<T> where T : class
{
    private ApiAnswer(T? value, ApiProblem? problem) => (Value, Problem) = (value, problem);

    /// <summary>The answer; null when there is a problem.</summary>
    public T? Value { get; }

    /// <summary>The problem; null when there is an answer.</summary>
    public ApiProblem? Problem { get; }

    /// <summary>An answer.</summary>
    public static ApiAnswer<T> Of(T value) => new(value, null);

    public static implicit operator ApiAnswer<T>(T value) => new(value, null);

    public static implicit operator ApiAnswer<T>(ApiProblem problem) => new(null, problem);
}

/// <summary>Answers to what cannot fail.</summary>
internal static class ApiAnswer
{
    /// <summary>An answer, also of a type that C# does not convert by itself.</summary>
    public static ApiAnswer<T> Of<T>(T value) where T : class => ApiAnswer<T>.Of(value);
}
