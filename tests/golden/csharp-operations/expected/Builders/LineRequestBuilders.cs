using System;
using System.Threading;
using System.Threading.Tasks;

namespace Shop.Client.Builders;

using Shop.Client.Models;
using Shop.Client.Runtime;

/// <summary>A collection: Collection(Ops.Line).</summary>
public sealed partial class LineCollectionRequestBuilder : RequestBuilder
{
    internal LineCollectionRequestBuilder(UrlPlace place)
        : base(place)
    {
    }

    /// <summary>The item with this key.</summary>
    /// <param name="order">The value of order.</param>
    /// <param name="number">The value of number.</param>
    public LineItemRequestBuilder this[int order, int number] => new(PlaceOfPredicate(UrlPartOf("order", order, "Edm.Int32"), UrlPartOf("number", number, "Edm.Int32")));

    /// <summary>The segment $count.</summary>
    public CountRequestBuilder Count => new(PlaceBelow("/$count"));

    /// <summary>The same for a URL that the service gave, of the client's own origin: a next or a delta link.</summary>
    public LineCollectionRequestBuilder WithUrl(string rawUrl) => new(PlaceAtUrl(rawUrl));

    /// <summary>Get the items of this collection, one page of them.</summary>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<LineCollectionResponse?> GetAsync(Action<RequestConfiguration<ListQueryParameters<Line>>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToGetRequestInformation(requestConfiguration), cancellationToken);

    /// <summary>The request of GetAsync, not sent.</summary>
    public RequestInformation<LineCollectionResponse?> ToGetRequestInformation(Action<RequestConfiguration<ListQueryParameters<Line>>>? requestConfiguration = default) =>
        ReadRequest<LineCollectionResponse, ListQueryParameters<Line>>(requestConfiguration);

    /// <summary>All items, page by page; see GetAsync for permissions and options.</summary>
    public PagedItems<LineCollectionResponse, Line> IterateAsync(Action<RequestConfiguration<ListQueryParameters<Line>>>? requestConfiguration = default) =>
        new(Core, ToGetRequestInformation(requestConfiguration));

    /// <summary>Create an object in this collection.</summary>
    /// <param name="body">What is sent.</param>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<Line?> PostAsync(Line body, Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToPostRequestInformation(body, requestConfiguration), cancellationToken);

    /// <summary>The same without a configuration.</summary>
    public Task<Line?> PostAsync(Line body, CancellationToken cancellationToken) =>
        PostAsync(body, default, cancellationToken);

    /// <summary>The request of PostAsync, not sent.</summary>
    public RequestInformation<Line?> ToPostRequestInformation(Line body, Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default) =>
        CreateRequest<Line, DefaultQueryParameters>(body, requestConfiguration);
}

/// <summary>An entity: Ops.Line.</summary>
public sealed partial class LineItemRequestBuilder : RequestBuilder
{
    internal LineItemRequestBuilder(UrlPlace place)
        : base(place)
    {
    }

    /// <summary>The same for a URL that the service gave, of the client's own origin: a next or a delta link.</summary>
    public LineItemRequestBuilder WithUrl(string rawUrl) => new(PlaceAtUrl(rawUrl));

    /// <summary>Get the object.</summary>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<Line?> GetAsync(Action<RequestConfiguration<ReadQueryParameters<Line>>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToGetRequestInformation(requestConfiguration), cancellationToken);

    /// <summary>The request of GetAsync, not sent.</summary>
    public RequestInformation<Line?> ToGetRequestInformation(Action<RequestConfiguration<ReadQueryParameters<Line>>>? requestConfiguration = default) =>
        ReadRequest<Line, ReadQueryParameters<Line>>(requestConfiguration);

    /// <summary>Change the properties that are set in the body, and no others.</summary>
    /// <param name="body">What is sent.</param>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<Line?> PatchAsync(Line body, Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToPatchRequestInformation(body, requestConfiguration), cancellationToken);

    /// <summary>The same without a configuration.</summary>
    public Task<Line?> PatchAsync(Line body, CancellationToken cancellationToken) =>
        PatchAsync(body, default, cancellationToken);

    /// <summary>The request of PatchAsync, not sent.</summary>
    public RequestInformation<Line?> ToPatchRequestInformation(Line body, Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default) =>
        UpdateRequest<Line, DefaultQueryParameters>(body, requestConfiguration);

    /// <summary>Delete the object.</summary>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task DeleteAsync(Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToDeleteRequestInformation(requestConfiguration), cancellationToken);

    /// <summary>The request of DeleteAsync, not sent.</summary>
    public RequestInformation<object?> ToDeleteRequestInformation(Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default) =>
        DeleteRequest<DefaultQueryParameters>(requestConfiguration);
}
