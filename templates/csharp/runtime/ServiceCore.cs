using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace EdmundRuntime.Runtime;

/// <summary>
/// What all builders of one client share: where it may go, with which credential, how often, and the sending itself.
/// </summary>
internal sealed class ServiceCore : IDisposable
{
    private const int MaxRedirects = 5;
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromDays(1);

    private readonly ClientOptions _options;
    private readonly ServiceTraits _traits;
    private readonly IAccess? _access;
    private readonly HttpClient _http;
#if OLDER
    private readonly OlderSession _session = new();
#endif
    private bool _isClosed;

    public ServiceCore(Func<ServiceUrl, IAccess?> access, string baseUrl, ClientOptions options, ServiceTraits traits)
    {
        Root = new ServiceUrl(baseUrl, options.AllowHttp);
        if (!IsTimeLimit(options.Timeout) || !IsTimeLimit(options.IdleTimeout))
        {
            throw new ArgumentOutOfRangeException(nameof(options), "time limits are above zero and finite");
        }
        if (options.MaxRetries < 0 || options.MaxPages < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(options), "retries are 0 or more, pages 1 or more");
        }
        Protocol.Check(options);
        (_options, _traits) = (options, traits);
        _access = access(Root);
        if (_access is { HasSecrets: true })
        {
            CheckTakesTokens(Root);
        }
        _http = options.HttpClient ?? OwnClient(Root);
    }

    public ServiceUrl Root { get; }

    public int MaxPages => _options.MaxPages;

    public ClientOptions Options => _options;

    public ServiceTraits Traits => _traits;

    public bool Validate => _options.Validate;

    /// <summary>Sends the request until there is an answer to read, and reads it.</summary>
    /// <exception cref="ClientException">The service answers with an error status.</exception>
    /// <exception cref="RedirectRefusedException">It answers with a redirect that is not a GET within the origin.</exception>
    public async Task<T> SendAsync<T>(RequestInformation<T> request, CancellationToken cancellationToken) =>
        request.Read(await ReplyToAsync(request, isWhole: false, cancellationToken).ConfigureAwait(false));

    /// <summary>As <see cref="SendAsync"/>, with status and header fields; 304 is an answer without a value.</summary>
    public async Task<Response<T>> SendForResponseAsync<T>(RequestInformation<T> request, CancellationToken cancellationToken)
    {
        var reply = await ReplyToAsync(request, isWhole: true, cancellationToken).ConfigureAwait(false);
        return new Response<T>(reply, request);
    }

    /// <summary>Whether the caller gave a token with the request.</summary>
    /// <exception cref="UnsafeUrlException">It could be read on the way.</exception>
    public bool BearsOwnToken(RequestInformation request)
    {
        var bears = request.Headers.ContainsKey("authorization");
        if (bears)
        {
            CheckTakesTokens(request.Root ?? Root);
        }
        return bears;
    }

    private async Task<Reply> ReplyToAsync(RequestInformation request, bool isWhole, CancellationToken cancellationToken)
    {
        var root = request.Root ?? Root;
        var url = root.Adopt(request.Url);
        var (method, attempt, redirects, isRefreshed) = (request.HttpMethod.Method, 1, 0, false);
#if OLDER
        var isRemedied = false;
#endif
        while (true)
        {
            Admission? admission = null;
            if (!BearsOwnToken(request) && _access is not null && await _access.AdmitAsync(request, cancellationToken).ConfigureAwait(false) is { } given)
            {
                CheckTakesTokens(root);
                admission = given;
            }
            var reply = await SendOnceAsync(request, url, admission, cancellationToken).ConfigureAwait(false);
            if (reply.Status < 300 || (reply.Status == 304 && (isWhole || request.Headers.ContainsKey("if-none-match"))))
            {
                return reply;
            }
            if (isWhole && Protocol.Takes(request, reply.Status))
            {
                return reply;
            }
            if (reply.Status < 400 && reply.Status != 304)
            {
                url = Redirected(root, request, reply, url, ++redirects);
                continue;
            }
            if (!request.CanRepeat)
            {
                throw request.Failure(reply);
            }
            if (reply.Status == 401 && admission is not null && !isRefreshed && _access!.Forget(admission))
            {
                // Revoked or clipped by a clock: one new token, then the service's word counts.
                isRefreshed = true;
                continue;
            }
#if OLDER
            if (!isRemedied && OlderSession.IsWanted(reply))
            {
                isRemedied = true;
                var fetch = OlderSession.Fetch(request, root);
                if (_session.Keeps(await SendOnceAsync(fetch, fetch.Url, admission, cancellationToken).ConfigureAwait(false)))
                {
                    continue;
                }
            }
#endif
            if (attempt <= _options.MaxRetries && Retry.PauseBefore(method, reply, attempt, DateTimeOffset.UtcNow) is { } pause)
            {
                attempt++;
                await Task.Delay(pause, cancellationToken).ConfigureAwait(false);
                continue;
            }
            throw request.Failure(reply);
        }
    }

    private void CheckTakesTokens(ServiceUrl root)
    {
        if (root.IsClear && !_options.AllowTokenOverHttp)
        {
            throw new UnsafeUrlException("tokens are not sent over plain http (AllowTokenOverHttp)");
        }
    }

    private static bool IsTimeLimit(TimeSpan limit) => limit > TimeSpan.Zero && limit <= LongestTimeout;

    /// <summary>
    /// Proxies of the environment are used for https alone, where they see no more than the host: over plain http a
    /// proxy would be given the token in clear text. Connections are renewed so that changes of DNS are seen.
    /// </summary>
    private static HttpClient OwnClient(ServiceUrl root) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = root.Origin.StartsWith("https:", StringComparison.Ordinal),
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = System.Threading.Timeout.InfiniteTimeSpan,
    };

    public void Dispose()
    {
        _isClosed = true;
        if (_options.HttpClient is null)
        {
            _http.Dispose();
        }
    }

    private async Task<Reply> SendOnceAsync(RequestInformation request, string url, Admission? admission, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        var target = new Uri(admission is null ? url : admission.At(url), new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        HttpResponseMessage? response = null;
        var isOpen = false;
        // The query may hold secrets.
        var where = $"{request.HttpMethod} {url.Split('?')[0]}";
        try
        {
            using var message = new HttpRequestMessage(request.HttpMethod, target);
            Fill(message, request, admission, limit);
            limit.CancelAfter(request.StartTimeout(_options));
            response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, limit.Token).ConfigureAwait(false);
            if (response.RequestMessage?.RequestUri is { } asked && asked.OriginalString != target.OriginalString)
            {
                throw new RedirectRefusedException("the HTTP client followed a redirect by itself", asked.OriginalString);
            }
            var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            foreach (var (name, values) in response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated))
            {
                headers[name] = string.Join(", ", values);
            }
            var stream = await response.Content.ReadAsStreamAsync(limit.Token).ConfigureAwait(false);
            var status = (int)response.StatusCode;
            if (request.IsOpen && status is >= 200 and < 300 and not (202 or 204))
            {
                isOpen = true;
                limit.CancelAfter(Timeout.InfiniteTimeSpan);
                var open = new OpenBody(BodyReader.Decoded(stream, response.Content.Headers.ContentEncoding), response, limit, _options.IdleTimeout, where);
                return new Reply(status, headers, [], url) { Open = open };
            }
            if (request.IsStreamed)
            {
                // The request is over: from here on the answer's own time counts.
                limit.CancelAfter(request.Timeout ?? _options.Timeout);
            }
            var body = await BodyReader.ReadAsync(stream, response.Content.Headers.ContentEncoding, _options.IdleTimeout, limit.Token).ConfigureAwait(false);
            return new Reply(status, headers, body, url);
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw new RequestTimedOutException($"no answer in time: {where}", error);
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            throw new ConnectionFailedException($"{error.GetType().Name}: {where}", error);
        }
        finally
        {
            if (!isOpen)
            {
                response?.Dispose();
                limit.Dispose();
            }
        }
    }

    private void Fill(HttpRequestMessage message, RequestInformation request, Admission? admission, CancellationTokenSource limit)
    {
        message.Content = request.MakeContent(() => limit.CancelAfter(_options.IdleTimeout));
        foreach (var (name, value) in request.Headers.Joined())
        {
            if (name.StartsWith("content-", StringComparison.Ordinal))
            {
                message.Content?.Headers.Remove(name);
                message.Content?.Headers.TryAddWithoutValidation(name, value);
            }
            else
            {
                message.Headers.TryAddWithoutValidation(name, value);
            }
        }
        foreach (var (name, value) in admission?.Headers ?? [])
        {
            message.Headers.Remove(name);
            message.Headers.TryAddWithoutValidation(name, value);
        }
        if (admission is { Cookies.Count: > 0 })
        {
            var given = request.Headers.ContainsKey("cookie") ? request.Headers["cookie"] : [];
            message.Headers.Remove("Cookie");
            message.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", given.Concat(admission.Cookies)));
        }
#if OLDER
        _session.AddHeaders(message);
#endif
        AddUnlessGiven(message, "User-Agent", _traits.Product);
        Protocol.AddHeaders(message, _options);
        message.Headers.Remove("Accept-Encoding");
        message.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, deflate");
    }

    internal static void AddUnlessGiven(HttpRequestMessage message, string name, string value)
    {
        if (!message.Headers.NonValidated.Contains(name))
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }
    }

    private static string Redirected(ServiceUrl root, RequestInformation request, Reply reply, string url, int redirects)
    {
        var location = reply.Headers.GetValueOrDefault("location", string.Empty);
        if (request.HttpMethod != HttpMethod.Get || reply.Status is not (301 or 302 or 303 or 307 or 308) || location.Length == 0)
        {
            throw new RedirectRefusedException(string.Create(CultureInfo.InvariantCulture, $"the service answered {request.HttpMethod} with {reply.Status}"), location);
        }
        if (redirects > MaxRedirects)
        {
            throw new RedirectRefusedException($"more than {MaxRedirects} redirects", location);
        }
        try
        {
            return root.Adopt(location, url);
        }
        catch (UnsafeUrlException)
        {
            throw new RedirectRefusedException("the service redirects to another origin", location);
        }
    }
}
