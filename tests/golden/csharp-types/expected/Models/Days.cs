using System;

namespace Shop.Client.Models;

using Shop.Client.Runtime;

/// <summary>The enumeration Shop.Catalog.Days.</summary>
public readonly struct Days : IOpenEnum<Days>, IEquatable<Days>
{
    private readonly string? _text;

    /// <summary>The value with this text on the wire, whether this client knows it or not.</summary>
    /// <param name="text">Names of members, separated by commas.</param>
    public Days(string text)
    {
        _text = text;
    }

    /// <summary>The member monday.</summary>
    public static Days Monday => new("monday");

    /// <summary>The member tuesday.</summary>
    public static Days Tuesday => new("tuesday");

    /// <summary>Whether this client knows all members that are named.</summary>
    public bool IsKnown => global::Shop.Client.Runtime.Flags.AreKnown(_text, "Shop.Catalog.Days");

    string IOpenEnum.Text => _text ?? string.Empty;

    /// <summary>Whether both are the same.</summary>
    public static bool operator ==(Days left, Days right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(Days left, Days right) => !left.Equals(right);

    /// <summary>The members of both.</summary>
    public static Days operator |(Days left, Days right) => new(global::Shop.Client.Runtime.Flags.Union(left._text, right._text, "Shop.Catalog.Days"));

    /// <summary>The members that are in both.</summary>
    public static Days operator &(Days left, Days right) => new(global::Shop.Client.Runtime.Flags.Intersection(left._text, right._text));

    static Days IOpenEnum<Days>.From(string text) => new(text);

    /// <summary>Whether all members of another value are in this one.</summary>
    public bool HasFlag(Days flag) => global::Shop.Client.Runtime.Flags.Contains(_text, flag._text);

    /// <inheritdoc/>
    public bool Equals(Days other) => global::Shop.Client.Runtime.Flags.AreEqual(_text, other._text);

    /// <inheritdoc/>
    public override int GetHashCode() => global::Shop.Client.Runtime.Flags.Hash(_text);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Days other && Equals(other);

    /// <summary>The text on the wire.</summary>
    public override string ToString() => _text ?? string.Empty;
}
