using System;
using System.Collections.Generic;
using System.Linq;

namespace EdmundRuntime.Runtime;

/// <summary>JSON of 4.01 as services of OData 1 to 3 take it ([MS-ODATA], 2.2.6.3).</summary>
internal static class OlderBodies
{
    private const string Bound = "@odata.bind";

    /// <summary>A body.</summary>
    /// <param name="json">Its text as 4.01 has it.</param>
    /// <param name="type">That of the object; null where none is known.</param>
    public static byte[] Of(byte[] json, ModelType? type) => JsonText.Write(Made(JsonText.Parse(json), type));

    /// <summary>The body of a whole collection: its items, without an object around them.</summary>
    public static byte[] OfCollection(byte[] json, ModelType type)
    {
        ((JsonMap)JsonText.Parse(json)!).TryGetValue("value", out var items);
        return JsonText.Write(Made(items, type));
    }

    /// <summary>The arguments of a service operation as query options; what is null or was not set is left out.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Arguments(Model body)
    {
        var found = new List<KeyValuePair<string, string>>();
        foreach (var (name, value) in (JsonMap)JsonText.Parse(JsonText.Write(body))!)
        {
            if (value is not null && body.ModelInfo.Find(name) is { } shape)
            {
                found.Add(KeyValuePair.Create(name, Literals.OlderLiteral(value, shape.Wire ?? shape.Type).ToString()));
            }
        }
        return found;
    }

    private static object? Made(object? json, ModelType? type)
    {
        if (json is JsonList items)
        {
            return ListOf(items.Select(item => Made(item, type)));
        }
        if (json is not JsonMap members)
        {
            return json;
        }
        var made = new JsonMap();
        if (members.TryGetValue("@odata.type", out var named) && named is string text)
        {
            var name = SchemaTable.PlainName(text);
            made["__metadata"] = new JsonMap { ["type"] = name };
            type = SchemaTable.Find(name) ?? type;
        }
        else if (type is null or { IsPayload: true } && members.TryGetValue("@odata.id", out var uri))
        {
            return new JsonMap { ["uri"] = uri };
        }
        foreach (var (name, value) in members)
        {
            var at = name.IndexOf('@', StringComparison.Ordinal);
            if (at < 0)
            {
                made[name] = Declared(value, type?.Find(name));
            }
            else if (at > 0 && name[at..] == Bound)
            {
                made[name[..at]] = Linked(value);
            }
        }
        return made;
    }

    private static object? Declared(object? value, PropertyShape? shape)
    {
        if (shape is null)
        {
            return value;
        }
        var isPrimitive = shape.Type.StartsWith("Edm.", StringComparison.Ordinal);
        object? Written(object? one) => isPrimitive
            ? OlderValues.Sent(one, shape.Wire ?? shape.Type, SchemaTable.Older)
            : Made(one, SchemaTable.Find(shape.Type));
        return value is JsonList items ? Collection(items.Select(Written)) : Written(value);
    }

    private static object Linked(object? urls)
    {
        static JsonMap Link(object? url) => new() { ["__metadata"] = new JsonMap { ["uri"] = url } };
        return urls is JsonList list ? Collection(list.Select(Link)) : Link(urls);
    }

    private static object Collection(IEnumerable<object?> items) =>
        SchemaTable.Older.WrapsCollections ? new JsonMap { ["results"] = ListOf(items) } : ListOf(items);

    private static JsonList ListOf(IEnumerable<object?> items)
    {
        var list = new JsonList();
        list.AddRange(items);
        return list;
    }
}
