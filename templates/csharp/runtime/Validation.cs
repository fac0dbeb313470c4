using System;
using System.Collections.Generic;
using System.Linq;

namespace EdmundRuntime.Runtime;

/// <summary>
/// Says what is wrong with a model or a JSON value, by the rules of the schema, before the service does. The same
/// payload gives the same codes at the same places in every language.
/// </summary>
public static class Validation
{
    /// <summary>What is wrong with a model; empty when nothing is.</summary>
    /// <param name="model">The model.</param>
    /// <param name="operation">What it is for: without one it is an answer.</param>
    public static IReadOnlyList<Violation> Check(Model model, WriteOperation? operation = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        var walk = new ValidationWalk(operation);
        var type = model.ModelInfo;
        if (type.IsPayload)
        {
            walk.CheckMembers(type, model.RawMembers, string.Empty, 0);
        }
        else
        {
            walk.CheckValue(new ValueShape(type.Name) { IsNullable = false }, model, string.Empty, 0);
        }
        return walk.Found;
    }

    /// <summary>What is wrong with JSON text as a value of a type; empty when nothing is.</summary>
    /// <param name="typeName">
    /// A qualified name (<c>microsoft.graph.user</c>), a primitive type, or <c>Collection(...)</c> of one: then the
    /// text is an array, or the object that answers a request for a collection. An action's name stands for the object
    /// that carries its parameters.
    /// </param>
    /// <param name="json">The text.</param>
    /// <param name="operation">What the value is for: without one it is an answer.</param>
    /// <exception cref="ArgumentException">This assembly has no such type.</exception>
    /// <exception cref="JsonTextException">The text is no JSON.</exception>
    public static IReadOnlyList<Violation> Check(string typeName, string json, WriteOperation? operation = null)
    {
        ArgumentNullException.ThrowIfNull(typeName);
        ArgumentNullException.ThrowIfNull(json);
        const string opening = "Collection(";
        var isCollection = typeName.StartsWith(opening, StringComparison.Ordinal) && typeName.EndsWith(')');
        var name = SchemaTable.PlainName(isCollection ? typeName[opening.Length..^1] : typeName);
        if (!isCollection && SchemaTable.FindBody(name) is { } parameters && SchemaTable.Find(name) is null)
        {
            return CheckParameters(parameters, JsonText.Parse(json), operation);
        }
        if (!name.StartsWith("Edm.", StringComparison.Ordinal) && SchemaTable.Find(name) is null && SchemaTable.FindEnumeration(name) is null)
        {
            throw new ArgumentException($"this assembly has no type '{name}'", nameof(typeName));
        }
        var walk = new ValidationWalk(operation);
        var shape = new ValueShape(name) { IsCollection = isCollection, IsNullable = false };
        var value = JsonText.Parse(json);
        if (isCollection && value is JsonMap envelope)
        {
            CheckEnvelope(walk, shape, envelope);
        }
        else
        {
            walk.CheckValue(shape, value, string.Empty, 0);
        }
        return walk.Found;
    }

    private static List<Violation> CheckParameters(ModelType parameters, object? value, WriteOperation? operation)
    {
        var walk = new ValidationWalk(operation);
        if (value is JsonMap members)
        {
            walk.CheckMembers(parameters, members, string.Empty, 0);
        }
        else
        {
            walk.Report(string.Empty, Rule.NotAnObject, $"a JSON object is expected for {parameters.Name}");
        }
        return walk.Found;
    }

    /// <summary>
    /// Keeps a request from being sent whose body breaks a rule. Warnings do not, nor do names that this schema does not
    /// have: they are there because the caller put them there, and the service may know more.
    /// </summary>
    /// <exception cref="ValidationFailedException">The body breaks a rule.</exception>
    internal static void CheckBeforeSending(Model model, WriteOperation? operation)
    {
        var found = Check(model, model.ModelInfo.IsPayload ? operation ?? WriteOperation.Create : operation)
            .Where(violation => violation.Code != Rule.UnknownProperty.Code && violation.Code != Rule.UnknownType.Code && violation.Code != Rule.EnumMember.Code)
            .ToList();
        if (found.Exists(violation => violation.Severity == Severity.Error))
        {
            throw new ValidationFailedException(found);
        }
    }

    /// <summary>The object that answers a request for a collection (OData JSON Format 4.01, section 13).</summary>
    private static void CheckEnvelope(ValidationWalk walk, ValueShape shape, JsonMap envelope)
    {
        if (!envelope.TryGetValue("value", out var items))
        {
            walk.Report(string.Empty, Rule.NotAnArray, "a JSON array, or an object with one in value, is expected");
            return;
        }
        foreach (var (name, _) in envelope)
        {
            if (name != "value" && !ValidationWalk.IsControl(name))
            {
                walk.Report($"/{name}", Rule.UnknownProperty, "a collection has no such property");
            }
        }
        walk.CheckValue(shape, items, "/value", 0);
    }
}
