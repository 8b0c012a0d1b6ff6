using System.Diagnostics;

namespace Kunskapsstyrning.Bench;

/// <summary>Open pages that wait for news, each on a connection of its own.</summary>
internal sealed class Listeners : IAsyncDisposable
{
    private readonly HttpClient _http;
    private readonly List<(HttpResponseMessage Response, StreamReader Reader)> _open = [];

    private Listeners(Uri address) => _http = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false }) { BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>Opens so many, and waits until each has got its first line.</summary>
    public static async Task<Listeners> Start(Node node, string address, int count)
    {
        var listeners = new Listeners(node.Address);
        for (var i = 0; i < count; i++)
        {
            var response = await listeners._http.GetAsync(new Uri(address, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
            var reader = new StreamReader(await response.EnsureSuccessStatusCode().Content.ReadAsStreamAsync());
            listeners._open.Add((response, reader));
            await Line(reader, ":", "data:");
        }

        return listeners;
    }

    /// <summary>When each was told of something new.</summary>
    public async Task<IReadOnlyList<long>> AllTold() => await Task.WhenAll(_open.Select(o => Line(o.Reader, "data:")));

    public ValueTask DisposeAsync()
    {
        foreach (var (response, reader) in _open)
        {
            reader.Dispose();
            response.Dispose();
        }

        _http.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async Task<long> Line(StreamReader reader, params string[] beginnings)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            if (beginnings.Any(b => line.StartsWith(b, StringComparison.Ordinal))) return Stopwatch.GetTimestamp();
        }

        throw new InvalidOperationException("The stream ended before anything was told.");
    }
}
