using System;
using System.Linq;

namespace Microsoft.Graph.Runtime;

/// <summary>Whether a JSON value is a GeoJSON object of an Edm.Geography or Edm.Geometry type (RFC 7946).</summary>
internal static class ValidationSpatial
{
    private const string Collection = "GeometryCollection";

    /// <summary>What keeps a value from being of the spatial type, in words; null when nothing does.</summary>
    public static string? Check(string type, object? value)
    {
        var kind = type.Replace("Edm.Geography", string.Empty, StringComparison.Ordinal).Replace("Edm.Geometry", string.Empty, StringComparison.Ordinal);
        var wanted = kind == "Collection" ? Collection : kind;
        if (value is not JsonMap map)
        {
            return $"a GeoJSON object is expected for {type}";
        }
        map.TryGetValue("type", out var named);
        if (named is not string found || (Depth(found) < 0 && found != Collection))
        {
            return "the GeoJSON object names no geometry in its type";
        }
        if (wanted.Length > 0 && found != wanted)
        {
            return $"the GeoJSON object is no {wanted}";
        }
        if (found == Collection)
        {
            map.TryGetValue("geometries", out var geometries);
            return CheckCollection(geometries);
        }
        map.TryGetValue("coordinates", out var coordinates);
        return IsNestOfPositions(coordinates, Depth(found)) ? null : $"the coordinates are not those of a {found}";
    }

    /// <summary>How deep a position lies in the coordinates; -1 for what is no such geometry.</summary>
    private static int Depth(string kind) => kind switch
    {
        "Point" => 0,
        "LineString" or "MultiPoint" => 1,
        "Polygon" or "MultiLineString" => 2,
        "MultiPolygon" => 3,
        _ => -1,
    };

    private static string? CheckCollection(object? geometries)
    {
        if (geometries is not JsonList items)
        {
            return "a GeometryCollection has an array of geometries";
        }
        foreach (var item in items)
        {
            // A collection within a collection is allowed but discouraged; deeper ones are not looked into.
            if (item is JsonMap map && map.TryGetValue("type", out var kind) && kind is Collection)
            {
                continue;
            }
            if (Check("Edm.Geometry", item) is { } problem)
            {
                return problem;
            }
        }
        return null;
    }

    private static bool IsNestOfPositions(object? value, int depth)
    {
        if (value is not JsonList items)
        {
            return false;
        }
        return depth > 0 ? items.TrueForAll(item => IsNestOfPositions(item, depth - 1)) : items.Count >= 2 && items.All(item => item is JsonNumber);
    }
}
