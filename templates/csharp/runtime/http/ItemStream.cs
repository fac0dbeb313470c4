using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.CompilerServices;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace EdmundRuntime.Runtime;

/// <summary>What one event gives.</summary>
internal enum EventPayload
{
    /// <summary>The text of its data.</summary>
    Text,

    /// <summary>Its data, read as JSON.</summary>
    Json,

    /// <summary>An object with all of its fields.</summary>
    Fields,
}

/// <summary>Values that a service sends one after the other. Each is given when it is there; the end closes the answer, and so does disposing.</summary>
/// <typeparam name="T">What they are.</typeparam>
public sealed class ItemStream<T> : IAsyncEnumerable<T>, IAsyncDisposable
{
    private readonly Stream _body;
    private readonly Func<Stream, IAsyncEnumerable<object?>> _read;
    private readonly Codec<T> _codec;

    internal ItemStream(Stream body, Func<Stream, IAsyncEnumerable<object?>> read, Codec<T> codec) => (_body, _read, _codec) = (body, read, codec);

    /// <inheritdoc/>
    public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        try
        {
            await foreach (var raw in _read(_body).WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                yield return Read(raw);
            }
        }
        finally
        {
            await DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Closes the answer.</summary>
    public ValueTask DisposeAsync() => _body.DisposeAsync();

    private T Read(object? raw)
    {
        try
        {
            return _codec.ReadOrNull(raw)!;
        }
        catch (DecodeException error)
        {
            throw new UnexpectedAnswerException($"an item is not what the description says: {error.Message}", error);
        }
    }
}

/// <summary>Reads the items of a body, none of which may be above a bound.</summary>
internal static class ItemReader
{
    /// <summary>The longest line, and the longest event.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    private const byte RecordSeparator = 0x1e;
    private static readonly byte[] LineEnds = "\r\n"u8.ToArray();

    /// <summary>JSON values in lines of their own; blank lines are none.</summary>
    public static IAsyncEnumerable<object?> Lines(Stream body) => Values(LinesOf(body, LineEnds));

    /// <summary>JSON values behind record separators (RFC 7464).</summary>
    public static IAsyncEnumerable<object?> Sequence(Stream body) => Values(LinesOf(body, [RecordSeparator]));

    private static async IAsyncEnumerable<object?> Values(IAsyncEnumerable<string> lines, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var line in lines.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            var text = line.Trim();
            if (text.Length > 0)
            {
                yield return Json(text);
            }
        }
    }

    /// <summary>Events: what comes before a blank line; an unfinished one at the end is none.</summary>
    public static async IAsyncEnumerable<object?> Events(
        Stream body, EventPayload payload, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var fields = new JsonMap();
        var data = new StringBuilder();
        var hasData = false;
        await foreach (var line in LinesOf(body, LineEnds, cancellationToken).ConfigureAwait(false))
        {
            if (line.Length == 0)
            {
                if (hasData)
                {
                    yield return Event(fields, data.ToString(), payload);
                }
                (fields, hasData) = (new JsonMap(), false);
                data.Clear();
                continue;
            }
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon == 0)
            {
                continue;
            }
            var (name, value) = colon < 0 ? (line, string.Empty) : (line[..colon], line[(colon + 1)..]);
            value = value.StartsWith(' ') ? value[1..] : value;
            if (name == "data")
            {
                data.Append(hasData ? "\n" : string.Empty).Append(value);
                hasData = true;
            }
            else if (name is "event" or "id")
            {
                fields[name] = value;
            }
            else if (name == "retry" && value.Length is > 0 and < 19 && value.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0)
            {
                fields[name] = new JsonNumber(value.TrimStart('0') is { Length: > 0 } digits ? digits : "0");
            }
            if (data.Length > MaxBytes)
            {
                throw new ResponseTooLargeException($"an event is larger than the {MaxBytes} characters allowed");
            }
        }
    }

    private static object? Event(JsonMap fields, string data, EventPayload payload)
    {
        switch (payload)
        {
            case EventPayload.Text:
                return data;
            case EventPayload.Json:
                return Json(data);
            default:
                fields["data"] = data;
                return fields;
        }
    }

    private static object? Json(string text)
    {
        try
        {
            return JsonText.Parse(Encoding.UTF8.GetBytes(text), isUnique: true);
        }
        catch (JsonTextException error)
        {
            throw new UnexpectedAnswerException($"an item is not JSON: {error.Message}", error);
        }
    }

    /// <summary>The parts of a body in UTF-8, which end with one of the units; CR and LF together are one end.</summary>
    private static async IAsyncEnumerable<string> LinesOf(Stream body, byte[] ends, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var line = new MemoryStream();
        var buffer = new byte[16384];
        var (isAfterReturn, isFirst) = (false, true);
        while (true)
        {
            var count = await body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            if (count == 0)
            {
                break;
            }
            for (var at = 0; at < count; at++)
            {
                var unit = buffer[at];
                var isSecond = unit == '\n' && isAfterReturn;
                isAfterReturn = unit == '\r' && ends.Length > 1;
                if (isSecond)
                {
                    continue;
                }
                if (Array.IndexOf(ends, unit) >= 0)
                {
                    yield return Text(line, ref isFirst);
                }
                else if (line.Length == MaxBytes)
                {
                    throw new ResponseTooLargeException($"an item is larger than the {MaxBytes} bytes allowed");
                }
                else
                {
                    line.WriteByte(unit);
                }
            }
        }
        if (line.Length > 0)
        {
            yield return Text(line, ref isFirst);
        }
    }

    private static string Text(MemoryStream line, ref bool isFirst)
    {
        var text = Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length);
        line.SetLength(0);
        text = isFirst ? text.TrimStart('\uFEFF') : text;
        isFirst = false;
        return text;
    }
}
