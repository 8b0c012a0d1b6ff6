using System.Globalization;
using System.Text.Json;

namespace Kunskapsstyrning.Domain.Municipalities.Populations;

/// <summary>Reads parts of JSON from anybody: what is not there, or of another kind, is nothing.</summary>
internal static class JsonParts
{
    private static readonly JsonDocumentOptions Limits = new() { MaxDepth = 32, CommentHandling = JsonCommentHandling.Disallow };

    /// <summary>Reads it all by a reader of its own; damaged where the text is no JSON, is nested too deep or has halves of letters in it.</summary>
    public static Result TryRead(ReadOnlyMemory<byte> bytes, Func<JsonElement, Result> read)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? bytes[3..] : bytes, Limits);
            return read(document.RootElement);
        }
        catch (Exception damaged) when (damaged is JsonException or InvalidOperationException)
        {
            return PopulationFileRefusals.Damaged;
        }
    }

    public static JsonElement? Part(this JsonElement whole, string name) =>
        whole.ValueKind is JsonValueKind.Object && whole.TryGetProperty(name, out var part) ? part : null;

    public static JsonElement? Part(this JsonElement? whole, string name) => whole?.Part(name);

    public static string? Text(this JsonElement? value) => value is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public static IReadOnlyList<JsonElement> Items(this JsonElement? value) => value is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : [];

    public static IReadOnlyList<JsonProperty> Properties(this JsonElement? value) => value is { ValueKind: JsonValueKind.Object } all ? [.. all.EnumerateObject()] : [];

    public static int? Whole(this JsonElement value) => value.ValueKind is JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;

    /// <summary>A figure as it is written; a whole number that is written with decimals of zero is whole.</summary>
    public static string Figure(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.TryGetDecimal(out var number) && number == decimal.Truncate(number) ? decimal.Truncate(number).ToString(CultureInfo.InvariantCulture) : value.GetRawText(),
        JsonValueKind.String => value.GetString() ?? "",
        JsonValueKind.Null => "",
        _ => value.ValueKind.ToString(),
    };
}

/// <summary>Reads figures out of JSON: JSON-stat, or the older layout of rows.</summary>
public static class StatisticsJson
{
    /// <summary>Reads figures; what is neither is refused.</summary>
    public static Result TryRead(ReadOnlyMemory<byte> bytes, out PopulationReading? reading)
    {
        PopulationReading? read = null;
        var result = JsonParts.TryRead(bytes, root => root.Part("columns") is null ? JsonStat.TryRead(root, out read) : PxWebTable.TryRead(root, out read));
        reading = read;
        return result;
    }
}
