using System;
using System.Collections.Generic;
using System.Linq;

namespace EdmundRuntime.Runtime;

/// <summary>Sets of members by name, for enumerations with flags.</summary>
internal static class Flags
{
    /// <summary>The names in a text, without blanks and without those that occur twice.</summary>
    public static IReadOnlyList<string> Split(string? text) =>
        (text ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal).ToArray();

    /// <summary>The names of both: those of the schema in its order, then the others.</summary>
    public static string Union(string? left, string? right, string enumeration)
    {
        var order = SchemaTable.FindEnumeration(enumeration)?.Members ?? [];
        var names = new HashSet<string>(Split(left), StringComparer.Ordinal);
        names.UnionWith(Split(right));
        return string.Join(',', order.Where(names.Contains).Concat(names.Where(name => !order.Contains(name)).Order(StringComparer.Ordinal)));
    }

    /// <summary>The names of the first that the second has too.</summary>
    public static string Intersection(string? left, string? right)
    {
        var names = new HashSet<string>(Split(right), StringComparer.Ordinal);
        return string.Join(',', Split(left).Where(names.Contains));
    }

    public static bool AreKnown(string? text, string enumeration) => Split(text).All(name => SchemaTable.IsMember(name, enumeration));

    public static bool Contains(string? text, string? others) => !Split(others).Except(Split(text), StringComparer.Ordinal).Any();

    public static bool AreEqual(string? left, string? right) => Contains(left, right) && Contains(right, left);

    /// <summary>A hash that does not depend on the order of the names.</summary>
    public static int Hash(string? text) => Split(text).Aggregate(0, (sum, name) => sum ^ string.GetHashCode(name, StringComparison.Ordinal));
}
