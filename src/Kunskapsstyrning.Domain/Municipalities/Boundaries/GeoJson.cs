using System.Globalization;
using System.Text.Json;

namespace Kunskapsstyrning.Domain.Municipalities.Boundaries;

/// <summary>Reads boundaries out of GeoJSON, one municipality at a time: a file may be large, and only its outlines are kept.</summary>
public sealed class GeoJson
{
    /// <summary>The largest file.</summary>
    public const int Largest = 60 * 1024 * 1024;

    private const int LongestEcho = 60;

    /// <summary>
    /// What files call a municipality's code, small letters and underscores apart: SCB's own are KnKod and kommunkod. Of several in a file it is the first whose
    /// value is four digits, so that the name of a municipality is not taken for its code.
    /// </summary>
    public static readonly IReadOnlyList<string> CodeProperties = ["kommunkod", "KnKod", "kom_kod", "kommun", "kod", "id"];

    /// <summary>How systems of coordinates that are read are told in a file: SWEREF 99 TM, WGS 84 and SWEREF 99 in degrees.</summary>
    private static readonly string[] Systems = ["3006", "4326", "4258", "4619", "CRS84"];

    private readonly Dictionary<string, IReadOnlyList<IReadOnlyList<GridPoint>>> _rings = [];
    private string? _type;
    private string? _system;
    private string? _property;
    private bool _hasPolygons;
    private bool _hasOtherShapes;
    private int _features;
    private string? _outside;
    private bool _isInside;
    private bool _isOutside;

    private GeoJson() { }

    /// <summary>The boundaries in a file, or why it is not taken in.</summary>
    public static Result TryRead(byte[] bytes, out BoundaryReading? reading)
    {
        reading = null;
        if (bytes.Length == 0) return BoundaryRefusals.Nothing;
        if (bytes.Length > Largest) return BoundaryRefusals.TooLarge;

        var file = new GeoJson();
        try
        {
            if (!file.ReadWhole(bytes)) return BoundaryRefusals.NotGeoJson;
        }
        catch (Exception damaged) when (damaged is JsonException or InvalidOperationException or FormatException or IndexOutOfRangeException)
        {
            return BoundaryRefusals.NotGeoJson;
        }

        if (file.Refused() is { } refused) return refused;
        reading = new BoundaryReading(file._property!, file._rings);
        return Result.Done;
    }

    private Refusal? Refused()
    {
        if (_type is not "FeatureCollection") return BoundaryRefusals.NotGeoJson;
        if (_system is { } system && !Systems.Any(known => system.EndsWith(known, StringComparison.OrdinalIgnoreCase))) return BoundaryRefusals.OtherSystem(system.Length > LongestEcho ? system[..LongestEcho] + "…" : system);
        if (_outside is { } where) return _isInside ? BoundaryRefusals.OutsideSweden(where) : BoundaryRefusals.NotInSweden;
        if (!_hasPolygons) return _hasOtherShapes ? BoundaryRefusals.NoPolygons : BoundaryRefusals.NothingDrawn;
        return _property is null ? BoundaryRefusals.NoCode : null;
    }

    private bool ReadWhole(byte[] bytes)
    {
        var reader = new Utf8JsonReader(bytes.AsSpan(bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0));
        if (!reader.Read() || reader.TokenType is not JsonTokenType.StartObject) return false;
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            if (name is "features" && reader.TokenType is JsonTokenType.StartArray)
            {
                while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray) ReadFeature(Next(ref reader));
                continue;
            }

            if (name is "type" && reader.TokenType is JsonTokenType.String) _type = reader.GetString();
            else if (name is "crs") _system = Text(Part(Part(Next(ref reader), "properties"), "name"));
            else reader.Skip();
        }

        return true;
    }

    private static JsonElement? Next(ref Utf8JsonReader reader) => JsonElement.ParseValue(ref reader);

    private void ReadFeature(JsonElement? feature)
    {
        _features++;
        var (coordinates, shape) = (Part(Part(feature, "geometry"), "coordinates"), Text(Part(Part(feature, "geometry"), "type")));
        IEnumerable<JsonElement> polygons = shape switch
        {
            "Polygon" when coordinates is { } one => [one],
            "MultiPolygon" when coordinates is { } many => many.EnumerateArray(),
            _ => [],
        };
        _hasOtherShapes |= shape is "Point" or "MultiPoint" or "LineString" or "MultiLineString";
        _isOutside = false;
        List<IReadOnlyList<GridPoint>> rings = [.. polygons.SelectMany(p => p.EnumerateArray()).Select(ring => SharedBorders.Ring(ring.EnumerateArray().Select(Point))).Where(ring => ring.Count > 2)];
        var code = CodeOf(feature);
        if (_isOutside) _outside ??= code is null ? $"objekt nummer {_features} i filen" : $"ytan med koden {(code.Length > LongestEcho ? code[..LongestEcho] + "…" : code)}";
        if (rings.Count == 0) return;

        _hasPolygons = true;
        if (code is null) return;
        _rings[code] = _rings.TryGetValue(code, out var before) ? [.. before, .. rings] : rings;
    }

    /// <summary>The code of a feature, under the name that the file has been found to have for it; the name is found in the first feature that has four digits under one.</summary>
    private string? CodeOf(JsonElement? feature)
    {
        if (Part(feature, "properties") is not { ValueKind: JsonValueKind.Object } properties) return null;

        _property ??= CodeProperties.SelectMany(name => properties.EnumerateObject().Select(p => p.Name).Where(found => Same(found, name)))
            .FirstOrDefault(found => MunicipalityCode.TryParse(Code(Part(properties, found)), out _));
        return _property is null ? null : Code(Part(properties, _property));
    }

    /// <summary>A point in degrees or in metres: no place in the country can be mistaken for the other.</summary>
    private GridPoint Point(JsonElement point)
    {
        var (x, y) = (point[0].GetDouble(), point[1].GetDouble());
        var place = Math.Abs(x) <= 180 && Math.Abs(y) <= 90 ? PlanePoint.Of(y, x) : new PlanePoint(x, y);
        if (!place.IsInSweden)
        {
            _isOutside = true;
            return default;
        }

        _isInside = true;
        return GridPoint.Nearest(place);
    }

    /// <summary>Four digits; a program that takes them for a number leaves out the first nought.</summary>
    private static string? Code(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.Number } number => number.TryGetDecimal(out var digits) ? digits.ToString("0000", CultureInfo.InvariantCulture) : null,
        { ValueKind: JsonValueKind.String } text when text.GetString()!.Trim() is { Length: > 0 } code => code.Length == 3 && code.All(char.IsAsciiDigit) ? $"0{code}" : code,
        _ => null,
    };

    private static bool Same(string found, string name) => string.Equals(found.Replace("_", "", StringComparison.Ordinal), name.Replace("_", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);

    private static JsonElement? Part(JsonElement? whole, string name) =>
        whole is { ValueKind: JsonValueKind.Object } there && there.TryGetProperty(name, out var part) ? part : null;

    private static string? Text(JsonElement? value) => value is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
