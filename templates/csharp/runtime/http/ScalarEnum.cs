using System;
using System.Globalization;

namespace EdmundRuntime.Runtime;

/// <summary>An enumeration whose values are numbers, booleans or of several kinds.</summary>
/// <typeparam name="T">The type itself.</typeparam>
internal interface IScalarEnum<T> : IWireValue
    where T : struct, IScalarEnum<T>
{
    /// <summary>The value with this JSON value, known or not.</summary>
    static abstract T Over(object? raw);
}

/// <summary>JSON values that are neither objects nor lists.</summary>
internal static class Scalars
{
    /// <summary>The JSON value for one of .NET's.</summary>
    public static object? Raw(object? value) => JsonValues.Wire(value);

    /// <summary>The JSON value that a text of JSON stands for.</summary>
    public static object? Parsed(string json) => JsonText.Parse(json);

    /// <summary>The value as text, as it would stand in a URL or a mapping; null for what is no text, number or boolean.</summary>
    public static string? Text(object? raw) => raw switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        JsonNumber number => number.Text,
        _ => null,
    };

    /// <summary>Whether both are the same value; numbers compare as such.</summary>
    public static bool AreSame(object? left, object? right) => left is JsonNumber one && right is JsonNumber other
        ? Key(one) == Key(other)
        : Equals(left, right);

    /// <summary>A hash of what <see cref="AreSame"/> compares.</summary>
    public static int Hash(object? raw) => raw is JsonNumber number ? Key(number).GetHashCode(StringComparison.Ordinal) : raw?.GetHashCode() ?? 0;

    /// <summary>Numbers with a fraction or an exponent as doubles tell them apart, all others by their digits.</summary>
    private static string Key(JsonNumber number) => number.Text.AsSpan().ContainsAny('.', 'e', 'E')
        ? double.Parse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture)
        : number.Text;
}
