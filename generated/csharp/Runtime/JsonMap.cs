using System;
using System.Collections;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;

namespace Microsoft.Graph.Runtime;

/// <summary>A JSON number by its digits, so that none is rounded on its way through.</summary>
internal sealed record JsonNumber(string Text);

/// <summary>A JSON array as it came. Items are of the kinds that <see cref="JsonMap"/> lists.</summary>
internal sealed class JsonList : List<object?>
{
}

/// <summary>
/// A JSON object with its members in order. A value is null, text, a bool, a <see cref="JsonNumber"/>,
/// a <see cref="JsonMap"/>, a <see cref="JsonList"/>, or what has taken the place of one since it was read: a
/// <see cref="Model"/>, an <see cref="ITypedList"/>, a JsonNode.
/// </summary>
internal sealed class JsonMap : IEnumerable<KeyValuePair<string, object?>>
{
    private const int IndexedFrom = 9;
    private readonly List<KeyValuePair<string, object?>> _members = [];
    private Dictionary<string, int>? _index;
    private Dictionary<string, object?>? _original;

    /// <summary>Whether this was read from an answer, so that changes are told from what was there.</summary>
    public bool IsKept { get; private set; }

    public int Count => _members.Count;

    /// <summary>Sets a member, in its place where there is one.</summary>
    public object? this[string name]
    {
        set
        {
            Remember();
            var at = Find(name);
            var member = KeyValuePair.Create(name, value);
            if (at >= 0)
            {
                _members[at] = member;
                return;
            }
            _members.Add(member);
            if (_index is not null)
            {
                _index[name] = _members.Count - 1;
            }
        }
    }

    public bool ContainsKey(string name) => Find(name) >= 0;

    public bool TryGetValue(string name, [MaybeNullWhen(true)] out object? value)
    {
        var at = Find(name);
        value = at >= 0 ? _members[at].Value : null;
        return at >= 0;
    }

    public bool Remove(string name)
    {
        var at = Find(name);
        if (at < 0)
        {
            return false;
        }
        Remember();
        _members.RemoveAt(at);
        _index = null;
        return true;
    }

    /// <summary>From now on the members as they are count as what was there.</summary>
    public void Keep() => IsKept = true;

    /// <summary>What was there under a name when the object was read; false where nothing was.</summary>
    public bool TryGetOriginal(string name, out object? value) =>
        _original is null ? TryGetValue(name, out value) : _original.TryGetValue(name, out value);

    /// <summary>Whether nothing that was there is gone.</summary>
    public bool HasAllOriginal() => _original is null || _original.Keys.All(ContainsKey);

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => _members.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Before the first change; objects that nobody touches cost nothing.</summary>
    private void Remember()
    {
        if (IsKept && _original is null)
        {
            _original = new Dictionary<string, object?>(_members, StringComparer.Ordinal);
        }
    }

    private int Find(string name)
    {
        if (_members.Count < IndexedFrom)
        {
            for (var at = 0; at < _members.Count; at++)
            {
                if (string.Equals(_members[at].Key, name, StringComparison.Ordinal))
                {
                    return at;
                }
            }
            return -1;
        }
        if (_index is null)
        {
            _index = new Dictionary<string, int>(_members.Count, StringComparer.Ordinal);
            for (var at = 0; at < _members.Count; at++)
            {
                _index[_members[at].Key] = at;
            }
        }
        return _index.TryGetValue(name, out var found) ? found : -1;
    }
}
