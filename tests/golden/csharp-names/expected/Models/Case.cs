using System;

namespace Shop.Client.Models;

using Shop.Client.Runtime;

/// <summary>The enumeration Odd.Names.case.</summary>
public readonly struct Case : IOpenEnum<Case>, IEquatable<Case>
{
    private readonly string? _text;

    /// <summary>The value with this text on the wire, whether this client knows it or not.</summary>
    /// <param name="text">A member's name.</param>
    public Case(string text)
    {
        _text = text;
    }

    /// <summary>The member case.</summary>
    public static Case CaseValue => new("case");

    /// <summary>The member equals.</summary>
    public static Case EqualsValue => new("equals");

    /// <summary>The member text.</summary>
    public static Case Text => new("text");

    /// <summary>The member schemaTable.</summary>
    public static Case SchemaTable => new("schemaTable");

    /// <summary>The member flags.</summary>
    public static Case Flags => new("flags");

    /// <summary>The member import.</summary>
    public static Case Import => new("import");

    /// <summary>The member name.</summary>
    public static Case Name => new("name");

    /// <summary>The member value.</summary>
    public static Case Value => new("value");

    /// <summary>The member mro.</summary>
    public static Case Mro => new("mro");

    /// <summary>The member None.</summary>
    public static Case None => new("None");

    /// <summary>Whether this client knows the member.</summary>
    public bool IsKnown => global::Shop.Client.Runtime.SchemaTable.IsMember(_text, "Odd.Names.case");

    string IOpenEnum.Text => _text ?? string.Empty;

    /// <summary>Whether both are the same.</summary>
    public static bool operator ==(Case left, Case right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(Case left, Case right) => !left.Equals(right);

    static Case IOpenEnum<Case>.From(string text) => new(text);

    /// <inheritdoc/>
    public bool Equals(Case other) => (_text ?? string.Empty) == (other._text ?? string.Empty);

    /// <inheritdoc/>
    public override int GetHashCode() => (_text ?? string.Empty).GetHashCode(global::System.StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Case other && Equals(other);

    /// <summary>The text on the wire.</summary>
    public override string ToString() => _text ?? string.Empty;
}
