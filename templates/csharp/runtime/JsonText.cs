using System;
using System.Buffers;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EdmundRuntime.Runtime;

/// <summary>The text is not JSON, or not JSON of the kind expected.</summary>
public sealed class JsonTextException : FormatException
{
    /// <summary>An exception with a message, which never repeats the text.</summary>
    public JsonTextException(string message)
        : base(message)
    {
    }
}

/// <summary>JSON text in and out of models, exactly: no number is rounded, nothing dropped.</summary>
internal static class JsonText
{
    public const int MaxDepth = 900;

    /// <summary>
    /// The value of a JSON text in UTF-8. Of several members of one name the last counts, or with
    /// <paramref name="isUnique"/> they are refused (RFC 8259, section 4: what a reader makes of them is not predictable).
    /// </summary>
    public static object? Parse(ReadOnlySpan<byte> utf8, bool isUnique = false)
    {
        if (utf8.StartsWith("\uFEFF"u8))
        {
            utf8 = utf8[3..];
        }
        try
        {
            var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
            reader.Read();
            var value = ReadValue(ref reader, isUnique);
            if (reader.Read())
            {
                throw new JsonTextException("not JSON: more than one value");
            }
            return value;
        }
        catch (JsonException error)
        {
            // The reader's own message may quote the text, which may hold secrets.
            throw new JsonTextException($"not JSON: byte {error.BytePositionInLine} of line {error.LineNumber}");
        }
        catch (InvalidOperationException)
        {
            throw new JsonTextException("not JSON: text that is no Unicode");
        }
    }

    public static object? Parse(string text) => Parse(Encoding.UTF8.GetBytes(text));

    private static object? ReadValue(ref Utf8JsonReader reader, bool isUnique)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var map = new JsonMap();
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var name = reader.GetString()!;
                    reader.Read();
                    if (isUnique && map.ContainsKey(name))
                    {
                        throw new JsonTextException("an object has several members of one name");
                    }
                    map[name] = ReadValue(ref reader, isUnique);
                }
                return map;
            case JsonTokenType.StartArray:
                var list = new JsonList();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    list.Add(ReadValue(ref reader, isUnique));
                }
                return list;
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.Number:
                return new JsonNumber(Encoding.ASCII.GetString(reader.ValueSpan));
            case JsonTokenType.True:
                return true;
            case JsonTokenType.False:
                return false;
            default:
                return null;
        }
    }

    /// <summary>
    /// JSON text (ASCII) of a value. A model at the root says its type when it is not the one called
    /// <paramref name="declared"/>; with null it does not.
    /// </summary>
    public static byte[] Write(object? value, string? declared = null)
    {
        var buffer = new ArrayBufferWriter<byte>();
        try
        {
            using var writer = new Utf8JsonWriter(buffer);
            WriteValue(writer, value, value is Model model ? declared ?? model.ModelInfo.Name : null);
        }
        catch (InvalidOperationException)
        {
            throw new JsonTextException("the values are nested too deeply");
        }
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>JSON text of models as a collection (OData JSON Format 4.01, section 14).</summary>
    public static byte[] WriteCollection(IEnumerable<Model> items, string? declared)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("value");
            foreach (var item in items)
            {
                WriteValue(writer, item, declared);
            }
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteValue(Utf8JsonWriter writer, object? value, string? declared)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(Sound(text));
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case JsonNumber number:
                writer.WriteRawValue(number.Text, skipInputValidation: true);
                break;
            case Model model:
                WriteModel(writer, model, declared);
                break;
            case JsonMap map:
                writer.WriteStartObject();
                foreach (var (name, member) in map)
                {
                    writer.WritePropertyName(Sound(name));
                    WriteValue(writer, member, null);
                }
                writer.WriteEndObject();
                break;
            case ITypedList typed:
                WriteList(writer, typed.Wire(), declared);
                break;
            case JsonList list:
                WriteList(writer, list, declared);
                break;
            case IWireValue typed:
                WriteValue(writer, typed.Wire(), declared);
                break;
            case JsonNode node:
                node.WriteTo(writer);
                break;
            default:
                WriteValue(writer, JsonValues.Wire(value), null);
                break;
        }
    }

    private static void WriteList(Utf8JsonWriter writer, IEnumerable<object?> items, string? declared)
    {
        writer.WriteStartArray();
        foreach (var item in items)
        {
            WriteValue(writer, item, declared);
        }
        writer.WriteEndArray();
    }

    private static void WriteModel(Utf8JsonWriter writer, Model model, string? declared)
    {
        writer.WriteStartObject();
        if (TypeMember.Told(model, declared) is { } told)
        {
            writer.WriteString(told.Key, told.Value);
        }
        foreach (var (name, member) in model.RawMembers)
        {
            writer.WritePropertyName(Sound(name));
            WriteValue(writer, member, model.ModelInfo.Find(name)?.Type);
        }
        writer.WriteEndObject();
    }

    /// <summary>The text, which the writer would change without a word if it held half a character.</summary>
    private static string Sound(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsSurrogate(text[at]))
            {
                continue;
            }
            if (!char.IsHighSurrogate(text[at]) || at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1]))
            {
                throw new JsonTextException("text with a lone surrogate cannot be sent");
            }
            at++;
        }
        return text;
    }
}

/// <summary>Values of .NET and of JSON, where no property says which type is meant.</summary>
internal static class JsonValues
{
    /// <summary>What callers see of an undeclared value: text, bool, long, decimal, double or a JsonNode.</summary>
    public static object? Shown(object? value)
    {
        switch (value)
        {
            case JsonNumber number:
                if (long.TryParse(number.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
                {
                    return whole;
                }
                return Primitives.TryDecimal(number.Text, out var exact)
                    ? exact
                    : double.Parse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture);
            case JsonMap or JsonList or ITypedList or IWireValue:
                return JsonNode.Parse(JsonText.Write(value));
            default:
                return value;
        }
    }

    /// <summary>The JSON value for one of .NET's that a caller put among the additional data.</summary>
    public static object? Wire(object? value)
    {
        switch (value)
        {
            case null or string or bool or JsonNumber or JsonMap or JsonList or ITypedList or IWireValue or Model or JsonNode:
                return value;
            case JsonElement element:
                return JsonText.Parse(element.GetRawText());
            case IOpenEnum member:
                return member.Text;
            case byte or sbyte or short or ushort or int or uint or long or ulong:
                return new JsonNumber(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture));
            case float number:
                return Primitives.Single.Write(number);
            case double number:
                return Primitives.Double.Write(number);
            case decimal number:
                return Primitives.Decimal.Write(number);
            case DateTimeOffset moment:
                return Primitives.DateTimeOffset.Write(moment);
            case DateTime moment:
                return Primitives.DateTimeOffset.Write(new DateTimeOffset(moment));
            case DateOnly date:
                return Primitives.Date.Write(date);
            case TimeOnly time:
                return Primitives.TimeOfDay.Write(time);
            case TimeSpan length:
                return Primitives.Duration.Write(length);
            case Guid guid:
                return Primitives.Guid.Write(guid);
            case byte[] data:
                return Primitives.Binary.Write(data);
            case IDictionary<string, object> members:
                var map = new JsonMap();
                foreach (var (name, member) in members)
                {
                    map[name] = Wire(member);
                }
                return map;
            case IEnumerable items:
                var list = new JsonList();
                foreach (var item in items)
                {
                    list.Add(Wire(item));
                }
                return list;
            default:
                throw new ArgumentException($"a {value.GetType().Name} is no JSON value");
        }
    }

    /// <summary>What kind of thing a value is, in words; never the value itself.</summary>
    public static string Kind(object? value) => value switch
    {
        null => "null",
        bool => "a boolean",
        string => "a string",
        JsonMap or Model => "an object",
        JsonList or ITypedList => "a list",
        JsonNumber => "a number",
        _ => $"a {value.GetType().Name}",
    };
}
