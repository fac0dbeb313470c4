using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace EdmundRuntime.Runtime;

/// <summary>How values are written in paths, queries, header fields, cookies and forms: all styles, with and without explode.</summary>
internal static class ParameterText
{
    private const string Reserved = ":/?#[]@!$&'()*+,;=";

    /// <summary>The names and values for a query or a form, encoded; none for null.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Pairs(ParameterShape shape, object? value)
    {
        string Encode(string text) => Encoded(text, shape.AllowsReserved);
        var name = Encoded(shape.Name, false);
        switch (Plain(value))
        {
            case null:
                return [];
            case var raw when shape.Style == ParameterStyle.Content:
                return [KeyValuePair.Create(name, Encode(ContentOf(raw, shape.MediaType)))];
            case JsonMap map when shape.Style == ParameterStyle.DeepObject:
                return Deep(name, map, Encode);
            case JsonMap map when shape.Explode:
                return Members(map).Select(member => KeyValuePair.Create(Encoded(member.Key, false), Encode(member.Value)));
            case JsonMap map:
                var flat = Members(map).SelectMany(member => new[] { member.Key, member.Value }).Select(Encode).ToList();
                return flat.Count == 0 ? [] : [KeyValuePair.Create(name, string.Join(Delimiter(shape.Style), flat))];
            case JsonList list when shape.Explode:
                return Texts(list).Select(item => KeyValuePair.Create(name, Encode(item)));
            case JsonList list:
                var items = Texts(list).Select(Encode).ToList();
                return items.Count == 0 ? [] : [KeyValuePair.Create(name, string.Join(Delimiter(shape.Style), items))];
            case var scalar:
                return [KeyValuePair.Create(name, Encode(TextOf(scalar)))];
        }
    }

    /// <summary>A value in a path, encoded.</summary>
    /// <exception cref="ArgumentException">It is null or empty, or would be another place in the tree.</exception>
    public static string Segment(ParameterShape shape, object? value)
    {
        string Encode(string text) => Encoded(text, shape.AllowsReserved);
        var raw = Plain(value) ?? throw new ArgumentException($"'{shape.Name}' in the path has a value");
        var text = shape.Style switch
        {
            ParameterStyle.Label => Joined(raw, shape, ".", shape.Explode ? "." : ",", Encode),
            ParameterStyle.Matrix => Matrix(raw, shape, Encode),
            ParameterStyle.Content => Encode(ContentOf(raw, shape.MediaType)),
            _ => Joined(raw, shape, string.Empty, ",", Encode),
        };
        return text.Length > 0 ? text : throw new ArgumentException($"'{shape.Name}' in the path is empty");
    }

    /// <summary>The value of a header field, not encoded; null for none.</summary>
    public static string? Field(ParameterShape shape, object? value) => Plain(value) is not { } raw
        ? null
        : shape.Style == ParameterStyle.Content ? ContentOf(raw, shape.MediaType) : Joined(raw, shape, string.Empty, ",", text => text);

    /// <summary>The text of a scalar; anything else as JSON.</summary>
    public static string TextOf(object? raw) => Scalars.Text(raw) ?? JsonOf(raw);

    /// <summary>Everything but letters, digits and <c>-._~</c> percent-encoded (RFC 3986, section 2.3), with <paramref name="reserved"/> also not what URLs reserve.</summary>
    public static string Encoded(string text, bool reserved)
    {
        if (!reserved)
        {
            return Uri.EscapeDataString(text);
        }
        var encoded = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var isEscape = text[at] == '%' && at + 2 < text.Length && char.IsAsciiHexDigit(text[at + 1]) && char.IsAsciiHexDigit(text[at + 2]);
            if (isEscape || Reserved.Contains(text[at]))
            {
                encoded.Append(text[at]);
                continue;
            }
            var length = char.IsHighSurrogate(text[at]) && at + 1 < text.Length ? 2 : 1;
            encoded.Append(Uri.EscapeDataString(text.Substring(at, length)));
            at += length - 1;
        }
        return encoded.ToString();
    }

    /// <summary>What is behind a value that callers hold: JSON as maps, lists and scalars.</summary>
    public static object? Plain(object? value) => value switch
    {
        ITypedList typed => List(typed.Wire()),
        IWireValue typed => Plain(typed.Wire()),
        Model model => model.RawMembers,
        System.Text.Json.Nodes.JsonNode node => JsonText.Parse(node.ToJsonString()),
        _ => value,
    };

    private static JsonList List(IEnumerable<object?> items)
    {
        var list = new JsonList();
        list.AddRange(items);
        return list;
    }

    private static string Joined(object raw, ParameterShape shape, string start, string delimiter, Func<string, string> encode)
    {
        var parts = raw switch
        {
            JsonList list => Texts(list).Select(encode).ToList(),
            JsonMap map when shape.Explode => Members(map).Select(member => $"{encode(member.Key)}={encode(member.Value)}").ToList(),
            JsonMap map => Members(map).SelectMany(member => new[] { encode(member.Key), encode(member.Value) }).ToList(),
            _ => [encode(TextOf(raw))],
        };
        return parts.Count == 0 ? string.Empty : start + string.Join(delimiter, parts);
    }

    private static string Matrix(object raw, ParameterShape shape, Func<string, string> encode)
    {
        var name = Encoded(shape.Name, false);
        string Pair(string key, string value) => value.Length == 0 ? $";{key}" : $";{key}={value}";
        switch (raw)
        {
            case JsonMap map when shape.Explode:
                return string.Concat(Members(map).Select(member => Pair(encode(member.Key), encode(member.Value))));
            case JsonList list when shape.Explode:
                return string.Concat(Texts(list).Select(item => Pair(name, encode(item))));
            default:
                var joined = Joined(raw, shape with { Explode = false }, string.Empty, ",", encode);
                return raw is JsonMap or JsonList && joined.Length == 0 ? string.Empty : Pair(name, joined);
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Deep(string name, JsonMap map, Func<string, string> encode)
    {
        foreach (var (key, value) in map)
        {
            var below = $"{name}%5B{Encoded(key, false)}%5D";
            switch (Plain(value))
            {
                case null:
                    break;
                case JsonMap inner:
                    foreach (var pair in Deep(below, inner, encode))
                    {
                        yield return pair;
                    }
                    break;
                case JsonList list:
                    foreach (var item in Texts(list))
                    {
                        yield return KeyValuePair.Create(below, encode(item));
                    }
                    break;
                case var scalar:
                    yield return KeyValuePair.Create(below, encode(TextOf(scalar)));
                    break;
            }
        }
    }

    private static string Delimiter(ParameterStyle style) => style switch
    {
        ParameterStyle.SpaceDelimited => "%20",
        ParameterStyle.PipeDelimited => "%7C",
        ParameterStyle.TabDelimited => "%09",
        _ => ",",
    };

    private static IEnumerable<string> Texts(JsonList list) => list.Select(Plain).Where(item => item is not null).Select(TextOf);

    private static IEnumerable<KeyValuePair<string, string>> Members(JsonMap map) => map
        .Select(member => KeyValuePair.Create(member.Key, Plain(member.Value)))
        .Where(member => member.Value is not null)
        .Select(member => KeyValuePair.Create(member.Key, TextOf(member.Value)));

    private static string ContentOf(object raw, string? mediaType) =>
        raw is string text && mediaType is not null && !mediaType.Contains("json", StringComparison.OrdinalIgnoreCase) ? text : JsonOf(raw);

    private static string JsonOf(object? raw) => Encoding.UTF8.GetString(JsonText.Write(raw));
}
