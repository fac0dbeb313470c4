using System;

namespace Shop.Client.Models;

using Shop.Client.Runtime;

/// <summary>The enumeration Shop.Catalog.Nothing.</summary>
public readonly struct Nothing : IOpenEnum<Nothing>, IEquatable<Nothing>
{
    private readonly string? _text;

    /// <summary>The value with this text on the wire, whether this client knows it or not.</summary>
    /// <param name="text">A member's name.</param>
    public Nothing(string text)
    {
        _text = text;
    }

    /// <summary>Whether this client knows the member.</summary>
    public bool IsKnown => global::Shop.Client.Runtime.SchemaTable.IsMember(_text, "Shop.Catalog.Nothing");

    string IOpenEnum.Text => _text ?? string.Empty;

    /// <summary>Whether both are the same.</summary>
    public static bool operator ==(Nothing left, Nothing right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(Nothing left, Nothing right) => !left.Equals(right);

    static Nothing IOpenEnum<Nothing>.From(string text) => new(text);

    /// <inheritdoc/>
    public bool Equals(Nothing other) => (_text ?? string.Empty) == (other._text ?? string.Empty);

    /// <inheritdoc/>
    public override int GetHashCode() => (_text ?? string.Empty).GetHashCode(global::System.StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Nothing other && Equals(other);

    /// <summary>The text on the wire.</summary>
    public override string ToString() => _text ?? string.Empty;
}
