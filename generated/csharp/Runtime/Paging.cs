using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace Microsoft.Graph.Runtime;

/// <summary>One page of a collection.</summary>
/// <typeparam name="T">What its items are.</typeparam>
public interface IPage<T>
{
    /// <summary>The items.</summary>
    List<T>? Value { get; }

    /// <summary>Where the next page is, or null after the last one.</summary>
    string? OdataNextLink { get; }

    /// <summary>Where changes can be asked for later, or null.</summary>
    string? OdataDeltaLink { get; }

    /// <summary>How many items there are on all pages, when the service says so.</summary>
    long? OdataCount { get; }
}

/// <summary>
/// Which page comes next. Links are held to the client's origin, never to the last page's; a link that comes twice
/// and more pages than the client allows end the walk.
/// </summary>
internal sealed class PageWalk<TPage, TItem>
    where TPage : Model, IPage<TItem>
{
    private readonly ServiceCore _core;
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private RequestInformation<TPage?>? _next;
    private int _pages;

    public PageWalk(ServiceCore core, RequestInformation<TPage?>? first)
    {
        (_core, _next) = (core, first);
        if (first is not null)
        {
            _seen.Add(first.Url);
        }
    }

    /// <summary>A walk over the pages behind one that was read already.</summary>
    public static PageWalk<TPage, TItem> Behind(ServiceCore core, TPage page)
    {
        if (page.OdataNextLink is not { Length: > 0 } link)
        {
            return new PageWalk<TPage, TItem>(core, null);
        }
        var headers = new RequestHeaders { { "accept", "application/json" } };
        return new PageWalk<TPage, TItem>(core, new RequestInformation<TPage?>(HttpMethod.Get, core.Root.Adopt(link), headers, null, null, Answers.Object<TPage>));
    }

    /// <summary>The next page, or null after the last one.</summary>
    /// <exception cref="PagingStoppedException">The collection does not end.</exception>
    public async Task<TPage?> NextAsync(CancellationToken cancellationToken)
    {
        if (_next is not { } request)
        {
            return null;
        }
        if (++_pages > _core.MaxPages)
        {
            throw new PagingStoppedException("the collection has more pages than this client allows (MaxPages)");
        }
        var page = await _core.SendAsync(request, cancellationToken).ConfigureAwait(false);
        _next = null;
        if (page?.OdataNextLink is { Length: > 0 } link)
        {
            var url = _core.Root.Adopt(link, request.Url);
            if (!_seen.Add(url))
            {
                throw new PagingStoppedException("the service linked to a page that it gave already");
            }
            _next = request.At(url);
        }
        return page;
    }
}

/// <summary>The items of all pages, in order, one page at a time. Each enumeration starts with the first page.</summary>
/// <typeparam name="TPage">One page.</typeparam>
/// <typeparam name="TItem">One item.</typeparam>
public sealed class PagedItems<TPage, TItem> : IAsyncEnumerable<TItem>
    where TPage : Model, IPage<TItem>
{
    private readonly ServiceCore _core;
    private readonly RequestInformation<TPage?> _first;

    internal PagedItems(ServiceCore core, RequestInformation<TPage?> first)
    {
        (_core, _first) = (core, first);
    }

    /// <summary>Where changes after this round can be asked for (<c>WithUrl</c>); known after the last page.</summary>
    public string? DeltaLink { get; private set; }

    /// <summary>The service's count of all items, when it gave one.</summary>
    public long? Count { get; private set; }

    /// <inheritdoc/>
    public async IAsyncEnumerator<TItem> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        var walk = new PageWalk<TPage, TItem>(_core, _first);
        while (await walk.NextAsync(cancellationToken).ConfigureAwait(false) is { } page)
        {
            Count = page.OdataCount ?? Count;
            DeltaLink = page.OdataDeltaLink ?? DeltaLink;
            foreach (var item in page.Value ?? [])
            {
                yield return item;
            }
        }
    }
}
