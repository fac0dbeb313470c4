using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EdmundRuntime.Runtime;

/// <summary>Literals of queries (OData ABNF): a value as text that means it and nothing else, whatever it holds. Not encoded.</summary>
internal static class QueryLiterals
{
    /// <summary>The literal of a value that is compared with one of a type of the schema; null where that is not known.</summary>
    /// <exception cref="ArgumentException">There is no literal for such a value.</exception>
    public static string Of(object? value, string? type)
    {
#if OLDER
        if (OlderQueries.IsTyped(value))
        {
            return OlderQueries.Literal(value!, type);
        }
#endif
        switch (value)
        {
            case null:
                return "null";
            case IOpenEnum member:
                var isNamed = SchemaTable.QualifiesEnumerations && type is not null && !type.StartsWith("Edm.", StringComparison.Ordinal);
                return (isNamed ? type : string.Empty) + Quoted(member.Text);
            case JsonNode shape when type is not null && IsShape(type):
                return Shape(shape, type);
            case JsonValue scalar when scalar.GetValueKind() is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False:
                return scalar.ToJsonString();
            case JsonValue scalar when scalar.GetValueKind() == JsonValueKind.String:
                return Quoted((string)scalar!);
            case DateTime day when day.TimeOfDay == TimeSpan.Zero && type is "Edm.Date":
                return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            case DateTime:
                throw new ArgumentException("a time without an offset is no moment: use DateTimeOffset or DateOnly", nameof(value));
            case byte[]:
                return $"binary'{Text(value)}'";
            case TimeSpan:
                return $"duration'{Text(value)}'";
            case string text:
                return Quoted(text);
            default:
                return Text(value);
        }
    }

    /// <summary>Whether values of a type are shapes, on the earth or on a plane.</summary>
    public static bool IsShape(string type) => type.StartsWith("Edm.Geography", StringComparison.Ordinal) || type.StartsWith("Edm.Geometry", StringComparison.Ordinal);

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Text(object value) => JsonValues.Wire(value) switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        JsonNumber number => number.Text,
        _ => throw new ArgumentException($"a query has no literal for {value.GetType().Name}", nameof(value)),
    };

    /// <summary>A shape as GeoJSON has it (RFC 7946), in the text of OData: <c>geography'SRID=4326;Point(142.1 64.1)'</c>.</summary>
    private static string Shape(JsonNode shape, string type)
    {
        var isGeography = type.StartsWith("Edm.Geography", StringComparison.Ordinal);
        var kind = type[(isGeography ? "Edm.Geography" : "Edm.Geometry").Length..];
        if (kind.Length > 0 && (string?)shape["type"] != (kind == "Collection" ? "GeometryCollection" : kind))
        {
            throw new ArgumentException($"the value is no {type}", nameof(shape));
        }
        return $"{(isGeography ? "geography" : "geometry")}'SRID={System(shape) ?? (isGeography ? "4326" : "0")};{Figure(shape)}'";
    }

    /// <summary>The number in a name such as <c>EPSG:4326</c>.</summary>
    private static string? System(JsonNode shape)
    {
        var name = (string?)shape["crs"]?["properties"]?["name"];
        var number = name?[(name.LastIndexOf(':') + 1)..];
        return number is { Length: > 0 and < 10 } && number.All(char.IsAsciiDigit) ? number : null;
    }

    private static string Figure(JsonNode? shape)
    {
        var points = shape?["coordinates"];
        return (string?)shape?["type"] switch
        {
            "Point" => $"Point({Position(points)})",
            "LineString" => $"LineString{Positions(points)}",
            "Polygon" => $"Polygon({Joined(points, Positions)})",
            "MultiPoint" => $"MultiPoint({Joined(points, each => $"({Position(each)})")})",
            "MultiLineString" => $"MultiLineString({Joined(points, Positions)})",
            "MultiPolygon" => $"MultiPolygon({Joined(points, each => $"({Joined(each, Positions)})")})",
            "GeometryCollection" => $"Collection({Joined(shape["geometries"], Figure)})",
            _ => throw new ArgumentException("the value is no shape of GeoJSON", nameof(shape)),
        };
    }

    private static string Positions(JsonNode? points) => $"({Joined(points, Position)})";

    private static string Position(JsonNode? point) => string.Join(' ', Items(point).Select(Number));

    private static string Joined(JsonNode? list, Func<JsonNode?, string> written) => string.Join(',', Items(list).Select(written));

    private static IEnumerable<JsonNode?> Items(JsonNode? list) => list as JsonArray ?? throw new ArgumentException("the coordinates are not those of GeoJSON", nameof(list));

    private static string Number(JsonNode? number) => number?.GetValueKind() == JsonValueKind.Number
        ? number.ToJsonString()
        : throw new ArgumentException("a coordinate is a number", nameof(number));
}
