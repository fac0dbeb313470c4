using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace EdmundRuntime.Runtime;

/// <summary>The members of a model that its type does not name, all of one type; changes go into the model.</summary>
/// <typeparam name="T">What the members are.</typeparam>
public sealed class TypedMembers<T> : IEnumerable<KeyValuePair<string, T?>>
{
    private readonly Model _model;
    private readonly Codec<T> _codec;

    internal TypedMembers(Model model, Codec<T> codec) => (_model, _codec) = (model, codec);

    /// <summary>Their names.</summary>
    public IEnumerable<string> Keys => _model.RawMembers.Select(member => member.Key).Where(IsOwn);

    /// <summary>How many there are.</summary>
    public int Count => Keys.Count();

    /// <summary>A member by its name; null where it is null or not there.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="ArgumentException">On setting what is a property.</exception>
    public T? this[string name]
    {
        get => TryGetValue(name, out var value) ? value : default;
        set
        {
            if (!IsOwn(name))
            {
                throw new ArgumentException($"'{name}' is declared: use the property", nameof(name));
            }
            _model.RawMembers[name] = value is null ? null : new TypedValue<T>(value, _codec, null);
        }
    }

    /// <summary>Sets a member.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    public void Add(string name, T? value) => this[name] = value;

    /// <summary>Whether there is such a member.</summary>
    /// <param name="name">The name.</param>
    public bool ContainsKey(string name) => IsOwn(name) && _model.RawMembers.ContainsKey(name);

    /// <summary>Removes a member.</summary>
    /// <param name="name">The name.</param>
    /// <returns>Whether it was there.</returns>
    public bool Remove(string name) => IsOwn(name) && _model.RawMembers.Remove(name);

    /// <summary>A member by its name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value, null where it is null or not there.</param>
    /// <returns>Whether it is there.</returns>
    /// <exception cref="DecodeException">It is of another type.</exception>
    public bool TryGetValue(string name, out T? value)
    {
        value = default;
        if (!IsOwn(name) || !_model.RawMembers.TryGetValue(name, out var found))
        {
            return false;
        }
        if (found is TypedValue<T> known)
        {
            value = known.Value;
        }
        else if (((found as IWireValue)?.Wire() ?? found) is { } raw)
        {
            var read = _codec.Read(raw);
            _model.RawMembers[name] = new TypedValue<T>(read, _codec, raw);
            value = read;
        }
        return true;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, T?>> GetEnumerator() =>
        Keys.ToList().Select(name => KeyValuePair.Create(name, this[name])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private bool IsOwn(string name) => _model.ModelInfo.Find(name) is null;
}
