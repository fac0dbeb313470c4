using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text.RegularExpressions;

namespace EdmundRuntime.Runtime;

/// <summary>
/// SAP's token against forged requests, and the cookies of the session that it holds for. A service that wants one refuses the
/// first change (403, <c>x-csrf-token: Required</c>); it is then fetched, kept, and fetched again when the service wants a new one.
/// </summary>
internal sealed class OlderSession
{
    private const string Header = "x-csrf-token";
    private const int LongestText = 4096;

    private static readonly Regex NextCookie = new(@",\s*(?=[^;,=\s]+=)", RegexOptions.CultureInvariant);

    private readonly object _lock = new();
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);
    private string? _token;

    /// <summary>Whether a refusal asks for a token.</summary>
    public static bool IsWanted(Reply reply) =>
        reply.Status == 403 && string.Equals(reply.Headers.GetValueOrDefault(Header, string.Empty).Trim(), "required", StringComparison.OrdinalIgnoreCase);

    /// <summary>The request for a token; header fields of the caller's go with it.</summary>
    public static RequestInformation Fetch(RequestInformation refused, ServiceUrl root)
    {
        var headers = new RequestHeaders();
        foreach (var (name, value) in refused.Headers.Joined())
        {
            if (name is not ("content-type" or "if-match" or "accept" or Header))
            {
                headers.Add(name, value);
            }
        }
        headers.Add("accept", "application/json");
        headers.Add(Header, "Fetch");
        var url = OlderRequests.Url(root.Url("/"), [], OlderRequests.OptionsOf(root, isReading: false));
        return new RequestInformation<object?>(HttpMethod.Get, url, headers, null, refused.Timeout, Answers.Nothing);
    }

    /// <summary>Keeps what the answer to a fetch gives; whether it gave a token.</summary>
    public bool Keeps(Reply reply)
    {
        var token = reply.Headers.GetValueOrDefault(Header, string.Empty).Trim();
        if (!IsText(token) || token.ToLowerInvariant() is "fetch" or "required")
        {
            return false;
        }
        lock (_lock)
        {
            _token = token;
            foreach (var cookie in Cookies(reply.Headers.GetValueOrDefault("set-cookie", string.Empty)))
            {
                _cookies[cookie.Key] = cookie.Value;
            }
        }
        return true;
    }

    /// <summary>Adds what a request says: the cookies, and the token when it changes something.</summary>
    public void AddHeaders(HttpRequestMessage message)
    {
        lock (_lock)
        {
            if (_token is null)
            {
                return;
            }
            if (_cookies.Count > 0)
            {
                ServiceCore.AddUnlessGiven(message, "Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
            }
            if (message.Method != HttpMethod.Get && message.Method != HttpMethod.Head)
            {
                ServiceCore.AddUnlessGiven(message, Header, _token);
            }
        }
    }

    /// <summary>That it is one, and no more.</summary>
    public override string ToString() => "OlderSession(***)";

    /// <summary>The cookies of header fields that were joined with commas, which dates in them have too.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Cookies(string fields)
    {
        foreach (var field in NextCookie.Split(fields))
        {
            var pair = field.Split(';')[0].Trim();
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            if (at > 0 && IsText(pair))
            {
                yield return KeyValuePair.Create(pair[..at], pair[(at + 1)..]);
            }
        }
    }

    private static bool IsText(string text) => text.Length is > 0 and <= LongestText && text.All(character => character is > ' ' and <= '~');
}
