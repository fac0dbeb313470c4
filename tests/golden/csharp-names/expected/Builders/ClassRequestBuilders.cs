using System;
using System.Threading;
using System.Threading.Tasks;

namespace Shop.Client.Builders;

using Shop.Client.Models;
using Shop.Client.Runtime;

/// <summary>A collection: Collection(Odd.Names.class).</summary>
public sealed partial class ClassCollectionRequestBuilder : RequestBuilder
{
    internal ClassCollectionRequestBuilder(UrlPlace place)
        : base(place)
    {
    }

    /// <summary>The item with this key.</summary>
    /// <param name="import">The value of import.</param>
    public ClassItemRequestBuilder this[string import] => new(PlaceOfPredicate(UrlPartOf("", import, "Edm.String")));

    /// <summary>The segment $count.</summary>
    public CountRequestBuilder Count => new(PlaceBelow("/$count"));

    /// <summary>The same for a URL that the service gave, of the client's own origin: a next or a delta link.</summary>
    public ClassCollectionRequestBuilder WithUrl(string rawUrl) => new(PlaceAtUrl(rawUrl));

    /// <summary>Get the items of this collection, one page of them.</summary>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<ClassCollectionResponse?> GetAsync(Action<RequestConfiguration<ListQueryParameters<Class>>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToGetRequestInformation(requestConfiguration), cancellationToken);

    /// <summary>The request of GetAsync, not sent.</summary>
    public RequestInformation<ClassCollectionResponse?> ToGetRequestInformation(Action<RequestConfiguration<ListQueryParameters<Class>>>? requestConfiguration = default) =>
        ReadRequest<ClassCollectionResponse, ListQueryParameters<Class>>(requestConfiguration);

    /// <summary>All items, page by page; see GetAsync for permissions and options.</summary>
    public PagedItems<ClassCollectionResponse, Class> IterateAsync(Action<RequestConfiguration<ListQueryParameters<Class>>>? requestConfiguration = default) =>
        new(Core, ToGetRequestInformation(requestConfiguration));

    /// <summary>Create an object in this collection.</summary>
    /// <param name="body">What is sent.</param>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<Class?> PostAsync(Class body, Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToPostRequestInformation(body, requestConfiguration), cancellationToken);

    /// <summary>The same without a configuration.</summary>
    public Task<Class?> PostAsync(Class body, CancellationToken cancellationToken) =>
        PostAsync(body, default, cancellationToken);

    /// <summary>The request of PostAsync, not sent.</summary>
    public RequestInformation<Class?> ToPostRequestInformation(Class body, Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default) =>
        CreateRequest<Class, DefaultQueryParameters>(body, requestConfiguration);
}

/// <summary>An entity: Odd.Names.class.</summary>
public sealed partial class ClassItemRequestBuilder : RequestBuilder
{
    internal ClassItemRequestBuilder(UrlPlace place)
        : base(place)
    {
    }

    /// <summary>The segment get.</summary>
    public ClassReferencedCollectionRequestBuilder Get => new(PlaceBelow("/get"));

    /// <summary>The segment async.</summary>
    public ClassReferencedItemRequestBuilder Async => new(PlaceBelow("/async"));

    /// <summary>The segment task.</summary>
    public TaskObjectValueRequestBuilder Task => new(PlaceBelow("/task"));

    /// <summary>The segment model.</summary>
    public ModelValueRequestBuilder Model => new(PlaceBelow("/model"));

    /// <summary>The segment stream.</summary>
    public ContentRequestBuilder Stream => new(PlaceBelow("/stream"));

    /// <summary>The same for a URL that the service gave, of the client's own origin: a next or a delta link.</summary>
    public ClassItemRequestBuilder WithUrl(string rawUrl) => new(PlaceAtUrl(rawUrl));

    /// <summary>Get the object.</summary>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<Class?> GetAsync(Action<RequestConfiguration<ReadQueryParameters<Class>>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToGetRequestInformation(requestConfiguration), cancellationToken);

    /// <summary>The request of GetAsync, not sent.</summary>
    public RequestInformation<Class?> ToGetRequestInformation(Action<RequestConfiguration<ReadQueryParameters<Class>>>? requestConfiguration = default) =>
        ReadRequest<Class, ReadQueryParameters<Class>>(requestConfiguration);

    /// <summary>Change the properties that are set in the body, and no others.</summary>
    /// <param name="body">What is sent.</param>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<Class?> PatchAsync(Class body, Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToPatchRequestInformation(body, requestConfiguration), cancellationToken);

    /// <summary>The same without a configuration.</summary>
    public Task<Class?> PatchAsync(Class body, CancellationToken cancellationToken) =>
        PatchAsync(body, default, cancellationToken);

    /// <summary>The request of PatchAsync, not sent.</summary>
    public RequestInformation<Class?> ToPatchRequestInformation(Class body, Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default) =>
        UpdateRequest<Class, DefaultQueryParameters>(body, requestConfiguration);

    /// <summary>Delete the object.</summary>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task DeleteAsync(Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToDeleteRequestInformation(requestConfiguration), cancellationToken);

    /// <summary>The request of DeleteAsync, not sent.</summary>
    public RequestInformation<object?> ToDeleteRequestInformation(Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default) =>
        DeleteRequest<DefaultQueryParameters>(requestConfiguration);
}

/// <summary>A referenced collection: Collection(Odd.Names.class).</summary>
public sealed partial class ClassReferencedCollectionRequestBuilder : RequestBuilder
{
    internal ClassReferencedCollectionRequestBuilder(UrlPlace place)
        : base(place)
    {
    }

    /// <summary>The item with this key.</summary>
    /// <param name="import">The value of import.</param>
    public ClassReferencedItemRequestBuilder_2 this[string import] => new(PlaceOfPredicate(UrlPartOf("", import, "Edm.String")));

    /// <summary>The segment $count.</summary>
    public CountRequestBuilder Count => new(PlaceBelow("/$count"));

    /// <summary>The segment $ref.</summary>
    public ReferencesRequestBuilder Ref => new(PlaceBelow("/$ref"));

    /// <summary>The same for a URL that the service gave, of the client's own origin: a next or a delta link.</summary>
    public ClassReferencedCollectionRequestBuilder WithUrl(string rawUrl) => new(PlaceAtUrl(rawUrl));

    /// <summary>Get the items of this collection, one page of them.</summary>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<ClassCollectionResponse?> GetAsync(Action<RequestConfiguration<ListQueryParameters<Class>>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToGetRequestInformation(requestConfiguration), cancellationToken);

    /// <summary>The request of GetAsync, not sent.</summary>
    public RequestInformation<ClassCollectionResponse?> ToGetRequestInformation(Action<RequestConfiguration<ListQueryParameters<Class>>>? requestConfiguration = default) =>
        ReadRequest<ClassCollectionResponse, ListQueryParameters<Class>>(requestConfiguration);

    /// <summary>All items, page by page; see GetAsync for permissions and options.</summary>
    public PagedItems<ClassCollectionResponse, Class> IterateAsync(Action<RequestConfiguration<ListQueryParameters<Class>>>? requestConfiguration = default) =>
        new(Core, ToGetRequestInformation(requestConfiguration));

    /// <summary>Create an object in this collection.</summary>
    /// <param name="body">What is sent.</param>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<Class?> PostAsync(Class body, Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToPostRequestInformation(body, requestConfiguration), cancellationToken);

    /// <summary>The same without a configuration.</summary>
    public Task<Class?> PostAsync(Class body, CancellationToken cancellationToken) =>
        PostAsync(body, default, cancellationToken);

    /// <summary>The request of PostAsync, not sent.</summary>
    public RequestInformation<Class?> ToPostRequestInformation(Class body, Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default) =>
        CreateRequest<Class, DefaultQueryParameters>(body, requestConfiguration);
}

/// <summary>A referenced entity: Odd.Names.class.</summary>
public sealed partial class ClassReferencedItemRequestBuilder : RequestBuilder
{
    internal ClassReferencedItemRequestBuilder(UrlPlace place)
        : base(place)
    {
    }

    /// <summary>The segment get.</summary>
    public ClassReferencedCollectionRequestBuilder Get => new(PlaceBelow("/get"));

    /// <summary>The segment async.</summary>
    public ClassReferencedItemRequestBuilder Async => new(PlaceBelow("/async"));

    /// <summary>The segment task.</summary>
    public TaskObjectValueRequestBuilder Task => new(PlaceBelow("/task"));

    /// <summary>The segment model.</summary>
    public ModelValueRequestBuilder Model => new(PlaceBelow("/model"));

    /// <summary>The segment stream.</summary>
    public ContentRequestBuilder Stream => new(PlaceBelow("/stream"));

    /// <summary>The segment $ref.</summary>
    public ReferenceRequestBuilder Ref => new(PlaceBelow("/$ref"));

    /// <summary>The same for a URL that the service gave, of the client's own origin: a next or a delta link.</summary>
    public ClassReferencedItemRequestBuilder WithUrl(string rawUrl) => new(PlaceAtUrl(rawUrl));

    /// <summary>Get the object.</summary>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<Class?> GetAsync(Action<RequestConfiguration<ReadQueryParameters<Class>>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToGetRequestInformation(requestConfiguration), cancellationToken);

    /// <summary>The request of GetAsync, not sent.</summary>
    public RequestInformation<Class?> ToGetRequestInformation(Action<RequestConfiguration<ReadQueryParameters<Class>>>? requestConfiguration = default) =>
        ReadRequest<Class, ReadQueryParameters<Class>>(requestConfiguration);

    /// <summary>Change the properties that are set in the body, and no others.</summary>
    /// <param name="body">What is sent.</param>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<Class?> PatchAsync(Class body, Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToPatchRequestInformation(body, requestConfiguration), cancellationToken);

    /// <summary>The same without a configuration.</summary>
    public Task<Class?> PatchAsync(Class body, CancellationToken cancellationToken) =>
        PatchAsync(body, default, cancellationToken);

    /// <summary>The request of PatchAsync, not sent.</summary>
    public RequestInformation<Class?> ToPatchRequestInformation(Class body, Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default) =>
        UpdateRequest<Class, DefaultQueryParameters>(body, requestConfiguration);
}

/// <summary>A complex: Odd.Names.task.</summary>
public sealed partial class TaskObjectValueRequestBuilder : RequestBuilder
{
    internal TaskObjectValueRequestBuilder(UrlPlace place)
        : base(place)
    {
    }

    /// <summary>The same for a URL that the service gave, of the client's own origin: a next or a delta link.</summary>
    public TaskObjectValueRequestBuilder WithUrl(string rawUrl) => new(PlaceAtUrl(rawUrl));

    /// <summary>Get the object.</summary>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<TaskObject?> GetAsync(Action<RequestConfiguration<ReadQueryParameters<TaskObject>>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToGetRequestInformation(requestConfiguration), cancellationToken);

    /// <summary>The request of GetAsync, not sent.</summary>
    public RequestInformation<TaskObject?> ToGetRequestInformation(Action<RequestConfiguration<ReadQueryParameters<TaskObject>>>? requestConfiguration = default) =>
        ReadRequest<TaskObject, ReadQueryParameters<TaskObject>>(requestConfiguration);

    /// <summary>Change the properties that are set in the body, and no others.</summary>
    /// <param name="body">What is sent.</param>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<TaskObject?> PatchAsync(TaskObject body, Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToPatchRequestInformation(body, requestConfiguration), cancellationToken);

    /// <summary>The same without a configuration.</summary>
    public Task<TaskObject?> PatchAsync(TaskObject body, CancellationToken cancellationToken) =>
        PatchAsync(body, default, cancellationToken);

    /// <summary>The request of PatchAsync, not sent.</summary>
    public RequestInformation<TaskObject?> ToPatchRequestInformation(TaskObject body, Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default) =>
        UpdateRequest<TaskObject, DefaultQueryParameters>(body, requestConfiguration);
}

/// <summary>A complex: Odd.Names.model.</summary>
public sealed partial class ModelValueRequestBuilder : RequestBuilder
{
    internal ModelValueRequestBuilder(UrlPlace place)
        : base(place)
    {
    }

    /// <summary>The same for a URL that the service gave, of the client's own origin: a next or a delta link.</summary>
    public ModelValueRequestBuilder WithUrl(string rawUrl) => new(PlaceAtUrl(rawUrl));

    /// <summary>Get the object.</summary>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<global::Shop.Client.Models.Model?> GetAsync(Action<RequestConfiguration<ReadQueryParameters<global::Shop.Client.Models.Model>>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToGetRequestInformation(requestConfiguration), cancellationToken);

    /// <summary>The request of GetAsync, not sent.</summary>
    public RequestInformation<global::Shop.Client.Models.Model?> ToGetRequestInformation(Action<RequestConfiguration<ReadQueryParameters<global::Shop.Client.Models.Model>>>? requestConfiguration = default) =>
        ReadRequest<global::Shop.Client.Models.Model, ReadQueryParameters<global::Shop.Client.Models.Model>>(requestConfiguration);

    /// <summary>Change the properties that are set in the body, and no others.</summary>
    /// <param name="body">What is sent.</param>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<global::Shop.Client.Models.Model?> PatchAsync(global::Shop.Client.Models.Model body, Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToPatchRequestInformation(body, requestConfiguration), cancellationToken);

    /// <summary>The same without a configuration.</summary>
    public Task<global::Shop.Client.Models.Model?> PatchAsync(global::Shop.Client.Models.Model body, CancellationToken cancellationToken) =>
        PatchAsync(body, default, cancellationToken);

    /// <summary>The request of PatchAsync, not sent.</summary>
    public RequestInformation<global::Shop.Client.Models.Model?> ToPatchRequestInformation(global::Shop.Client.Models.Model body, Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default) =>
        UpdateRequest<global::Shop.Client.Models.Model, DefaultQueryParameters>(body, requestConfiguration);
}

/// <summary>A referenced entity: Odd.Names.class.</summary>
public sealed partial class ClassReferencedItemRequestBuilder_2 : RequestBuilder
{
    internal ClassReferencedItemRequestBuilder_2(UrlPlace place)
        : base(place)
    {
    }

    /// <summary>The segment get.</summary>
    public ClassReferencedCollectionRequestBuilder Get => new(PlaceBelow("/get"));

    /// <summary>The segment async.</summary>
    public ClassReferencedItemRequestBuilder Async => new(PlaceBelow("/async"));

    /// <summary>The segment task.</summary>
    public TaskObjectValueRequestBuilder Task => new(PlaceBelow("/task"));

    /// <summary>The segment model.</summary>
    public ModelValueRequestBuilder Model => new(PlaceBelow("/model"));

    /// <summary>The segment stream.</summary>
    public ContentRequestBuilder Stream => new(PlaceBelow("/stream"));

    /// <summary>The segment $ref.</summary>
    public ReferenceRequestBuilder_2 Ref => new(PlaceBelow("/$ref"));

    /// <summary>The same for a URL that the service gave, of the client's own origin: a next or a delta link.</summary>
    public ClassReferencedItemRequestBuilder_2 WithUrl(string rawUrl) => new(PlaceAtUrl(rawUrl));

    /// <summary>Get the object.</summary>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<Class?> GetAsync(Action<RequestConfiguration<ReadQueryParameters<Class>>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToGetRequestInformation(requestConfiguration), cancellationToken);

    /// <summary>The request of GetAsync, not sent.</summary>
    public RequestInformation<Class?> ToGetRequestInformation(Action<RequestConfiguration<ReadQueryParameters<Class>>>? requestConfiguration = default) =>
        ReadRequest<Class, ReadQueryParameters<Class>>(requestConfiguration);

    /// <summary>Change the properties that are set in the body, and no others.</summary>
    /// <param name="body">What is sent.</param>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<Class?> PatchAsync(Class body, Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToPatchRequestInformation(body, requestConfiguration), cancellationToken);

    /// <summary>The same without a configuration.</summary>
    public Task<Class?> PatchAsync(Class body, CancellationToken cancellationToken) =>
        PatchAsync(body, default, cancellationToken);

    /// <summary>The request of PatchAsync, not sent.</summary>
    public RequestInformation<Class?> ToPatchRequestInformation(Class body, Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default) =>
        UpdateRequest<Class, DefaultQueryParameters>(body, requestConfiguration);

    /// <summary>Delete the object.</summary>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task DeleteAsync(Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToDeleteRequestInformation(requestConfiguration), cancellationToken);

    /// <summary>The request of DeleteAsync, not sent.</summary>
    public RequestInformation<object?> ToDeleteRequestInformation(Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default) =>
        DeleteRequest<DefaultQueryParameters>(requestConfiguration);
}
