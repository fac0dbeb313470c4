using System;
using System.Collections;
using System.Collections.Generic;

namespace EdmundRuntime.Runtime;

/// <summary>A value that was read or set and is more than JSON has of itself.</summary>
internal interface IWireValue
{
    /// <summary>The value for JSON: null, text, a bool, a number, a map, a list or a model.</summary>
    object? Wire();
}

/// <summary>A list that was read or set: what callers hold, and how it goes on the wire.</summary>
internal interface ITypedList
{
    IList Items { get; }

    /// <summary>The values for JSON: as they came where they are the same, else as their type writes them.</summary>
    IEnumerable<object?> Wire();
}

/// <summary>A list of models, which JSON text is written from directly.</summary>
internal sealed record ModelList(IList Items) : ITypedList
{
    public IEnumerable<object?> Wire()
    {
        foreach (var item in Items)
        {
            yield return item;
        }
    }
}

/// <summary>A list of values that JSON does not hold as they are; <c>Raw</c> says how they came.</summary>
internal sealed record ValueList<T>(List<T> Values, JsonList? Raw, Func<object, T> Read, Func<T, object> Write) : ITypedList
{
    public IList Items => Values;

    public IEnumerable<object?> Wire()
    {
        for (var at = 0; at < Values.Count; at++)
        {
            var value = Values[at];
            if (value is null)
            {
                yield return null;
            }
            else if (Raw is not null && at < Raw.Count && Raw[at] is { } raw && AreSame(Read(raw), value))
            {
                yield return raw;
            }
            else
            {
                yield return Write(value);
            }
        }
    }

    private static bool AreSame(T left, T right) => left is byte[] one && right is byte[] other
        ? one.AsSpan().SequenceEqual(other)
        : EqualityComparer<T>.Default.Equals(left, right);
}
