using System;
using System.Threading;
using System.Threading.Tasks;

namespace Shop.Client.Builders;

using Shop.Client.Models;
using Shop.Client.Orders.Archive;
using Shop.Client.Orders.TotalSince;
using Shop.Client.Runtime;

/// <summary>A collection: Collection(Ops.Order).</summary>
public sealed partial class OrdersCollectionRequestBuilder : RequestBuilder
{
    internal OrdersCollectionRequestBuilder(UrlPlace place)
        : base(place)
    {
    }

    /// <summary>The item with this key.</summary>
    /// <param name="id">The value of id.</param>
    public OrdersItemRequestBuilder this[int id] => new(PlaceOfPredicate(UrlPartOf("", id, "Edm.Int32")));

    /// <summary>The segment $count.</summary>
    public CountRequestBuilder Count => new(PlaceBelow("/$count"));

    /// <summary>The segment Ops.archive.</summary>
    public OrderArchiveRequestBuilder Archive => new(PlaceBelow("/Ops.archive"));

    /// <summary>The segment Ops.totalSince.</summary>
    /// <param name="since">The value of since.</param>
    public OrderTotalSinceWithSinceRequestBuilder TotalSince(DateOnly since) => new(PlaceOfFunction("Ops.totalSince", UrlPartOf("since", since, "Edm.Date")));

    /// <summary>The segment Ops.latest.</summary>
    public OrderLatestRequestBuilder Latest => new(PlaceOfFunction("Ops.latest"));

    /// <summary>The same for a URL that the service gave, of the client's own origin: a next or a delta link.</summary>
    public OrdersCollectionRequestBuilder WithUrl(string rawUrl) => new(PlaceAtUrl(rawUrl));

    /// <summary>Get the items of this collection, one page of them.</summary>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<OrderCollectionResponse?> GetAsync(Action<RequestConfiguration<ListQueryParameters<Order>>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToGetRequestInformation(requestConfiguration), cancellationToken);

    /// <summary>The request of GetAsync, not sent.</summary>
    public RequestInformation<OrderCollectionResponse?> ToGetRequestInformation(Action<RequestConfiguration<ListQueryParameters<Order>>>? requestConfiguration = default) =>
        ReadRequest<OrderCollectionResponse, ListQueryParameters<Order>>(requestConfiguration);

    /// <summary>All items, page by page; see GetAsync for permissions and options.</summary>
    public PagedItems<OrderCollectionResponse, Order> IterateAsync(Action<RequestConfiguration<ListQueryParameters<Order>>>? requestConfiguration = default) =>
        new(Core, ToGetRequestInformation(requestConfiguration));

    /// <summary>Place an order</summary>
    /// <param name="body">What is sent.</param>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<Order?> PostAsync(Order body, Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToPostRequestInformation(body, requestConfiguration), cancellationToken);

    /// <summary>The same without a configuration.</summary>
    public Task<Order?> PostAsync(Order body, CancellationToken cancellationToken) =>
        PostAsync(body, default, cancellationToken);

    /// <summary>The request of PostAsync, not sent.</summary>
    public RequestInformation<Order?> ToPostRequestInformation(Order body, Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default) =>
        CreateRequest<Order, DefaultQueryParameters>(body, requestConfiguration);
}

/// <summary>An entity: Ops.Order.</summary>
public sealed partial class OrdersItemRequestBuilder : RequestBuilder
{
    internal OrdersItemRequestBuilder(UrlPlace place)
        : base(place)
    {
    }

    /// <summary>The segment lines.</summary>
    public LineCollectionRequestBuilder Lines => new(PlaceBelow("/lines"));

    /// <summary>The segment Ops.cancel.</summary>
    public OrderCancelRequestBuilder Cancel => new(PlaceBelow("/Ops.cancel"));

    /// <summary>The same for a URL that the service gave, of the client's own origin: a next or a delta link.</summary>
    public OrdersItemRequestBuilder WithUrl(string rawUrl) => new(PlaceAtUrl(rawUrl));

    /// <summary>Get the object.</summary>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<Order?> GetAsync(Action<RequestConfiguration<ReadQueryParameters<Order>>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToGetRequestInformation(requestConfiguration), cancellationToken);

    /// <summary>The request of GetAsync, not sent.</summary>
    public RequestInformation<Order?> ToGetRequestInformation(Action<RequestConfiguration<ReadQueryParameters<Order>>>? requestConfiguration = default) =>
        ReadRequest<Order, ReadQueryParameters<Order>>(requestConfiguration);

    /// <summary>Change the properties that are set in the body, and no others.</summary>
    /// <param name="body">What is sent.</param>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<Order?> PatchAsync(Order body, Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToPatchRequestInformation(body, requestConfiguration), cancellationToken);

    /// <summary>The same without a configuration.</summary>
    public Task<Order?> PatchAsync(Order body, CancellationToken cancellationToken) =>
        PatchAsync(body, default, cancellationToken);

    /// <summary>The request of PatchAsync, not sent.</summary>
    public RequestInformation<Order?> ToPatchRequestInformation(Order body, Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default) =>
        UpdateRequest<Order, DefaultQueryParameters>(body, requestConfiguration);
}

/// <summary>An action.</summary>
public sealed partial class OrderArchiveRequestBuilder : RequestBuilder
{
    internal OrderArchiveRequestBuilder(UrlPlace place)
        : base(place)
    {
    }

    /// <summary>The same for a URL that the service gave, of the client's own origin: a next or a delta link.</summary>
    public OrderArchiveRequestBuilder WithUrl(string rawUrl) => new(PlaceAtUrl(rawUrl));

    /// <summary>Call the operation.</summary>
    /// <param name="body">What is sent.</param>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<ArchivePostResponse?> PostAsync(OrderArchivePostRequestBody body, Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToPostRequestInformation(body, requestConfiguration), cancellationToken);

    /// <summary>The same without a configuration.</summary>
    public Task<ArchivePostResponse?> PostAsync(OrderArchivePostRequestBody body, CancellationToken cancellationToken) =>
        PostAsync(body, default, cancellationToken);

    /// <summary>PostAsync by its other name.</summary>
    public Task<ArchivePostResponse?> PostAsArchivePostResponseAsync(OrderArchivePostRequestBody body, Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        PostAsync(body, requestConfiguration, cancellationToken);

    /// <summary>The request of PostAsync, not sent.</summary>
    public RequestInformation<ArchivePostResponse?> ToPostRequestInformation(OrderArchivePostRequestBody body, Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default) =>
        BodyRequest<ArchivePostResponse, DefaultQueryParameters>("POST", "", body, "Ops.archive", requestConfiguration);
}

/// <summary>A function: Edm.Decimal.</summary>
public sealed partial class OrderTotalSinceWithSinceRequestBuilder : RequestBuilder
{
    internal OrderTotalSinceWithSinceRequestBuilder(UrlPlace place)
        : base(place)
    {
    }

    /// <summary>The same for a URL that the service gave, of the client's own origin: a next or a delta link.</summary>
    public OrderTotalSinceWithSinceRequestBuilder WithUrl(string rawUrl) => new(PlaceAtUrl(rawUrl));

    /// <summary>Call the operation.</summary>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<TotalSinceWithSinceGetResponse?> GetAsync(Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToGetRequestInformation(requestConfiguration), cancellationToken);

    /// <summary>GetAsync by its other name.</summary>
    public Task<TotalSinceWithSinceGetResponse?> GetAsTotalSinceWithSinceGetResponseAsync(Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        GetAsync(requestConfiguration, cancellationToken);

    /// <summary>The request of GetAsync, not sent.</summary>
    public RequestInformation<TotalSinceWithSinceGetResponse?> ToGetRequestInformation(Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default) =>
        ReadRequest<TotalSinceWithSinceGetResponse, DefaultQueryParameters>(requestConfiguration);
}

/// <summary>A function: Ops.Order.</summary>
public sealed partial class OrderLatestRequestBuilder : RequestBuilder
{
    internal OrderLatestRequestBuilder(UrlPlace place)
        : base(place)
    {
    }

    /// <summary>The segment lines.</summary>
    public LineCollectionRequestBuilder Lines => new(PlaceBelow("/lines"));

    /// <summary>The segment Ops.cancel.</summary>
    public OrderCancelRequestBuilder Cancel => new(PlaceBelow("/Ops.cancel"));

    /// <summary>The same for a URL that the service gave, of the client's own origin: a next or a delta link.</summary>
    public OrderLatestRequestBuilder WithUrl(string rawUrl) => new(PlaceAtUrl(rawUrl));

    /// <summary>Call the operation.</summary>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<Order?> GetAsync(Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToGetRequestInformation(requestConfiguration), cancellationToken);

    /// <summary>The request of GetAsync, not sent.</summary>
    public RequestInformation<Order?> ToGetRequestInformation(Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default) =>
        ReadRequest<Order, DefaultQueryParameters>(requestConfiguration);
}

/// <summary>An action.</summary>
public sealed partial class OrderCancelRequestBuilder : RequestBuilder
{
    internal OrderCancelRequestBuilder(UrlPlace place)
        : base(place)
    {
    }

    /// <summary>The same for a URL that the service gave, of the client's own origin: a next or a delta link.</summary>
    public OrderCancelRequestBuilder WithUrl(string rawUrl) => new(PlaceAtUrl(rawUrl));

    /// <summary>Call the operation.</summary>
    /// <param name="body">What is sent.</param>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<Order?> PostAsync(OrderCancelPostRequestBody body, Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToPostRequestInformation(body, requestConfiguration), cancellationToken);

    /// <summary>The same without a configuration.</summary>
    public Task<Order?> PostAsync(OrderCancelPostRequestBody body, CancellationToken cancellationToken) =>
        PostAsync(body, default, cancellationToken);

    /// <summary>The request of PostAsync, not sent.</summary>
    public RequestInformation<Order?> ToPostRequestInformation(OrderCancelPostRequestBody body, Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default) =>
        BodyRequest<Order, DefaultQueryParameters>("POST", "", body, "Ops.cancel", requestConfiguration);
}
