using System;
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace EdmundRuntime.Runtime;

/// <summary>An enumeration: the names of its members, in the schema's order.</summary>
internal sealed record EnumType(string Name, IReadOnlyList<string> Members)
{
    private HashSet<string>? _members;

    public bool Has(string member) => (_members ??= new HashSet<string>(Members, StringComparer.Ordinal)).Contains(member);
}

/// <summary>
/// Finds types by their schema names. The generated part lists them; a name that comes with a payload is only
/// ever looked up here.
/// </summary>
internal static partial class SchemaTable
{
    private static readonly ModelType Any = new(string.Empty, static () => new AnyModel()) { IsOpen = true, IsPayload = true };

    private static readonly ConcurrentDictionary<string, ModelType> Models = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, EnumType> Enums = new(StringComparer.Ordinal);

    /// <summary>The structured type called so, or null.</summary>
    public static ModelType? Find(string name)
    {
        if (Models.TryGetValue(name, out var known))
        {
            return known;
        }
        // Names that nobody declares are not kept: a payload must not be able to fill the memory with them.
        Model? example = null;
        MakeModel(name, ref example);
        return example is null ? null : Models.GetOrAdd(name, example.ModelInfo);
    }

    /// <summary>The type of an action's parameters, by the action's name; null for what is no action.</summary>
    public static ModelType? FindBody(string action)
    {
        Model? example = null;
        MakeBody(action, ref example);
        return example?.ModelInfo;
    }

    /// <summary>The structured type called so, or one that any object is of.</summary>
    public static ModelType FindOrAny(string name) => Find(name) ?? Any;

    /// <summary>The enumeration called so, or null.</summary>
    public static EnumType? FindEnumeration(string name)
    {
        if (Enums.TryGetValue(name, out var known))
        {
            return known;
        }
        string[]? members = null;
        FindMembers(name, ref members);
        return members is null ? null : Enums.GetOrAdd(name, new EnumType(name, members));
    }

    /// <summary>Whether the enumeration called so has the member.</summary>
    public static bool IsMember(string? member, string enumeration) => member is not null && FindEnumeration(enumeration) is { } found && found.Has(member);

    /// <summary>
    /// The qualified name in an <c>@odata.type</c> (OData JSON Format 4.01, section 4.6.3): with or without
    /// <c>#</c>, relative to a metadata document or not; a schema's alias becomes its namespace.
    /// </summary>
    public static string PlainName(string text)
    {
        var name = text[(text.LastIndexOf('#') + 1)..];
        var dot = name.LastIndexOf('.');
        if (dot < 0)
        {
            return name;
        }
        string? found = null;
        FindNamespace(name[..dot], ref found);
        return found is null ? name : found + name[dot..];
    }

    /// <summary>Any model of the type called so.</summary>
    static partial void MakeModel(string name, ref Model? made);

    /// <summary>Any body of the action called so.</summary>
    static partial void MakeBody(string action, ref Model? made);

    /// <summary>The members of the enumeration called so.</summary>
    static partial void FindMembers(string name, ref string[]? members);

    static partial void FindNamespace(string alias, ref string? found);
}

/// <summary>An object of which the schema says nothing.</summary>
internal sealed class AnyModel : Model
{
    internal override ModelType ModelInfo => SchemaTable.FindOrAny(string.Empty);
}
