using System;
using System.Threading;
using System.Threading.Tasks;

namespace Shop.Client.Builders;

using Shop.Client.Models;
using Shop.Client.Runtime;

/// <summary>A singleton: Zoo.Lion.</summary>
public sealed partial class LionRequestBuilder : RequestBuilder
{
    internal LionRequestBuilder(UrlPlace place)
        : base(place)
    {
    }

    /// <summary>The segment parent.</summary>
    public AnimalReferencedItemRequestBuilder Parent => new(PlaceBelow("/parent"));

    /// <summary>The segment children.</summary>
    public AnimalReferencedCollectionRequestBuilder Children => new(PlaceBelow("/children"));

    /// <summary>The segment $value.</summary>
    public ContentRequestBuilder Content => new(PlaceBelow("/$value"));

    /// <summary>The same for a URL that the service gave, of the client's own origin: a next or a delta link.</summary>
    public LionRequestBuilder WithUrl(string rawUrl) => new(PlaceAtUrl(rawUrl));

    /// <summary>Get the object.</summary>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<Lion?> GetAsync(Action<RequestConfiguration<ReadQueryParameters<Lion>>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToGetRequestInformation(requestConfiguration), cancellationToken);

    /// <summary>The request of GetAsync, not sent.</summary>
    public RequestInformation<Lion?> ToGetRequestInformation(Action<RequestConfiguration<ReadQueryParameters<Lion>>>? requestConfiguration = default) =>
        ReadRequest<Lion, ReadQueryParameters<Lion>>(requestConfiguration);

    /// <summary>Change the properties that are set in the body, and no others.</summary>
    /// <param name="body">What is sent.</param>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<Lion?> PatchAsync(Lion body, Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToPatchRequestInformation(body, requestConfiguration), cancellationToken);

    /// <summary>The same without a configuration.</summary>
    public Task<Lion?> PatchAsync(Lion body, CancellationToken cancellationToken) =>
        PatchAsync(body, default, cancellationToken);

    /// <summary>The request of PatchAsync, not sent.</summary>
    public RequestInformation<Lion?> ToPatchRequestInformation(Lion body, Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default) =>
        UpdateRequest<Lion, DefaultQueryParameters>(body, requestConfiguration);
}

/// <summary>A cast collection: Collection(Zoo.Lion).</summary>
public sealed partial class LionCastCollectionRequestBuilder : RequestBuilder
{
    internal LionCastCollectionRequestBuilder(UrlPlace place)
        : base(place)
    {
    }

    /// <summary>The item with this key.</summary>
    /// <param name="id">The value of id.</param>
    public LionCastRequestBuilder this[string id] => new(PlaceOfPredicate(UrlPartOf("", id, "Edm.String")));

    /// <summary>The segment $count.</summary>
    public CountRequestBuilder Count => new(PlaceBelow("/$count"));

    /// <summary>The same for a URL that the service gave, of the client's own origin: a next or a delta link.</summary>
    public LionCastCollectionRequestBuilder WithUrl(string rawUrl) => new(PlaceAtUrl(rawUrl));

    /// <summary>Get the items of this collection, one page of them.</summary>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<LionCollectionResponse?> GetAsync(Action<RequestConfiguration<ListQueryParameters<Lion>>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToGetRequestInformation(requestConfiguration), cancellationToken);

    /// <summary>The request of GetAsync, not sent.</summary>
    public RequestInformation<LionCollectionResponse?> ToGetRequestInformation(Action<RequestConfiguration<ListQueryParameters<Lion>>>? requestConfiguration = default) =>
        ReadRequest<LionCollectionResponse, ListQueryParameters<Lion>>(requestConfiguration);

    /// <summary>All items, page by page; see GetAsync for permissions and options.</summary>
    public PagedItems<LionCollectionResponse, Lion> IterateAsync(Action<RequestConfiguration<ListQueryParameters<Lion>>>? requestConfiguration = default) =>
        new(Core, ToGetRequestInformation(requestConfiguration));
}

/// <summary>A cast entity: Zoo.Lion.</summary>
public sealed partial class LionCastRequestBuilder : RequestBuilder
{
    internal LionCastRequestBuilder(UrlPlace place)
        : base(place)
    {
    }

    /// <summary>The segment parent.</summary>
    public AnimalReferencedItemRequestBuilder Parent => new(PlaceBelow("/parent"));

    /// <summary>The segment children.</summary>
    public AnimalReferencedCollectionRequestBuilder Children => new(PlaceBelow("/children"));

    /// <summary>The segment $value.</summary>
    public ContentRequestBuilder Content => new(PlaceBelow("/$value"));

    /// <summary>The same for a URL that the service gave, of the client's own origin: a next or a delta link.</summary>
    public LionCastRequestBuilder WithUrl(string rawUrl) => new(PlaceAtUrl(rawUrl));

    /// <summary>Get the object.</summary>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<Lion?> GetAsync(Action<RequestConfiguration<ReadQueryParameters<Lion>>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToGetRequestInformation(requestConfiguration), cancellationToken);

    /// <summary>The request of GetAsync, not sent.</summary>
    public RequestInformation<Lion?> ToGetRequestInformation(Action<RequestConfiguration<ReadQueryParameters<Lion>>>? requestConfiguration = default) =>
        ReadRequest<Lion, ReadQueryParameters<Lion>>(requestConfiguration);
}
