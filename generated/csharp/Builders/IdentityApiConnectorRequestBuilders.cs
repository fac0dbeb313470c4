using System;
using System.Threading;
using System.Threading.Tasks;

namespace Microsoft.Graph.Builders;

using Microsoft.Graph.Models;
using Microsoft.Graph.Runtime;

/// <summary>A web API that a user flow calls while somebody signs up or signs in.</summary>
public sealed partial class IdentityContainerApiConnectorsCollectionRequestBuilder : RequestBuilder
{
    internal IdentityContainerApiConnectorsCollectionRequestBuilder(UrlPlace place)
        : base(place)
    {
    }

    /// <summary>The item with this key.</summary>
    /// <param name="position">The value of id.</param>
    public IdentityContainerApiConnectorsItemRequestBuilder this[string position] => new(PlaceOfKey(position, "Edm.String"));

    /// <summary>The segment $count.</summary>
    public CountRequestBuilder Count => new(PlaceBelow("/$count"));

    /// <summary>The same for a URL that the service gave, of the client's own origin: a next or a delta link.</summary>
    public IdentityContainerApiConnectorsCollectionRequestBuilder WithUrl(string rawUrl) => new(PlaceAtUrl(rawUrl));

    /// <summary>
    /// <para>
    /// List the API connectors.
    /// </para>
    /// <para>
    /// When a work or school user is signed in, that user also needs the role External ID User Flow Administrator.
    /// </para>
    /// <para>
    /// Permissions, least privileged first:
    /// - delegated, work or school: APIConnectors.ReadWrite.All
    /// - application: APIConnectors.ReadWrite.All
    /// - not supported: delegated, personal
    /// </para>
    /// </summary>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<IdentityApiConnectorCollectionResponse?> GetAsync(Action<RequestConfiguration<ListQueryParameters<IdentityApiConnector>>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToGetRequestInformation(requestConfiguration), cancellationToken);

    /// <summary>The request of GetAsync, not sent.</summary>
    public RequestInformation<IdentityApiConnectorCollectionResponse?> ToGetRequestInformation(Action<RequestConfiguration<ListQueryParameters<IdentityApiConnector>>>? requestConfiguration = default) =>
        ReadRequest<IdentityApiConnectorCollectionResponse, ListQueryParameters<IdentityApiConnector>>(requestConfiguration);

    /// <summary>All items, page by page; see GetAsync for permissions and options.</summary>
    public PagedItems<IdentityApiConnectorCollectionResponse, IdentityApiConnector> IterateAsync(Action<RequestConfiguration<ListQueryParameters<IdentityApiConnector>>>? requestConfiguration = default) =>
        new(Core, ToGetRequestInformation(requestConfiguration));

    /// <summary>
    /// <para>
    /// Create an API connector.
    /// </para>
    /// <para>
    /// When a work or school user is signed in, that user also needs the role External ID User Flow Administrator.
    /// </para>
    /// <para>
    /// Permissions, least privileged first:
    /// - delegated, work or school: APIConnectors.ReadWrite.All
    /// - application: APIConnectors.ReadWrite.All
    /// - not supported: delegated, personal
    /// </para>
    /// </summary>
    /// <param name="body">What is sent.</param>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<IdentityApiConnector?> PostAsync(IdentityApiConnector body, Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToPostRequestInformation(body, requestConfiguration), cancellationToken);

    /// <summary>The same without a configuration.</summary>
    public Task<IdentityApiConnector?> PostAsync(IdentityApiConnector body, CancellationToken cancellationToken) =>
        PostAsync(body, default, cancellationToken);

    /// <summary>The request of PostAsync, not sent.</summary>
    public RequestInformation<IdentityApiConnector?> ToPostRequestInformation(IdentityApiConnector body, Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default) =>
        CreateRequest<IdentityApiConnector, DefaultQueryParameters>(body, requestConfiguration);
}

/// <summary>A web API that a user flow calls while somebody signs up or signs in.</summary>
public sealed partial class IdentityContainerApiConnectorsItemRequestBuilder : RequestBuilder
{
    internal IdentityContainerApiConnectorsItemRequestBuilder(UrlPlace place)
        : base(place)
    {
    }

    /// <summary>Upload a client certificate to an API connector.</summary>
    public IdentityApiConnectorUploadClientCertificateRequestBuilder UploadClientCertificate => new(PlaceBelow("/uploadClientCertificate"));

    /// <summary>The same for a URL that the service gave, of the client's own origin: a next or a delta link.</summary>
    public IdentityContainerApiConnectorsItemRequestBuilder WithUrl(string rawUrl) => new(PlaceAtUrl(rawUrl));

    /// <summary>
    /// <para>
    /// Get one API connector.
    /// </para>
    /// <para>
    /// When a work or school user is signed in, that user also needs the role External ID User Flow Administrator.
    /// </para>
    /// <para>
    /// Permissions, least privileged first:
    /// - delegated, work or school: APIConnectors.ReadWrite.All
    /// - application: APIConnectors.ReadWrite.All
    /// - not supported: delegated, personal
    /// </para>
    /// </summary>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<IdentityApiConnector?> GetAsync(Action<RequestConfiguration<ReadQueryParameters<IdentityApiConnector>>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToGetRequestInformation(requestConfiguration), cancellationToken);

    /// <summary>The request of GetAsync, not sent.</summary>
    public RequestInformation<IdentityApiConnector?> ToGetRequestInformation(Action<RequestConfiguration<ReadQueryParameters<IdentityApiConnector>>>? requestConfiguration = default) =>
        ReadRequest<IdentityApiConnector, ReadQueryParameters<IdentityApiConnector>>(requestConfiguration);

    /// <summary>
    /// <para>
    /// Change an API connector.
    /// </para>
    /// <para>
    /// Only the properties that are sent change; an authenticationConfiguration that is sent replaces the old one
    /// as a whole. When a work or school user is signed in, that user also needs the role External ID User Flow
    /// Administrator.
    /// </para>
    /// <para>
    /// Permissions, least privileged first:
    /// - delegated, work or school: APIConnectors.ReadWrite.All
    /// - application: APIConnectors.ReadWrite.All
    /// - not supported: delegated, personal
    /// </para>
    /// </summary>
    /// <param name="body">What is sent.</param>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<IdentityApiConnector?> PatchAsync(IdentityApiConnector body, Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToPatchRequestInformation(body, requestConfiguration), cancellationToken);

    /// <summary>The same without a configuration.</summary>
    public Task<IdentityApiConnector?> PatchAsync(IdentityApiConnector body, CancellationToken cancellationToken) =>
        PatchAsync(body, default, cancellationToken);

    /// <summary>The request of PatchAsync, not sent.</summary>
    public RequestInformation<IdentityApiConnector?> ToPatchRequestInformation(IdentityApiConnector body, Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default) =>
        UpdateRequest<IdentityApiConnector, DefaultQueryParameters>(body, requestConfiguration);

    /// <summary>
    /// <para>
    /// Delete an API connector.
    /// </para>
    /// <para>
    /// When a work or school user is signed in, that user also needs the role External ID User Flow Administrator.
    /// </para>
    /// <para>
    /// Permissions, least privileged first:
    /// - delegated, work or school: APIConnectors.ReadWrite.All
    /// - application: APIConnectors.ReadWrite.All
    /// - not supported: delegated, personal
    /// </para>
    /// </summary>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task DeleteAsync(Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToDeleteRequestInformation(requestConfiguration), cancellationToken);

    /// <summary>The request of DeleteAsync, not sent.</summary>
    public RequestInformation<object?> ToDeleteRequestInformation(Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default) =>
        DeleteRequest<DefaultQueryParameters>(requestConfiguration);
}

/// <summary>An action.</summary>
public sealed partial class IdentityApiConnectorUploadClientCertificateRequestBuilder : RequestBuilder
{
    internal IdentityApiConnectorUploadClientCertificateRequestBuilder(UrlPlace place)
        : base(place)
    {
    }

    /// <summary>The same for a URL that the service gave, of the client's own origin: a next or a delta link.</summary>
    public IdentityApiConnectorUploadClientCertificateRequestBuilder WithUrl(string rawUrl) => new(PlaceAtUrl(rawUrl));

    /// <summary>
    /// <para>
    /// Upload a client certificate to an API connector.
    /// </para>
    /// <para>
    /// The certificate joins those that the connector already holds. The answer is the connector, with its list of
    /// certificates. When a work or school user is signed in, that user also needs the role External ID User Flow
    /// Administrator.
    /// </para>
    /// <para>
    /// Permissions, least privileged first:
    /// - delegated, work or school: APIConnectors.ReadWrite.All
    /// - application: APIConnectors.ReadWrite.All
    /// - not supported: delegated, personal
    /// </para>
    /// </summary>
    /// <param name="body">What is sent.</param>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<IdentityApiConnector?> PostAsync(IdentityApiConnectorUploadClientCertificatePostRequestBody body, Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToPostRequestInformation(body, requestConfiguration), cancellationToken);

    /// <summary>The same without a configuration.</summary>
    public Task<IdentityApiConnector?> PostAsync(IdentityApiConnectorUploadClientCertificatePostRequestBody body, CancellationToken cancellationToken) =>
        PostAsync(body, default, cancellationToken);

    /// <summary>The request of PostAsync, not sent.</summary>
    public RequestInformation<IdentityApiConnector?> ToPostRequestInformation(IdentityApiConnectorUploadClientCertificatePostRequestBody body, Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default) =>
        BodyRequest<IdentityApiConnector, DefaultQueryParameters>("POST", "", body, "microsoft.graph.uploadClientCertificate", requestConfiguration);
}
