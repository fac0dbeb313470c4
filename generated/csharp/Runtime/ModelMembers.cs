using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;

namespace Microsoft.Graph.Runtime;

/// <summary>How generated properties get at the JSON object. Names are on the wire.</summary>
public abstract partial class Model
{
    private protected string? GetString(string name) => GetReference(name, Primitives.String);

    private protected void SetString(string name, string? value) => RawMembers[name] = value is null ? null : Primitives.String.Write(value);

    private protected List<string>? GetStringList(string name) => GetReferences(name, Primitives.String);

    private protected void SetStringList(string name, List<string>? value) => SetReferences(name, value, Primitives.String);

    private protected bool? GetBoolean(string name) => GetValue(name, Primitives.Boolean);

    private protected void SetBoolean(string name, bool? value) => RawMembers[name] = value is { } given ? Primitives.Boolean.Write(given) : null;

    private protected List<bool?>? GetBooleanList(string name) => GetValues(name, Primitives.Boolean);

    private protected void SetBooleanList(string name, List<bool?>? value) => SetValues(name, value, Primitives.Boolean);

    private protected byte? GetByte(string name) => GetValue(name, Primitives.Byte);

    private protected void SetByte(string name, byte? value) => RawMembers[name] = value is { } given ? Primitives.Byte.Write(given) : null;

    private protected List<byte?>? GetByteList(string name) => GetValues(name, Primitives.Byte);

    private protected void SetByteList(string name, List<byte?>? value) => SetValues(name, value, Primitives.Byte);

    private protected sbyte? GetSByte(string name) => GetValue(name, Primitives.SByte);

    private protected void SetSByte(string name, sbyte? value) => RawMembers[name] = value is { } given ? Primitives.SByte.Write(given) : null;

    private protected List<sbyte?>? GetSByteList(string name) => GetValues(name, Primitives.SByte);

    private protected void SetSByteList(string name, List<sbyte?>? value) => SetValues(name, value, Primitives.SByte);

    private protected short? GetInt16(string name) => GetValue(name, Primitives.Int16);

    private protected void SetInt16(string name, short? value) => RawMembers[name] = value is { } given ? Primitives.Int16.Write(given) : null;

    private protected List<short?>? GetInt16List(string name) => GetValues(name, Primitives.Int16);

    private protected void SetInt16List(string name, List<short?>? value) => SetValues(name, value, Primitives.Int16);

    private protected int? GetInt32(string name) => GetValue(name, Primitives.Int32);

    private protected void SetInt32(string name, int? value) => RawMembers[name] = value is { } given ? Primitives.Int32.Write(given) : null;

    private protected List<int?>? GetInt32List(string name) => GetValues(name, Primitives.Int32);

    private protected void SetInt32List(string name, List<int?>? value) => SetValues(name, value, Primitives.Int32);

    private protected long? GetInt64(string name) => GetValue(name, Primitives.Int64);

    private protected void SetInt64(string name, long? value) => RawMembers[name] = value is { } given ? Primitives.Int64.Write(given) : null;

    private protected List<long?>? GetInt64List(string name) => GetValues(name, Primitives.Int64);

    private protected void SetInt64List(string name, List<long?>? value) => SetValues(name, value, Primitives.Int64);

    private protected float? GetSingle(string name) => GetValue(name, Primitives.Single);

    private protected void SetSingle(string name, float? value) => RawMembers[name] = value is { } given ? Primitives.Single.Write(given) : null;

    private protected List<float?>? GetSingleList(string name) => GetValues(name, Primitives.Single);

    private protected void SetSingleList(string name, List<float?>? value) => SetValues(name, value, Primitives.Single);

    private protected double? GetDouble(string name) => GetValue(name, Primitives.Double);

    private protected void SetDouble(string name, double? value) => RawMembers[name] = value is { } given ? Primitives.Double.Write(given) : null;

    private protected List<double?>? GetDoubleList(string name) => GetValues(name, Primitives.Double);

    private protected void SetDoubleList(string name, List<double?>? value) => SetValues(name, value, Primitives.Double);

    private protected decimal? GetDecimal(string name) => GetValue(name, Primitives.Decimal);

    private protected void SetDecimal(string name, decimal? value) => RawMembers[name] = value is { } given ? Primitives.Decimal.Write(given) : null;

    private protected List<decimal?>? GetDecimalList(string name) => GetValues(name, Primitives.Decimal);

    private protected void SetDecimalList(string name, List<decimal?>? value) => SetValues(name, value, Primitives.Decimal);

    private protected DateTimeOffset? GetDateTimeOffset(string name) => GetValue(name, Primitives.DateTimeOffset);

    private protected void SetDateTimeOffset(string name, DateTimeOffset? value) => RawMembers[name] = value is { } given ? Primitives.DateTimeOffset.Write(given) : null;

    private protected List<DateTimeOffset?>? GetDateTimeOffsetList(string name) => GetValues(name, Primitives.DateTimeOffset);

    private protected void SetDateTimeOffsetList(string name, List<DateTimeOffset?>? value) => SetValues(name, value, Primitives.DateTimeOffset);

    private protected DateOnly? GetDate(string name) => GetValue(name, Primitives.Date);

    private protected void SetDate(string name, DateOnly? value) => RawMembers[name] = value is { } given ? Primitives.Date.Write(given) : null;

    private protected List<DateOnly?>? GetDateList(string name) => GetValues(name, Primitives.Date);

    private protected void SetDateList(string name, List<DateOnly?>? value) => SetValues(name, value, Primitives.Date);

    private protected TimeOnly? GetTimeOfDay(string name) => GetValue(name, Primitives.TimeOfDay);

    private protected void SetTimeOfDay(string name, TimeOnly? value) => RawMembers[name] = value is { } given ? Primitives.TimeOfDay.Write(given) : null;

    private protected List<TimeOnly?>? GetTimeOfDayList(string name) => GetValues(name, Primitives.TimeOfDay);

    private protected void SetTimeOfDayList(string name, List<TimeOnly?>? value) => SetValues(name, value, Primitives.TimeOfDay);

    private protected TimeSpan? GetDuration(string name) => GetValue(name, Primitives.Duration);

    private protected void SetDuration(string name, TimeSpan? value) => RawMembers[name] = value is { } given ? Primitives.Duration.Write(given) : null;

    private protected List<TimeSpan?>? GetDurationList(string name) => GetValues(name, Primitives.Duration);

    private protected void SetDurationList(string name, List<TimeSpan?>? value) => SetValues(name, value, Primitives.Duration);

    private protected Guid? GetGuid(string name) => GetValue(name, Primitives.Guid);

    private protected void SetGuid(string name, Guid? value) => RawMembers[name] = value is { } given ? Primitives.Guid.Write(given) : null;

    private protected List<Guid?>? GetGuidList(string name) => GetValues(name, Primitives.Guid);

    private protected void SetGuidList(string name, List<Guid?>? value) => SetValues(name, value, Primitives.Guid);

    private protected byte[]? GetBinary(string name) => GetReference(name, Primitives.Binary);

    private protected void SetBinary(string name, byte[]? value) => RawMembers[name] = value is null ? null : Primitives.Binary.Write(value);

    private protected List<byte[]>? GetBinaryList(string name) => GetReferences(name, Primitives.Binary);

    private protected void SetBinaryList(string name, List<byte[]>? value) => SetReferences(name, value, Primitives.Binary);

    private protected T? GetEnum<T>(string name)
        where T : struct, IOpenEnum<T> => GetValue(name, Enumeration<T>.Primitive);

    private protected void SetEnum<T>(string name, T? value)
        where T : struct, IOpenEnum<T> => RawMembers[name] = value?.Text;

    private protected List<T?>? GetEnumList<T>(string name)
        where T : struct, IOpenEnum<T> => GetValues(name, Enumeration<T>.Primitive);

    private protected void SetEnumList<T>(string name, List<T?>? value)
        where T : struct, IOpenEnum<T> => SetValues(name, value, Enumeration<T>.Primitive);

    private protected JsonNode? GetJson(string name)
    {
        if (!RawMembers.TryGetValue(name, out var value) || value is null or JsonNode)
        {
            return value as JsonNode;
        }
        var node = JsonNode.Parse(JsonText.Write(value));
        RawMembers[name] = node;
        return node;
    }

    private protected void SetJson(string name, JsonNode? value) => RawMembers[name] = value;

    private protected List<JsonNode?>? GetJsonList(string name) => ReadList(
        name,
        "a list",
        raw => JsonNode.Parse(JsonText.Write(raw)),
        (raw, items) => new ValueList<JsonNode?>(items, null, _ => null, node => node!));

    private protected void SetJsonList(string name, List<JsonNode?>? value) =>
        RawMembers[name] = value is null ? null : new ValueList<JsonNode?>(value, null, _ => null, node => node!);

    private protected T? GetModel<T>(string name)
        where T : Model
    {
        if (!RawMembers.TryGetValue(name, out var value) || value is null)
        {
            return null;
        }
        if (value is JsonMap members)
        {
            value = Declared(name).Over(members);
            RawMembers[name] = value;
        }
        return value as T ?? throw Mismatch(name, "an object", value);
    }

    private protected void SetModel<T>(string name, T? value)
        where T : Model => RawMembers[name] = value;

    private protected List<T>? GetModelList<T>(string name)
        where T : Model => ReadList<T>(
            name,
            "a list of objects",
            raw => raw switch
            {
                null => null!,
                T model => model,
                JsonMap members => Declared(name).Over(members) as T ?? throw Mismatch(name, "a list of objects", raw),
                _ => throw Mismatch(name, "a list of objects", raw),
            },
            (_, items) => new ModelList(items));

    private protected void SetModelList<T>(string name, List<T>? value)
        where T : Model => RawMembers[name] = value is null ? null : new ModelList(value);

    private ModelType Declared(string name) => SchemaTable.FindOrAny(ModelInfo.Find(name)?.Type ?? string.Empty);

    private T? GetReference<T>(string name, Primitive<T> primitive)
        where T : class
    {
        if (!RawMembers.TryGetValue(name, out var value) || value is null)
        {
            return null;
        }
        return primitive.Read(value, out var result) ? result : throw Mismatch(name, primitive.Expected, value);
    }

    private T? GetValue<T>(string name, Primitive<T> primitive)
        where T : struct
    {
        if (!RawMembers.TryGetValue(name, out var value) || value is null)
        {
            return null;
        }
        return primitive.Read(value, out var result) ? result : throw Mismatch(name, primitive.Expected, value);
    }

    private List<T>? GetReferences<T>(string name, Primitive<T> primitive)
        where T : class
    {
        var expected = $"a list, each {primitive.Expected}";
        T Read(object? raw) => raw is null ? null! : primitive.Read(raw, out var result) ? result : throw Mismatch(name, expected, raw);
        return ReadList(name, expected, Read, (raw, items) => new ValueList<T>(items, raw, Read, primitive.Write));
    }

    private List<T?>? GetValues<T>(string name, Primitive<T> primitive)
        where T : struct
    {
        var expected = $"a list, each {primitive.Expected}";
        T? Read(object? raw) => raw is null ? null : primitive.Read(raw, out var result) ? result : throw Mismatch(name, expected, raw);
        return ReadList(name, expected, Read, (raw, items) => new ValueList<T?>(items, raw, Read, value => primitive.Write(value!.Value)));
    }

    private void SetReferences<T>(string name, List<T>? value, Primitive<T> primitive)
        where T : class => RawMembers[name] = value is null ? null : new ValueList<T>(value, null, _ => null!, primitive.Write);

    private void SetValues<T>(string name, List<T?>? value, Primitive<T> primitive)
        where T : struct => RawMembers[name] = value is null ? null : new ValueList<T?>(value, null, _ => null, item => primitive.Write(item!.Value));

    private List<T>? ReadList<T>(string name, string expected, Func<object?, T> read, Func<JsonList, List<T>, ITypedList> keep)
    {
        if (!RawMembers.TryGetValue(name, out var value) || value is null)
        {
            return null;
        }
        if (value is ITypedList { Items: List<T> known })
        {
            return known;
        }
        if (value is not JsonList raw)
        {
            throw Mismatch(name, expected, value);
        }
        var items = new List<T>(raw.Count);
        foreach (var item in raw)
        {
            items.Add(read(item));
        }
        RawMembers[name] = keep(raw, items);
        return items;
    }

    private DecodeException Mismatch(string name, string expected, object? value) =>
        new($"{GetType().Name}.{ModelInfo.Find(name)?.Member} ({name}): expected {expected}, found {JsonValues.Kind(value)}");

    private static class Enumeration<T>
        where T : struct, IOpenEnum<T>
    {
        /// <summary>A number is what the service sends for a value that it has no name for.</summary>
        public static readonly Primitive<T> Primitive = new(
            "the name of a member",
            static (object value, out T member) =>
            {
                var text = value is JsonNumber number ? number.Text : value as string;
                member = T.From(text ?? string.Empty);
                return text is not null;
            },
            static member => member.Text);
    }
}
