using System;
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
