using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Persistence.Conventions;

namespace Kunskapsstyrning.Web.Features.Inbox;

/// <summary>How texts and suggestions are kept between reading and showing: as JSON that only this program reads.</summary>
internal static class ReadingJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Converters = { new CodesInJson(), new Amounts(), new JsonStringEnumConverter() },
    };

    public static string Of(DocumentText text) => JsonSerializer.Serialize(text, Options);

    public static string Of(Suggestions suggestions) => JsonSerializer.Serialize(suggestions, Options);

    public static DocumentText Text(string json) => JsonSerializer.Deserialize<DocumentText>(json, Options) ?? new DocumentText([]);

    public static Suggestions Suggestions(string json) => JsonSerializer.Deserialize<Suggestions>(json, Options) ?? Domain.Intake.Suggestions.Empty;

    private sealed class Amounts : JsonConverter<Kronor>
    {
        public override Kronor Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetDecimal());

        public override void Write(Utf8JsonWriter writer, Kronor value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Amount);
    }
}
