using System.Collections.Generic;

namespace Shop.Client;

using Shop.Client.Builders;
using Shop.Client.Runtime;

/// <summary>A client of Zoo.Zoo.</summary>
public sealed class ZooClient : ServiceRequestBuilder, global::System.IDisposable
{
    /// <summary>A client for one service root, which never changes.</summary>
    /// <param name="credential">Gives tokens; null for calls without one.</param>
    /// <param name="scopes">What tokens are for; null for all that the service has for the application.</param>
    /// <param name="baseUrl">The service root: https, or http on the loopback interface.</param>
    /// <param name="options">Time limits, retries, checks; null for the usual.</param>
    public ZooClient(ICredential? credential, IEnumerable<string>? scopes = null, string baseUrl = "https://service.example/v1", ClientOptions? options = null)
        : base(new UrlPlace(new ServiceCore(TokenCache.For(credential, scopes), baseUrl, options ?? new ClientOptions(), new ServiceTraits("Shop.Client/0.1.0 edmund-csharp")), string.Empty, []))
    {
    }

    /// <summary>Several requests in one.</summary>
    public BatchRequestBuilder Batch => new(PlaceBelow("/$batch"));

    /// <summary>Sends a request and gives status and header fields beside its value; 304 is an answer without one.</summary>
    /// <param name="request">What a <c>To...RequestInformation</c> method makes.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <typeparam name="T">What the answer is read as.</typeparam>
    public global::System.Threading.Tasks.Task<Response<T>> SendAsync<T>(RequestInformation<T> request, global::System.Threading.CancellationToken cancellationToken = default)
    {
        global::System.ArgumentNullException.ThrowIfNull(request);
        return Core.SendForResponseAsync(request, cancellationToken);
    }

    /// <summary>Waits until an operation is done that the service has answered with 202.</summary>
    /// <param name="response">The answer; any that is no 202 is given back.</param>
    /// <param name="limit">How long to wait; ten minutes when not given.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <typeparam name="T">What the answer is read as.</typeparam>
    public global::System.Threading.Tasks.Task<Response<T>> PollAsync<T>(Response<T> response, global::System.TimeSpan? limit = null, global::System.Threading.CancellationToken cancellationToken = default)
    {
        global::System.ArgumentNullException.ThrowIfNull(response);
        return global::Shop.Client.Runtime.Polling.UntilDoneAsync(Core, response, limit ?? global::System.TimeSpan.FromMinutes(10), cancellationToken);
    }

    /// <summary>Closes the connections, except those of an HTTP client that the caller gave.</summary>
    public void Dispose() => Core.Dispose();
}
