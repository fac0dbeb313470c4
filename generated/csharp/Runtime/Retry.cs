using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Microsoft.Graph.Runtime;

/// <summary>When to send a request again, and after how long (RFC 9110, sections 9.2.2 and 10.2.3).</summary>
internal static class Retry
{
    /// <summary>The longest pause; a service that asks for more gets its answer reported instead.</summary>
    public static readonly TimeSpan MaxPause = TimeSpan.FromSeconds(120);

    /// <summary>
    /// How long to wait before the next attempt, or null when the answer is to be taken. 429 and 503 say that the
    /// request was not processed: with Retry-After any method is sent again. Without it, and after 504, only methods
    /// that are idempotent are.
    /// </summary>
    public static TimeSpan? PauseBefore(string method, Reply reply, int attempt, DateTimeOffset now)
    {
        if (reply.Status is not (429 or 503 or 504))
        {
            return null;
        }
        var asked = RetryAfter(reply.Headers, now);
        var isIdempotent = method is "GET" or "HEAD" or "PUT" or "DELETE";
        if (!isIdempotent && (asked is null || reply.Status == 504))
        {
            return null;
        }
        var pause = asked ?? TimeSpan.FromSeconds(Math.Min(Math.Pow(2, attempt - 1), 30));
        return pause <= MaxPause ? pause : null;
    }

    /// <summary>What Retry-After says: a number of seconds or an HTTP date; null without a usable one.</summary>
    public static TimeSpan? RetryAfter(IReadOnlyDictionary<string, string> headers, DateTimeOffset now)
    {
        var text = headers.GetValueOrDefault("retry-after", string.Empty).Trim();
        if (text.Length > 0 && text.All(char.IsAsciiDigit))
        {
            return text.Length > 9 ? TimeSpan.MaxValue : TimeSpan.FromSeconds(int.Parse(text, CultureInfo.InvariantCulture));
        }
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date))
        {
            return null;
        }
        return date > now ? date - now : TimeSpan.Zero;
    }
}
