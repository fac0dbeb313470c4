using System;
using System.Collections.Generic;
using System.Linq;

namespace EdmundRuntime.Runtime;

/// <summary>How a value is written outside of a body (OpenAPI 3.2.0, section 4.12.3).</summary>
internal enum ParameterStyle
{
    /// <summary>Parts joined by commas.</summary>
    Simple,

    /// <summary>Behind points.</summary>
    Label,

    /// <summary>Behind semicolons, with names.</summary>
    Matrix,

    /// <summary>As forms are sent.</summary>
    Form,

    /// <summary>Items joined by spaces.</summary>
    SpaceDelimited,

    /// <summary>Items joined by bars.</summary>
    PipeDelimited,

    /// <summary>Items joined by tabulators.</summary>
    TabDelimited,

    /// <summary>Members in brackets behind the name.</summary>
    DeepObject,

    /// <summary>A cookie as it is, not encoded.</summary>
    Cookie,

    /// <summary>As the media type says.</summary>
    Content,
}

/// <summary>Where a parameter goes.</summary>
internal enum ParameterPlace
{
    /// <summary>A part of the path.</summary>
    Path,

    /// <summary>The query.</summary>
    Query,

    /// <summary>A header field.</summary>
    Header,

    /// <summary>A cookie.</summary>
    Cookie,

    /// <summary>All of the query, as one value.</summary>
    QueryString,
}

/// <summary>A parameter: its name on the wire, where it goes, and how it is written.</summary>
internal sealed record ParameterShape(string Name, ParameterPlace Place, ParameterStyle Style, bool Explode)
{
    public bool IsRequired { get; init; }

    /// <summary>Whether characters that URLs reserve stay as they are.</summary>
    public bool AllowsReserved { get; init; }

    /// <summary>What a value of the style Content is written as.</summary>
    public string? MediaType { get; init; }
}

/// <summary>How a body is written.</summary>
internal enum BodyForm
{
    /// <summary>JSON.</summary>
    Json,

    /// <summary>The text of a scalar.</summary>
    Text,

    /// <summary>Names and values as in a query.</summary>
    Form,

    /// <summary>Parts, each with a media type of its own.</summary>
    Multipart,

    /// <summary>Bytes as they are.</summary>
    Bytes,

    /// <summary>A JSON value a line.</summary>
    JsonLines,

    /// <summary>JSON values behind record separators (RFC 7464).</summary>
    JsonSequence,
}

/// <summary>How one member of a form is written.</summary>
internal enum PartForm
{
    /// <summary>As a parameter of its style.</summary>
    Style,

    /// <summary>As text.</summary>
    Text,

    /// <summary>As JSON.</summary>
    Json,

    /// <summary>As a file.</summary>
    Bytes,
}

/// <summary>One member of a form.</summary>
internal sealed record PartShape(string Name, PartForm Form)
{
    /// <summary>Whether each item of a list is a part.</summary>
    public bool Repeats { get; init; }

    public string? MediaType { get; init; }

    public ParameterStyle Style { get; init; } = ParameterStyle.Form;

    public bool Explode { get; init; } = true;
}

/// <summary>A body of one media type; <c>Others</c> says how members are written that no part is called like.</summary>
internal sealed record BodyShape(string MediaType, BodyForm Form)
{
    public PartShape[] Parts { get; init; } = [];

    public PartShape? Others { get; init; }

    /// <summary>What the value is; null where it is bytes.</summary>
    public HeldShape? Holds { get; init; }
}

/// <summary>A content that a service may answer with, and how it is read.</summary>
internal sealed record ContentShape(string MediaType, Func<Reply, object?> Read)
{
    /// <summary>How well this fits a media type: 0 not at all, 3 best.</summary>
    public int Fit(string mediaType)
    {
        var (own, other) = (Name(MediaType), Name(mediaType));
        if (own == other)
        {
            return 3;
        }
        if (own.EndsWith("/*", StringComparison.Ordinal) && own != "*/*" && other.StartsWith(own[..^1], StringComparison.Ordinal))
        {
            return 2;
        }
        return own == "*/*" ? 1 : 0;
    }

    private static string Name(string mediaType) => mediaType.Split(';')[0].Trim().ToLowerInvariant();
}

/// <summary>What comes with a status (<c>200</c>), a range of them (<c>4XX</c>), or all that are not said (<c>default</c>).</summary>
internal sealed record AnswerShape(string Status, params ContentShape[] Contents)
{
    public bool Is(int status) => Status.EndsWith("XX", StringComparison.OrdinalIgnoreCase)
        ? Status[0] - '0' == status / 100
        : Status == "default" || Status == status.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A scheme of security by its name, with what a token has to be for.</summary>
internal sealed record NeededScheme(string Name, params string[] Scopes);

/// <summary>What leads from a page to the next one.</summary>
internal enum PagingKind
{
    /// <summary>The header field <c>Link</c>.</summary>
    LinkHeader,

    /// <summary>A URL in the page.</summary>
    NextLink,

    /// <summary>A text in the page that is the value of a parameter.</summary>
    Cursor,

    /// <summary>The number of items so far, in a parameter.</summary>
    Offset,

    /// <summary>The number of the page, in a parameter.</summary>
    Page,
}

/// <summary>How the pages of a list follow each other; <c>Next</c> are the members of a page that lead to what says where it goes on.</summary>
internal sealed record PagingShape(PagingKind Kind)
{
    public string[] Next { get; init; } = [];

    /// <summary>The parameter of the query that says which page is wanted.</summary>
    public string Parameter { get; init; } = string.Empty;

    /// <summary>The number of the first page.</summary>
    public int First { get; init; } = 1;
}

/// <summary>A call as the description has it, for the one place that makes requests of it.</summary>
internal sealed record CallShape(string Method, string Path)
{
    /// <summary>The values in the path, in the order of the chain that leads here.</summary>
    public ParameterShape[] Keys { get; init; } = [];

    public BodyShape[] Bodies { get; init; } = [];

    /// <summary>What is read, in the order in which it is looked through.</summary>
    public AnswerShape[] Answers { get; init; } = [];

    public string? Accept { get; init; }

    /// <summary>Alternatives: of one of them a client has credentials for all schemes.</summary>
    public NeededScheme[][] Security { get; init; } = [];

    /// <summary>Whether a request without credentials is one too.</summary>
    public bool IsPublic { get; init; }

    /// <summary>The call's own base URL, absolute or relative to the client's; null for the client's.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>Whether the answer is given as it comes.</summary>
    public bool IsOpen { get; init; }

    public PagingShape? Paging { get; init; }

    /// <summary>What an answer holds, typed as the description says; null where nothing is read.</summary>
    /// <exception cref="UnexpectedAnswerException">It is not what the description says.</exception>
    public object? Read(Reply reply)
    {
        if (reply.Status is 204 or 304)
        {
            return null;
        }
        var answer = Array.Find(Answers, each => each.Is(reply.Status))
            ?? Array.Find(Answers, each => each.Status.StartsWith('2') && reply.Status is >= 200 and < 300);
        var mediaType = reply.Headers.GetValueOrDefault("content-type", string.Empty);
        var content = answer?.Contents.MaxBy(each => each.Fit(mediaType));
        try
        {
            return content?.Read(reply);
        }
        catch (DecodeException error)
        {
            throw new UnexpectedAnswerException($"the answer is not what the description says: {error.Message}", error);
        }
    }
}
