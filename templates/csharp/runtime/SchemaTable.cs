using System.Collections.Generic;

namespace EdmundRuntime.Runtime;

/// <summary>An enumeration: the names of its members, in the schema's order.</summary>
internal sealed record EnumType(string Name, IReadOnlyList<string> Members)
{
    private HashSet<string>? _members;

    public bool Has(string member) => (_members ??= new HashSet<string>(Members, System.StringComparer.Ordinal)).Contains(member);
}

/// <summary>
/// Finds types by their schema names. The generated part lists them; a name that comes with a payload is only
/// ever looked up here.
/// </summary>
internal static partial class SchemaTable
{
    private static readonly ModelType Any = new(string.Empty, static () => new AnyModel()) { IsOpen = true, IsPayload = true };

    /// <summary>The structured type called so, or null.</summary>
    public static ModelType? Find(string name)
    {
        ModelType? found = null;
        FindModel(name, ref found);
        return found;
    }

    /// <summary>The structured type called so, or one that any object is of.</summary>
    public static ModelType FindOrAny(string name) => Find(name) ?? Any;

    /// <summary>The enumeration called so, or null.</summary>
    public static EnumType? FindEnumeration(string name)
    {
        EnumType? found = null;
        FindEnum(name, ref found);
        return found;
    }

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

    static partial void FindModel(string name, ref ModelType? found);

    static partial void FindEnum(string name, ref EnumType? found);

    static partial void FindNamespace(string alias, ref string? found);
}

/// <summary>An object of which the schema says nothing.</summary>
internal sealed class AnyModel : Model
{
    internal override ModelType TypeInfo => SchemaTable.FindOrAny(string.Empty);
}
