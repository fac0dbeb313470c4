using System;

namespace EdmundRuntime.Runtime;

/// <summary>
/// That an item of a delta answer is no longer there (OData JSON Format 4.01, section 15.3; 4.0, section 14.2).
/// </summary>
/// <param name="Reason"><c>deleted</c>, or <c>changed</c> when it no longer meets the query; null when the service does not say.</param>
/// <param name="Id">The id of the entity as the service gives it: its URL, or its key.</param>
public sealed record Removal(string? Reason, string? Id)
{
    private const string Deleted = "/$deletedEntity";

    /// <summary>What an object says of its removal; null for one that is there.</summary>
    internal static Removal? Of(JsonMap members)
    {
        if (members.TryGetValue("@removed", out var told) || members.TryGetValue("@odata.removed", out told))
        {
            return new Removal(told is JsonMap reasons ? Text(reasons, "reason") : null, Text(members, "@odata.id") ?? Text(members, "@id") ?? Text(members, "id"));
        }
        var context = Text(members, "@odata.context") ?? Text(members, "@context");
        return context is not null && context.EndsWith(Deleted, StringComparison.Ordinal)
            ? new Removal(Text(members, "reason"), Text(members, "id"))
            : null;
    }

    private static string? Text(JsonMap members, string name) => members.TryGetValue(name, out var value) ? value as string : null;
}
