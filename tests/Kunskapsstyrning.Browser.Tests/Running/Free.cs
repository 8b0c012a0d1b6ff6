using System.Collections.Concurrent;
using System.Text.Json;

namespace Kunskapsstyrning.Browser.Tests.Running;

/// <summary>Municipalities without an answer among the example data. Each is given away once, so that no test meets the answers of another.</summary>
internal sealed class Free(string address)
{
    /// <summary>The recommendation that tests log answers to.</summary>
    public const string Slug = "2024-kunskapsbaserad-socialtjanst";

    private readonly ConcurrentQueue<Municipality> _left = new();

    /// <summary>A municipality as the API tells of it.</summary>
    internal sealed record Municipality(string Code, string Name)
    {
        /// <summary>Its page, seen from the recommendation.</summary>
        public string Address => $"/kommuner/{Code}?rekommendation={Slug}";
    }

    public async Task Find()
    {
        using var client = new HttpClient();
        using var answers = JsonDocument.Parse(await client.GetStringAsync($"{address}/api/v1/recommendations/{Slug}/responses"));
        foreach (var row in answers.RootElement.EnumerateArray().Where(r => r.GetProperty("status").GetString() == "noResponse"))
            _left.Enqueue(new Municipality(row.GetProperty("municipalityCode").GetString()!, row.GetProperty("municipality").GetString()!));
    }

    public Municipality Take() => _left.TryDequeue(out var municipality) ? municipality : throw new InvalidOperationException("Every municipality has answered.");
}
