using System;

namespace Microsoft.Graph.Runtime;

/// <summary>What a caller adds to one request.</summary>
/// <typeparam name="T">The query options that the call takes.</typeparam>
public sealed class RequestConfiguration<T>
    where T : QueryParameters, new()
{
    /// <summary>Header fields.</summary>
    public RequestHeaders Headers { get; set; } = new();

    /// <summary>Query options.</summary>
    public T QueryParameters { get; set; } = new();

    /// <summary>Makes the call fail (412) when the resource is no longer the one of this ETag.</summary>
    public string? ETag { get; set; }

    /// <summary>Whether an update sends all that can be written of a model that was read, not only what was changed since.</summary>
    public bool WholeBody { get; set; }

    /// <summary>How long the call may take, instead of what the client allows.</summary>
    public TimeSpan? Timeout { get; set; }

    /// <summary>Whether the body is checked before it is sent, instead of what the client says.</summary>
    public bool? Validate { get; set; }
}
