using System;
using System.Threading;
using System.Threading.Tasks;

namespace Shop.Client.Builders;

using Shop.Client.Models;
using Shop.Client.Runtime;

/// <summary>A collection: Collection(Zoo.Animal).</summary>
public sealed partial class AnimalCollectionRequestBuilder : RequestBuilder
{
    internal AnimalCollectionRequestBuilder(UrlPlace place)
        : base(place)
    {
    }

    /// <summary>The item with this key.</summary>
    /// <param name="id">The value of id.</param>
    public AnimalItemRequestBuilder this[string id] => new(PlaceOfPredicate(UrlPartOf("", id, "Edm.String")));

    /// <summary>The segment $count.</summary>
    public CountRequestBuilder Count => new(PlaceBelow("/$count"));

    /// <summary>The segment Zoo.Lion.</summary>
    public LionCastCollectionRequestBuilder AsLion => new(PlaceBelow("/Zoo.Lion"));

    /// <summary>The same for a URL that the service gave, of the client's own origin: a next or a delta link.</summary>
    public AnimalCollectionRequestBuilder WithUrl(string rawUrl) => new(PlaceAtUrl(rawUrl));

    /// <summary>Get the items of this collection, one page of them.</summary>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<AnimalCollectionResponse?> GetAsync(Action<RequestConfiguration<ListQueryParameters<Animal>>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToGetRequestInformation(requestConfiguration), cancellationToken);

    /// <summary>The request of GetAsync, not sent.</summary>
    public RequestInformation<AnimalCollectionResponse?> ToGetRequestInformation(Action<RequestConfiguration<ListQueryParameters<Animal>>>? requestConfiguration = default) =>
        ReadRequest<AnimalCollectionResponse, ListQueryParameters<Animal>>(requestConfiguration);

    /// <summary>All items, page by page; see GetAsync for permissions and options.</summary>
    public PagedItems<AnimalCollectionResponse, Animal> IterateAsync(Action<RequestConfiguration<ListQueryParameters<Animal>>>? requestConfiguration = default) =>
        new(Core, ToGetRequestInformation(requestConfiguration));

    /// <summary>Create an object in this collection.</summary>
    /// <param name="body">What is sent.</param>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<Animal?> PostAsync(Animal body, Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToPostRequestInformation(body, requestConfiguration), cancellationToken);

    /// <summary>The same without a configuration.</summary>
    public Task<Animal?> PostAsync(Animal body, CancellationToken cancellationToken) =>
        PostAsync(body, default, cancellationToken);

    /// <summary>The request of PostAsync, not sent.</summary>
    public RequestInformation<Animal?> ToPostRequestInformation(Animal body, Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default) =>
        CreateRequest<Animal, DefaultQueryParameters>(body, requestConfiguration);
}

/// <summary>An entity: Zoo.Animal.</summary>
public sealed partial class AnimalItemRequestBuilder : RequestBuilder
{
    internal AnimalItemRequestBuilder(UrlPlace place)
        : base(place)
    {
    }

    /// <summary>The segment parent.</summary>
    public AnimalReferencedItemRequestBuilder Parent => new(PlaceBelow("/parent"));

    /// <summary>The segment children.</summary>
    public AnimalReferencedCollectionRequestBuilder Children => new(PlaceBelow("/children"));

    /// <summary>The segment Zoo.Lion.</summary>
    public LionCastRequestBuilder AsLion => new(PlaceBelow("/Zoo.Lion"));

    /// <summary>The same for a URL that the service gave, of the client's own origin: a next or a delta link.</summary>
    public AnimalItemRequestBuilder WithUrl(string rawUrl) => new(PlaceAtUrl(rawUrl));

    /// <summary>Get the object.</summary>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<Animal?> GetAsync(Action<RequestConfiguration<ReadQueryParameters<Animal>>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToGetRequestInformation(requestConfiguration), cancellationToken);

    /// <summary>The request of GetAsync, not sent.</summary>
    public RequestInformation<Animal?> ToGetRequestInformation(Action<RequestConfiguration<ReadQueryParameters<Animal>>>? requestConfiguration = default) =>
        ReadRequest<Animal, ReadQueryParameters<Animal>>(requestConfiguration);

    /// <summary>Change the properties that are set in the body, and no others.</summary>
    /// <param name="body">What is sent.</param>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<Animal?> PatchAsync(Animal body, Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToPatchRequestInformation(body, requestConfiguration), cancellationToken);

    /// <summary>The same without a configuration.</summary>
    public Task<Animal?> PatchAsync(Animal body, CancellationToken cancellationToken) =>
        PatchAsync(body, default, cancellationToken);

    /// <summary>The request of PatchAsync, not sent.</summary>
    public RequestInformation<Animal?> ToPatchRequestInformation(Animal body, Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default) =>
        UpdateRequest<Animal, DefaultQueryParameters>(body, requestConfiguration);

    /// <summary>Delete the object.</summary>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task DeleteAsync(Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToDeleteRequestInformation(requestConfiguration), cancellationToken);

    /// <summary>The request of DeleteAsync, not sent.</summary>
    public RequestInformation<object?> ToDeleteRequestInformation(Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default) =>
        DeleteRequest<DefaultQueryParameters>(requestConfiguration);
}

/// <summary>A referenced entity: Zoo.Animal.</summary>
public sealed partial class AnimalReferencedItemRequestBuilder : RequestBuilder
{
    internal AnimalReferencedItemRequestBuilder(UrlPlace place)
        : base(place)
    {
    }

    /// <summary>The segment parent.</summary>
    public AnimalReferencedItemRequestBuilder Parent => new(PlaceBelow("/parent"));

    /// <summary>The segment children.</summary>
    public AnimalReferencedCollectionRequestBuilder Children => new(PlaceBelow("/children"));

    /// <summary>The segment Zoo.Lion.</summary>
    public LionCastRequestBuilder AsLion => new(PlaceBelow("/Zoo.Lion"));

    /// <summary>The segment $ref.</summary>
    public ReferenceRequestBuilder Ref => new(PlaceBelow("/$ref"));

    /// <summary>The same for a URL that the service gave, of the client's own origin: a next or a delta link.</summary>
    public AnimalReferencedItemRequestBuilder WithUrl(string rawUrl) => new(PlaceAtUrl(rawUrl));

    /// <summary>Get the object.</summary>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<Animal?> GetAsync(Action<RequestConfiguration<ReadQueryParameters<Animal>>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToGetRequestInformation(requestConfiguration), cancellationToken);

    /// <summary>The request of GetAsync, not sent.</summary>
    public RequestInformation<Animal?> ToGetRequestInformation(Action<RequestConfiguration<ReadQueryParameters<Animal>>>? requestConfiguration = default) =>
        ReadRequest<Animal, ReadQueryParameters<Animal>>(requestConfiguration);

    /// <summary>Change the properties that are set in the body, and no others.</summary>
    /// <param name="body">What is sent.</param>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<Animal?> PatchAsync(Animal body, Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToPatchRequestInformation(body, requestConfiguration), cancellationToken);

    /// <summary>The same without a configuration.</summary>
    public Task<Animal?> PatchAsync(Animal body, CancellationToken cancellationToken) =>
        PatchAsync(body, default, cancellationToken);

    /// <summary>The request of PatchAsync, not sent.</summary>
    public RequestInformation<Animal?> ToPatchRequestInformation(Animal body, Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default) =>
        UpdateRequest<Animal, DefaultQueryParameters>(body, requestConfiguration);
}

/// <summary>A referenced collection: Collection(Zoo.Animal).</summary>
public sealed partial class AnimalReferencedCollectionRequestBuilder : RequestBuilder
{
    internal AnimalReferencedCollectionRequestBuilder(UrlPlace place)
        : base(place)
    {
    }

    /// <summary>The item with this key.</summary>
    /// <param name="id">The value of id.</param>
    public AnimalReferencedItemRequestBuilder_2 this[string id] => new(PlaceOfPredicate(UrlPartOf("", id, "Edm.String")));

    /// <summary>The segment $count.</summary>
    public CountRequestBuilder Count => new(PlaceBelow("/$count"));

    /// <summary>The segment $ref.</summary>
    public ReferencesRequestBuilder Ref => new(PlaceBelow("/$ref"));

    /// <summary>The segment Zoo.Lion.</summary>
    public LionCastCollectionRequestBuilder AsLion => new(PlaceBelow("/Zoo.Lion"));

    /// <summary>The same for a URL that the service gave, of the client's own origin: a next or a delta link.</summary>
    public AnimalReferencedCollectionRequestBuilder WithUrl(string rawUrl) => new(PlaceAtUrl(rawUrl));

    /// <summary>Get the items of this collection, one page of them.</summary>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<AnimalCollectionResponse?> GetAsync(Action<RequestConfiguration<ListQueryParameters<Animal>>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToGetRequestInformation(requestConfiguration), cancellationToken);

    /// <summary>The request of GetAsync, not sent.</summary>
    public RequestInformation<AnimalCollectionResponse?> ToGetRequestInformation(Action<RequestConfiguration<ListQueryParameters<Animal>>>? requestConfiguration = default) =>
        ReadRequest<AnimalCollectionResponse, ListQueryParameters<Animal>>(requestConfiguration);

    /// <summary>All items, page by page; see GetAsync for permissions and options.</summary>
    public PagedItems<AnimalCollectionResponse, Animal> IterateAsync(Action<RequestConfiguration<ListQueryParameters<Animal>>>? requestConfiguration = default) =>
        new(Core, ToGetRequestInformation(requestConfiguration));

    /// <summary>Create an object in this collection.</summary>
    /// <param name="body">What is sent.</param>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<Animal?> PostAsync(Animal body, Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToPostRequestInformation(body, requestConfiguration), cancellationToken);

    /// <summary>The same without a configuration.</summary>
    public Task<Animal?> PostAsync(Animal body, CancellationToken cancellationToken) =>
        PostAsync(body, default, cancellationToken);

    /// <summary>The request of PostAsync, not sent.</summary>
    public RequestInformation<Animal?> ToPostRequestInformation(Animal body, Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default) =>
        CreateRequest<Animal, DefaultQueryParameters>(body, requestConfiguration);
}

/// <summary>A referenced entity: Zoo.Animal.</summary>
public sealed partial class AnimalReferencedItemRequestBuilder_2 : RequestBuilder
{
    internal AnimalReferencedItemRequestBuilder_2(UrlPlace place)
        : base(place)
    {
    }

    /// <summary>The segment parent.</summary>
    public AnimalReferencedItemRequestBuilder Parent => new(PlaceBelow("/parent"));

    /// <summary>The segment children.</summary>
    public AnimalReferencedCollectionRequestBuilder Children => new(PlaceBelow("/children"));

    /// <summary>The segment Zoo.Lion.</summary>
    public LionCastRequestBuilder AsLion => new(PlaceBelow("/Zoo.Lion"));

    /// <summary>The segment $ref.</summary>
    public ReferenceRequestBuilder_2 Ref => new(PlaceBelow("/$ref"));

    /// <summary>The same for a URL that the service gave, of the client's own origin: a next or a delta link.</summary>
    public AnimalReferencedItemRequestBuilder_2 WithUrl(string rawUrl) => new(PlaceAtUrl(rawUrl));

    /// <summary>Get the object.</summary>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<Animal?> GetAsync(Action<RequestConfiguration<ReadQueryParameters<Animal>>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToGetRequestInformation(requestConfiguration), cancellationToken);

    /// <summary>The request of GetAsync, not sent.</summary>
    public RequestInformation<Animal?> ToGetRequestInformation(Action<RequestConfiguration<ReadQueryParameters<Animal>>>? requestConfiguration = default) =>
        ReadRequest<Animal, ReadQueryParameters<Animal>>(requestConfiguration);

    /// <summary>Change the properties that are set in the body, and no others.</summary>
    /// <param name="body">What is sent.</param>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<Animal?> PatchAsync(Animal body, Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToPatchRequestInformation(body, requestConfiguration), cancellationToken);

    /// <summary>The same without a configuration.</summary>
    public Task<Animal?> PatchAsync(Animal body, CancellationToken cancellationToken) =>
        PatchAsync(body, default, cancellationToken);

    /// <summary>The request of PatchAsync, not sent.</summary>
    public RequestInformation<Animal?> ToPatchRequestInformation(Animal body, Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default) =>
        UpdateRequest<Animal, DefaultQueryParameters>(body, requestConfiguration);
}
