using System;
using System.Collections.Generic;
using System.Text;
using System.Text.Json.Nodes;

namespace EdmundRuntime.Runtime;

/// <summary>A payload holds something else than the schema says. The model keeps it, as its JSON shows.</summary>
public sealed class DecodeException : FormatException
{
    /// <summary>An exception with a message, which never repeats the value.</summary>
    /// <param name="message">Where, what was expected and what kind of thing was found.</param>
    public DecodeException(string message)
        : base(message)
    {
    }
}

/// <summary>
/// The base of generated models: a typed view over the JSON object that the service sent or will get. A model keeps
/// that object itself, so that absent, null and a value stay different, and nothing that this client does not know
/// is lost. Values are read when they are asked for. Models are not safe for use by several threads at once.
/// </summary>
public abstract partial class Model
{
    private AdditionalData? _additionalData;

    /// <summary>
    /// What the payload has beside the declared properties: annotations and unknown properties, by wire name. Changes
    /// go into the model; setting it replaces all of them. Values are null, text, bool, long, decimal, double or a
    /// <see cref="JsonNode"/>.
    /// </summary>
    /// <exception cref="ArgumentException">On setting a declared property or a value that has no JSON.</exception>
    public IDictionary<string, object> AdditionalData
    {
        get => _additionalData ??= new AdditionalData(this);
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            var given = new List<KeyValuePair<string, object>>(value);
            AdditionalData.Clear();
            foreach (var (name, member) in given)
            {
                AdditionalData[name] = member;
            }
        }
    }

    internal abstract ModelType ModelInfo { get; }

    internal JsonMap RawMembers { get; set; } = new();

    /// <summary>Whether the property is there, null included.</summary>
    /// <param name="name">The property's name, or that on the wire.</param>
    /// <exception cref="ArgumentException">The type has no such property.</exception>
    public bool IsSet(string name) => RawMembers.ContainsKey(WireName(name));

    /// <summary>Makes the property absent, so that it is not sent.</summary>
    /// <param name="name">The property's name, or that on the wire.</param>
    /// <exception cref="ArgumentException">The type has no such property.</exception>
    public void Unset(string name) => RawMembers.Remove(WireName(name));

    /// <summary>The JSON text of one member as it stands, with every digit; null where it is absent.</summary>
    /// <param name="name">The property's name, or that on the wire.</param>
    /// <exception cref="ArgumentException">The type has no such property.</exception>
    public string? ToJson(string name) =>
        RawMembers.TryGetValue(WireName(name), out var value) ? Encoding.ASCII.GetString(JsonText.Write(value)) : null;

    /// <summary>JSON text (ASCII, no blanks) as it goes on the wire.</summary>
    public string ToJson() => Encoding.ASCII.GetString(JsonText.Write(this));

    /// <summary>A model of JSON text, of the derived class if its members say so. An update sends all of it.</summary>
    /// <typeparam name="T">The declared class.</typeparam>
    /// <param name="json">One JSON object.</param>
    /// <exception cref="JsonTextException">The text is no JSON object.</exception>
    /// <exception cref="ArgumentException">The object is of no class that is a T.</exception>
    public static T FromJson<T>(string json)
        where T : Model, new()
    {
        ArgumentNullException.ThrowIfNull(json);
        var members = JsonText.Parse(json) as JsonMap ?? throw new JsonTextException($"{typeof(T).Name} is read from a JSON object");
        return (T)new T().ModelInfo.Over(members, isKept: false);
    }

    /// <summary>What is wrong with this value, by the schema's rules; empty when nothing is.</summary>
    /// <param name="operation">What the value is for: without one it is an answer.</param>
    public IReadOnlyList<Violation> Validate(WriteOperation? operation = null) => Validation.Check(this, operation);

    /// <summary>The class and what is set. Secrets are masked, undeclared members only named.</summary>
    public override string ToString() => Shown.Of(this);

    internal List<T>? ItemsOf<T>(string name)
        where T : Model => GetModelList<T>(name);

    /// <summary>The name on the wire of a property, given by either of its names.</summary>
    /// <exception cref="ArgumentException">The type has no such property.</exception>
    internal string WireName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var found = TypeMember.WireName(name) ?? ModelInfo.FindMember(name)?.Name ?? ModelInfo.Find(name)?.Name;
        if (found is null && !RawMembers.ContainsKey(name))
        {
            throw new ArgumentException($"{GetType().Name} has no property '{name}'", nameof(name));
        }
        return found ?? name;
    }
}
