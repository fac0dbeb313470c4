using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;

namespace EdmundRuntime.Runtime;

/// <summary>One check of one payload: objects, properties and collections, held against their shapes.</summary>
internal sealed class ValidationWalk
{
    private const int MaxDepth = 100;

    private static readonly string[] TypeNames = ["@odata.type", "@type"];

    // An object with one of these may stand for an entity that is described elsewhere, or is gone.
    private static readonly string[] References = ["@odata.id", "@id", "@removed", "@odata.removed"];
    private static readonly string[] Contexts = ["@odata.context", "@context"];

    // Items of an OData 4.0 delta answer that are no entities (OData JSON Format 4.0, sections 14.2 to 14.4).
    private static readonly string[] NoEntities = ["/$deletedEntity", "/$link", "/$deletedLink"];
    private static readonly string[] Bindings = ["@odata.bind", "@bind"];

    private readonly WriteOperation? _operation;

    public ValidationWalk(WriteOperation? operation) => _operation = operation;

    /// <summary>The violations in the order of the payload.</summary>
    public List<Violation> Found { get; } = [];

    private string OperationName => _operation switch
    {
        WriteOperation.Create => "create",
        WriteOperation.Update => "update",
        _ => "read",
    };

    /// <summary>The pointer to a member or item below another (RFC 6901, section 3).</summary>
    public static string Step(string pointer, string name) =>
        $"{pointer}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    /// <summary>Whether a member's name is of control information, an annotation or an advertised operation.</summary>
    public static bool IsControl(string name) => name.Contains('@', StringComparison.Ordinal) || name.StartsWith('#');

    public void Report(string pointer, Rule rule, string message) => Found.Add(new Violation(pointer, rule.Code, message, rule.Severity));

    /// <summary>Checks a single value or a collection.</summary>
    public void CheckValue(ValueShape shape, object? value, string pointer, int depth)
    {
        if (depth > MaxDepth)
        {
            Report(pointer, Rule.TooDeep, $"more than {MaxDepth} levels deep");
            return;
        }
        if (!shape.IsCollection)
        {
            CheckItem(shape, value, pointer, depth);
            return;
        }
        value = Unwrapped(value);
        if (value is null)
        {
            Report(pointer, Rule.Null, "a collection is never null; it can be empty");
            return;
        }
        if (ItemsOf(value) is not { } items)
        {
            Report(pointer, Rule.NotAnArray, "a JSON array is expected");
            return;
        }
        foreach (var finding in ValidationFacets.CheckItems(shape, items.Count))
        {
            Report(pointer, finding.Rule, finding.Message);
        }
        for (var at = 0; at < items.Count; at++)
        {
            CheckItem(shape, items[at], Step(pointer, at.ToString(CultureInfo.InvariantCulture)), depth + 1);
        }
    }

    /// <summary>Checks the members of an object whose type is settled.</summary>
    public void CheckMembers(ModelType type, JsonMap value, string pointer, int depth)
    {
        foreach (var (name, member) in value)
        {
            if (IsControl(name))
            {
                CheckAnnotation(type, name, member, pointer);
            }
            else if (type.Find(name) is { } shape)
            {
                CheckProperty(shape, member, Step(pointer, name), depth);
            }
            else if (!type.IsOpen)
            {
                Report(Step(pointer, name), Rule.UnknownProperty, $"{type.Name} has no such property");
            }
        }
        if (!IsReference(value))
        {
            CheckAbsent(type, value, pointer);
        }
    }

    /// <summary>Whether the object tells, in a delta answer, of a deleted entity, or of a link added or deleted.</summary>
    private static bool IsNoEntity(JsonMap value) => Contexts.Any(name => value.TryGetValue(name, out var context)
        && context is string text && NoEntities.Any(end => text.EndsWith(end, StringComparison.Ordinal)));

    /// <summary>What is behind a value that callers hold: JSON nodes as what they hold, anything else as it is.</summary>
    private static object? Unwrapped(object? value) => value is JsonNode node ? JsonText.Parse(Encoding.UTF8.GetBytes(node.ToJsonString())) : value;

    private static List<object?>? ItemsOf(object? value) => value switch
    {
        JsonList list => list,
        ITypedList typed => typed.Wire().ToList(),
        _ => null,
    };

    private static bool IsReference(JsonMap value) => References.Any(value.ContainsKey);

    private void CheckItem(ValueShape shape, object? value, string pointer, int depth)
    {
        value = Unwrapped(value);
        if (value is null)
        {
            if (!shape.IsNullable)
            {
                Report(pointer, Rule.Null, "null is not allowed here");
            }
            else if (shape.AllowedValues is not null && !ValidationFacets.IsAllowed(shape, null))
            {
                Report(pointer, Rule.AllowedValues, "null is none of the values allowed");
            }
            return;
        }
        if (!shape.Type.StartsWith("Edm.", StringComparison.Ordinal) && SchemaTable.FindEnumeration(shape.Type) is { } members)
        {
            CheckEnum(members, shape, value, pointer);
        }
        else if (shape.Type is "Edm.EntityType" or "Edm.ComplexType" || !shape.Type.StartsWith("Edm.", StringComparison.Ordinal))
        {
            CheckObject(shape, value, pointer, depth);
        }
        else
        {
            CheckPrimitive(shape, value, pointer);
        }
    }

    private void CheckPrimitive(ValueShape shape, object value, string pointer)
    {
        if (ValidationLiterals.Check(shape.Type, value, shape.IsFloating) is { } finding)
        {
            Report(pointer, finding.Rule, finding.Message);
            return;
        }
        foreach (var facet in ValidationFacets.Check(shape, value))
        {
            Report(pointer, facet.Rule, facet.Message);
        }
    }

    private void CheckEnum(EnumType members, ValueShape shape, object value, string pointer)
    {
        if (value is not string text)
        {
            Report(pointer, Rule.WrongType, $"text is expected for {members.Name}");
            return;
        }
        if (members.Members.Count == 0)
        {
            return;
        }
        var names = shape.IsFlags ? text.Split(',').Select(name => name.Trim(' ')) : [text];
        if (!names.All(name => members.Has(name) || IsEnumNumber(name)))
        {
            Report(pointer, Rule.EnumMember, $"the text names no member of {members.Name}");
        }
        else if (shape.AllowedValues is not null && !ValidationFacets.IsAllowed(shape, value))
        {
            Report(pointer, Rule.AllowedValues, "the value is none of those allowed");
        }
    }

    /// <summary>What no member stands for is written as a number.</summary>
    private static bool IsEnumNumber(string text)
    {
        var digits = text.Length > 0 && text[0] is '+' or '-' ? text[1..] : text;
        return digits.Length is >= 1 and <= 19 && digits.All(char.IsAsciiDigit);
    }

    /// <summary>Checks a structured value: that it is an object, of which type, and what is in it.</summary>
    private void CheckObject(ValueShape shape, object value, string pointer, int depth)
    {
        var own = (value as Model)?.ModelInfo;
        if (SchemaTable.Find(shape.Type) is { IsAnyJson: true })
        {
            return;
        }
        var members = value as JsonMap ?? (value as Model)?.RawMembers;
        if (members is null)
        {
            Report(pointer, Rule.NotAnObject, $"a JSON object is expected for {shape.Type}");
            return;
        }
        if (IsNoEntity(members))
        {
            return;
        }
        // An update of a value that is there already says what changes, not of which type it is.
        var changes = _operation == WriteOperation.Update && depth == 0;
        if (FindType(shape, members, own, pointer, changes) is { } actual)
        {
            CheckMembers(actual, members, pointer, depth);
        }
    }

    /// <summary>The type of an object; null when it is unknown, abstract or out of place, which is reported.</summary>
    private ModelType? FindType(ValueShape shape, JsonMap value, ModelType? own, string pointer, bool changes)
    {
        var key = Array.Find(TypeNames, value.ContainsKey);
        var name = own is { IsPayload: false } ? own.Name : shape.Type;
        if (key is not null)
        {
            value.TryGetValue(key, out var named);
            pointer = Step(pointer, key);
            if (named is not string text)
            {
                Report(pointer, Rule.WrongType, "the name of a type is text");
                return null;
            }
            name = SchemaTable.PlainName(text);
        }
        if (SchemaTable.Find(name) is not { } actual)
        {
            if (key is null && name is "Edm.EntityType" or "Edm.ComplexType")
            {
                Report(pointer, Rule.AbstractType, "@odata.type is needed to know the type");
            }
            else
            {
                Report(pointer, Rule.UnknownType, "the schema has no such type");
            }
            return null;
        }
        if (!IsA(actual, shape.Type))
        {
            Report(pointer, Rule.TypeNotAllowed, $"the type does not derive from {shape.Type}");
            return null;
        }
        if (actual.IsAbstract && !changes && !IsReference(value))
        {
            Report(pointer, Rule.AbstractType, $"{actual.Name} is abstract; @odata.type names the type of the value");
            return null;
        }
        if (!IsOneOf(actual, shape.Types))
        {
            Report(pointer, Rule.TypeNotAllowed, $"{name} is not allowed here");
            return null;
        }
        if (_operation is not null && !IsOneOf(actual, shape.WritableTypes))
        {
            Report(pointer, Rule.TypeNotAllowed, $"{name} cannot be written here");
            return null;
        }
        return actual;
    }

    private static bool IsOneOf(ModelType type, string[] allowed) => allowed.Length == 0 || allowed.Any(name => IsA(type, name));

    private static bool IsA(ModelType type, string name) => name switch
    {
        "Edm.EntityType" => type.IsEntity,
        "Edm.ComplexType" => !type.IsEntity,
        _ => SchemaTable.Find(name) is { } other && type.IsA(other),
    };

    private void CheckProperty(PropertyShape shape, object? value, string pointer, int depth)
    {
        if (!IsWritable(shape))
        {
            Report(pointer, Rule.NotWritable, $"cannot be written on {OperationName}");
        }
        else if (value is null && IsRequired(shape) && !shape.IsCollection)
        {
            Report(pointer, Rule.Null, $"is required on {OperationName}; null is no value");
        }
        else
        {
            CheckValue(shape, value, pointer, depth + 1);
        }
    }

    /// <summary>Annotations may stand anywhere; a binding is a property in disguise.</summary>
    private void CheckAnnotation(ModelType type, string name, object? value, string pointer)
    {
        foreach (var suffix in Bindings.Where(suffix => name != suffix && name.EndsWith(suffix, StringComparison.Ordinal)))
        {
            var at = Step(pointer, name);
            if (type.Find(name[..^suffix.Length]) is not { IsNavigation: true } shape)
            {
                if (!type.IsOpen)
                {
                    Report(at, Rule.UnknownProperty, $"{type.Name} has no such navigation property");
                }
            }
            else if (!IsWritable(shape))
            {
                Report(at, Rule.NotWritable, $"cannot be written on {OperationName}");
            }
            else
            {
                CheckBinding(shape, Unwrapped(value), at);
            }
            return;
        }
    }

    private void CheckBinding(PropertyShape shape, object? value, string pointer)
    {
        if (!shape.IsCollection)
        {
            if ((value is not null || !shape.IsNullable) && value is not string)
            {
                Report(pointer, Rule.WrongType, "the URL of an entity is expected");
            }
            return;
        }
        if (ItemsOf(value) is not { } items)
        {
            Report(pointer, Rule.NotAnArray, "an array of URLs of entities is expected");
            return;
        }
        for (var at = 0; at < items.Count; at++)
        {
            if (items[at] is not string)
            {
                Report(Step(pointer, at.ToString(CultureInfo.InvariantCulture)), Rule.WrongType, "the URL of an entity is expected");
            }
        }
    }

    private void CheckAbsent(ModelType type, JsonMap value, string pointer)
    {
        if (_operation is null)
        {
            return;
        }
        foreach (var shape in type.All.Values)
        {
            var isRequired = IsRequired(shape);
            if (!(isRequired || shape.IsExpectedOnCreate) || value.ContainsKey(shape.Name)
                || (shape.IsNavigation && Bindings.Any(suffix => value.ContainsKey(shape.Name + suffix))))
            {
                continue;
            }
            if (isRequired)
            {
                Report(Step(pointer, shape.Name), Rule.Required, $"is required on {OperationName}");
            }
            else if (_operation == WriteOperation.Create)
            {
                Report(Step(pointer, shape.Name), Rule.Missing, "is never null, has no default and is not given");
            }
        }
    }

    private bool IsWritable(PropertyShape shape) => _operation switch
    {
        WriteOperation.Create => shape.IsInsertable,
        WriteOperation.Update => shape.IsUpdatable,
        _ => true,
    };

    private bool IsRequired(PropertyShape shape) => _operation switch
    {
        WriteOperation.Create => shape.IsRequiredOnCreate,
        WriteOperation.Update => shape.IsRequiredOnUpdate,
        _ => false,
    };
}
