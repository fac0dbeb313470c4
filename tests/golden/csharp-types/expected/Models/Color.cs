using System;

namespace Shop.Client.Models;

using Shop.Client.Runtime;

/// <summary>The enumeration Shop.Catalog.Color.</summary>
public readonly struct Color : IOpenEnum<Color>, IEquatable<Color>
{
    private readonly string? _text;

    /// <summary>The value with this text on the wire, whether this client knows it or not.</summary>
    /// <param name="text">A member's name.</param>
    public Color(string text)
    {
        _text = text;
    }

    /// <summary>The member red.</summary>
    public static Color Red => new("red");

    /// <summary>The member None.</summary>
    public static Color None => new("None");

    /// <summary>Whether this client knows the member.</summary>
    public bool IsKnown => global::Shop.Client.Runtime.SchemaTable.IsMember(_text, "Shop.Catalog.Color");

    string IOpenEnum.Text => _text ?? string.Empty;

    /// <summary>Whether both are the same.</summary>
    public static bool operator ==(Color left, Color right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(Color left, Color right) => !left.Equals(right);

    static Color IOpenEnum<Color>.From(string text) => new(text);

    /// <inheritdoc/>
    public bool Equals(Color other) => (_text ?? string.Empty) == (other._text ?? string.Empty);

    /// <inheritdoc/>
    public override int GetHashCode() => (_text ?? string.Empty).GetHashCode(global::System.StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Color other && Equals(other);

    /// <summary>The text on the wire.</summary>
    public override string ToString() => _text ?? string.Empty;
}
