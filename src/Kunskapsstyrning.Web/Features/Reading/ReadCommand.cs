using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Persistence.ReferenceData;
using Kunskapsstyrning.Web.Features.Documents;

namespace Kunskapsstyrning.Web.Features.Reading;

/// <summary>What the program does instead of serving pages when its first argument is read: one line of JSON for each file named after it.</summary>
internal static class ReadCommand
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <returns>The exit code, or null when the arguments ask for something else.</returns>
    public static async Task<int?> Run(IReadOnlyList<string> arguments, Stream? to = null, CancellationToken cancellation = default)
    {
        if (arguments is not ["read", ..]) return null;

        var known = Known.From(ReferenceFiles.Read());
        var slugs = known.Recommendations.ToDictionary(r => r.Id, r => r.Slug);
        using var reading = new DocumentReading();
        await using var output = new StreamWriter(to ?? Console.OpenStandardOutput(), leaveOpen: to is not null);
        foreach (var file in arguments.Skip(1))
        {
            var (read, error) = await Read(reading, file, known, cancellation);
            var facts = read?.Suggestions ?? Suggestions.Empty;
            await output.WriteLineAsync(JsonSerializer.Serialize(ReadLine.Of(file, facts, facts.Recommendation is { } found ? slugs[found.Value] : null, error), Json));
            await output.FlushAsync(cancellation);
        }
        return 0;
    }

    internal static async Task<(ReadArrived? Read, string? Error)> Read(DocumentReading reading, string file, KnownFacts known, CancellationToken cancellation)
    {
        try
        {
            if (ReceivedFile.RefusalOf(new FileInfo(file).Length) is { } refusal) return (null, refusal.Sentence);

            var bytes = await File.ReadAllBytesAsync(file, cancellation);
            if (TypeOf(file, bytes) is not { } type) return (null, DocumentRefusals.WrongKind.Sentence);

            var read = await ReadArrived.Of(reading, type, bytes, known, cancellation);
            return (read, read.Read.Text.Pages.All(p => p.Lines.All(l => l.Words.Count == 0)) ? read.Read.Fault : null);
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            return (null, unread is FileNotFoundException or DirectoryNotFoundException ? "Filen finns inte." : "Filen går inte att öppna.");
        }
    }

    /// <summary>A message saved under its own kind of name is one, however broken.</summary>
    private static MediaType? TypeOf(string file, byte[] bytes)
    {
        var type = FileContent.TypeOf(bytes);
        return type is null or MediaType.Text && file.EndsWith(".eml", StringComparison.OrdinalIgnoreCase) ? MediaType.Email : type;
    }
}

/// <summary>A line of the answer. Never an outcome.</summary>
internal sealed record ReadLine(
    string File, IReadOnlyList<string> MunicipalityCodes, string? Recommendation, string? Stage, string? Body, string? MeetingDate, string? Paragraph, string? CaseNumber,
    decimal? AmountSekPerYear, IReadOnlyDictionary<string, string> Confidence, IReadOnlyDictionary<string, ReadPassage> Passages)
{
    /// <summary>Why nothing could be read; left out where something could.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Error { get; init; }

    public static ReadLine Of(string file, Suggestions facts, string? slug, string? error)
    {
        var (confidence, passages) = (new Dictionary<string, string>(StringComparer.Ordinal), new Dictionary<string, ReadPassage>(StringComparer.Ordinal));
        if (facts.Municipalities.Count > 0) Tell("municipalityCodes", facts.Municipalities.MinBy(m => m.Confidence));
        Tell("recommendation", facts.Recommendation);
        Tell("stage", facts.Stage);
        Tell("body", facts.Body);
        Tell("meetingDate", facts.MeetingDate);
        Tell("paragraph", facts.Paragraph);
        Tell("caseNumber", facts.CaseNumber);
        Tell("amountSekPerYear", facts.AmountAYear);
        return new ReadLine(
            file, [.. facts.Municipalities.Select(m => m.Value.ToString())], slug, facts.Stage?.Value.ToString().ToLowerInvariant(), facts.Body?.Value,
            facts.MeetingDate?.Value.ToString("O", CultureInfo.InvariantCulture), facts.Paragraph?.Value, facts.CaseNumber?.Value, facts.AmountAYear?.Value.Amount, confidence, passages)
        {
            Error = error,
        };

        void Tell<T>(string field, Suggestion<T>? suggestion)
        {
            if (suggestion is null) return;
            confidence[field] = suggestion.Confidence == Domain.Intake.Confidence.Certain ? "säker" : "trolig";
            passages[field] = new ReadPassage(suggestion.Passage.Page, suggestion.Passage.Text);
        }
    }
}

/// <summary>Where a fact was read.</summary>
internal sealed record ReadPassage(int Page, string Text);
