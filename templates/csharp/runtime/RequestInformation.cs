using System;
using System.Collections.Generic;
using System.Net.Http;

namespace EdmundRuntime.Runtime;

/// <summary>Status, header fields by name and the whole body, decompressed.</summary>
internal sealed record Reply(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body, string Url)
{
    public bool HasContent => Status is not (204 or 304) && Body.Length > 0;

    public override string ToString() => $"Reply({Status}, {Masked.Text(Url)}, {Body.Length} bytes)";
}

/// <summary>
/// One request, finished before anything is sent. The body is bytes already, checked and encoded, so that a request
/// can be sent again as it was.
/// </summary>
public abstract class RequestInformation
{
    private protected RequestInformation(HttpMethod method, string url, RequestHeaders headers, byte[]? content, TimeSpan? timeout)
    {
        (HttpMethod, Url, Headers, Content, Timeout) = (method, url, headers, content, timeout);
    }

    /// <summary>The HTTP method.</summary>
    public HttpMethod HttpMethod { get; }

    /// <summary>The absolute URL.</summary>
    public Uri URI => new(Url, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });

    /// <summary>Header fields.</summary>
    public RequestHeaders Headers { get; }

    /// <summary>The body, or null.</summary>
    public byte[]? Content { get; }

    /// <summary>How long the call may take, or null for what the client allows.</summary>
    public TimeSpan? Timeout { get; }

    internal string Url { get; }

    /// <summary>Method, URL and header fields without secrets, and the size of the body.</summary>
    public override string ToString() =>
        $"{HttpMethod} {Masked.Text(Url)} ({Headers}; {(Content is null ? "no body" : $"{Content.Length} bytes")})";

    internal abstract object? Answer(Reply reply);
}

/// <summary>A request and how its answer is read.</summary>
/// <typeparam name="T">What the answer is read as.</typeparam>
public sealed class RequestInformation<T> : RequestInformation
{
    private readonly Func<Reply, T> _answer;

    internal RequestInformation(HttpMethod method, string url, RequestHeaders headers, byte[]? content, TimeSpan? timeout, Func<Reply, T> answer)
        : base(method, url, headers, content, timeout) => _answer = answer;

    internal T Read(Reply reply) => _answer(reply);

    /// <summary>The same request for another URL, which the caller has checked.</summary>
    internal RequestInformation<T> At(string url) => new(HttpMethod, url, Headers, Content, Timeout, _answer);

    /// <summary>A request without a body whose answer is read as this one's; the caller has checked the URL.</summary>
    internal RequestInformation<T> Asked(HttpMethod method, string url)
    {
        var headers = new RequestHeaders();
        foreach (var (name, value) in Headers.Joined())
        {
            if (name is "accept" or "authorization" or "prefer" or "user-agent")
            {
                headers.Add(name, value);
            }
        }
        return new RequestInformation<T>(method, url, headers, null, Timeout, _answer);
    }

    internal override object? Answer(Reply reply) => _answer(reply);
}
