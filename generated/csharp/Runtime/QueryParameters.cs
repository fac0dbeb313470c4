using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Microsoft.Graph.Runtime;

/// <summary>
/// Query options of one call. System query options (OData URL Conventions 4.01, section 5.1) are properties of the
/// classes below this one.
/// </summary>
public class QueryParameters
{
    private readonly List<KeyValuePair<string, object>> _values = [];

    /// <summary>What queries as code do with which properties.</summary>
    internal List<(QueryUse Use, string Path)> Uses { get; } = [];

    /// <summary>Sets a query option of the service's own, such as <c>startDateTime</c>; null takes it away.</summary>
    /// <param name="name">The option's name in the URL.</param>
    /// <param name="value">Its value, not encoded.</param>
    /// <exception cref="ArgumentException">The name is that of a system query option, or no name.</exception>
    public void SetCustom(string name, string? value)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length == 0 || !name.All(character => char.IsLetterOrDigit(character) || character is '_' or '-'))
        {
            throw new ArgumentException($"'{name}' is no query option of the service's own", nameof(name));
        }
        Set(name, value);
    }

    internal IEnumerable<KeyValuePair<string, string>> Pairs() => _values.Select(pair => KeyValuePair.Create(pair.Key, Text(pair.Value)));

    internal void Use(QueryUse use, IEnumerable<string> paths) => Uses.AddRange(paths.Select(path => (use, path)));

    /// <summary>A condition beside what there is; both hold.</summary>
    internal void AddCondition(string condition) =>
        Set("$filter", Get<string>("$filter") is { Length: > 0 } known ? $"({known}) and ({condition})" : condition);

    /// <summary>Items behind those that there are.</summary>
    internal void AddItems(string option, IEnumerable<string> items) => Set(option, (Get<string[]>(option) ?? []).Concat(items).ToArray());

    private protected T? Get<T>(string name) => _values.Where(pair => pair.Key == name).Select(pair => pair.Value).OfType<T>().FirstOrDefault();

    private protected int? GetNumber(string name) => Get<object>(name) as int?;

    private protected bool? GetFlag(string name) => Get<object>(name) as bool?;

    private protected void Set(string name, object? value)
    {
        if (value is < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(value), $"{name} is a whole number, 0 or more");
        }
        if (value is not null && Text(value).Contains('\0', StringComparison.Ordinal))
        {
            throw new ArgumentException($"{name} holds a NUL character", nameof(value));
        }
        _values.RemoveAll(pair => pair.Key == name);
        if (value is not null)
        {
            _values.Add(KeyValuePair.Create(name, value));
        }
    }

    private static string Text(object value) => value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        string[] items => string.Join(',', items),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? string.Empty,
    };
}

/// <summary>Options of calls that take none of OData's own.</summary>
public class DefaultQueryParameters : QueryParameters
{
}

/// <summary>Options of collections: which items, in which order, how many, and with what of each.</summary>
public class ListQueryParameters : QueryParameters
{
    /// <summary>Whether the service says how many items there are in all.</summary>
    public bool? Count
    {
        get => GetFlag("$count");
        set => Set("$count", value);
    }

    /// <summary>Related objects to include.</summary>
    public string[]? Expand
    {
        get => Get<string[]>("$expand");
        set => Set("$expand", value);
    }

    /// <summary>A condition that items meet.</summary>
    public string? Filter
    {
        get => Get<string>("$filter");
        set => Set("$filter", value);
    }

    /// <summary>What to sort by, such as <c>displayName desc</c>.</summary>
    public string[]? Orderby
    {
        get => Get<string[]>("$orderby");
        set => Set("$orderby", value);
    }

    /// <summary>Words to search for.</summary>
    public string? Search
    {
        get => Get<string>("$search");
        set => Set("$search", value);
    }

    /// <summary>Properties to return.</summary>
    public string[]? Select
    {
        get => Get<string[]>("$select");
        set => Set("$select", value);
    }

    /// <summary>How many items to leave out.</summary>
    public int? Skip
    {
        get => GetNumber("$skip");
        set => Set("$skip", value);
    }

    /// <summary>How many items to return.</summary>
    public int? Top
    {
        get => GetNumber("$top");
        set => Set("$top", value);
    }
}

/// <summary>Options of single objects: what of them.</summary>
public class ReadQueryParameters : QueryParameters
{
    /// <summary>Related objects to include.</summary>
    public string[]? Expand
    {
        get => Get<string[]>("$expand");
        set => Set("$expand", value);
    }

    /// <summary>Properties to return.</summary>
    public string[]? Select
    {
        get => Get<string[]>("$select");
        set => Set("$select", value);
    }
}

/// <summary>Options of counts: of which items.</summary>
public class CountQueryParameters : QueryParameters
{
    /// <summary>A condition that items meet.</summary>
    public string? Filter
    {
        get => Get<string>("$filter");
        set => Set("$filter", value);
    }

    /// <summary>Words to search for.</summary>
    public string? Search
    {
        get => Get<string>("$search");
        set => Set("$search", value);
    }
}

/// <summary>Options of removing a reference from a collection.</summary>
public class RemoveReferenceQueryParameters : QueryParameters
{
    /// <summary>The URL of the object to which the reference is removed.</summary>
    public string? Id
    {
        get => Get<string>("$id");
        set => Set("$id", value);
    }
}
