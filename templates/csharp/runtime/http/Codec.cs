using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EdmundRuntime.Runtime;

/// <summary>How the values of one type are read from JSON and written. A null stays a null and comes to no codec.</summary>
internal abstract class Codec<T>
{
    /// <summary>The value behind a JSON value.</summary>
    /// <exception cref="DecodeException">It is no such value.</exception>
    public abstract T Read(object raw);

    /// <summary>The JSON value for a value: <paramref name="raw"/>, how it came, where that says the same.</summary>
    public abstract object? Write(T value, object? raw);

    /// <summary>As <see cref="Read"/>, null for null.</summary>
    public T? ReadOrNull(object? raw) => raw is null ? default : Read(raw);

    private protected static DecodeException Mismatch(string expected, object? raw) =>
        new($"expected {expected}, found {JsonValues.Kind(raw)}");
}

/// <summary>A value that was read or set, with how it is written and how it came.</summary>
internal sealed record TypedValue<T>(T Value, Codec<T> Codec, object? Raw) : IWireValue
{
    public object? Wire() => Value is null ? null : Codec.Write(Value, Raw);
}

/// <summary>The codecs, put together like the types that they are of.</summary>
internal static class Codecs
{
    public static readonly Codec<JsonNode> Json = new JsonCodec();
    public static readonly Codec<byte[]> Base64 = new Base64Codec();
    public static readonly Codec<FilePart> File = new FileCodec();

    /// <summary>Any JSON value as callers hold it.</summary>
    public static JsonNode? Node(object? raw) =>
        JsonNode.Parse(JsonText.Write(raw), null, new JsonDocumentOptions { MaxDepth = JsonText.MaxDepth + 1 });

    public static Codec<T> Reference<T>(Primitive<T> primitive)
        where T : class => new ReferenceCodec<T>(primitive);

    public static Codec<T?> Value<T>(Primitive<T> primitive)
        where T : struct => new ValueCodec<T>(primitive);

    public static Codec<T?> Enum<T>()
        where T : struct, IOpenEnum<T> => EnumCodec<T>.Instance;

    public static Codec<T?> Scalar<T>()
        where T : struct, IScalarEnum<T> => ScalarCodec<T>.Instance;

    public static Codec<T> Object<T>()
        where T : Model => ModelCodec<T>.Instance;

    public static Codec<T> Union<T>()
        where T : Union, IUnion<T> => UnionCodec<T>.Instance;

    public static Codec<List<T>> List<T>(Codec<T> item) => new ListCodec<T>(item);

    public static Codec<Dictionary<string, T>> Map<T>(Codec<T> value) => new MapCodec<T>(value);

    private sealed class ReferenceCodec<T>(Primitive<T> primitive) : Codec<T>
        where T : class
    {
        public override T Read(object raw) => primitive.Read(raw, out var value) ? value : throw Mismatch(primitive.Expected, raw);

        public override object Write(T value, object? raw) =>
            raw is not null && primitive.Read(raw, out var came) && Equals(came, value) ? raw : primitive.Write(value);
    }

    private sealed class ValueCodec<T>(Primitive<T> primitive) : Codec<T?>
        where T : struct
    {
        public override T? Read(object raw) => primitive.Read(raw, out var value) ? value : throw Mismatch(primitive.Expected, raw);

        public override object? Write(T? value, object? raw) =>
            raw is not null && primitive.Read(raw, out var came) && Equals(came, value) ? raw : value is { } given ? primitive.Write(given) : null;
    }

    private sealed class EnumCodec<T> : Codec<T?>
        where T : struct, IOpenEnum<T>
    {
        public static readonly EnumCodec<T> Instance = new();

        public override T? Read(object raw) => raw switch
        {
            string text => T.From(text),
            JsonNumber number => T.From(number.Text),
            _ => throw Mismatch("the text of a member", raw),
        };

        public override object? Write(T? value, object? raw) => raw is JsonNumber number && number.Text == value?.Text ? raw : value?.Text;
    }

    private sealed class ScalarCodec<T> : Codec<T?>
        where T : struct, IScalarEnum<T>
    {
        public static readonly ScalarCodec<T> Instance = new();

        public override T? Read(object raw) => raw is string or bool or JsonNumber ? T.Over(raw) : throw Mismatch("text, a number or a boolean", raw);

        public override object? Write(T? value, object? raw) => raw is not null && Equals(T.Over(raw), value) ? raw : ((IWireValue?)value)?.Wire();
    }

    private sealed class ModelCodec<T> : Codec<T>
        where T : Model
    {
        public static readonly ModelCodec<T> Instance = new();

        public override T Read(object raw) => raw switch
        {
            T model => model,
            JsonMap members => TypeOf<T>.Value.Over(members) as T ?? throw Mismatch("an object", raw),
            _ => throw Mismatch("an object", raw),
        };

        public override object Write(T value, object? raw) => value;
    }

    private sealed class UnionCodec<T> : Codec<T>
        where T : Union, IUnion<T>
    {
        public static readonly UnionCodec<T> Instance = new();

        public override T Read(object raw) => T.Over(raw);

        public override object? Write(T value, object? raw) => value.Raw;
    }

    private sealed class ListCodec<T>(Codec<T> item) : Codec<List<T>>
    {
        public override List<T> Read(object raw)
        {
            var items = raw as JsonList ?? throw Mismatch("a list", raw);
            var read = new List<T>(items.Count);
            foreach (var each in items)
            {
                read.Add(item.ReadOrNull(each)!);
            }
            return read;
        }

        public override object Write(List<T> value, object? raw)
        {
            var (written, came) = (new JsonList(), raw as JsonList);
            for (var at = 0; at < value.Count; at++)
            {
                written.Add(value[at] is { } given ? item.Write(given, at < came?.Count ? came[at] : null) : null);
            }
            return written;
        }
    }

    private sealed class MapCodec<T>(Codec<T> value) : Codec<Dictionary<string, T>>
    {
        public override Dictionary<string, T> Read(object raw)
        {
            var members = raw as JsonMap ?? throw Mismatch("an object", raw);
            var read = new Dictionary<string, T>(members.Count, StringComparer.Ordinal);
            foreach (var (name, each) in members)
            {
                read[name] = value.ReadOrNull(each)!;
            }
            return read;
        }

        public override object Write(Dictionary<string, T> values, object? raw)
        {
            var (written, came) = (new JsonMap(), raw as JsonMap);
            foreach (var (name, each) in values)
            {
                object? before = null;
                came?.TryGetValue(name, out before);
                written[name] = each is { } given ? value.Write(given, before) : null;
            }
            return written;
        }
    }

    private sealed class JsonCodec : Codec<JsonNode>
    {
        public override JsonNode Read(object raw) => raw as JsonNode ?? Node(raw)!;

        public override object Write(JsonNode value, object? raw) => value;
    }

    /// <summary>Bytes in the standard alphabet (RFC 4648, section 4); either is read.</summary>
    private sealed class Base64Codec : Codec<byte[]>
    {
        public override byte[] Read(object raw) => Primitives.Binary.Read(raw, out var data) ? data : throw Mismatch("base64 text", raw);

        public override object Write(byte[] value, object? raw) =>
            raw is not null && Primitives.Binary.Read(raw, out var came) && came.AsSpan().SequenceEqual(value) ? raw : Convert.ToBase64String(value);
    }
}
