using System.Collections.Generic;

namespace Shop.Client;

using Shop.Client.Builders;
using Shop.Client.Runtime;

/// <summary>A client of Odd.Names.Default.</summary>
public sealed class DefaultClient : ServiceRequestBuilder, global::System.IDisposable
{
    /// <summary>A client for one service root, which never changes.</summary>
    /// <param name="credential">Gives tokens; null for calls without one.</param>
    /// <param name="scopes">What tokens are for; null for all that the service has for the application.</param>
    /// <param name="baseUrl">The service root: https, or http on the loopback interface.</param>
    /// <param name="options">Time limits, retries, checks; null for the usual.</param>
    public DefaultClient(ICredential? credential, IEnumerable<string>? scopes = null, string baseUrl = "https://service.example/v1", ClientOptions? options = null)
        : base(new UrlPlace(new ServiceCore(credential, scopes, baseUrl, options ?? new ClientOptions()), string.Empty, []))
    {
    }

    /// <summary>Several requests in one.</summary>
    public BatchRequestBuilder Batch => new(PlaceBelow("/$batch"));

    /// <summary>Closes the connections, except those of an HTTP client that the caller gave.</summary>
    public void Dispose() => Core.Dispose();
}
