using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace EdmundRuntime.Runtime;

/// <summary>How values are written in paths, queries, header fields, cookies and forms: all styles, with and without explode.</summary>
internal static class ParameterText
{
    // What URLs reserve and what does not part them in this place (RFC 3986, sections 2.2, 3.3 and 3.4).
    private const string ReservedInPaths = ":@!$&'()*+,;=";
    private const string ReservedInQueries = ":/?@!$'()*,;=";

    private static readonly Regex InPath = new(@"\{[^{}]*\}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = JsonText.MaxDepth + 1 };

    /// <summary>The names and values for a query or a form, encoded; none for null.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Pairs(ParameterShape shape, object? value)
    {
        string Encode(string text) => Encoded(text, shape.AllowsReserved ? ReservedInQueries : string.Empty);
        var name = Encoded(shape.Name);
        switch (Plain(value))
        {
            case null:
                return shape is { Style: ParameterStyle.Content, MediaType: { } type } && IsJson(type) ? [KeyValuePair.Create(name, "null")] : [];
            case var raw when shape.Style == ParameterStyle.Content:
                return [KeyValuePair.Create(name, Encode(ContentOf(raw, shape.MediaType)))];
            case JsonMap or JsonList when shape.Style == ParameterStyle.DeepObject:
                return Deep(name, value, Encode);
            case JsonMap map when shape.Explode:
                return Members(map).Select(member => KeyValuePair.Create(Encoded(member.Key), Encode(member.Value)));
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

    /// <summary>The path of a call, with the values on the way there.</summary>
    /// <exception cref="ArgumentException">A value cannot stand in a path.</exception>
    public static string Path(CallShape call, IReadOnlyList<object?> keys)
    {
        var at = 0;
        var path = InPath.Replace(call.Path, _ => Segment(call.Keys[at], keys[at++]));
        return path.Split('/').Any(segment => segment is "." or "..")
            ? throw new ArgumentException("a value in the path would be another place in the tree")
            : path;
    }

    /// <summary>A value in a path, encoded.</summary>
    /// <exception cref="ArgumentException">It is null or empty, or would be another place in the tree.</exception>
    public static string Segment(ParameterShape shape, object? value)
    {
        string Encode(string text) => Encoded(text, shape.AllowsReserved ? ReservedInPaths : string.Empty);
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
    public static string? Field(ParameterShape shape, object? value)
    {
        if (Plain(value) is not { } raw)
        {
            return null;
        }
        if (shape.Style == ParameterStyle.Content)
        {
            return ContentOf(raw, shape.MediaType);
        }
        var text = Joined(raw, shape, string.Empty, ",", part => part);
        return text.Length == 0 && raw is JsonMap or JsonList ? null : text;
    }

    /// <summary>All of a query as one value: a form, or what the media type says.</summary>
    public static string WholeQuery(ParameterShape shape, object? value) => Plain(value) switch
    {
        null => string.Empty,
        JsonMap map when shape.MediaType is not { } type || !IsJson(type) => string.Join('&', map
            .SelectMany(member => Pairs(new ParameterShape(member.Key, ParameterPlace.Query, ParameterStyle.Form, true), member.Value))
            .Select(pair => $"{pair.Key}={pair.Value}")),
        var raw => Encoded(ContentOf(raw, shape.MediaType)),
    };

    /// <summary>JSON text as it is, for places that encode it once more.</summary>
    public static string JsonOf(object? raw) => Codecs.Node(raw)?.ToJsonString(Readable) ?? "null";

    /// <summary>The text of a scalar; anything else as JSON.</summary>
    public static string TextOf(object? raw) => Scalars.Text(raw) ?? JsonOf(raw);

    /// <summary>Everything but letters, digits, <c>-._~</c> and what is <paramref name="kept"/> percent-encoded (RFC 3986, section 2.3).</summary>
    public static string Encoded(string text, string kept = "")
    {
        if (kept.Length == 0)
        {
            return Uri.EscapeDataString(text);
        }
        var encoded = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var isEscape = text[at] == '%' && at + 2 < text.Length && char.IsAsciiHexDigit(text[at + 1]) && char.IsAsciiHexDigit(text[at + 2]);
            if (isEscape || kept.Contains(text[at], StringComparison.Ordinal))
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
        var name = Encoded(shape.Name);
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

    /// <summary>Members, and items by their places, in brackets behind the name, to any depth.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Deep(string name, object? value, Func<string, string> encode)
    {
        var below = Plain(value) switch
        {
            JsonMap map => map.Select(member => (member.Key, member.Value)),
            JsonList list => list.Select((item, at) => (at.ToString(CultureInfo.InvariantCulture), item)),
            _ => null,
        };
        if (below is not null)
        {
            return below.SelectMany(part => Deep($"{name}%5B{Encoded(part.Item1)}%5D", part.Item2, encode));
        }
        return Plain(value) is { } scalar ? [KeyValuePair.Create(name, encode(TextOf(scalar)))] : [];
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
        raw is string text && mediaType is not null && !IsJson(mediaType) ? text : JsonOf(raw);

    private static bool IsJson(string mediaType) => mediaType.Contains("json", StringComparison.OrdinalIgnoreCase);
}
