using System;
using System.Net.Http;

namespace Microsoft.Graph;

/// <summary>What a client allows itself; immutable once the client is made.</summary>
public sealed record ClientOptions
{
    /// <summary>
    /// The HTTP client to send with, which stays the caller's to dispose; null for one of the client's own. Its handler
    /// should not follow redirects: an answer from anywhere but the URL that was asked is refused.
    /// </summary>
    public HttpClient? HttpClient { get; init; }

    /// <summary>How long one attempt may take, connecting included; above zero and finite.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>How often a request is sent again after 429, 503 and 504; 0 for never.</summary>
    public int MaxRetries { get; init; } = 3;

    /// <summary>How many pages one iteration may take.</summary>
    public int MaxPages { get; init; } = 100_000;

    /// <summary>Whether bodies are checked by the schema's rules before they are sent.</summary>
    public bool Validate { get; init; } = true;
}
