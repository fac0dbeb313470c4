using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Shop.Client.Builders;

using Shop.Client.Runtime;

/// <summary>A count.</summary>
public sealed partial class CountRequestBuilder : RequestBuilder
{
    internal CountRequestBuilder(UrlPlace place)
        : base(place)
    {
    }

    /// <summary>The same for a URL that the service gave, of the client's own origin: a next or a delta link.</summary>
    public CountRequestBuilder WithUrl(string rawUrl) => new(PlaceAtUrl(rawUrl));

    /// <summary>Get the number of items.</summary>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<int?> GetAsync(Action<RequestConfiguration<CountQueryParameters>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToGetRequestInformation(requestConfiguration), cancellationToken);

    /// <summary>The request of GetAsync, not sent.</summary>
    public RequestInformation<int?> ToGetRequestInformation(Action<RequestConfiguration<CountQueryParameters>>? requestConfiguration = default) =>
        CountRequest<CountQueryParameters>(requestConfiguration);
}

/// <summary>A stream: Edm.Stream.</summary>
public sealed partial class ContentRequestBuilder : RequestBuilder
{
    internal ContentRequestBuilder(UrlPlace place)
        : base(place)
    {
    }

    /// <summary>The same for a URL that the service gave, of the client's own origin: a next or a delta link.</summary>
    public ContentRequestBuilder WithUrl(string rawUrl) => new(PlaceAtUrl(rawUrl));

    /// <summary>Get the content.</summary>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<Stream?> GetAsync(Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToGetRequestInformation(requestConfiguration), cancellationToken);

    /// <summary>The request of GetAsync, not sent.</summary>
    public RequestInformation<Stream?> ToGetRequestInformation(Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default) =>
        StreamRequest<DefaultQueryParameters>("GET", requestConfiguration);

    /// <summary>Replace the content.</summary>
    /// <param name="body">What is sent.</param>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<Stream?> PutAsync(Stream body, Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToPutRequestInformation(body, requestConfiguration), cancellationToken);

    /// <summary>The same without a configuration.</summary>
    public Task<Stream?> PutAsync(Stream body, CancellationToken cancellationToken) =>
        PutAsync(body, default, cancellationToken);

    /// <summary>The request of PutAsync, not sent.</summary>
    public RequestInformation<Stream?> ToPutRequestInformation(Stream body, Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default) =>
        StreamUploadRequest<DefaultQueryParameters>("PUT", body, requestConfiguration);

    /// <summary>Delete the object.</summary>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task DeleteAsync(Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToDeleteRequestInformation(requestConfiguration), cancellationToken);

    /// <summary>The request of DeleteAsync, not sent.</summary>
    public RequestInformation<object?> ToDeleteRequestInformation(Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default) =>
        DeleteRequest<DefaultQueryParameters>(requestConfiguration);
}
