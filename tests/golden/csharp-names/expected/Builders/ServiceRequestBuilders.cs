using System;
using System.Threading;
using System.Threading.Tasks;

namespace Shop.Client.Builders;

using Shop.Client.Models;
using Shop.Client.New;
using Shop.Client.Runtime;

/// <summary>The service root.</summary>
public partial class ServiceRequestBuilder : RequestBuilder
{
    internal ServiceRequestBuilder(UrlPlace place)
        : base(place)
    {
    }

    /// <summary>The segment from.</summary>
    public ClassCollectionRequestBuilder From => new(PlaceBelow("/from"));

    /// <summary>The segment batch.</summary>
    public ClassCollectionRequestBuilder BatchPath => new(PlaceBelow("/batch"));

    /// <summary>The segment getAsync.</summary>
    public ClassCollectionRequestBuilder GetAsyncPath => new(PlaceBelow("/getAsync"));

    /// <summary>The segment new.</summary>
    /// <param name="class">The value of class.</param>
    /// <param name="class_2">The value of Class.</param>
    /// <param name="namespace">The value of namespace.</param>
    public NewWithClassWithClassWithNamespaceRequestBuilder New(string? @class, int? @class_2, MemberOf<Case>? @namespace) => new(PlaceOfFunction("new", UrlPartOf("class", @class, "Edm.String"), UrlPartOf("Class", @class_2, "Edm.Int32"), UrlPartOf("namespace", @namespace, "enum")));
}

/// <summary>A function: Edm.String.</summary>
public sealed partial class NewWithClassWithClassWithNamespaceRequestBuilder : RequestBuilder
{
    internal NewWithClassWithClassWithNamespaceRequestBuilder(UrlPlace place)
        : base(place)
    {
    }

    /// <summary>The same for a URL that the service gave, of the client's own origin: a next or a delta link.</summary>
    public NewWithClassWithClassWithNamespaceRequestBuilder WithUrl(string rawUrl) => new(PlaceAtUrl(rawUrl));

    /// <summary>Call the operation.</summary>
    /// <param name="requestConfiguration">Query options, header fields and more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<NewWithClassWithClassWithNamespaceGetResponse?> GetAsync(Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        SendRequestAsync(() => ToGetRequestInformation(requestConfiguration), cancellationToken);

    /// <summary>GetAsync by its other name.</summary>
    public Task<NewWithClassWithClassWithNamespaceGetResponse?> GetAsNewWithClassWithClassWithNamespaceGetResponseAsync(Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default, CancellationToken cancellationToken = default) =>
        GetAsync(requestConfiguration, cancellationToken);

    /// <summary>The request of GetAsync, not sent.</summary>
    public RequestInformation<NewWithClassWithClassWithNamespaceGetResponse?> ToGetRequestInformation(Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default) =>
        ReadRequest<NewWithClassWithClassWithNamespaceGetResponse, DefaultQueryParameters>(requestConfiguration);
}
