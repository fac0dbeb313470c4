using System;
using System.Threading;
using System.Threading.Tasks;

namespace Microsoft.Graph.Builders;

using Microsoft.Graph.Models;
using Microsoft.Graph.Runtime;

/// <summary>The entry point of identity features.</summary>
public sealed partial class IdentityContainerRequestBuilder : RequestBuilder
{
    internal IdentityContainerRequestBuilder(UrlPlace place)
        : base(place)
    {
    }

    /// <summary>The API connectors of the tenant.</summary>
    public IdentityContainerApiConnectorsCollectionRequestBuilder ApiConnectors => new(PlaceBelow("/apiConnectors"));

    /// <summary>The same for a URL that the service gave, of the client's own origin: a next or a delta link.</summary>
    public IdentityContainerRequestBuilder WithUrl(string rawUrl) => new(PlaceAtUrl(rawUrl));

    /// <summary>Get the object.</summary>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<IdentityContainer?> GetAsync(Action<RequestConfiguration<ReadQueryParameters<IdentityContainer>>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToGetRequestInformation(requestConfiguration), cancellationToken);

    /// <summary>The request of GetAsync, not sent.</summary>
    public RequestInformation<IdentityContainer?> ToGetRequestInformation(Action<RequestConfiguration<ReadQueryParameters<IdentityContainer>>>? requestConfiguration = default) =>
        ReadRequest<IdentityContainer, ReadQueryParameters<IdentityContainer>>(requestConfiguration);

    /// <summary>Change the properties that are set in the body, and no others.</summary>
    /// <param name="body">What is sent.</param>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<IdentityContainer?> PatchAsync(IdentityContainer body, Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToPatchRequestInformation(body, requestConfiguration), cancellationToken);

    /// <summary>The same without a configuration.</summary>
    public Task<IdentityContainer?> PatchAsync(IdentityContainer body, CancellationToken cancellationToken) =>
        PatchAsync(body, default, cancellationToken);

    /// <summary>The request of PatchAsync, not sent.</summary>
    public RequestInformation<IdentityContainer?> ToPatchRequestInformation(IdentityContainer body, Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default) =>
        UpdateRequest<IdentityContainer, DefaultQueryParameters>(body, requestConfiguration);
}
