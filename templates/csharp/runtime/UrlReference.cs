using System;
using System.Linq;
using System.Net;
using System.Net.Sockets;

namespace EdmundRuntime.Runtime;

/// <summary>Whether text is a URI reference (RFC 3986, section 4.1): of any scheme, or relative.</summary>
internal static class UrlReference
{
    /// <summary>
    /// Letters outside of ASCII may stand as they are. With the scheme http or https there is a host.
    /// </summary>
    public static bool IsOne(string text)
    {
        if (text.Any(character => character is <= ' ' or '\x7f' or '<' or '>' or '"' or '\\'))
        {
            return false;
        }
        var scheme = SchemeOf(text);
        var isWeb = scheme.ToLowerInvariant() is "http" or "https";
        var rest = scheme.Length == 0 ? text : text[(scheme.Length + 1)..];
        if (!rest.StartsWith("//", StringComparison.Ordinal))
        {
            return !isWeb;
        }
        rest = rest[2..];
        var end = rest.IndexOfAny(['/', '?', '#']);
        return IsAuthority(end < 0 ? rest : rest[..end], isWeb);
    }

    /// <summary>What stands before the first colon, if it is a scheme (RFC 3986, section 3.1); else nothing.</summary>
    private static string SchemeOf(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var isScheme = colon > 0 && char.IsAsciiLetter(text[0])
            && text[..colon].All(character => char.IsAsciiLetterOrDigit(character) || character is '+' or '-' or '.');
        return isScheme ? text[..colon] : string.Empty;
    }

    private static bool IsAuthority(string authority, bool isWeb)
    {
        if (authority.Contains('[', StringComparison.Ordinal) != authority.Contains(']', StringComparison.Ordinal))
        {
            return false;
        }
        var host = authority[(authority.LastIndexOf('@') + 1)..];
        if (host.StartsWith('['))
        {
            var close = host.IndexOf(']', StringComparison.Ordinal);
            var inner = close < 0 ? string.Empty : host[1..close];
            return IPAddress.TryParse(inner, out var address)
                && address.AddressFamily == AddressFamily.InterNetworkV6 && IsPort(host[(close + 1)..], isWeb);
        }
        var at = host.IndexOf(':', StringComparison.Ordinal);
        return IsPort(at < 0 ? string.Empty : host[at..], isWeb) && (!isWeb || IsHost(at < 0 ? host : host[..at]));
    }

    private static bool IsHost(string name) =>
        name.Length > 0 && !name.Any(character => character is '[' or ']' or '%' || char.IsWhiteSpace(character));

    private static bool IsPort(string text, bool isWeb)
    {
        if (text.Length <= 1)
        {
            return text is "" or ":";
        }
        return text[0] == ':' && text[1..].All(char.IsAsciiDigit) && int.TryParse(text[1..], out var port)
            && port <= 65535 && (port > 0 || !isWeb);
    }
}
