using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;

namespace EdmundRuntime.Runtime;

/// <summary>The items of all pages, in order, one page at a time. Each enumeration starts with the first page.</summary>
/// <typeparam name="TPage">One page.</typeparam>
/// <typeparam name="TItem">One item.</typeparam>
public sealed class PagedItems<TPage, TItem> : IAsyncEnumerable<TItem>
{
    private readonly ServiceCore _core;
    private readonly RequestInformation<TPage> _first;
    private readonly Func<TPage, IEnumerable<TItem>?> _items;

    internal PagedItems(ServiceCore core, RequestInformation<TPage> first, Func<TPage, IEnumerable<TItem>?> items)
    {
        (_core, _first, _items) = (core, first, items);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerator<TItem> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { _first.Url };
        RequestInformation<TPage>? request = _first;
        for (var pages = 1; request is not null; pages++)
        {
            if (pages > _core.MaxPages)
            {
                throw new PagingStoppedException("the collection has more pages than this client allows (MaxPages)");
            }
            var response = await _core.SendForResponseAsync(request, cancellationToken).ConfigureAwait(false);
            request = null;
            if (LinkHeader.Next(response.Headers) is { } link)
            {
                var url = (_first.Root ?? _core.Root).Adopt(link, response.Reply.Url);
                if (!seen.Add(url))
                {
                    throw new PagingStoppedException("the service linked to a page that it gave already");
                }
                request = _first.At(url);
            }
            foreach (var item in (response.Value is { } page ? _items(page) : null) ?? [])
            {
                yield return item;
            }
        }
    }
}

/// <summary>Links in a header field (RFC 8288, section 3).</summary>
internal static class LinkHeader
{
    private static readonly Regex Link = new(@"<([^>]*)>((?:\s*;\s*[^;,""\s=]+\s*(?:=\s*(?:""(?:[^""\\]|\\.)*""|[^;,""]*))?)*)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
    private static readonly Regex Relation = new(@";\s*rel\s*=\s*(?:""([^""]*)""|([^;,""\s]+))", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking);

    /// <summary>Where the next page is, as the service writes it; null after the last one.</summary>
    public static string? Next(IReadOnlyDictionary<string, string> headers)
    {
        if (!headers.TryGetValue("link", out var field))
        {
            return null;
        }
        foreach (Match link in Link.Matches(field))
        {
            var told = Relation.Match(link.Groups[2].Value);
            var names = told.Groups[1].Success ? told.Groups[1].Value : told.Groups[2].Value;
            if (names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Contains("next", StringComparer.OrdinalIgnoreCase))
            {
                return link.Groups[1].Value;
            }
        }
        return null;
    }
}
