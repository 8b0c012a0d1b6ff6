using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kunskapsstyrning.Web.Api;

/// <summary>The API's words for choices: the name in code, in camelCase. "noResponse", "held".</summary>
internal static class ApiWord
{
    /// <summary>The word for a choice.</summary>
    public static string Of<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>Reads a word; false when it is none of the choices.</summary>
    public static bool TryParse<T>(string text, out T value) where T : struct, Enum
    {
        foreach (var candidate in Enum.GetValues<T>())
        {
            value = candidate;
            if (Of(candidate) == text) return true;
        }

        value = default;
        return false;
    }
}

/// <summary>Writes a choice as its word.</summary>
public sealed class ApiWordConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false) where T : struct, Enum;
