using System;
using System.Collections;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;

namespace EdmundRuntime.Runtime;

/// <summary>The undeclared part of a model's object, by wire name.</summary>
internal sealed class AdditionalData : IDictionary<string, object>
{
    private readonly Model _model;

    public AdditionalData(Model model)
    {
        _model = model;
    }

    public ICollection<string> Keys => Own().Select(member => member.Key).ToArray();

    public ICollection<object> Values => Own().Select(member => member.Value).ToArray();

    public int Count => Own().Count();

    public bool IsReadOnly => false;

    public object this[string key]
    {
        get => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"there is no '{key}'");
        set
        {
            if (IsDeclared(key))
            {
                throw new ArgumentException($"'{key}' is declared: use the property", nameof(key));
            }
            _model.RawMembers[key] = JsonValues.Wire(value);
        }
    }

    public void Add(string key, object value)
    {
        if (ContainsKey(key))
        {
            throw new ArgumentException($"there is a '{key}' already", nameof(key));
        }
        this[key] = value;
    }

    public void Add(KeyValuePair<string, object> item) => Add(item.Key, item.Value);

    public bool ContainsKey(string key) => !IsDeclared(key) && _model.RawMembers.ContainsKey(key);

    public bool Contains(KeyValuePair<string, object> item) => TryGetValue(item.Key, out var value) && Equals(value, item.Value);

    public bool Remove(string key) => !IsDeclared(key) && _model.RawMembers.Remove(key);

    public bool Remove(KeyValuePair<string, object> item) => Contains(item) && Remove(item.Key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object value)
    {
        value = null;
        if (IsDeclared(key) || !_model.RawMembers.TryGetValue(key, out var found))
        {
            return false;
        }
        value = JsonValues.Shown(found)!;
        return true;
    }

    public void Clear()
    {
        foreach (var key in Keys)
        {
            _model.RawMembers.Remove(key);
        }
    }

    public void CopyTo(KeyValuePair<string, object>[] array, int arrayIndex) => Own().ToArray().CopyTo(array, arrayIndex);

    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() => Own().ToList().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private bool IsDeclared(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return TypeMember.IsShown(key) || _model.ModelInfo.Find(key) is not null;
    }

    private IEnumerable<KeyValuePair<string, object>> Own() =>
        _model.RawMembers.Where(member => !IsDeclared(member.Key)).Select(member => KeyValuePair.Create(member.Key, JsonValues.Shown(member.Value)!));
}
