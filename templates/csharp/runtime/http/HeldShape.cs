namespace EdmundRuntime.Runtime;

/// <summary>
/// A value in use, however it is put together: a list has an <c>Item</c>, a map a <c>Value</c>. Here null is no value unless
/// <c>IsNullable</c> says so. A shape of no type, item or value is that of any JSON.
/// </summary>
internal sealed record HeldShape : ValueShape
{
    public HeldShape(string type = "")
        : base(type) => IsNullable = false;

    /// <summary>The items of a list.</summary>
    public HeldShape? Item { get; init; }

    /// <summary>The members of a map.</summary>
    public HeldShape? Value { get; init; }

    /// <summary>The JSON text of the only value.</summary>
    public string? Literal { get; init; }

    public int? MinLength { get; init; }

    /// <summary>Whether no two items are the same.</summary>
    public bool IsUnique { get; init; }

    public int? MinProperties { get; init; }

    public int? MaxProperties { get; init; }
}

/// <summary>What is said of a property beside its name.</summary>
internal sealed partial record PropertyShape
{
    /// <summary>What its values are.</summary>
    public HeldShape Holds { get; init; } = new() { IsNullable = true };

    /// <summary>Whether answers always have it.</summary>
    public bool IsRequired { get; init; }
}

/// <summary>What is said of members that have no property.</summary>
internal sealed partial class ModelType
{
    private HeldShape? _additional;

    /// <summary>What they are, here or where a base says it; null where nothing is said.</summary>
    public HeldShape? Additional
    {
        get => _additional ?? Base?.Additional;
        init => _additional = value;
    }
}
