using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Graph.Runtime;

namespace Microsoft.Graph;

/// <summary>Where an iteration over pages stands.</summary>
public enum PagingState
{
    /// <summary>Not begun.</summary>
    NotStarted,

    /// <summary>The callback said to stop.</summary>
    Paused,

    /// <summary>All items were given.</summary>
    Complete,
}

/// <summary>
/// Gives the items of a page that was read, and of all pages behind it, to a callback. <c>await foreach</c> over
/// <c>IterateAsync</c> does the same without one.
/// </summary>
/// <typeparam name="TEntity">One item.</typeparam>
/// <typeparam name="TCollectionPage">One page.</typeparam>
public sealed class PageIterator<TEntity, TCollectionPage>
    where TCollectionPage : Model, IPage<TEntity>
{
    private readonly PageWalk<TCollectionPage, TEntity> _walk;
    private readonly Func<TEntity, Task<bool>> _callback;
    private TCollectionPage? _page;
    private int _at;

    private PageIterator(PageWalk<TCollectionPage, TEntity> walk, TCollectionPage page, Func<TEntity, Task<bool>> callback)
    {
        (_walk, _page, _callback) = (walk, page, callback);
        Deltalink = page.OdataDeltaLink;
    }

    /// <summary>Where the iteration stands.</summary>
    public PagingState State { get; private set; } = PagingState.NotStarted;

    /// <summary>Where changes after this round can be asked for; known after the last page.</summary>
    public string? Deltalink { get; private set; }

    /// <summary>An iterator over a page and those behind it.</summary>
    /// <param name="client">The client that read the page.</param>
    /// <param name="page">The page to start with.</param>
    /// <param name="callback">Takes an item and says whether to go on.</param>
    public static PageIterator<TEntity, TCollectionPage> CreatePageIterator(RequestBuilder client, TCollectionPage page, Func<TEntity, bool> callback) =>
        CreatePageIterator(client, page, item => Task.FromResult(callback(item)));

    /// <summary>An iterator over a page and those behind it.</summary>
    /// <param name="client">The client that read the page.</param>
    /// <param name="page">The page to start with.</param>
    /// <param name="asyncCallback">Takes an item and says whether to go on.</param>
    public static PageIterator<TEntity, TCollectionPage> CreatePageIterator(RequestBuilder client, TCollectionPage page, Func<TEntity, Task<bool>> asyncCallback)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(asyncCallback);
        var walk = PageWalk<TCollectionPage, TEntity>.Behind(client.Core, page);
        return new PageIterator<TEntity, TCollectionPage>(walk, page, asyncCallback);
    }

    /// <summary>Goes on until there are no more items or the callback says so.</summary>
    /// <param name="cancellationToken">Stops the iteration.</param>
    public async Task IterateAsync(CancellationToken cancellationToken = default)
    {
        while (_page is { } page)
        {
            var items = page.Value ?? [];
            while (_at < items.Count)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!await _callback(items[_at++]).ConfigureAwait(false))
                {
                    State = PagingState.Paused;
                    return;
                }
            }
            (_page, _at) = (await _walk.NextAsync(cancellationToken).ConfigureAwait(false), 0);
            Deltalink = _page?.OdataDeltaLink ?? Deltalink;
        }
        State = PagingState.Complete;
    }

    /// <summary>Goes on after a pause.</summary>
    /// <param name="cancellationToken">Stops the iteration.</param>
    public Task ResumeAsync(CancellationToken cancellationToken = default) => IterateAsync(cancellationToken);
}
