using System;
using System.Net.Http;

namespace EdmundRuntime;

/// <summary>What a client allows itself; immutable once the client is made.</summary>
public sealed partial record ClientOptions
{
    /// <summary>
    /// The HTTP client to send with, which stays the caller's to dispose; null for one of the client's own. Its handler
    /// should not follow redirects: an answer from anywhere but the URL that was asked is refused.
    /// </summary>
    public HttpClient? HttpClient { get; init; }

    /// <summary>How long the whole of one answer may take, connecting and header fields included; above zero and finite.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>How long a service may be silent between two parts of an answer's body; above zero and finite.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether the service root may be plain http on any host, not only on the loopback interface.</summary>
    public bool AllowHttp { get; init; }

    /// <summary>Whether tokens are sent in clear text over the http that <see cref="AllowHttp"/> allows.</summary>
    public bool AllowTokenOverHttp { get; init; }

    /// <summary>How often a request is sent again after 429, 503 and 504; 0 for never.</summary>
    public int MaxRetries { get; init; } = 3;

    /// <summary>How many pages one iteration may take.</summary>
    public int MaxPages { get; init; } = 100_000;

    /// <summary>Whether bodies are checked by the schema's rules before they are sent.</summary>
    public bool Validate { get; init; } = true;
}
