namespace Shop.Client.Builders;

using Shop.Client.Runtime;

/// <summary>Query options of calls: what the service takes.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
public sealed class CountFilterOrderbySearchSkipTopQueryParameters<T> : QueryParameters, IListQueryOf<T>
    where T : global::Shop.Client.Runtime.Model
{
    /// <summary>A condition that items meet.</summary>
    public string? Filter
    {
        get => Get<string>("$filter");
        set => Set("$filter", value);
    }

    /// <summary>What to sort by.</summary>
    public string[]? Orderby
    {
        get => Get<string[]>("$orderby");
        set => Set("$orderby", value);
    }

    /// <summary>How many items to return.</summary>
    public int? Top
    {
        get => GetNumber("$top");
        set => Set("$top", value);
    }

    /// <summary>How many items to leave out.</summary>
    public int? Skip
    {
        get => GetNumber("$skip");
        set => Set("$skip", value);
    }

    /// <summary>Words to search for.</summary>
    public string? Search
    {
        get => Get<string>("$search");
        set => Set("$search", value);
    }

    /// <summary>Whether the service says how many items there are in all.</summary>
    public bool? Count
    {
        get => GetFlag("$count");
        set => Set("$count", value);
    }
}
