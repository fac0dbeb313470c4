using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace EdmundRuntime.Runtime;

/// <summary>
/// Requests to services of OData 1 to 3: made as for 4.01, and turned into theirs here. Everything behind that (pages, batches,
/// retries) is the same for all versions.
/// </summary>
internal static class OlderRequests
{
    private const string Json = "application/json";
    private const string Reference = "/$ref";
    private const RegexOptions Options = RegexOptions.CultureInvariant;

    private static readonly Regex Key = new(@"\([^()/]*\)\z", Options);

    /// <summary>The method of a request.</summary>
    public static string Method(string method) => method == "PATCH" ? SchemaTable.Older.Updating : method;

    /// <summary>Says which form of JSON is meant.</summary>
    public static void Say(RequestHeaders headers)
    {
        foreach (var name in new[] { "accept", "content-type" })
        {
            if (headers.ContainsKey(name) && headers[name].SequenceEqual([Json]))
            {
                headers.Remove(name);
                headers.Add(name, SchemaTable.Older.Json);
            }
        }
    }

    /// <summary>A URL: a count beside the items is <c>$inlinecount</c>, links are <c>$links</c> before the property's name.</summary>
    /// <param name="url">The URL without a query.</param>
    /// <param name="pairs">The options of its query by name, not encoded.</param>
    /// <param name="others">Options that are encoded already.</param>
    public static string Url(string url, IEnumerable<KeyValuePair<string, string>> pairs, IEnumerable<string> others)
    {
        var options = pairs.Select(Option).OfType<KeyValuePair<string, string>>().ToList();
        if (url.EndsWith(Reference, StringComparison.Ordinal))
        {
            url = Links(url[..^Reference.Length], options);
        }
        var query = string.Join('&', options.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}").Concat(others));
        return query.Length == 0 ? url : url + (url.Contains('?', StringComparison.Ordinal) ? "&" : "?") + query;
    }

    /// <summary>What the root has to go with a request.</summary>
    public static IEnumerable<string> OptionsOf(ServiceUrl root, bool isReading) =>
        root.Options.Where(option => isReading || !(option.StartsWith('$') || option.StartsWith("%24", StringComparison.Ordinal)));

    private static KeyValuePair<string, string>? Option(KeyValuePair<string, string> pair) => pair.Key switch
    {
        "$count" => pair.Value == "true" ? KeyValuePair.Create("$inlinecount", "allpages") : null,
        "$search" => KeyValuePair.Create("search", pair.Value),
        _ => pair,
    };

    /// <summary>A link among many is removed by the key of what it leads to, which 4.0 has in <c>$id</c>.</summary>
    private static string Links(string url, List<KeyValuePair<string, string>> options)
    {
        var at = url.LastIndexOf('/');
        var key = string.Empty;
        var named = options.FindIndex(pair => pair.Key == "$id");
        if (named >= 0 && Key.Match(Uri.UnescapeDataString(options[named].Value)) is { Success: true } match)
        {
            key = $"({string.Join('\'', match.Value[1..^1].Split('\'').Select(Uri.EscapeDataString))})";
            options.RemoveAt(named);
        }
        return $"{url[..at]}/$links{url[at..]}{key}";
    }
}
