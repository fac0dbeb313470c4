using System;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace EdmundRuntime.Runtime;

/// <summary>
/// The body of an answer as it comes, without being held. A pause above the idle limit ends the reading. Whoever reads it
/// disposes of it, which closes the answer.
/// </summary>
internal sealed class OpenBody : Stream
{
    private readonly Stream _body;
    private readonly HttpResponseMessage _response;
    private readonly CancellationTokenSource _limit;
    private readonly TimeSpan _idle;
    private readonly string _where;

    public OpenBody(Stream body, HttpResponseMessage response, CancellationTokenSource limit, TimeSpan idle, string where) =>
        (_body, _response, _limit, _idle, _where) = (body, response, limit, idle, where);

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var stopped = CancellationTokenSource.CreateLinkedTokenSource(_limit.Token, cancellationToken);
        stopped.CancelAfter(_idle);
        try
        {
            return await _body.ReadAsync(buffer, stopped.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException error) when (!_limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new RequestTimedOutException($"the answer stopped: {_where}", error);
        }
        catch (InvalidDataException error)
        {
            throw new UnexpectedAnswerException("the answer's compression is broken", error);
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            throw new ConnectionFailedException($"{error.GetType().Name}: {_where}", error);
        }
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _body.Dispose();
            _response.Dispose();
            _limit.Dispose();
        }
        base.Dispose(disposing);
    }
}
