using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Text.RegularExpressions;

namespace EdmundRuntime.Runtime;

/// <summary>A request in a batch: its id, and its URL as the batch has it.</summary>
internal sealed record MultipartRequest(string Id, string Path, RequestInformation Request);

/// <summary>Batches as multipart/mixed (Protocol 4.01, section 11.7.7; RFC 2046, section 5.1), which services of 4.0 and before know.</summary>
internal static class MultipartBatch
{
    private const string Mixed = "multipart/mixed";
    private const int MostFields = 1000;
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    private static readonly Regex Boundary = new("""\A\s*multipart/[^;]*;(?:.*;)?\s*boundary=(?:"([^"]{1,200})"|([^\s;"]{1,200}))""", Options);
    private static readonly Regex Status = new(@"\AHTTP/[0-9.]{1,4} +([1-9][0-9]{2})(?: |\z)", Options);

    /// <summary>The media type of a batch.</summary>
    public static string MediaType(string boundary) => $"{Mixed}; boundary={boundary}";

    /// <summary>The body of a batch; requests of one unit succeed or fail together where there is more than itself to it.</summary>
    /// <exception cref="ArgumentException">A request that reads is in a change set.</exception>
    public static byte[] Body(IReadOnlyList<(bool IsAtomic, MultipartRequest[] Requests)> units, string boundary)
    {
        using var body = new MemoryStream();
        for (var at = 0; at < units.Count; at++)
        {
            var (isAtomic, requests) = units[at];
            if (!isAtomic)
            {
                WriteAll(body, requests, boundary);
                continue;
            }
            if (Array.Exists(requests, each => each.Request.HttpMethod == HttpMethod.Get))
            {
                throw new ArgumentException("a group in a multipart batch has requests that change something", nameof(units));
            }
            // No boundary begins as another does: services may look for the beginning alone.
            var inner = string.Create(CultureInfo.InvariantCulture, $"changes_{at}_{boundary}");
            Write(body, $"--{boundary}\r\nContent-Type: {MediaType(inner)}\r\n\r\n");
            WriteAll(body, requests, inner);
            Write(body, $"--{inner}--\r\n\r\n");
        }
        Write(body, $"--{boundary}--\r\n");
        return body.ToArray();
    }

    /// <summary>The answers by the ids of the requests. One error stands for a whole change set; after an error there may be no more.</summary>
    /// <exception cref="UnexpectedAnswerException">The answer is none of a batch.</exception>
    public static Dictionary<string, JsonMap> Read(Reply reply, IReadOnlyList<(bool IsAtomic, MultipartRequest[] Requests)> units)
    {
        var answers = new Dictionary<string, JsonMap>(StringComparer.Ordinal);
        var parts = Parts(reply.Headers.GetValueOrDefault("content-type", string.Empty), reply.Body);
        foreach (var ((isAtomic, requests), part) in units.Zip(parts))
        {
            var (fields, content) = Split(part);
            var type = fields.GetValueOrDefault("content-type", string.Empty);
            if (!isAtomic || !type.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase))
            {
                foreach (var request in requests)
                {
                    answers[request.Id] = Answer(content);
                }
                continue;
            }
            var inner = Parts(type, content).Select(Split).ToArray();
            for (var at = 0; at < requests.Length; at++)
            {
                var named = Array.FindIndex(inner, each => each.Fields.GetValueOrDefault("content-id") == requests[at].Id);
                if ((named >= 0 ? named : at) is var place && place < inner.Length)
                {
                    answers[requests[at].Id] = Answer(inner[place].Content);
                }
            }
        }
        return answers;
    }

    private static void WriteAll(MemoryStream body, IEnumerable<MultipartRequest> requests, string boundary)
    {
        foreach (var (id, path, request) in requests)
        {
            Write(body, $"--{boundary}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\nContent-ID: {id}\r\n\r\n");
            Write(body, $"{request.HttpMethod.Method} {path} HTTP/1.1\r\n");
            foreach (var (name, value) in request.Headers.Joined())
            {
                Write(body, $"{name}: {value}\r\n");
            }
            var content = request.ReadContent() ?? [];
            if (content.Length > 0)
            {
                Write(body, string.Create(CultureInfo.InvariantCulture, $"content-length: {content.Length}\r\n"));
            }
            Write(body, "\r\n");
            body.Write(content);
            Write(body, "\r\n");
        }
    }

    private static void Write(MemoryStream body, string text) => body.Write(Encoding.Latin1.GetBytes(text));

    /// <summary>One answer, as the other format of batches has it; its body is bytes.</summary>
    private static JsonMap Answer(ReadOnlyMemory<byte> content)
    {
        var start = content.Span.IndexOfAnyExcept("\r\n "u8);
        content = start < 0 ? default : content[start..];
        var end = content.Span.IndexOf((byte)'\n');
        var line = Encoding.Latin1.GetString(content.Span[..(end < 0 ? Math.Min(content.Length, 200) : end)]).TrimEnd('\r');
        if (Status.Match(line) is not { Success: true } match)
        {
            throw new UnexpectedAnswerException("an answer in the batch has no status");
        }
        var (fields, body) = Split(end < 0 ? default : content[(end + 1)..]);
        var headers = new JsonMap();
        foreach (var (name, value) in fields)
        {
            headers[name] = value;
        }
        return new JsonMap { ["status"] = new JsonNumber(match.Groups[1].Value), ["headers"] = headers, ["body"] = body.Length == 0 ? null : body.ToArray() };
    }

    /// <summary>The parts of a multipart body.</summary>
    private static List<ReadOnlyMemory<byte>> Parts(string type, ReadOnlyMemory<byte> body)
    {
        if (Boundary.Match(type) is not { Success: true } match)
        {
            throw new UnexpectedAnswerException("the answer is not one of a batch");
        }
        var mark = Encoding.Latin1.GetBytes($"--{match.Groups[1].Value}{match.Groups[2].Value}");
        var parts = new List<ReadOnlyMemory<byte>>();
        var start = -1;
        for (var at = 0; at <= body.Length; at = NextLine(body, at))
        {
            // A boundary takes its whole line: another may begin as it does.
            var line = body[at..].Span;
            var isMark = line.StartsWith(mark) && IsEnd(line[mark.Length..]);
            if (!isMark)
            {
                continue;
            }
            if (start >= 0)
            {
                parts.Add(Trimmed(body[start..at]));
            }
            start = NextLine(body, at);
            if (line[mark.Length..].StartsWith("--"u8) || start > body.Length)
            {
                return parts;
            }
        }
        if (start >= 0)
        {
            parts.Add(body[start..]);
        }
        return parts;
    }

    private static int NextLine(ReadOnlyMemory<byte> body, int at)
    {
        var end = body[at..].Span.IndexOf((byte)'\n');
        return end < 0 ? body.Length + 1 : at + end + 1;
    }

    private static bool IsEnd(ReadOnlySpan<byte> rest)
    {
        var end = rest.IndexOf((byte)'\n');
        var line = end < 0 ? rest : rest[..end];
        return line.StartsWith("--"u8) || line.IndexOfAnyExcept(" \t\r"u8) < 0;
    }

    /// <summary>Without the line break before a boundary, which belongs to that.</summary>
    private static ReadOnlyMemory<byte> Trimmed(ReadOnlyMemory<byte> part)
    {
        var length = part.Length - (part.Span.EndsWith("\n"u8) ? 1 : 0);
        return part[..(length > 0 && part.Span[length - 1] == '\r' ? length - 1 : length)];
    }

    /// <summary>Header fields, and what follows the empty line.</summary>
    private static (Dictionary<string, string> Fields, ReadOnlyMemory<byte> Content) Split(ReadOnlyMemory<byte> part)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var at = 0;
        for (var number = 0; at < part.Length; number++)
        {
            var next = NextLine(part, at);
            var line = Encoding.Latin1.GetString(part[at..Math.Min(next, part.Length)].Span).Trim();
            at = Math.Min(next, part.Length);
            if (line.Length == 0)
            {
                break;
            }
            if (number >= MostFields)
            {
                throw new UnexpectedAnswerException("a part of the batch has too many header fields");
            }
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                fields[line[..colon].Trim()] = line[(colon + 1)..].Trim();
            }
        }
        return (fields, part[at..]);
    }
}
