using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Threading;
using System.Threading.Tasks;

namespace EdmundRuntime.Runtime;

/// <summary>Reads an answer's body within bounds: a small compressed answer must not fill the memory.</summary>
internal static class BodyReader
{
    /// <summary>The largest answer, decompressed; larger files are to be read in ranges.</summary>
    public const long MaxBytes = 512L * 1024 * 1024;

    /// <summary>How far an answer above <see cref="FreeBytes"/> may inflate; JSON stays far below.</summary>
    public const long MaxRatio = 100;

    private const long FreeBytes = 4 * 1024 * 1024;

    /// <summary>The whole body; a pause above <paramref name="idle"/> cancels the reading.</summary>
    /// <exception cref="ResponseTooLargeException">It is larger than allowed.</exception>
    /// <exception cref="UnexpectedAnswerException">Its compression is none that was asked for, or broken.</exception>
    public static async Task<byte[]> ReadAsync(Stream raw, ICollection<string> encodings, TimeSpan idle, CancellationToken cancellationToken)
    {
        var encoding = string.Join(",", encodings).Trim().ToLowerInvariant();
        if (encoding is not ("" or "identity" or "gzip" or "x-gzip" or "deflate"))
        {
            throw new UnexpectedAnswerException("the answer has an encoding that was not asked for");
        }
        var sent = await CopyAsync(raw, MaxBytes, idle, cancellationToken).ConfigureAwait(false);
        if (encoding is "" or "identity" || sent.Length == 0)
        {
            return sent;
        }
        var allowed = Math.Min(MaxBytes, Math.Max(FreeBytes, MaxRatio * sent.Length));
        try
        {
            using var inflated = Inflated(encoding, sent);
            var body = await CopyAsync(inflated, allowed, idle, cancellationToken).ConfigureAwait(false);
            return IsWhole(encoding, sent, body) ? body : throw new UnexpectedAnswerException("the answer ends before its compressed data does");
        }
        catch (InvalidDataException error)
        {
            throw new UnexpectedAnswerException("the answer's compression is broken", error);
        }
    }

    /// <summary>
    /// Whether the data ends as its format says: the library takes a stream that is cut for one that ends. Without a
    /// wrapper there is nothing to tell by.
    /// </summary>
    private static bool IsWhole(string encoding, byte[] sent, byte[] body)
    {
        if (encoding != "deflate")
        {
            return sent.Length >= 18 && BinaryPrimitives.ReadUInt32LittleEndian(sent.AsSpan(sent.Length - 4)) == (uint)body.Length;
        }
        return (sent[0] & 0x0F) != 8 || (sent.Length >= 6 && BinaryPrimitives.ReadUInt32BigEndian(sent.AsSpan(sent.Length - 4)) == Adler32(body));
    }

    /// <summary>The checksum of RFC 1950, section 8.</summary>
    private static uint Adler32(byte[] body)
    {
        var (low, high) = (1u, 0u);
        foreach (var unit in body)
        {
            low = (low + unit) % 65521;
            high = (high + low) % 65521;
        }
        return (high << 16) | low;
    }

    /// <summary>A body to be read as it comes; what it inflates to is never held.</summary>
    /// <exception cref="UnexpectedAnswerException">Its compression is none that was asked for.</exception>
    public static Stream Decoded(Stream raw, ICollection<string> encodings)
    {
        var encoding = string.Join(",", encodings).Trim().ToLowerInvariant();
        return encoding switch
        {
            "" or "identity" => raw,
            "gzip" or "x-gzip" => new GZipStream(raw, CompressionMode.Decompress),
            "deflate" => new ZLibStream(raw, CompressionMode.Decompress),
            _ => throw new UnexpectedAnswerException("the answer has an encoding that was not asked for"),
        };
    }

    private static Stream Inflated(string encoding, byte[] sent)
    {
        var source = new MemoryStream(sent);
        if (encoding != "deflate")
        {
            return new GZipStream(source, CompressionMode.Decompress);
        }
        // "deflate" comes with the zlib wrapper, and from some servers without it.
        return (sent[0] & 0x0F) == 8
            ? new ZLibStream(source, CompressionMode.Decompress)
            : new DeflateStream(source, CompressionMode.Decompress);
    }

    private static async Task<byte[]> CopyAsync(Stream source, long allowed, TimeSpan idle, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var body = new MemoryStream();
        var buffer = new byte[65536];
        while (true)
        {
            limit.CancelAfter(idle);
            var count = await source.ReadAsync(buffer, limit.Token).ConfigureAwait(false);
            if (count == 0)
            {
                return body.ToArray();
            }
            if (body.Length + count > allowed)
            {
                throw new ResponseTooLargeException($"the answer is larger than the {allowed} bytes allowed");
            }
            body.Write(buffer, 0, count);
        }
    }
}
