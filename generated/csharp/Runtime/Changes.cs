using System;
using System.Linq;
using System.Text.Json.Nodes;

namespace Microsoft.Graph.Runtime;

/// <summary>
/// What an update sends of a model: one that was read, what was changed since; one that was made here, all that it has. A
/// changed complex value or list goes whole (Protocol 4.01, section 11.4.3), without what only the service writes.
/// </summary>
internal static class Changes
{
    /// <summary>The model to send: of the same class, with the changes alone. Properties that updates must have stay.</summary>
    /// <param name="model">What the caller gives.</param>
    /// <param name="declared">The type that the URL is of; a value of that type need not name it.</param>
    public static Model Of(Model model, string declared)
    {
        var members = model.RawMembers;
        if (!members.IsKept)
        {
            return model;
        }
        var changed = new JsonMap();
        foreach (var (name, value) in members)
        {
            var shape = model.ModelInfo.Find(name);
            var isSent = TypeMember.Is(name)
                ? value is not string type || SchemaTable.PlainName(type) != declared
                : shape is { IsRequiredOnUpdate: true } || !IsUnchanged(members, name, value);
            if (isSent)
            {
                changed[name] = Whole(value, shape);
            }
        }
        return model.ModelInfo.Create(changed);
    }

    /// <summary>All of the model, without what only the service writes.</summary>
    public static Model All(Model model) => model.RawMembers.IsKept ? Writable(model) : model;

    private static bool IsUnchanged(JsonMap members, string name, object? value) =>
        members.TryGetOriginal(name, out var original) && IsSame(original, value);

    private static bool IsSame(object? original, object? value) => value switch
    {
        Model model => ReferenceEquals(original, model.RawMembers) && IsUntouched(model.RawMembers),
        ITypedList typed => original is JsonList list && AreSame(list, typed),
        JsonNode node => original is not null && JsonText.Write(original).AsSpan().SequenceEqual(JsonText.Write(node)),
        _ => ReferenceEquals(original, value) || Equals(original, value),
    };

    private static bool IsUntouched(JsonMap members) =>
        members.IsKept && members.All(member => IsUnchanged(members, member.Key, member.Value)) && members.HasAllOriginal();

    private static bool AreSame(JsonList original, ITypedList typed)
    {
        var items = typed.Wire().ToList();
        return items.Count == original.Count && original.Zip(items, IsSame).All(same => same);
    }

    private static object? Whole(object? value, PropertyShape? shape)
    {
        switch (value)
        {
            case Model { RawMembers.IsKept: true } model:
                return Writable(model);
            case JsonMap members when shape is not null && SchemaTable.Find(shape.Type) is { IsAnyJson: false } type:
                return Writable(type.Over(members));
            case ModelList or JsonList when shape is not null && SchemaTable.Find(shape.Type) is not null:
                var list = new JsonList();
                list.AddRange((value as JsonList ?? ((ModelList)value).Wire()).Select(item => Whole(item, shape)));
                return list;
            default:
                return value;
        }
    }

    /// <summary>The value without what an update cannot write and nobody tries to.</summary>
    private static Model Writable(Model model)
    {
        var members = model.RawMembers;
        var kept = new JsonMap();
        foreach (var (name, value) in members)
        {
            var shape = model.ModelInfo.Find(name);
            if (shape is not { IsUpdatable: false } || !IsUnchanged(members, name, value))
            {
                kept[name] = Whole(value, shape);
            }
        }
        return model.ModelInfo.Create(kept);
    }
}
