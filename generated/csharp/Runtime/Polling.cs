using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace Microsoft.Graph.Runtime;

/// <summary>Waits for operations that a service goes on with after it has answered 202 (Protocol 4.01, section 11.6).</summary>
internal static class Polling
{
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>Follows Location, within the client's origin, until the answer is no 202.</summary>
    /// <exception cref="RequestTimedOutException">That takes longer than the limit.</exception>
    /// <exception cref="UnexpectedAnswerException">An answer does not say where to ask.</exception>
    public static async Task<Response<T>> UntilDoneAsync<T>(ServiceCore core, Response<T> response, TimeSpan limit, CancellationToken cancellationToken)
    {
        if (limit <= TimeSpan.Zero || limit > TimeSpan.FromDays(1))
        {
            throw new ArgumentOutOfRangeException(nameof(limit), "the time limit is above zero and finite");
        }
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        bound.CancelAfter(limit);
        try
        {
            while (response.Status == 202)
            {
                var location = response.Location ?? throw new UnexpectedAnswerException("the service goes on with an operation and does not say where to ask for it");
                var url = core.Root.Adopt(location, response.Reply.Url);
                var pause = Retry.RetryAfter(response.Headers, DateTimeOffset.UtcNow) ?? Usual;
                await Task.Delay(pause < Longest ? pause : Longest, bound.Token).ConfigureAwait(false);
                response = await core.SendForResponseAsync(response.Request.Asked(HttpMethod.Get, url), bound.Token).ConfigureAwait(false);
            }
            return response;
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw new RequestTimedOutException("the operation was not done in time", error);
        }
    }
}
