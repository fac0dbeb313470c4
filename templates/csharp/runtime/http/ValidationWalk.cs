using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace EdmundRuntime.Runtime;

/// <summary>One check of one payload: objects, properties and lists, held against their shapes.</summary>
internal sealed class ValidationWalk
{
    private const int MaxDepth = 100;

    // A service must ignore what only it writes (OpenAPI 3.2.0, section 4.24): sending it breaks nothing.
    private static readonly Rule ReadOnly = Rule.NotWritable with { Severity = Severity.Warning };

    private readonly WriteOperation? _operation;

    public ValidationWalk(WriteOperation? operation) => _operation = operation;

    /// <summary>The violations in the order of the payload.</summary>
    public List<Violation> Found { get; } = [];

    /// <summary>No member has a meaning beside the schema's.</summary>
    public static bool IsControl(string name) => false;

    public void Report(string pointer, Rule rule, string message) => Found.Add(new Violation(pointer, rule.Code, message, rule.Severity));

    /// <summary>Checks a single value or a list.</summary>
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
        value = Plain(value);
        if (value is null)
        {
            return; // Whether a list may be null is said of its items alone: the service has the last word.
        }
        if (value is not JsonList items)
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
            if (type.Find(name) is { } shape)
            {
                CheckProperty(shape, member, Step(pointer, name), depth);
            }
            else if (!type.IsOpen)
            {
                Report(Step(pointer, name), Rule.UnknownProperty, $"{type.Name} has no such property");
            }
            else
            {
                CheckAny(member, Step(pointer, name), depth + 1);
            }
        }
        if (_operation != WriteOperation.Create)
        {
            return; // A change says what changes.
        }
        foreach (var shape in type.All.Values.Where(shape => shape.IsRequiredOnCreate && !value.ContainsKey(shape.Name)))
        {
            Report(Step(pointer, shape.Name), Rule.Required, "is required on create");
        }
    }

    /// <summary>The pointer to a member or item below another (RFC 6901, section 3).</summary>
    private static string Step(string pointer, string name) =>
        $"{pointer}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    /// <summary>What is behind a value that callers hold; models stay what they are.</summary>
    private static object? Plain(object? value) => value is Model or FilePart ? value : ParameterText.Plain(value);

    private void CheckItem(ValueShape shape, object? value, string pointer, int depth)
    {
        value = Plain(value);
        if (value is null)
        {
            if (!shape.IsNullable)
            {
                Report(pointer, Rule.Null, "null is not allowed here");
            }
            return;
        }
        if (value is FilePart)
        {
            return;
        }
        if (SchemaTable.FindEnumeration(shape.Type) is { } members)
        {
            CheckEnum(members, value, pointer);
        }
        else if (SchemaTable.Find(shape.Type) is { } type)
        {
            CheckObject(type, value, pointer, depth);
        }
        else if (IsPrimitive(shape.Type))
        {
            CheckPrimitive(shape, value, pointer);
        }
        else
        {
            CheckAny(value, pointer, depth);
        }
    }

    private static bool IsPrimitive(string type) => type.StartsWith("Edm.", StringComparison.Ordinal) && type is not ("Edm.Untyped" or "Edm.Stream");

    /// <summary>Nothing is said of the value itself; models in it are held against their own types.</summary>
    private void CheckAny(object? value, string pointer, int depth)
    {
        if (depth > MaxDepth)
        {
            Report(pointer, Rule.TooDeep, $"more than {MaxDepth} levels deep");
            return;
        }
        switch (Plain(value))
        {
            case Model model:
                CheckMembers(model.ModelInfo, model.RawMembers, pointer, depth);
                break;
            case JsonList list:
                for (var at = 0; at < list.Count; at++)
                {
                    CheckAny(list[at], Step(pointer, at.ToString(CultureInfo.InvariantCulture)), depth + 1);
                }
                break;
            case JsonMap map:
                foreach (var (name, member) in map)
                {
                    CheckAny(member, Step(pointer, name), depth + 1);
                }
                break;
            default:
                break;
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

    private void CheckEnum(EnumType members, object value, string pointer)
    {
        if (Scalars.Text(value) is not { } text)
        {
            Report(pointer, Rule.WrongType, $"a value of {members.Name} is expected");
        }
        else if (members.Members.Count > 0 && !members.Has(text))
        {
            Report(pointer, Rule.EnumMember, $"the value is no member of {members.Name}");
        }
    }

    private void CheckObject(ModelType declared, object value, string pointer, int depth)
    {
        if (declared.IsAnyJson)
        {
            return;
        }
        if (value is Model model)
        {
            CheckMembers(model.ModelInfo, model.RawMembers, pointer, depth);
        }
        else if (value is JsonMap members)
        {
            CheckMembers(TypeMember.TypeOf(declared, members), members, pointer, depth);
        }
        else
        {
            Report(pointer, Rule.NotAnObject, $"a JSON object is expected for {declared.Name}");
        }
    }

    private void CheckProperty(PropertyShape shape, object? value, string pointer, int depth)
    {
        if ((_operation == WriteOperation.Create && !shape.IsInsertable) || (_operation == WriteOperation.Update && !shape.IsUpdatable))
        {
            Report(pointer, ReadOnly, "only the service writes it");
            return;
        }
        CheckValue(shape, value, pointer, depth + 1);
    }
}
