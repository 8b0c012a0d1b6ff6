using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Start;

/// <summary>
/// What a line of the log says besides its own words: which request it belongs to, and who made it. What the framework would say
/// is left out, since the address of a request may have a secret in it.
/// </summary>
internal sealed class LogScopes(IHttpContextAccessor requests) : IExternalScopeProvider
{
    public void ForEachScope<TState>(Action<object?, TState> callback, TState state)
    {
        if (requests.HttpContext is not { } context) return;
        callback(new RequestScope(context.TraceIdentifier, context.Actor().Person?.Value), state);
    }

    public IDisposable Push(object? state) => NothingToEnd.Instance;

    private sealed class RequestScope : List<KeyValuePair<string, object?>>
    {
        public RequestScope(string request, Guid? person)
        {
            Add(new("Request", request));
            if (person is not null) Add(new("Person", person));
        }

        public override string ToString() => string.Join(", ", this.Select(said => $"{said.Key} {said.Value}"));
    }

    private sealed class NothingToEnd : IDisposable
    {
        public static readonly NothingToEnd Instance = new();

        public void Dispose() { }
    }
}
