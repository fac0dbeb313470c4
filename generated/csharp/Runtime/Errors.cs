using System;
using System.Text.RegularExpressions;

namespace Microsoft.Graph.Runtime;

/// <summary>The base of what the client throws. Texts never hold a token, a password or a secret query value.</summary>
public class ClientException : Exception
{
    /// <summary>An exception with a message and what caused it.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="cause">The exception behind it, if there is one.</param>
    public ClientException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}

/// <summary>The credential gave no usable token; its own exception is the inner one.</summary>
public sealed class AuthenticationFailedException : ClientException
{
    /// <inheritdoc/>
    public AuthenticationFailedException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}

/// <summary>No answer: the connection could not be made or broke.</summary>
public sealed class ConnectionFailedException : ClientException
{
    /// <inheritdoc/>
    public ConnectionFailedException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}

/// <summary>No answer within the time allowed.</summary>
public sealed class RequestTimedOutException : ClientException
{
    /// <inheritdoc/>
    public RequestTimedOutException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}

/// <summary>An answer that the service should not give: not the JSON that it says, or the wrong shape.</summary>
public class UnexpectedAnswerException : ClientException
{
    /// <inheritdoc/>
    public UnexpectedAnswerException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}

/// <summary>An answer above the size allowed, or compressed beyond any honest ratio.</summary>
public sealed class ResponseTooLargeException : UnexpectedAnswerException
{
    /// <inheritdoc/>
    public ResponseTooLargeException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}

/// <summary>
/// A redirect that the client does not follow. No credential is sent there; a download from a storage host is the
/// caller's own decision.
/// </summary>
public sealed class RedirectRefusedException : UnexpectedAnswerException
{
    /// <summary>A refusal to go to <paramref name="location"/>.</summary>
    /// <param name="message">Why.</param>
    /// <param name="location">The URL as the service gave it.</param>
    public RedirectRefusedException(string message, string location)
        : base(message) => Location = location;

    /// <summary>The URL as the service gave it.</summary>
    public string Location { get; }
}

/// <summary>A collection that does not end: a link came twice, or more pages than the client allows.</summary>
public sealed class PagingStoppedException : ClientException
{
    /// <inheritdoc/>
    public PagingStoppedException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}

/// <summary>A URL that leaves the service's origin, or that parsers could read in two ways.</summary>
public sealed class UnsafeUrlException : ClientException
{
    /// <inheritdoc/>
    public UnsafeUrlException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}

/// <summary>Text without what must not reach a log.</summary>
internal static class Masked
{
    private const int LongestShown = 500;
    private const int LongestRead = 16_384;

    // Services choose this text: without backtracking the time is linear in its length.
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    private static readonly Regex SecretQuery = new(
        @"([?&;#](?:[^=&#\s]*(?:token|secret|password|signature|key|credential)[^=&#\s]*|sig|code|auth|tempauth)=)[^&#\s'""]+", Options);

    private static readonly Regex UserInfo = new(@"\b([a-z][a-z0-9+.-]*://)[^/?#\s@]*@", Options);
    private static readonly Regex Bearer = new(@"\b(bearer|basic)\s+[A-Za-z0-9._~+/=-]{8,}", Options);
    private static readonly Regex Controls = new(@"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]+", Options);

    /// <summary>User names in URLs, bearer tokens and the values of secret query options masked.</summary>
    public static string Text(string text) =>
        Bearer.Replace(SecretQuery.Replace(UserInfo.Replace(text, "$1***@"), "$1***"), "$1 ***");

    /// <summary>Text without control characters, line breaks and marks that turn the direction of reading, at most 500 characters.</summary>
    public static string OneLine(string text) => Controls.Replace(Cut(text, LongestShown), " ");

    /// <summary>Text of a service for a message: on one line, masked. It is cut last: a cut secret would not be recognised.</summary>
    public static string Told(string text) => OneLine(Text(Cut(text, LongestRead)));

    private static string Cut(string text, int longest) => text.Length > longest ? text[..longest] : text;
}
