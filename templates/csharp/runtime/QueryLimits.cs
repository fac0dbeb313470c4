using System;
using System.Collections.Generic;
using System.Linq;

namespace EdmundRuntime.Runtime;

/// <summary>What a query does with properties.</summary>
internal enum QueryUse
{
    /// <summary>Filters by them.</summary>
    Filter,

    /// <summary>Sorts by them.</summary>
    OrderBy,

    /// <summary>Expands them.</summary>
    Expand,
}

/// <summary>The service says that it does not take the query; nothing was sent.</summary>
public sealed class UnsupportedQueryException : ClientException
{
    /// <inheritdoc/>
    public UnsupportedQueryException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}

/// <summary>The paths of properties by which a service does not filter or sort, and those that it does not expand.</summary>
internal sealed record QueryLimits(string[] NotFiltered, string[] NotSorted, string[] NotExpanded)
{
    /// <summary>Refuses what the service does not take. Text is not looked into.</summary>
    /// <exception cref="UnsupportedQueryException">The query has such a property.</exception>
    public void Check(IEnumerable<(QueryUse Use, string Path)> uses)
    {
        foreach (var (use, path) in uses)
        {
            var (refused, words) = use switch
            {
                QueryUse.Filter => (NotFiltered, "cannot be filtered"),
                QueryUse.OrderBy => (NotSorted, "cannot be sorted by"),
                _ => (NotExpanded, "cannot be expanded"),
            };
            if (Has(refused, path))
            {
                throw new UnsupportedQueryException($"'{path}' {words}; it can be {string.Join(" and ", Abilities(path))}");
            }
        }
    }

    private static bool Has(string[] paths, string path) =>
        Array.Exists(paths, each => path == each || path.StartsWith($"{each}/", StringComparison.Ordinal));

    private IEnumerable<string> Abilities(string path)
    {
        if (!Has(NotFiltered, path))
        {
            yield return "filtered";
        }
        if (!Has(NotSorted, path))
        {
            yield return "sorted by";
        }
        yield return "selected";
    }
}
