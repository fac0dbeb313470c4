using System;
using System.Collections.Generic;

namespace EdmundRuntime.Runtime;

/// <summary>
/// Says what is wrong with a model or a JSON value, by the rules of its schema, before the service does. The same
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
        return Found(new HeldShape(model.ModelInfo.Name), model, new ValidationWalk(operation));
    }

    /// <summary>What is wrong with JSON text as a value of a type; empty when nothing is.</summary>
    /// <param name="typeName">The name of a schema (<c>Pet</c>), or a primitive type.</param>
    /// <param name="json">The text.</param>
    /// <param name="operation">What the value is for: without one it is an answer.</param>
    /// <exception cref="ArgumentException">This assembly has no such type.</exception>
    /// <exception cref="JsonTextException">The text is no JSON.</exception>
    public static IReadOnlyList<Violation> Check(string typeName, string json, WriteOperation? operation = null)
    {
        ArgumentNullException.ThrowIfNull(typeName);
        ArgumentNullException.ThrowIfNull(json);
        if (!typeName.StartsWith("Edm.", StringComparison.Ordinal) && !SchemaTable.Has(typeName))
        {
            throw new ArgumentException($"this assembly has no type '{typeName}'", nameof(typeName));
        }
        return Found(new HeldShape(typeName), JsonText.Parse(json), new ValidationWalk(operation));
    }

    /// <summary>
    /// Keeps a request from being sent whose body breaks a rule. Warnings do not, nor do names and values that the
    /// description does not have: the service may know more. A PATCH says what is to change: nothing is required in it.
    /// </summary>
    /// <exception cref="ValidationFailedException">The body breaks a rule.</exception>
    internal static void CheckBeforeSending(HeldShape shape, object? body, string method)
    {
        var walk = new ValidationWalk(method is "PUT" or "PATCH" ? WriteOperation.Update : WriteOperation.Create, isPartial: method == "PATCH");
        var found = Found(shape, body, walk).FindAll(violation => violation.Code != Rule.UnknownProperty.Code && violation.Code != Rule.EnumMember.Code);
        if (found.Exists(violation => violation.Severity == Severity.Error))
        {
            throw new ValidationFailedException(found);
        }
    }

    private static List<Violation> Found(HeldShape shape, object? value, ValidationWalk walk)
    {
        walk.Check(shape, value, string.Empty, 0);
        return walk.Found;
    }
}
