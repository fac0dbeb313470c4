using System;
using System.Threading;
using System.Threading.Tasks;

namespace Shop.Client.Builders;

using Shop.Client.Runtime;
using Shop.Client.VersionNamespace;

/// <summary>The service root.</summary>
public partial class ServiceRequestBuilder : RequestBuilder
{
    internal ServiceRequestBuilder(UrlPlace place)
        : base(place)
    {
    }

    /// <summary>The segment orders.</summary>
    public OrdersCollectionRequestBuilder Orders => new(PlaceBelow("/orders"));

    /// <summary>The segment reset.</summary>
    public ResetRequestBuilder Reset => new(PlaceBelow("/reset"));

    /// <summary>The segment version.</summary>
    public VersionRequestBuilder Version => new(PlaceOfFunction("version"));
}

/// <summary>An action.</summary>
public sealed partial class ResetRequestBuilder : RequestBuilder
{
    internal ResetRequestBuilder(UrlPlace place)
        : base(place)
    {
    }

    /// <summary>The same for a URL that the service gave, of the client's own origin: a next or a delta link.</summary>
    public ResetRequestBuilder WithUrl(string rawUrl) => new(PlaceAtUrl(rawUrl));

    /// <summary>Call the operation.</summary>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task PostAsync(Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToPostRequestInformation(requestConfiguration), cancellationToken);

    /// <summary>The request of PostAsync, not sent.</summary>
    public RequestInformation<object?> ToPostRequestInformation(Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default) =>
        PlainRequest<DefaultQueryParameters>("POST", requestConfiguration);
}

/// <summary>A function: Edm.String.</summary>
public sealed partial class VersionRequestBuilder : RequestBuilder
{
    internal VersionRequestBuilder(UrlPlace place)
        : base(place)
    {
    }

    /// <summary>The same for a URL that the service gave, of the client's own origin: a next or a delta link.</summary>
    public VersionRequestBuilder WithUrl(string rawUrl) => new(PlaceAtUrl(rawUrl));

    /// <summary>Call the operation.</summary>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<VersionGetResponse?> GetAsync(Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToGetRequestInformation(requestConfiguration), cancellationToken);

    /// <summary>GetAsync by its other name.</summary>
    public Task<VersionGetResponse?> GetAsVersionGetResponseAsync(Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        GetAsync(requestConfiguration, cancellationToken);

    /// <summary>The request of GetAsync, not sent.</summary>
    public RequestInformation<VersionGetResponse?> ToGetRequestInformation(Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default) =>
        ReadRequest<VersionGetResponse, DefaultQueryParameters>(requestConfiguration);
}
