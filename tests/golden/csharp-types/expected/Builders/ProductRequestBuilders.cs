using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Shop.Client.Builders;

using Shop.Client.Models;
using Shop.Client.Runtime;

/// <summary>A collection: Collection(Shop.Catalog.Product).</summary>
public sealed partial class ProductCollectionRequestBuilder : RequestBuilder
{
    internal ProductCollectionRequestBuilder(UrlPlace place)
        : base(place)
    {
    }

    /// <summary>The item with this key.</summary>
    /// <param name="id">The value of ID.</param>
    public ProductItemRequestBuilder this[Guid id] => new(PlaceOfPredicate(UrlPartOf("", id, "Edm.Guid")));

    /// <summary>The segment $count.</summary>
    public CountRequestBuilder Count => new(PlaceBelow("/$count"));

    /// <summary>The same for a URL that the service gave, of the client's own origin: a next or a delta link.</summary>
    public ProductCollectionRequestBuilder WithUrl(string rawUrl) => new(PlaceAtUrl(rawUrl));

    /// <summary>Get the items of this collection, one page of them.</summary>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<ProductCollectionResponse?> GetAsync(Action<RequestConfiguration<ListQueryParameters<Product>>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToGetRequestInformation(requestConfiguration), cancellationToken);

    /// <summary>The request of GetAsync, not sent.</summary>
    public RequestInformation<ProductCollectionResponse?> ToGetRequestInformation(Action<RequestConfiguration<ListQueryParameters<Product>>>? requestConfiguration = default) =>
        ReadRequest<ProductCollectionResponse, ListQueryParameters<Product>>(requestConfiguration);

    /// <summary>All items, page by page; see GetAsync for permissions and options.</summary>
    public PagedItems<ProductCollectionResponse, Product> IterateAsync(Action<RequestConfiguration<ListQueryParameters<Product>>>? requestConfiguration = default) =>
        new(Core, ToGetRequestInformation(requestConfiguration));

    /// <summary>Create an object in this collection.</summary>
    /// <param name="body">What is sent.</param>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<Product?> PostAsync(Product body, Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToPostRequestInformation(body, requestConfiguration), cancellationToken);

    /// <summary>The same without a configuration.</summary>
    public Task<Product?> PostAsync(Product body, CancellationToken cancellationToken) =>
        PostAsync(body, default, cancellationToken);

    /// <summary>The request of PostAsync, not sent.</summary>
    public RequestInformation<Product?> ToPostRequestInformation(Product body, Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default) =>
        CreateRequest<Product, DefaultQueryParameters>(body, requestConfiguration);
}

/// <summary>An entity: Shop.Catalog.Product.</summary>
public sealed partial class ProductItemRequestBuilder : RequestBuilder
{
    internal ProductItemRequestBuilder(UrlPlace place)
        : base(place)
    {
    }

    /// <summary>The segment Picture.</summary>
    public ContentRequestBuilder Picture => new(PlaceBelow("/Picture"));

    /// <summary>The segment Size.</summary>
    public SizeValueRequestBuilder Size => new(PlaceBelow("/Size"));

    /// <summary>The segment Sizes.</summary>
    public SizeListValueRequestBuilder Sizes => new(PlaceBelow("/Sizes"));

    /// <summary>The same for a URL that the service gave, of the client's own origin: a next or a delta link.</summary>
    public ProductItemRequestBuilder WithUrl(string rawUrl) => new(PlaceAtUrl(rawUrl));

    /// <summary>Get the object.</summary>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<Product?> GetAsync(Action<RequestConfiguration<ReadQueryParameters<Product>>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToGetRequestInformation(requestConfiguration), cancellationToken);

    /// <summary>The request of GetAsync, not sent.</summary>
    public RequestInformation<Product?> ToGetRequestInformation(Action<RequestConfiguration<ReadQueryParameters<Product>>>? requestConfiguration = default) =>
        ReadRequest<Product, ReadQueryParameters<Product>>(requestConfiguration);

    /// <summary>Change the properties that are set in the body, and no others.</summary>
    /// <param name="body">What is sent.</param>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<Product?> PatchAsync(Product body, Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToPatchRequestInformation(body, requestConfiguration), cancellationToken);

    /// <summary>The same without a configuration.</summary>
    public Task<Product?> PatchAsync(Product body, CancellationToken cancellationToken) =>
        PatchAsync(body, default, cancellationToken);

    /// <summary>The request of PatchAsync, not sent.</summary>
    public RequestInformation<Product?> ToPatchRequestInformation(Product body, Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default) =>
        UpdateRequest<Product, DefaultQueryParameters>(body, requestConfiguration);

    /// <summary>Delete the object.</summary>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task DeleteAsync(Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToDeleteRequestInformation(requestConfiguration), cancellationToken);

    /// <summary>The request of DeleteAsync, not sent.</summary>
    public RequestInformation<object?> ToDeleteRequestInformation(Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default) =>
        DeleteRequest<DefaultQueryParameters>(requestConfiguration);
}

/// <summary>A complex: Shop.Catalog.Size.</summary>
public sealed partial class SizeValueRequestBuilder : RequestBuilder
{
    internal SizeValueRequestBuilder(UrlPlace place)
        : base(place)
    {
    }

    /// <summary>The same for a URL that the service gave, of the client's own origin: a next or a delta link.</summary>
    public SizeValueRequestBuilder WithUrl(string rawUrl) => new(PlaceAtUrl(rawUrl));

    /// <summary>Get the object.</summary>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<Size?> GetAsync(Action<RequestConfiguration<ReadQueryParameters<Size>>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToGetRequestInformation(requestConfiguration), cancellationToken);

    /// <summary>The request of GetAsync, not sent.</summary>
    public RequestInformation<Size?> ToGetRequestInformation(Action<RequestConfiguration<ReadQueryParameters<Size>>>? requestConfiguration = default) =>
        ReadRequest<Size, ReadQueryParameters<Size>>(requestConfiguration);

    /// <summary>Change the properties that are set in the body, and no others.</summary>
    /// <param name="body">What is sent.</param>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<Size?> PatchAsync(Size body, Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToPatchRequestInformation(body, requestConfiguration), cancellationToken);

    /// <summary>The same without a configuration.</summary>
    public Task<Size?> PatchAsync(Size body, CancellationToken cancellationToken) =>
        PatchAsync(body, default, cancellationToken);

    /// <summary>The request of PatchAsync, not sent.</summary>
    public RequestInformation<Size?> ToPatchRequestInformation(Size body, Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default) =>
        UpdateRequest<Size, DefaultQueryParameters>(body, requestConfiguration);
}

/// <summary>A complex: Collection(Shop.Catalog.Size).</summary>
public sealed partial class SizeListValueRequestBuilder : RequestBuilder
{
    internal SizeListValueRequestBuilder(UrlPlace place)
        : base(place)
    {
    }

    /// <summary>The segment $count.</summary>
    public CountRequestBuilder Count => new(PlaceBelow("/$count"));

    /// <summary>The same for a URL that the service gave, of the client's own origin: a next or a delta link.</summary>
    public SizeListValueRequestBuilder WithUrl(string rawUrl) => new(PlaceAtUrl(rawUrl));

    /// <summary>Get the items of this collection, one page of them.</summary>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<SizeCollectionResponse?> GetAsync(Action<RequestConfiguration<ListQueryParameters<Size>>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToGetRequestInformation(requestConfiguration), cancellationToken);

    /// <summary>The request of GetAsync, not sent.</summary>
    public RequestInformation<SizeCollectionResponse?> ToGetRequestInformation(Action<RequestConfiguration<ListQueryParameters<Size>>>? requestConfiguration = default) =>
        ReadRequest<SizeCollectionResponse, ListQueryParameters<Size>>(requestConfiguration);

    /// <summary>All items, page by page; see GetAsync for permissions and options.</summary>
    public PagedItems<SizeCollectionResponse, Size> IterateAsync(Action<RequestConfiguration<ListQueryParameters<Size>>>? requestConfiguration = default) =>
        new(Core, ToGetRequestInformation(requestConfiguration));

    /// <summary>Replace the object by the body.</summary>
    /// <param name="body">What is sent.</param>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<SizeCollectionResponse?> PutAsync(List<Size> body, Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToPutRequestInformation(body, requestConfiguration), cancellationToken);

    /// <summary>The same without a configuration.</summary>
    public Task<SizeCollectionResponse?> PutAsync(List<Size> body, CancellationToken cancellationToken) =>
        PutAsync(body, default, cancellationToken);

    /// <summary>The request of PutAsync, not sent.</summary>
    public RequestInformation<SizeCollectionResponse?> ToPutRequestInformation(List<Size> body, Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default) =>
        CollectionRequest<SizeCollectionResponse, Size, DefaultQueryParameters>("PUT", "create", body, requestConfiguration);
}
