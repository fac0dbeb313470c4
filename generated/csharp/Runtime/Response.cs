using System;
using System.Collections.Generic;

namespace Microsoft.Graph.Runtime;

/// <summary>An answer as it came: status, header fields, and what the call itself would give.</summary>
/// <typeparam name="T">What the answer is read as.</typeparam>
public sealed partial class Response<T>
{
    private readonly Reply _reply;

    internal Response(Reply reply, RequestInformation<T> request)
    {
        (_reply, Request) = (reply, request);
        Value = Protocol.Value(reply, request);
    }

    /// <summary>The HTTP status.</summary>
    public int Status => _reply.Status;

    /// <summary>Header fields by name in any case; several values of one are joined with a comma.</summary>
    public IReadOnlyDictionary<string, string> Headers => _reply.Headers;

    /// <summary>What the call itself gives; null for an answer without content (202, 204, 304).</summary>
    public T Value { get; }

    /// <summary>Where what was made lies, or where an operation that goes on can be asked for.</summary>
    public string? Location => Header("location");

    /// <summary>The version of what was answered.</summary>
    public string? ETag => Header("etag");

    /// <summary>The id of what was written, when the service answers no more (Protocol 4.01, section 8.3.4).</summary>
    public string? EntityId => Header("odata-entityid");

    /// <summary>The service's id of the request, to be quoted to its support.</summary>
    public string? RequestId => Header("request-id") ?? Header("x-ms-request-id");

    internal RequestInformation<T> Request { get; }

    internal Reply Reply => _reply;

    /// <summary>Status and size, no content.</summary>
    public override string ToString() => $"Response({_reply.Status}, {_reply.Body.Length} bytes)";

    private string? Header(string name) => _reply.Headers.TryGetValue(name, out var value) ? value : null;
}
