using System;

namespace Microsoft.Graph.Runtime;

/// <summary>One end of an interval, as the value would stand in JSON.</summary>
internal sealed record Bound(string Text, bool Exclusive);

/// <summary>
/// A value in use: its type, facets and constraints. For a collection, nullability and constraints speak of the
/// items. What is null or false is not said by the schema.
/// </summary>
internal record ValueShape(string Type)
{
    public bool IsCollection { get; init; }

    /// <summary>An enumeration whose values name several members.</summary>
    public bool IsFlags { get; init; }

    public bool IsNullable { get; init; } = true;

    public int? MaxLength { get; init; }

    public int? Precision { get; init; }

    public int? Scale { get; init; }

    public bool IsFloating { get; init; }

    public string? Pattern { get; init; }

    public Bound? Minimum { get; init; }

    public Bound? Maximum { get; init; }

    public string? MultipleOf { get; init; }

    /// <summary>JSON texts of the values allowed.</summary>
    public string[]? AllowedValues { get; init; }

    public int? MinItems { get; init; }

    public int? MaxItems { get; init; }

    public bool IsUrl { get; init; }

    public bool IsBase64 { get; init; }

    /// <summary>The types that a value may have at all; empty for no restriction.</summary>
    public string[] Types { get; init; } = Array.Empty<string>();

    /// <summary>The types that a request may carry; empty for no restriction.</summary>
    public string[] WritableTypes { get; init; } = Array.Empty<string>();
}

/// <summary>
/// A property, a navigation property or an action's parameter. <c>Name</c> is the one on the wire, <c>Member</c> that
/// of the property in C#.
/// </summary>
internal sealed partial record PropertyShape(string Name, string Member, string Type) : ValueShape(Type)
{
    public bool IsNavigation { get; init; }

    public bool IsInsertable { get; init; } = true;

    public bool IsUpdatable { get; init; } = true;

    public bool IsRequiredOnCreate { get; init; }

    public bool IsRequiredOnUpdate { get; init; }

    /// <summary>A value is asked for without insisting: never null, without default, not set by the service.</summary>
    public bool IsExpectedOnCreate { get; init; }

    /// <summary>Masked wherever the model shows itself.</summary>
    public bool IsSecret { get; init; }
}
