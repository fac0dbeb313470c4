using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace EdmundRuntime.Runtime;

/// <summary>A body that is read while it is sent. The stream stays the caller's.</summary>
internal sealed class StreamedContent : HttpContent
{
    private readonly Stream _source;
    private readonly Action _moved;

    /// <summary>Content from where the stream stands; <paramref name="moved"/> is told of each part that is sent.</summary>
    public StreamedContent(Stream source, Action moved) => (_source, _moved) = (source, moved);

    /// <inheritdoc/>
    protected override bool TryComputeLength(out long length)
    {
        length = _source.CanSeek ? _source.Length - _source.Position : 0;
        return _source.CanSeek;
    }

    /// <inheritdoc/>
    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        SerializeToStreamAsync(stream, context, cancellationToken).GetAwaiter().GetResult();

    /// <inheritdoc/>
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    /// <inheritdoc/>
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var buffer = new byte[65536];
        while (true)
        {
            _moved();
            var count = await _source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            if (count == 0)
            {
                return;
            }
            await stream.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
        }
    }
}

/// <summary>How a body is made that is not held: anew for each attempt, from where its streams stood at first.</summary>
internal sealed class StreamedBody
{
    private readonly Func<Action, HttpContent> _make;
    private readonly (Stream Stream, long Start)[] _sources;
    private bool _isUsed;

    /// <summary>A body; <paramref name="make"/> is given what content tells of each part that is sent.</summary>
    public StreamedBody(Func<Action, HttpContent> make, params Stream[] sources)
    {
        _make = make;
        CanRepeat = Array.TrueForAll(sources, source => source.CanSeek);
        _sources = Array.ConvertAll(sources, source => (source, source.CanSeek ? source.Position : 0));
    }

    /// <summary>Whether the body can be sent again: all streams can go back.</summary>
    public bool CanRepeat { get; }

    /// <summary>The body of one stream.</summary>
    public static StreamedBody Of(Stream source) => new(moved => new StreamedContent(source, moved), source);

    /// <summary>The content of one attempt.</summary>
    public HttpContent Make(Action moved)
    {
        if (_isUsed && !CanRepeat)
        {
            throw new InvalidOperationException("the stream of the body was read already");
        }
        _isUsed = true;
        foreach (var (stream, start) in _sources)
        {
            if (stream.CanSeek)
            {
                stream.Position = start;
            }
        }
        return _make(moved);
    }
}

/// <summary>A body of bytes, or one that is read while it is sent.</summary>
#if OLDER
internal readonly record struct BodyMade(
    byte[]? Content, string MediaType, StreamedBody? Streamed = null, System.Collections.Generic.IReadOnlyList<System.Collections.Generic.KeyValuePair<string, string>>? Arguments = null);
#else
internal readonly record struct BodyMade(byte[]? Content, string MediaType, StreamedBody? Streamed = null);
#endif
