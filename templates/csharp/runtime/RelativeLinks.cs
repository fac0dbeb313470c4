using System;
using System.Linq;

namespace EdmundRuntime.Runtime;

/// <summary>
/// Relative next and delta links of an answer made absolute, at any depth: against the context URL of their object or of
/// the next one around it that has one, else the request's (OData JSON Format 4.01, sections 4.3 and 4.5). Where a link may
/// lead is looked at when it is followed.
/// </summary>
internal static class RelativeLinks
{
    private static readonly string[] Contexts = ["@odata.context", "@context"];
    private static readonly string[] Followed = ["@odata.nextLink", "@odata.deltaLink", "@nextLink", "@deltaLink"];

    /// <summary>Resolves the links of a value and all below it.</summary>
    /// <param name="value">A value as it was parsed.</param>
    /// <param name="root">What relative links are resolved against.</param>
    public static void Resolve(object? value, Uri root)
    {
        if (value is JsonList list)
        {
            foreach (var item in list)
            {
                Resolve(item, root);
            }
        }
        if (value is not JsonMap members)
        {
            return;
        }
        foreach (var name in Contexts)
        {
            if (members.TryGetValue(name, out var context) && context is string text
                && Uri.TryCreate(root, text, out var found) && found.Scheme is "http" or "https")
            {
                root = found;
                break;
            }
        }
        foreach (var (name, member) in members.Where(member => member.Value is not null).ToArray())
        {
            if (member is not string link)
            {
                Resolve(member, root);
            }
            else if (IsFollowed(name) && link.Length > 0 && ServiceUrl.IsRelative(link) && Uri.TryCreate(root, link, out var absolute))
            {
                members[name] = absolute.AbsoluteUri;
            }
        }
    }

    private static bool IsFollowed(string name) =>
        name.Contains('@', StringComparison.Ordinal) && Followed.Any(end => name.EndsWith(end, StringComparison.Ordinal));
}
