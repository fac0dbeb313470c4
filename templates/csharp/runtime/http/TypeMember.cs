using System.Collections.Generic;

namespace EdmundRuntime.Runtime;

/// <summary>How objects say of which type they are: by a member of the schema's own, or not at all.</summary>
internal static class TypeMember
{
    /// <summary>No member is the protocol's.</summary>
    public static bool IsShown(string name) => false;

    /// <summary>No property is the protocol's.</summary>
    public static string? WireName(string property) => null;

    /// <summary>
    /// The type of an object: the one that the discriminator of the declared type or of one above it names, if that is the
    /// declared one or derives from it, and so on from there. An unknown value gives the last one that was known.
    /// </summary>
    public static ModelType TypeOf(ModelType declared, JsonMap members)
    {
        var type = declared;
        while (Named(type, members) is { } found && !ReferenceEquals(found, type) && found.IsA(type))
        {
            type = found;
        }
        return type;
    }

    /// <summary>Nothing: a new object has its discriminator from the start.</summary>
    public static KeyValuePair<string, string>? Told(Model model, string? declared) => null;

    private static ModelType? Named(ModelType type, JsonMap members)
    {
        for (var above = type; above is not null; above = above.Base)
        {
            if (above.Discriminator is { } told)
            {
                return members.TryGetValue(told.Member, out var value) && Scalars.Text(value) is { } text && told.Types.TryGetValue(text, out var name)
                    ? SchemaTable.Find(name)
                    : null;
            }
        }
        return null;
    }
}
