using System;
using System.Collections.Generic;
using System.Globalization;
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
            var items = (response.Value is { } page ? _items(page) : null)?.ToList() ?? [];
            var url = PageLinks.Next(_first.Call?.Paging, request.Url, response.Headers, response.Value, items.Count);
            if (url is not null)
            {
                url = (_first.Root ?? _core.Root).Adopt(url, response.Reply.Url);
                if (!seen.Add(url))
                {
                    throw new PagingStoppedException("the service linked to a page that it gave already");
                }
            }
            request = url is null ? null : _first.At(url);
            foreach (var item in items)
            {
                yield return item;
            }
        }
    }
}

/// <summary>Where the page behind another is.</summary>
internal static class PageLinks
{
    /// <summary>The URL, perhaps relative; null behind the last page.</summary>
    public static string? Next(PagingShape? paging, string url, IReadOnlyDictionary<string, string> headers, object? page, int count)
    {
        switch (paging?.Kind)
        {
            case null or PagingKind.LinkHeader:
                return LinkHeader.Next(headers);
            case PagingKind.NextLink:
                return Below(page, paging.Next) is string { Length: > 0 } link ? link : null;
            case PagingKind.Cursor:
                return Scalars.Text(Below(page, paging.Next)) is { Length: > 0 } cursor ? With(url, paging.Parameter, cursor) : null;
            case PagingKind.Page when count > 0:
                return With(url, paging.Parameter, Grown(url, paging.Parameter, 1, paging.First));
            case PagingKind.Offset when count > 0:
                return With(url, paging.Parameter, Grown(url, paging.Parameter, count, 0));
            default:
                return null;
        }
    }

    private static object? Below(object? page, string[] path)
    {
        foreach (var name in path)
        {
            object? member = null;
            (ParameterText.Plain(page) as JsonMap)?.TryGetValue(name, out member);
            page = member;
        }
        return ParameterText.Plain(page);
    }

    private static string Grown(string url, string name, int by, int start)
    {
        var given = Pairs(url).Where(pair => pair.Name == name).Select(pair => pair.Value).FirstOrDefault();
        var now = long.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : start;
        return (now + by).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The URL with one value of the parameter.</summary>
    private static string With(string url, string name, string value)
    {
        var kept = Pairs(url).Where(pair => pair.Name != name).Select(pair => pair.Whole);
        return $"{url.Split('?')[0]}?{string.Join('&', kept.Append($"{Uri.EscapeDataString(name)}={Uri.EscapeDataString(value)}"))}";
    }

    private static IEnumerable<(string Name, string Value, string Whole)> Pairs(string url)
    {
        var mark = url.IndexOf('?', StringComparison.Ordinal);
        foreach (var pair in mark < 0 ? [] : url[(mark + 1)..].Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            yield return (Uri.UnescapeDataString(parts[0]), parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : string.Empty, pair);
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
