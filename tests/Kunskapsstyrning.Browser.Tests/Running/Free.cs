using System.Collections.Concurrent;
using System.Text.Json;

namespace Kunskapsstyrning.Browser.Tests.Running;

/// <summary>Municipalities among the example data that have not answered, and some that have and may answer anew. Each is given away once, so that no test meets the answers of another.</summary>
internal sealed class Free(string address)
{
    /// <summary>The recommendation that tests log answers to.</summary>
    public const string Slug = "2024-kunskapsbaserad-socialtjanst";

    private readonly ConcurrentQueue<Municipality> _left = new();
    private readonly ConcurrentQueue<Municipality> _answered = new();

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
        foreach (var row in answers.RootElement.EnumerateArray())
        {
            var municipality = new Municipality(row.GetProperty("municipalityCode").GetString()!, row.GetProperty("municipality").GetString()!);
            if (row.GetProperty("status").GetString() is "noResponse") _left.Enqueue(municipality);
            if (row.GetProperty("status").GetString() is "adoptedWithReservation" or "declined" or "inPreparation") _answered.Enqueue(municipality);
        }
    }

    public Municipality Take() => Next(_left);

    public Municipality TakeAnswered() => Next(_answered);

    private static Municipality Next(ConcurrentQueue<Municipality> from) => from.TryDequeue(out var municipality) ? municipality : throw new InvalidOperationException("Every municipality is taken.");
}
