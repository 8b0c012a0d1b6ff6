using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kunskapsstyrning.Web.Features.Papers;

/// <summary>A paper as it is kept: the same paper gives the same text, to the letter.</summary>
internal static class PaperText
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, IncludeFields = true,
    };

    /// <summary>As it is written.</summary>
    public static string Write(Paper paper) => JsonSerializer.Serialize(paper, Json);

    /// <summary>As it was written.</summary>
    public static Paper Read(string text) => JsonSerializer.Deserialize<Paper>(text, Json)!;
}
