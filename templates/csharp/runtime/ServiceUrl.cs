using System;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace EdmundRuntime.Runtime;

/// <summary>
/// The service's root URL, fixed when the client is made: scheme, host, port and path. A link that the service sends
/// is parsed once, compared with this origin, and then put together from this origin and the parsed path, so that
/// two parsers can never disagree about the host.
/// </summary>
internal sealed class ServiceUrl
{
    private static readonly Regex Host = new(@"\A(?:\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\z", RegexOptions.CultureInvariant);
    private static readonly Regex Loopback = new(@"\A(?:localhost|127\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}|\[::1\])\z", RegexOptions.CultureInvariant);
    private static readonly Regex Absolute = new(@"\A(?:[A-Za-z][A-Za-z0-9+.-]*:|//)", RegexOptions.CultureInvariant);

    private readonly Parts _parts;

    /// <summary>
    /// A root from an absolute http(s) URL without user name, query and fragment; plain http is for a loopback host unless
    /// <paramref name="allowHttp"/> says otherwise.
    /// </summary>
    /// <exception cref="UnsafeUrlException">The URL is anything else.</exception>
    public ServiceUrl(string url, bool allowHttp = false)
    {
        _parts = Parse(url);
#if OLDER
        if (_parts.Fragment is not null)
        {
            throw new UnsafeUrlException("the base URL must not have a fragment");
        }
        Options = (_parts.Query ?? string.Empty).Split('&', StringSplitOptions.RemoveEmptyEntries);
#else
        if (_parts.Query is not null || _parts.Fragment is not null)
        {
            throw new UnsafeUrlException("the base URL must not have a query or a fragment");
        }
#endif
        IsClear = _parts.Scheme == "http" && !Loopback.IsMatch(_parts.Host);
        if (IsClear && !allowHttp)
        {
            throw new UnsafeUrlException($"plain http is refused for {_parts.Host}: credentials would travel in clear");
        }
        var shown = _parts.Port == DefaultPort(_parts.Scheme) ? string.Empty : $":{_parts.Port}";
        Origin = $"{_parts.Scheme}://{_parts.Host}{shown}";
        Path = _parts.Path.TrimEnd('/');
    }

    /// <summary>Whether what is sent travels in clear text between machines.</summary>
    public bool IsClear { get; }

    public string Origin { get; }

    public string Path { get; }

#if OLDER
    /// <summary>Query options that go with every request, such as <c>sap-client=100</c>; those of OData with what reads alone.</summary>
    public string[] Options { get; }

#endif
    /// <summary>The absolute URL of a path that is encoded already and starts with a slash or is empty.</summary>
    public string Url(string path) => Origin + Path + path;

    /// <summary>The root of calls that say where they go: an absolute URL, or one relative to this root.</summary>
    /// <exception cref="UnsafeUrlException">It is no URL of a service.</exception>
    public ServiceUrl Beside(string url, bool allowHttp = false) => new(Absolute.IsMatch(url) ? url : Adopt(url, Url("/")), allowHttp);

    /// <summary>Whether a link is neither absolute nor without a scheme alone, and no parser reads it in another way.</summary>
    public static bool IsRelative(string link) => !Absolute.IsMatch(link) && !link.Contains('\\', StringComparison.Ordinal) && !link.Any(char.IsControl);

    /// <summary>The URL, if it is of this origin; a relative one is resolved against <paramref name="relativeTo"/>.</summary>
    /// <exception cref="UnsafeUrlException">It leaves the origin.</exception>
    public string Adopt(string url, string? relativeTo = null)
    {
        if (relativeTo is not null && !Absolute.IsMatch(url))
        {
            RefuseAmbiguous(url);
            url = Uri.TryCreate(new Uri(relativeTo), url, out var resolved)
                ? resolved.AbsoluteUri
                : throw new UnsafeUrlException("a relative URL that cannot be resolved is refused");
        }
        var parts = Parse(url);
        if (parts.Scheme != _parts.Scheme || parts.Host != _parts.Host || parts.Port != _parts.Port)
        {
            throw new UnsafeUrlException($"a link to {parts.Scheme}://{Masked.Told(parts.Host)}:{parts.Port} is refused: not {Origin}");
        }
        var adopted = Origin + (parts.Path.Length == 0 ? "/" : parts.Path) + (parts.Query is null ? string.Empty : "?" + parts.Query);
        // The library refuses URLs above 64 KB.
        return Uri.TryCreate(adopted, UriKind.Absolute, out _) ? adopted : throw new UnsafeUrlException("a URL that is too long is refused");
    }

    private static int DefaultPort(string scheme) => scheme == "https" ? 443 : 80;

    private static void RefuseAmbiguous(string url)
    {
        foreach (var character in url)
        {
            if (character is <= ' ' or '\x7f' or '\\' || char.IsSurrogate(character))
            {
                throw new UnsafeUrlException("a URL with a backslash, a space or a control character is refused");
            }
        }
    }

    private static Parts Parse(string url)
    {
        ArgumentNullException.ThrowIfNull(url);
        RefuseAmbiguous(url);
        var colon = url.IndexOf(':');
        var scheme = colon < 0 ? string.Empty : url[..colon].ToLowerInvariant();
        if (scheme is not ("http" or "https") || !url.AsSpan(colon).StartsWith("://"))
        {
            throw new UnsafeUrlException($"not an absolute http(s) URL: '{Masked.Told(url)}'");
        }
        var rest = url[(colon + 3)..];
        string? fragment = null;
        var hash = rest.IndexOf('#');
        if (hash >= 0)
        {
            (rest, fragment) = (rest[..hash], rest[(hash + 1)..]);
        }
        string? query = null;
        var mark = rest.IndexOf('?');
        if (mark >= 0)
        {
            (rest, query) = (rest[..mark], rest[(mark + 1)..]);
        }
        var slash = rest.IndexOf('/');
        var (authority, path) = slash < 0 ? (rest, string.Empty) : (rest[..slash], rest[slash..]);
        if (authority.Contains('@'))
        {
            throw new UnsafeUrlException("a URL with a user name is refused");
        }
        var host = authority.ToLowerInvariant();
        var port = DefaultPort(scheme);
        var at = host.LastIndexOf(':');
        if (at > host.LastIndexOf(']'))
        {
            var digits = host[(at + 1)..];
            host = host[..at];
            if (digits.Length > 0 && (!int.TryParse(digits, System.Globalization.NumberStyles.None, null, out port) || port > 65535))
            {
                throw new UnsafeUrlException("not a port");
            }
        }
        if (!Host.IsMatch(host) || host.Contains("..", StringComparison.Ordinal))
        {
            throw new UnsafeUrlException($"not a host name: '{Masked.Told(host)}'");
        }
        return new Parts(scheme, host, port, Encoded(path, "/%:@!$&'()*+,;=-._~"), query is null ? null : Encoded(query, "/%:@!$&'()*+,;=-._~?[]"), fragment);
    }

    /// <summary>Everything but letters, digits and the safe characters percent-encoded; what is encoded stays so.</summary>
    private static string Encoded(string text, string safe)
    {
        var encoded = new StringBuilder(text.Length);
        foreach (var unit in Encoding.UTF8.GetBytes(text))
        {
            var character = (char)unit;
            if (char.IsAsciiLetterOrDigit(character) || safe.Contains(character))
            {
                encoded.Append(character);
            }
            else
            {
                encoded.Append('%').Append(unit.ToString("X2", null));
            }
        }
        return encoded.ToString();
    }

    private sealed record Parts(string Scheme, string Host, int Port, string Path, string? Query, string? Fragment);
}
