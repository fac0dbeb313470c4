using System;

namespace EdmundRuntime.Runtime;

/// <summary>What a caller adds to one request.</summary>
/// <typeparam name="T">The parameters that the call takes.</typeparam>
public sealed class RequestConfiguration<T>
    where T : QueryParameters, new()
{
    /// <summary>Header fields, beside those that are parameters.</summary>
    public RequestHeaders Headers { get; set; } = new();

    /// <summary>The parameters of the query, of header fields and of cookies.</summary>
    public T QueryParameters { get; set; } = new();

    /// <summary>The media type of the body, where the call takes several; null for the one that is usual.</summary>
    public string? ContentType { get; set; }

    /// <summary>How long the call may take, instead of what the client allows.</summary>
    public TimeSpan? Timeout { get; set; }

    /// <summary>Whether the body is checked before it is sent, instead of what the client says.</summary>
    public bool? Validate { get; set; }
}
