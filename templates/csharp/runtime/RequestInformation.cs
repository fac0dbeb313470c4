using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Http;

namespace EdmundRuntime.Runtime;

/// <summary>Status, header fields by name and the whole body, decompressed.</summary>
internal sealed record Reply(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body, string Url)
{
    /// <summary>The body as it comes, where the request asks for that; then there is no other.</summary>
    public Stream? Open { get; init; }

    public bool HasContent => Status is not (204 or 304) && Body.Length > 0;

    public override string ToString() => $"Reply({Status}, {Masked.Text(Url)}, {Body.Length} bytes)";
}

/// <summary>
/// One request, finished before anything is sent. The body is bytes already, checked and encoded, so that a request
/// can be sent again as it was; or it is a stream, which is read while it is sent.
/// </summary>
public abstract partial class RequestInformation
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

    /// <summary>The body that is not held; null for none, and for one of bytes.</summary>
    internal StreamedBody? Streamed { get; init; }

    /// <summary>Whether the body of the answer is given as it comes.</summary>
    internal bool IsOpen { get; init; }

    /// <summary>The origin and path that the URL has to lie in, where it is not the client's.</summary>
    internal ServiceUrl? Root { get; init; }

    internal bool IsStreamed => Streamed is not null;

    internal bool CanRepeat => Streamed is null or { CanRepeat: true };

    /// <summary>Method, URL and header fields without secrets, and the size of the body.</summary>
    public override string ToString() =>
        $"{HttpMethod} {Masked.Text(Url)} ({Headers}; {(Content is null ? "no body" : $"{Content.Length} bytes")})";

    internal abstract object? Answer(Reply reply);

    /// <summary>What a protocol keeps with a request goes over to one that takes its place.</summary>
    static partial void Pass(RequestInformation from, RequestInformation to);

    private protected T PassedTo<T>(T made)
        where T : RequestInformation
    {
        Pass(this, made);
        return made;
    }

    /// <summary>The content of one attempt; null for a request without a body.</summary>
    internal HttpContent? MakeContent(Action moved) => Streamed?.Make(moved) ?? (Content is null ? null : new ByteArrayContent(Content));

    /// <summary>How long there may be nothing: a body that is a stream is bound by its pauses alone.</summary>
    internal TimeSpan StartTimeout(ClientOptions options) => IsStreamed ? options.IdleTimeout : Timeout ?? options.Timeout;

    /// <summary>The body as bytes, whatever it is; null for none.</summary>
    internal byte[]? ReadContent()
    {
        if (Streamed is null)
        {
            return Content;
        }
        using var content = Streamed.Make(static () => { });
        using var copy = new MemoryStream();
        content.CopyTo(copy, null, default);
        return copy.ToArray();
    }

    internal ClientException Failure(Reply reply) => Protocol.Failure(this, reply);
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
    internal RequestInformation<T> At(string url) =>
        PassedTo(new RequestInformation<T>(HttpMethod, url, Headers, Content, Timeout, _answer) { Streamed = Streamed, IsOpen = IsOpen, Root = Root });

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
        return PassedTo(new RequestInformation<T>(method, url, headers, null, Timeout, _answer) { IsOpen = IsOpen, Root = Root });
    }

    internal override object? Answer(Reply reply) => _answer(reply);
}
