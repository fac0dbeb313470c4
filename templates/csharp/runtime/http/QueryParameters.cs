using System;
using System.Collections.Generic;
using System.Linq;

namespace EdmundRuntime.Runtime;

/// <summary>Parameters of one call: those of the query, of header fields and of cookies.</summary>
public class QueryParameters
{
    private readonly Dictionary<int, IWireValue> _values = [];
    private readonly List<KeyValuePair<string, string>> _others = [];

    internal virtual ParameterShape[] Shapes => [];

    /// <summary>Adds a query parameter that the description does not have.</summary>
    /// <param name="name">The name, not encoded.</param>
    /// <param name="value">The value, not encoded; null takes all of the name away.</param>
    public void SetCustom(string name, string? value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        _others.RemoveAll(pair => pair.Key == name);
        if (value is not null)
        {
            _others.Add(KeyValuePair.Create(name, value));
        }
    }

    /// <summary>The query, without its question mark; empty for none.</summary>
    internal string Query()
    {
        var pairs = Of(ParameterPlace.Query).SelectMany(given => ParameterText.Pairs(given.Shape, given.Value))
            .Select(pair => $"{pair.Key}={pair.Value}");
        var whole = Of(ParameterPlace.QueryString)
            .Select(given => ParameterText.WholeQuery(given.Shape, given.Value)).Where(text => text.Length > 0);
        var others = _others.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}");
        return string.Join('&', pairs.Concat(whole).Concat(others));
    }

    /// <summary>The header fields, cookies among them.</summary>
    internal IEnumerable<KeyValuePair<string, string>> Headers()
    {
        foreach (var (shape, value) in Of(ParameterPlace.Header))
        {
            if (ParameterText.Field(shape, value) is { } text)
            {
                yield return KeyValuePair.Create(shape.Name, text);
            }
        }
        var cookies = Of(ParameterPlace.Cookie).SelectMany(given => Cookies(given.Shape, given.Value)).ToList();
        if (cookies.Count > 0)
        {
            yield return KeyValuePair.Create("cookie", string.Join("; ", cookies));
        }
    }

    /// <summary>Refuses what lacks a value that the call needs.</summary>
    /// <exception cref="ArgumentException">A parameter is missing.</exception>
    internal void CheckRequired()
    {
        for (var at = 0; at < Shapes.Length; at++)
        {
            if (Shapes[at].IsRequired && !_values.ContainsKey(at))
            {
                throw new ArgumentException($"the call needs a value for '{Shapes[at].Name}'");
            }
        }
    }

    private protected T? Get<T>(int at) => _values.TryGetValue(at, out var value) && value is TypedValue<T> known ? known.Value : default;

    private protected void Set<T>(int at, T? value, Codec<T> codec)
    {
        if (value is null)
        {
            _values.Remove(at);
        }
        else
        {
            _values[at] = new TypedValue<T>(value, codec, null);
        }
    }

    private static IEnumerable<string> Cookies(ParameterShape shape, object? value)
    {
        if (shape.Style != ParameterStyle.Cookie)
        {
            return ParameterText.Pairs(shape, value).Select(pair => $"{pair.Key}={pair.Value}");
        }
        var pairs = ParameterText.Pairs(shape with { Style = ParameterStyle.Form }, value)
            .Select(pair => (Name: Uri.UnescapeDataString(pair.Key), Value: Uri.UnescapeDataString(pair.Value))).ToList();
        return pairs.Exists(pair => pair.Value.Contains(';', StringComparison.Ordinal))
            ? throw new ArgumentException($"the cookie '{shape.Name}' would be several: it holds a semicolon")
            : pairs.Select(pair => $"{pair.Name}={pair.Value}");
    }

    private IEnumerable<(ParameterShape Shape, object? Value)> Of(ParameterPlace place) => Enumerable.Range(0, Shapes.Length)
        .Where(at => Shapes[at].Place == place && _values.ContainsKey(at))
        .Select(at => (Shapes[at], _values[at].Wire()));
}

/// <summary>Parameters of calls that have none of their own.</summary>
public class DefaultQueryParameters : QueryParameters
{
}
