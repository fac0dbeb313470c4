using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace EdmundRuntime.Runtime;

/// <summary>JSON of OData 1 to 3, verbose and light, as that of 4.01, of which models are made ([MS-ODATA], 2.2.6.3 and 2.2.6.5).</summary>
internal static class OlderAnswers
{
    private static readonly Dictionary<string, string> Controls = new(StringComparer.Ordinal)
    {
        ["uri"] = "@odata.id",
        ["etag"] = "@odata.etag",
        ["media_src"] = "@odata.mediaReadLink",
        ["edit_media"] = "@odata.mediaEditLink",
        ["content_type"] = "@odata.mediaContentType",
        ["media_etag"] = "@odata.mediaEtag",
    };

    /// <summary>An answer as 4.01 has it: a collection is an object with <c>value</c>, as a primitive is; null for none.</summary>
    /// <param name="json">The answer.</param>
    /// <param name="type">That of the object, of a page, or of what holds an operation's value; null where none is known.</param>
    public static object? Of(object? json, ModelType? type)
    {
        var value = type is { IsPayload: true } ? type.Find("value") : null;
        var item = value is null ? type : SchemaTable.Find(value.Type);
        if (json is not JsonMap members || !members.TryGetValue("d", out var verbose))
        {
            return OfLight(json, item);
        }
        switch (Unwrapped(verbose, item))
        {
            case null:
                return null;
            case JsonList list:
                return new JsonMap { ["value"] = Items(list, value, item) };
            case JsonMap page when page.TryGetValue("results", out var results) && results is JsonList list:
                return Page(page, Items(list, value, item));
            case JsonMap map:
                var made = Object(map, item);
                return type is { IsPage: true } ? new JsonMap { ["value"] = new JsonList { made } } : made;
            case { } single:
                return new JsonMap { ["value"] = Declared(single, value) };
        }
    }

    private static JsonMap Page(JsonMap page, JsonList items)
    {
        var made = new JsonMap();
        if (page.TryGetValue("__count", out var count))
        {
            made["@odata.count"] = Count(count);
        }
        made["value"] = items;
        if (page.TryGetValue("__next", out var next) && next is string { Length: > 0 })
        {
            made["@odata.nextLink"] = next;
        }
        return made;
    }

    private static JsonList Items(JsonList items, PropertyShape? shape, ModelType? type)
    {
        var list = new JsonList();
        list.AddRange(items.Select(item => item is JsonMap map ? Object(map, type) : Declared(item, shape)));
        return list;
    }

    private static object? Count(object? count) =>
        count is string text && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? new JsonNumber(text) : count;

    /// <summary>An answer in 3.0's light JSON: as that of 4.0 but for values, and for the <c>@</c> before its annotations.</summary>
    private static object? OfLight(object? json, ModelType? type)
    {
        if (json is not JsonMap members)
        {
            return json is null ? null : new JsonMap { ["value"] = json };
        }
        var isList = members.TryGetValue("value", out var found) && found is JsonList;
        var made = new JsonMap();
        foreach (var (name, value) in isList ? members : Object(members, type))
        {
            var isControl = name.StartsWith("odata.", StringComparison.Ordinal);
            var said = name == "odata.count" ? Count(value) : isList && name == "value" ? Items((JsonList)found!, null, type) : value;
            made[isControl ? $"@{name}" : name] = said;
        }
        return made;
    }

    /// <summary>What a service operation answers stands in a member of the operation's name.</summary>
    private static object? Unwrapped(object? verbose, ModelType? type)
    {
        if (verbose is not JsonMap { Count: 1 } members)
        {
            return verbose;
        }
        var (name, value) = members.Single();
        return name is "results" or "__metadata" or "uri" || type?.Find(name) is not null ? verbose : value;
    }

    private static JsonMap Object(JsonMap members, ModelType? type)
    {
        var made = new JsonMap();
        if (members.TryGetValue("__metadata", out var found) && found is JsonMap metadata)
        {
            if (metadata.TryGetValue("type", out var named) && named is string name && !name.StartsWith("Edm.", StringComparison.Ordinal))
            {
                made["@odata.type"] = $"#{name}";
                type = SchemaTable.Find(SchemaTable.PlainName(name)) ?? type;
            }
            AddControls(made, string.Empty, metadata);
        }
        else if (type is null or { IsPayload: true } && members.Count == 1 && members.TryGetValue("uri", out var uri))
        {
            made["@odata.id"] = uri;
            return made;
        }
        foreach (var (name, value) in members)
        {
            if (name != "__metadata")
            {
                AddMember(made, name, value, type?.Find(name));
            }
        }
        return made;
    }

    private static void AddControls(JsonMap made, string owner, JsonMap metadata)
    {
        foreach (var (name, control) in Controls)
        {
            if (metadata.TryGetValue(name, out var value) && value is string)
            {
                made[owner + control] = value;
            }
        }
    }

    private static void AddMember(JsonMap made, string name, object? value, PropertyShape? shape)
    {
        if (value is JsonMap map)
        {
            if (map.TryGetValue("__deferred", out var found) && found is JsonMap deferred)
            {
                deferred.TryGetValue("uri", out var uri);
                made[$"{name}@odata.navigationLink"] = uri;
                return;
            }
            if (map.TryGetValue("__mediaresource", out found) && found is JsonMap resource)
            {
                AddControls(made, name, resource);
                return;
            }
            if (map.TryGetValue("results", out found) && found is JsonList results)
            {
                if (map.TryGetValue("__next", out var next) && next is string { Length: > 0 })
                {
                    made[$"{name}@odata.nextLink"] = next;
                }
                value = results;
            }
        }
        made[name] = Declared(value, shape);
    }

    /// <summary>A value, or the items of a list, by what the schema says of it.</summary>
    private static object? Declared(object? value, PropertyShape? shape)
    {
        if (value is JsonList items)
        {
            var list = new JsonList();
            list.AddRange(items.Select(item => Declared(item, shape)));
            return list;
        }
        var type = shape?.Type ?? string.Empty;
        return value is JsonMap map ? Object(map, SchemaTable.Find(type)) : OlderValues.Answered(value, type, shape?.Wire ?? type);
    }
}
