using System.Globalization;
using System.Text;
using System.Text.Json;
using Kunskapsstyrning.Domain.Municipalities.Populations;
using Kunskapsstyrning.Domain.Shared;

namespace Kunskapsstyrning.Web.Features.Populations;

/// <summary>What came from SCB: figures as they came, or why there are none.</summary>
/// <param name="Bytes">What came; null when it was refused.</param>
/// <param name="Refusal">Why there is nothing; null when there is something.</param>
/// <param name="Name">What to call it as a file.</param>
/// <param name="Address">Where it came from.</param>
public sealed record ScbAnswer(byte[]? Bytes, Refusal? Refusal, string Name = "", string Address = "");

/// <summary>
/// Fetches inhabitants from SCB's statistics database (PxWebApi v2): asks the table what it calls inhabitants and which years it has, then
/// for all municipalities, counties and the country in one year.
/// </summary>
public sealed class ScbTables(ScbOptions options, ScbQuestions questions)
{
    /// <summary>Inhabitants on 31 December of a year.</summary>
    public async Task<ScbAnswer> Fetch(int year, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(options.Longest);
        try
        {
            return await FetchWithin(year, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Refused(ScbRefusals.TooSlow);
        }
    }

    private async Task<ScbAnswer> FetchWithin(int year, CancellationToken cancellation)
    {
        if (!options.MayAsk) return Refused(options.OnlyHere ? ScbRefusals.OnlyHere : ScbRefusals.NotSafe);
        if (options.Tables.FirstOrDefault(t => t.Has(year)) is not { } table) return Refused(ScbRefusals.NoTable(year));

        var described = await questions.Ask(table, new HttpQuestion($"tables/{table.Id}/metadata?lang=sv", null), cancellation);
        if (described.Bytes is not { } metadata) return described;
        if (JsonStat.CategoriesOf(metadata, "ContentsCode") is not { Count: > 0 } contents) return Refused(ScbRefusals.NotDescribed(table.Id));
        if (CodeOf(contents, table) is not { } code) return Refused(ScbRefusals.NoPopulation(table.Id));

        var years = JsonStat.CategoriesOf(metadata, "Tid");
        var name = year.ToString(CultureInfo.InvariantCulture);
        if (!years.ContainsKey(name)) return Refused(ScbRefusals.NotThereYet(table.Id, year, years.Keys.Max(StringComparer.Ordinal)));

        var data = new HttpQuestion($"tables/{table.Id}/data?lang=sv&outputFormat=json-stat2", Selection(table, code, name));
        var answer = await questions.Ask(table, data, cancellation);
        if (answer.Bytes is not { } bytes) return answer;
        if (JsonStat.CategoriesOf(bytes, "Tid").Count > 0 && JsonStat.CategoriesOf(bytes, "Region").Count == 0) return Refused(ScbRefusals.WithoutRegions);
        return answer with { Name = $"{table.Id}-{name}.json", Address = new Uri(options.Address, $"tables/{table.Id}/data").AbsoluteUri };
    }

    /// <summary>What the table calls inhabitants: by name, since codes change; else the configured code where the table has it.</summary>
    private static string? CodeOf(IReadOnlyDictionary<string, string> contents, ScbTable table) =>
        contents.Where(c => c.Value.Trim().Equals("Folkmängd", StringComparison.OrdinalIgnoreCase)).Select(c => c.Key).FirstOrDefault()
        ?? (contents.ContainsKey(table.Contents) ? table.Contents : null);

    private static byte[] Selection(ScbTable table, string code, string year)
    {
        (string Variable, string Value)[] chosen = [("Region", "*"), ("ContentsCode", code), ("Tid", year), .. table.Totals.Select(t => (t.Key, t.Value))];
        return JsonSerializer.SerializeToUtf8Bytes(new { selection = chosen.Select(c => new { variableCode = c.Variable, valueCodes = new[] { c.Value } }) });
    }

    private static ScbAnswer Refused(Refusal refusal) => new(null, refusal);
}

/// <summary>A question to SCB.</summary>
/// <param name="Address">What is asked, after the address that all begin with.</param>
/// <param name="Selection">What is chosen, as JSON; null for a question without.</param>
public sealed record HttpQuestion(string Address, byte[]? Selection);

/// <summary>
/// Asks SCB in its pace, and again with longer and longer pauses when it is busy or cannot be reached. Follows no one elsewhere, takes
/// nothing larger than it should be, and says in a sentence what went wrong.
/// </summary>
public sealed class ScbQuestions(ScbOptions options, ScbPace pace, TimeProvider clock, ILogger<ScbQuestions> log) : IDisposable
{
    private const int Attempts = 4;

    /// <summary>Who is told to wait longer than this is not kept waiting.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(10), PooledConnectionLifetime = TimeSpan.FromMinutes(5), AutomaticDecompression = System.Net.DecompressionMethods.All,
    })
    { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>Asks, and again where that may help.</summary>
    public async Task<ScbAnswer> Ask(ScbTable table, HttpQuestion question, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            await pace.Wait(cancellation);
            var (answer, again, told) = await AskOnce(table, question, cancellation);
            var pause = told ?? options.Pause * Math.Pow(2, attempt - 1);
            if (answer.Refusal is { } refusal) log.LogWarning("SCB gave no answer to {Question}, try {Attempt}: {Why}.", question.Address, attempt, refusal.Code);
            if (!again || attempt == Attempts || pause > LongestPause) return answer;

            await Task.Delay(pause, clock, cancellation);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<(ScbAnswer Answer, bool Again, TimeSpan? Told)> AskOnce(ScbTable table, HttpQuestion question, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(options.Patience);
        using var request = new HttpRequestMessage(question.Selection is null ? HttpMethod.Get : HttpMethod.Post, new Uri(options.Address, question.Address));
        request.Headers.Accept.ParseAdd("application/json");
        if (question.Selection is not null) request.Content = new ByteArrayContent(question.Selection) { Headers = { ContentType = new("application/json") } };
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            var status = (int)response.StatusCode;
            var body = await Read(response.Content, limit.Token);
            if (status is not 200) return (new ScbAnswer(null, ScbRefusals.Of(status, table.Id, DetailIn(body))), status is 429 or 503, Told(response));
            if (body is null) return (new ScbAnswer(null, ScbRefusals.TooLarge), false, null);
            return IsJson(body) ? (new ScbAnswer(body, null), false, null) : (new ScbAnswer(null, ScbRefusals.NotJson), false, null);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (new ScbAnswer(null, ScbRefusals.TooSlow), true, null);
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException or InvalidDataException)
        {
            return (new ScbAnswer(null, ScbRefusals.Unreachable), true, null);
        }
    }

    /// <summary>What came; null when it is larger than it may be, whatever it says of itself.</summary>
    private async Task<byte[]?> Read(HttpContent content, CancellationToken cancellation)
    {
        if (content.Headers.ContentLength > options.Largest) return null;

        await using var stream = await content.ReadAsStreamAsync(cancellation);
        using var all = new MemoryStream();
        var buffer = new byte[81_920];
        while (await stream.ReadAsync(buffer, cancellation) is > 0 and var read)
        {
            if (all.Length + read > options.Largest) return null;
            all.Write(buffer, 0, read);
        }

        return all.ToArray();
    }

    private TimeSpan? Told(HttpResponseMessage response) => response.Headers.RetryAfter is not { } told ? null
        : told.Delta ?? (told.Date is { } date ? date - clock.GetUtcNow() is { Ticks: > 0 } left ? left : TimeSpan.Zero : null);

    private static bool IsJson(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body.AsMemory(body.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? 3 : 0));
            return document.RootElement.ValueKind is JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>What SCB itself says is wrong, as one short line; empty when it says nothing that can be read.</summary>
    private static string DetailIn(byte[]? body)
    {
        try
        {
            using var problem = JsonDocument.Parse(body ?? []);
            var said = ((string[])["detail", "title"]).Select(name => problem.RootElement.TryGetProperty(name, out var text) && text.ValueKind is JsonValueKind.String ? text.GetString() : null).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));
            return string.Concat((said ?? "").Where(c => !char.IsControl(c)).Take(200)).Trim().TrimEnd('.');
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return "";
        }
    }
}
