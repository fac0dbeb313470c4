using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace EdmundRuntime.Runtime;

/// <summary>One check of one JSON value, models inside or not, held against the shapes of its types.</summary>
internal sealed class ValidationWalk
{
    private const int MaxDepth = 100;

    private readonly WriteOperation? _operation;
    private readonly bool _isPartial;

    /// <summary>A walk; what is partial says only what is to change, so that nothing is required in it.</summary>
    public ValidationWalk(WriteOperation? operation, bool isPartial = false) => (_operation, _isPartial) = (operation, isPartial);

    /// <summary>The violations in the order of the payload.</summary>
    public List<Violation> Found { get; } = [];

    /// <summary>Checks a value of any type.</summary>
    public void Check(HeldShape shape, object? value, string pointer, int depth)
    {
        if (depth > MaxDepth)
        {
            Report(pointer, Rule.TooDeep, $"more than {MaxDepth} levels deep");
            return;
        }
        value = Plain(value);
        if (value is FilePart || (value is null && shape.IsNullable))
        {
            return;
        }
        if (shape.Literal is { } literal)
        {
            if (!SameJson.Are(JsonText.Parse(literal), value))
            {
                Report(pointer, Rule.AllowedValues, "the value is not the one that is allowed");
            }
        }
        else if (SchemaTable.FindUnion(shape.Type) is { } union)
        {
            CheckUnion(union, value, pointer, depth);
        }
        else if (SchemaTable.FindEnumeration(shape.Type) is { } members)
        {
            CheckEnum(members, value, pointer);
        }
        else if (value is null)
        {
            Report(pointer, Rule.Null, "null is not allowed here");
        }
        else if (SchemaTable.Find(shape.Type) is { } type)
        {
            CheckObject(type, value, pointer, depth);
        }
        else if (shape.Item is { } item)
        {
            CheckList(shape, item, value, pointer, depth);
        }
        else if (shape.Value is { } member)
        {
            CheckMap(shape, member, value, pointer, depth);
        }
        else if (shape.Type.Length > 0)
        {
            CheckPrimitive(shape, value, pointer);
        }
        else if (value is Model model)
        {
            CheckMembers(model.ModelInfo, model.RawMembers, pointer, depth); // In any JSON: of its own type, all the same.
        }
    }

    /// <summary>The pointer to a member or item below another (RFC 6901, section 3).</summary>
    private static string Step(string pointer, string name) =>
        $"{pointer}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    /// <summary>What is behind a value that callers hold; models and files stay what they are.</summary>
    private static object? Plain(object? value) => value switch
    {
        Model or FilePart => value,
        IWireValue typed => Plain(typed.Wire()),
        _ => ParameterText.Plain(value),
    };

    private void Report(string pointer, Rule rule, string message) => Found.Add(new Violation(pointer, rule.Code, message, rule.Severity));

    private void CheckPrimitive(HeldShape shape, object value, string pointer)
    {
        if (shape.Type is "Edm.Stream" or "Edm.Untyped")
        {
            return;
        }
        if (value is string && shape.Type is "Edm.Decimal" or "Edm.Double" or "Edm.Single" or "Edm.Int64")
        {
            Report(pointer, Rule.WrongType, "a number is expected"); // OData takes text there, JSON Schema does not.
            return;
        }
        if (ValidationLiterals.Check(shape.Type, value, shape.IsFloating) is { } finding)
        {
            Report(pointer, finding.Rule == Rule.Format ? Rule.ToldFormat : finding.Rule, finding.Message);
            return;
        }
        if (value is string text && text.EnumerateRunes().Count() < shape.MinLength)
        {
            Report(pointer, Rule.MinLength, $"at least {shape.MinLength} characters are asked for");
        }
        foreach (var facet in ValidationFacets.Check(shape, value))
        {
            Report(pointer, facet.Rule, facet.Message);
        }
    }

    private void CheckEnum(EnumType members, object? value, string pointer)
    {
        if (value is JsonMap or JsonList or Model)
        {
            Report(pointer, Rule.WrongType, $"a value of {members.Name} is expected");
        }
        else if (!SchemaTable.HasMember(members, value))
        {
            Report(pointer, Rule.EnumMember, $"the value is none of {members.Name}");
        }
    }

    private void CheckList(HeldShape shape, HeldShape item, object value, string pointer, int depth)
    {
        if (value is not JsonList items)
        {
            Report(pointer, Rule.NotAnArray, "a JSON array is expected");
            return;
        }
        foreach (var finding in ValidationFacets.CheckItems(shape, items.Count))
        {
            Report(pointer, finding.Rule, finding.Message);
        }
        if (shape.IsUnique && SameJson.HasTwins(items))
        {
            Report(pointer, Rule.UniqueItems, "two items are the same");
        }
        for (var at = 0; at < items.Count; at++)
        {
            Check(item, items[at], Step(pointer, at.ToString(CultureInfo.InvariantCulture)), depth + 1);
        }
    }

    private void CheckMap(HeldShape shape, HeldShape member, object value, string pointer, int depth)
    {
        if (((value as Model)?.RawMembers ?? value as JsonMap) is not { } members)
        {
            Report(pointer, Rule.NotAnObject, "a JSON object is expected");
            return;
        }
        if (members.Count < shape.MinProperties)
        {
            Report(pointer, Rule.MinProperties, $"at least {shape.MinProperties} members are asked for");
        }
        if (members.Count > shape.MaxProperties)
        {
            Report(pointer, Rule.MaxProperties, $"at most {shape.MaxProperties} members are allowed");
        }
        foreach (var (name, each) in members)
        {
            Check(member, each, Step(pointer, name), depth + 1);
        }
    }

    /// <summary>The variant that the value is of; one of those that it may be, where nothing tells them apart.</summary>
    private void CheckUnion(UnionShape union, object? value, string pointer, int depth)
    {
        var variant = union.VariantOf(value);
        if (variant != UnionShape.Raw)
        {
            if (value is not null)
            {
                Check(union.Variants[variant].Holds, value, pointer, depth);
            }
            return;
        }
        if (!Array.Exists(union.Variants, each => Fits(each.Holds, value, pointer, depth + 1)))
        {
            Report(pointer, Rule.WrongType, $"the value is none of {union.Name}");
        }
    }

    private bool Fits(HeldShape shape, object? value, string pointer, int depth)
    {
        var tried = new ValidationWalk(_operation, _isPartial);
        tried.Check(shape, value, pointer, depth);
        return !tried.Found.Exists(violation => violation.Severity == Severity.Error);
    }

    private void CheckObject(ModelType declared, object value, string pointer, int depth)
    {
        if (declared.IsAnyJson)
        {
            return;
        }
        switch (value)
        {
            case Model model:
                CheckMembers(model.ModelInfo, model.RawMembers, pointer, depth);
                break;
            case JsonMap members:
                CheckMembers(TypeMember.TypeOf(declared, members), members, pointer, depth);
                break;
            default:
                Report(pointer, Rule.NotAnObject, $"a JSON object is expected for {declared.Name}");
                break;
        }
    }

    private void CheckMembers(ModelType type, JsonMap value, string pointer, int depth)
    {
        foreach (var (name, member) in value)
        {
            var step = Step(pointer, name);
            if (type.Find(name) is { } shape)
            {
                if ((_operation == WriteOperation.Create && !shape.IsInsertable) || (_operation == WriteOperation.Update && !shape.IsUpdatable))
                {
                    Report(step, Rule.ReadOnly, "only the service writes it");
                }
                Check(shape.Holds, member, step, depth + 1);
            }
            else if (type.Additional is { } additional)
            {
                Check(additional, member, step, depth + 1);
            }
            else if (!type.IsOpen)
            {
                Report(step, Rule.UnknownProperty, $"{type.Name} has no such property");
            }
        }
        if (_isPartial && depth == 0)
        {
            return; // A change says what changes.
        }
        foreach (var shape in type.All.Values.Where(shape => IsRequired(shape) && !value.ContainsKey(shape.Name)))
        {
            Report(Step(pointer, shape.Name), Rule.Required, "a value is required");
        }
    }

    private bool IsRequired(PropertyShape shape) => _operation switch
    {
        WriteOperation.Create => shape.IsRequiredOnCreate,
        WriteOperation.Update => shape.IsRequiredOnUpdate,
        _ => shape.IsRequired,
    };
}
