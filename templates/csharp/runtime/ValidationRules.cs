namespace EdmundRuntime.Runtime;

/// <summary>How bad a broken rule is: an error keeps a request from being sent, a warning does not.</summary>
public enum Severity
{
    /// <summary>The service is sure to refuse it.</summary>
    Error,

    /// <summary>The service may take it all the same.</summary>
    Warning,
}

/// <summary>What a value is for; without one it is an answer, and the rules of writing do not apply.</summary>
public enum WriteOperation
{
    /// <summary>The body of a request that creates something.</summary>
    Create,

    /// <summary>The body of a request that changes something.</summary>
    Update,
}

/// <summary>
/// One thing that is wrong. Messages never repeat a value of the payload, so that no secret reaches a log.
/// </summary>
/// <param name="Pointer">Where: a JSON pointer (RFC 6901).</param>
/// <param name="Code">The code of the rule, which is stable.</param>
/// <param name="Message">What is wrong in words.</param>
/// <param name="Severity">How bad it is.</param>
public sealed record Violation(string Pointer, string Code, string Message, Severity Severity)
{
    /// <summary>Place, message and code.</summary>
    public override string ToString() => $"{(Pointer.Length == 0 ? "(the whole value)" : Pointer)}: {Message} [{Code}]";
}

/// <summary>A rule: its code and how bad breaking it is.</summary>
internal sealed partial record Rule(string Code, Severity Severity)
{
    /// <summary>A structured value is a JSON object.</summary>
    public static readonly Rule NotAnObject = new("not-an-object", Severity.Error);

    /// <summary>A collection is a JSON array.</summary>
    public static readonly Rule NotAnArray = new("not-an-array", Severity.Error);

    /// <summary>Values nest at most 100 levels deep.</summary>
    public static readonly Rule TooDeep = new("too-deep", Severity.Error);

    /// <summary>An object names a member once.</summary>
    public static readonly Rule DuplicateProperty = new("duplicate-property", Severity.Error);

    /// <summary>A type that is not open has the declared properties only.</summary>
    public static readonly Rule UnknownProperty = new("unknown-property", Severity.Error);

    /// <summary>A value has the JSON type of its declared type.</summary>
    public static readonly Rule WrongType = new("wrong-type", Severity.Error);

    /// <summary>The text of a value is a literal of its declared type.</summary>
    public static readonly Rule Format = new("format", Severity.Error);

    /// <summary>A number fits its declared type.</summary>
    public static readonly Rule OutOfRange = new("out-of-range", Severity.Error);

    /// <summary>Null stands only where the schema allows it.</summary>
    public static readonly Rule Null = new("null", Severity.Error);

    /// <summary>What the service requires is given.</summary>
    public static readonly Rule Required = new("required", Severity.Error);

    /// <summary>What is never null and has no default is given on create, unless the service sets it.</summary>
    public static readonly Rule Missing = new("missing", Severity.Warning);

    /// <summary>Properties that are computed, read-only, immutable or otherwise closed are not written; services ignore them.</summary>
    public static readonly Rule NotWritable = new("not-writable", Severity.Warning);

    /// <summary>Text and binary data are no longer than declared.</summary>
    public static readonly Rule MaxLength = new("max-length", Severity.Error);

    /// <summary>A value has no more digits than declared.</summary>
    public static readonly Rule Precision = new("precision", Severity.Error);

    /// <summary>A decimal has no more fractional digits than declared.</summary>
    public static readonly Rule Scale = new("scale", Severity.Error);

    /// <summary>Text matches the declared pattern.</summary>
    public static readonly Rule Pattern = new("pattern", Severity.Error);

    /// <summary>The declared pattern is one that can be checked.</summary>
    public static readonly Rule PatternSkipped = new("pattern-skipped", Severity.Warning);

    /// <summary>A value is not below the declared minimum.</summary>
    public static readonly Rule Minimum = new("minimum", Severity.Error);

    /// <summary>A value is not above the declared maximum.</summary>
    public static readonly Rule Maximum = new("maximum", Severity.Error);

    /// <summary>A value is a multiple of the declared step.</summary>
    public static readonly Rule MultipleOf = new("multiple-of", Severity.Error);

    /// <summary>A value is one of those declared.</summary>
    public static readonly Rule AllowedValues = new("allowed-values", Severity.Error);

    /// <summary>A collection has at least as many items as declared.</summary>
    public static readonly Rule MinItems = new("min-items", Severity.Error);

    /// <summary>A collection has at most as many items as declared.</summary>
    public static readonly Rule MaxItems = new("max-items", Severity.Error);

    /// <summary>An enumeration value names declared members.</summary>
    public static readonly Rule EnumMember = new("enum-member", Severity.Error);

    /// <summary>@odata.type names a type of the schema.</summary>
    public static readonly Rule UnknownType = new("unknown-type", Severity.Error);

    /// <summary>A value is of a type that is not abstract.</summary>
    public static readonly Rule AbstractType = new("abstract-type", Severity.Error);

    /// <summary>A value is of the declared type or one derived from it, and of one allowed here.</summary>
    public static readonly Rule TypeNotAllowed = new("type-not-allowed", Severity.Error);

    /// <summary>A URL is absolute, and http or https.</summary>
    public static readonly Rule Url = new("url", Severity.Error);

    /// <summary>Text that carries base64 data is base64 or base64url.</summary>
    public static readonly Rule Base64 = new("base64", Severity.Warning);
}

/// <summary>A broken rule and what to say of it.</summary>
internal sealed record Finding(Rule Rule, string Message);
