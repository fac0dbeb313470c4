using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace Microsoft.Graph.Runtime;

/// <summary>Header fields of one request, each with its values; names are compared without case.</summary>
public sealed class RequestHeaders : IEnumerable<KeyValuePair<string, IEnumerable<string>>>
{
    private static readonly Regex Name = new(@"\A[!#$%&'*+.^_`|~0-9A-Za-z-]+\z", RegexOptions.CultureInvariant);
    private static readonly Regex Secret = new("authorization|cookie|key|token|secret|password|signature", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase) { "host", "content-length", "transfer-encoding", "connection" };

    private readonly List<KeyValuePair<string, string>> _fields = [];

    /// <summary>The names of all fields.</summary>
    public IEnumerable<string> Keys => _fields.Select(field => field.Key).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>The values of a field; none when it is not there.</summary>
    /// <param name="name">The field's name.</param>
    public IEnumerable<string> this[string name]
    {
        get => _fields.Where(field => IsSame(field.Key, name)).Select(field => field.Value);
        set
        {
            Remove(name);
            Add(name, value.ToArray());
        }
    }

    /// <summary>Adds values to those that the field has.</summary>
    /// <param name="name">The field's name.</param>
    /// <param name="values">One value or several.</param>
    /// <exception cref="ArgumentException">
    /// The name is no token, a value has a line break or a control character (RFC 9110, section 5), or the field is
    /// one that frames the message.
    /// </exception>
    public void Add(string name, params string[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (name is null || !Name.IsMatch(name))
        {
            throw new ArgumentException("not a header name", nameof(name));
        }
        if (Reserved.Contains(name))
        {
            throw new ArgumentException($"header '{name}' is set by the transport", nameof(name));
        }
        foreach (var value in values)
        {
            if (value is null || value.Any(character => character is < ' ' and not '\t' or '\x7f' or > '\xff'))
            {
                throw new ArgumentException($"the value of header '{name}' has a line break or control character", nameof(values));
            }
            _fields.Add(KeyValuePair.Create(name.ToLowerInvariant(), value.Trim()));
        }
    }

    /// <summary>Adds a field unless it is there.</summary>
    /// <param name="name">The field's name.</param>
    /// <param name="value">Its value.</param>
    /// <returns>Whether it was added.</returns>
    public bool TryAdd(string name, string value)
    {
        if (ContainsKey(name))
        {
            return false;
        }
        Add(name, value);
        return true;
    }

    /// <summary>Whether the field is there.</summary>
    /// <param name="name">The field's name.</param>
    public bool ContainsKey(string name) => _fields.Exists(field => IsSame(field.Key, name));

    /// <summary>Removes a field.</summary>
    /// <param name="name">The field's name.</param>
    /// <returns>Whether it was there.</returns>
    public bool Remove(string name) => _fields.RemoveAll(field => IsSame(field.Key, name)) > 0;

    /// <summary>Removes all fields.</summary>
    public void Clear() => _fields.Clear();

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, IEnumerable<string>>> GetEnumerator() =>
        Keys.Select(name => KeyValuePair.Create(name, this[name])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The fields, with those masked that carry credentials.</summary>
    public override string ToString() => string.Join("; ", Joined().Select(field => $"{field.Key}: {(Secret.IsMatch(field.Key) ? "***" : field.Value)}"));

    /// <summary>Fields by lower-case name; several values of one are joined with a comma.</summary>
    internal IEnumerable<KeyValuePair<string, string>> Joined() => Keys.Select(name => KeyValuePair.Create(name, string.Join(", ", this[name])));

    private static bool IsSame(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
