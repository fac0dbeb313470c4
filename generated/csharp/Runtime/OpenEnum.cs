using System;

namespace Microsoft.Graph.Runtime;

/// <summary>
/// A member of an enumeration, or several of one with flags, by name. Members that this client does not know
/// are kept as their text.
/// </summary>
public interface IOpenEnum
{
    /// <summary>The text on the wire.</summary>
    string Text { get; }
}

/// <summary>An enumeration of the schema as a type of its own.</summary>
/// <typeparam name="T">The type itself.</typeparam>
public interface IOpenEnum<T> : IOpenEnum
    where T : struct, IOpenEnum<T>
{
    /// <summary>The value with this text on the wire.</summary>
    /// <param name="text">A member's name; of an enumeration with flags also several, separated by commas.</param>
    /// <returns>The value, known or not.</returns>
    static abstract T From(string text);
}

/// <summary>A member of an enumeration in a URL: a value of the enumeration, or its text on the wire.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
public readonly struct MemberOf<T> : IOpenEnum
    where T : struct, IOpenEnum<T>
{
    private readonly string? _text;

    private MemberOf(string? text) => _text = text;

    string IOpenEnum.Text => _text ?? throw new ArgumentException("a member of an enumeration has a name");

    /// <summary>The member with this text.</summary>
    public static implicit operator MemberOf<T>(string? text) => new(text);

    /// <summary>The member.</summary>
    public static implicit operator MemberOf<T>(T member) => new(member.Text);

    /// <summary>The text on the wire.</summary>
    public override string ToString() => _text ?? string.Empty;
}
