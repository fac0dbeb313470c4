namespace EdmundRuntime.Runtime;

/// <summary>A version of OData before 4.0, and what it does otherwise than 4.01, which the rest of this package speaks of.</summary>
internal sealed record OlderVersion
{
    public static readonly OlderVersion V1 = new() { Text = "1.0" };
    public static readonly OlderVersion V2 = new() { Text = "2.0" };

    public static readonly OlderVersion V3 = new()
    {
        Text = "3.0",
        Updating = "PATCH",
        Json = "application/json;odata=verbose",
        HasTimesAsText = true,
        WrapsCollections = true,
        HasActions = true,
        HasQuantifiers = true,
    };

    private OlderVersion()
    {
    }

    /// <summary>What header fields call it.</summary>
    public string Text { get; private init; } = string.Empty;

    /// <summary>The method that changes a part of an entity: PATCH came with 3.0.</summary>
    public string Updating { get; private init; } = "MERGE";

    /// <summary>JSON as all three have it; 3.0 has another form, which services of it give by default.</summary>
    public string Json { get; private init; } = "application/json";

    /// <summary>Whether times are texts in JSON, and not <c>/Date(...)/</c>.</summary>
    public bool HasTimesAsText { get; private init; }

    /// <summary>Whether collections in a body lie in an object; before, arrays stand for entities that are made with it.</summary>
    public bool WrapsCollections { get; private init; }

    /// <summary>Whether the arguments of an operation are its body; before, they are query options.</summary>
    public bool HasActions { get; private init; }

    /// <summary>Whether queries have <c>any</c> and <c>all</c>, and functions of shapes.</summary>
    public bool HasQuantifiers { get; private init; }
}

/// <summary>What versions before 4.0 say of a value beside.</summary>
internal sealed partial record PropertyShape
{
    /// <summary>The built-in type that it has there, where that is another: <c>Edm.DateTime</c>; null where it is the same.</summary>
    public string? Wire { get; init; }
}
