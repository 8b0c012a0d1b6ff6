using System.Globalization;
using System.Text.Json;
using Kunskapsstyrning.Domain.Intake;

namespace Kunskapsstyrning.Web.Features.Reading;

/// <summary>The right answers for a document of the reading set, as answers.json has them.</summary>
internal sealed record RightAnswer(
    string File, IReadOnlyList<string> MunicipalityCodes, string? Recommendation, string? Stage, string? Body, string? MeetingDate, string? Paragraph, string? CaseNumber, decimal? AmountSekPerYear);

/// <summary>How the reading of a field went.</summary>
internal sealed class FieldScore(string name, double? leastCoverage)
{
    public string Name => name;

    /// <summary>Documents that state the fact.</summary>
    public int Stated { get; private set; }

    public int Right { get; private set; }

    /// <summary>Suggestions that are not what the document states, also where it states nothing.</summary>
    public int Wrong { get; private set; }

    public int Certain { get; private set; }

    public int CertainAndWrong { get; private set; }

    public double Coverage => Stated == 0 ? 1 : (double)Right / Stated;

    public double Precision => Right + Wrong == 0 ? 1 : (double)Right / (Right + Wrong);

    public bool CoversTooLittle => Coverage < leastCoverage;

    /// <returns>What went wrong, in words; null when it went right.</returns>
    public string? Count(string? right, string? read, bool certain)
    {
        if (right is not null) Stated++;
        if (read is not null && certain) Certain++;
        if (string.Equals(right, read, StringComparison.OrdinalIgnoreCase))
        {
            if (read is not null) Right++;
            return null;
        }
        if (read is not null) Wrong++;
        if (read is not null && certain) CertainAndWrong++;
        return $"{name}: {right ?? "(nothing)"}, read {read ?? "nothing"}{(certain && read is not null ? ", säker" : "")}";
    }
}

/// <summary>Reads every document of a reading set as the inbox would, and compares with the right answers beside them.</summary>
internal sealed class ReadingReport
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private readonly List<string> _faults = [];
    private readonly SortedDictionary<string, int> _stages = new(StringComparer.Ordinal);

    private ReadingReport() { }

    public IReadOnlyList<FieldScore> Fields { get; } =
    [
        new("municipality", 0.80), new("recommendation", 0.80), new("stage", 0.70), new("body", 0.70), new("meeting date", 0.70), new("paragraph", 0.70), new("case number", 0.70), new("amount", null),
    ];

    public int Documents { get; private set; }

    /// <summary>What was read otherwise than it stands, a line each.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>How many documents of a right stage were read as which.</summary>
    public IReadOnlyDictionary<string, int> Stages => _stages;

    /// <summary>What the reader promises and this set does not bear out; none when all is kept.</summary>
    public IEnumerable<string> BrokenPromises =>
        Fields.Where(f => f.CoversTooLittle).Select(f => $"{f.Name}: too few are read, {f.Right} of {f.Stated}")
            .Concat(Fields.Where(f => f.CertainAndWrong > 0).Select(f => $"{f.Name}: {f.CertainAndWrong} marked säker are wrong"))
            .Concat(_stages.Where(s => s.Key is "proposal as final" or "none as final").Select(s => $"stage: {s.Value} {s.Key}"));

    public static async Task<ReadingReport> Of(string folder, KnownFacts known, CancellationToken cancellation)
    {
        await using var stream = File.OpenRead(Path.Combine(folder, "answers.json"));
        var answers = await JsonSerializer.DeserializeAsync<List<RightAnswer>>(stream, Json, cancellation) ?? [];
        var (report, slugs) = (new ReadingReport(), known.Recommendations.ToDictionary(r => r.Id, r => r.Slug));
        using var reading = new DocumentReading();
        foreach (var answer in answers)
        {
            var (read, error) = await ReadCommand.Read(reading, Path.Combine(folder, answer.File), known, cancellation);
            var facts = read?.Suggestions ?? Suggestions.Empty;
            report.Compare(answer, ReadLine.Of(answer.File, facts, facts.Recommendation is { } found ? slugs[found.Value] : null, error));
        }
        return report;
    }

    private void Compare(RightAnswer answer, ReadLine read)
    {
        Documents++;
        var stage = $"{answer.Stage ?? "nothing"} as {read.Stage ?? "nothing"}";
        _stages[stage] = _stages.GetValueOrDefault(stage) + 1;
        Count(0, Codes(answer.MunicipalityCodes), Codes(read.MunicipalityCodes), "municipalityCodes");
        Count(1, answer.Recommendation, read.Recommendation, "recommendation");
        Count(2, answer.Stage, read.Stage, "stage");
        Count(3, answer.Body, read.Body, "body");
        Count(4, answer.MeetingDate, read.MeetingDate, "meetingDate");
        Count(5, answer.Paragraph, read.Paragraph, "paragraph");
        Count(6, answer.CaseNumber, read.CaseNumber, "caseNumber");
        Count(7, Amount(answer.AmountSekPerYear), Amount(read.AmountSekPerYear), "amountSekPerYear");

        void Count(int field, string? right, string? found, string key)
        {
            var fault = Fields[field].Count(right, found, read.Confidence.TryGetValue(key, out var confidence) && confidence == "säker");
            if (fault is not null) _faults.Add($"{answer.File}: {fault}{(read.Error is null ? "" : $" ({read.Error})")}");
        }
    }

    private static string? Codes(IReadOnlyList<string> codes) => codes.Count == 0 ? null : string.Join(' ', codes.Order(StringComparer.Ordinal));

    private static string? Amount(decimal? amount) => amount?.ToString("0.##", CultureInfo.InvariantCulture);
}
