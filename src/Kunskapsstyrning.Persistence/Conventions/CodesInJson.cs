using System.Text.Json;
using System.Text.Json.Serialization;
using Kunskapsstyrning.Domain.Municipalities;

namespace Kunskapsstyrning.Persistence.Conventions;

/// <summary>Writes a municipality's code in JSON as its four digits.</summary>
public sealed class CodesInJson : JsonConverter<MunicipalityCode>
{
    /// <inheritdoc/>
    public override MunicipalityCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, MunicipalityCode value, JsonSerializerOptions options) => writer.WriteStringValue(value.Digits);
}
