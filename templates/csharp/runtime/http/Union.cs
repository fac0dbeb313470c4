using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;

namespace EdmundRuntime.Runtime;

/// <summary>A union of the schema as a class of its own.</summary>
/// <typeparam name="T">The class itself.</typeparam>
internal interface IUnion<T>
    where T : Union, IUnion<T>
{
    /// <summary>What tells the variants apart.</summary>
    static abstract UnionShape Shape { get; }

    /// <summary>The value behind a JSON value, of a variant or raw.</summary>
    static abstract T Over(object raw);
}

/// <summary>The kinds of JSON values.</summary>
[Flags]
internal enum JsonKinds
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Text.</summary>
    String = 1,

    /// <summary>A number.</summary>
    Number = 2,

    /// <summary>True or false.</summary>
    Boolean = 4,

    /// <summary>An object.</summary>
    Object = 8,

    /// <summary>An array.</summary>
    Array = 16,

    /// <summary>Null.</summary>
    Null = 32,
}

/// <summary>One variant: the kinds of its values, how they are read, what they are, and what tells it from other objects.</summary>
internal sealed record VariantShape(JsonKinds Kinds, Func<object, IWireValue> Read, HeldShape Holds)
{
    /// <summary>The values of the union's member that mean this variant.</summary>
    public string[] Values { get; init; } = [];

    /// <summary>The member that this variant alone has.</summary>
    public string? Member { get; init; }
}

/// <summary>By what the variants of a union are told apart: the kind of JSON first, then a member's value, then which member is there.</summary>
internal sealed record UnionShape(string Name, string? Property, VariantShape[] Variants)
{
    /// <summary>No variant: the value stays raw.</summary>
    public const int Raw = -1;

    /// <summary>Which variant a value is of, and the value as such; <see cref="Raw"/> where it fits none, or more than one.</summary>
    public (int Variant, object? Value) Read(object? raw)
    {
        var variant = VariantOf(raw);
        try
        {
            return variant == Raw || raw is null ? (Raw, raw) : (variant, Variants[variant].Read(raw));
        }
        catch (DecodeException)
        {
            return (Raw, raw); // Of the variant's kind, and none of its values: 1.5 for a whole number.
        }
    }

    /// <summary>The variant that a value is of by its kind and its members; <see cref="Raw"/> where it fits none, or more than one.</summary>
    public int VariantOf(object? value)
    {
        var kind = KindOf(value);
        var fit = Enumerable.Range(0, Variants.Length).Where(at => (Variants[at].Kinds & kind) != 0).ToList();
        if (fit.Count > 1 && ((value as JsonMap) ?? (value as Model)?.RawMembers) is { } members)
        {
            fit = Told(fit, members);
        }
        return fit.Count == 1 ? fit[0] : Raw;
    }

    private List<int> Told(List<int> fit, JsonMap members)
    {
        if (Property is not null && members.TryGetValue(Property, out var told) && Scalars.Text((told as IWireValue)?.Wire() ?? told) is { } text)
        {
            var named = fit.FindAll(at => Variants[at].Values.Contains(text, StringComparer.Ordinal));
            if (named.Count > 0)
            {
                return named;
            }
        }
        var present = fit.FindAll(at => Variants[at].Member is { } member && members.ContainsKey(member));
        return present.Count > 0 ? present : fit.FindAll(at => Variants[at].Member is null && Variants[at].Values.Length == 0);
    }

    private static JsonKinds KindOf(object? value) => value switch
    {
        null => JsonKinds.Null,
        string => JsonKinds.String,
        JsonNumber => JsonKinds.Number,
        bool => JsonKinds.Boolean,
        JsonList or ITypedList => JsonKinds.Array,
        _ => JsonKinds.Object,
    };
}

/// <summary>
/// The base of generated unions: a value of one of several types. What is of none, or could be of several, stays as it came
/// and is written so.
/// </summary>
public abstract class Union : IWireValue
{
    private readonly int _variant;
    private readonly object? _value;

    private protected Union((int Variant, object? Value) read) => (_variant, _value) = read;

    /// <summary>Whether it is known of which type the value is.</summary>
    public bool IsKnown => _variant != UnionShape.Raw;

    internal object? Raw => (_value as IWireValue)?.Wire() ?? _value;

    /// <summary>JSON text (ASCII, no blanks) as it goes on the wire.</summary>
    public string ToJson() => Encoding.ASCII.GetString(JsonText.Write(Raw));

    /// <summary>The value as any JSON, whatever it is.</summary>
    public JsonNode? ToJsonNode() => Codecs.Node(Raw);

    /// <summary>The class, and whether the type of the value is known.</summary>
    public override string ToString() => $"{GetType().Name}({(IsKnown ? "..." : "raw")})";

    object? IWireValue.Wire() => Raw;

    private protected T? As<T>(int variant) => variant == _variant && _value is TypedValue<T> known ? known.Value : default;
}
