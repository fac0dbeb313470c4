namespace EdmundRuntime.Runtime;

/// <summary>The rules that JSON Schema has beyond those of every schema.</summary>
internal sealed partial record Rule
{
    /// <summary>Text is no shorter than declared.</summary>
    public static readonly Rule MinLength = new("min-length", Severity.Error);

    /// <summary>No two items of a list are the same.</summary>
    public static readonly Rule UniqueItems = new("unique-items", Severity.Error);

    /// <summary>An object has enough members.</summary>
    public static readonly Rule MinProperties = new("min-properties", Severity.Error);

    /// <summary>An object has no more members than declared.</summary>
    public static readonly Rule MaxProperties = new("max-properties", Severity.Error);

    /// <summary>A format that is not kept is told, and no reason to refuse (JSON Schema Validation, section 7.2.1).</summary>
    public static readonly Rule ToldFormat = new("format", Severity.Warning);

    /// <summary>What only the service writes it ignores in a request (OpenAPI 3.0.4, section 4.7.24).</summary>
    public static readonly Rule ReadOnly = new("not-writable", Severity.Warning);
}
