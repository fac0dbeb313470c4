using System;
using System.Linq;

namespace EdmundRuntime.Runtime;

/// <summary>What only descriptions have that follow no protocol above HTTP: unions, and enumerations of any values.</summary>
internal static partial class SchemaTable
{
    /// <summary>Whether there is a type called so.</summary>
    public static bool Has(string name) => Find(name) is not null || FindUnion(name) is not null || FindEnumeration(name) is not null;

    /// <summary>The union called so, or null.</summary>
    public static UnionShape? FindUnion(string name)
    {
        UnionShape? found = null;
        MakeUnion(name, ref found);
        return found;
    }

    /// <summary>Whether the enumeration has the JSON value.</summary>
    public static bool HasMember(EnumType enumeration, object? value)
    {
        string[]? values = null;
        FindValues(enumeration.Name, ref values);
        return values is null
            ? value is string text && enumeration.Has(text)
            : Array.Exists(values, known => SameJson.Are(JsonText.Parse(known), value));
    }

    /// <summary>What the class of a union knows of its variants.</summary>
    private static UnionShape UnionOf<T>()
        where T : Union, IUnion<T> => T.Shape;

    static partial void MakeUnion(string name, ref UnionShape? made);

    /// <summary>The JSON texts of the members of an enumeration whose members are not all text.</summary>
    static partial void FindValues(string name, ref string[]? values);
}
