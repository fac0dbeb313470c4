using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using EdmundRuntime.Models.ODataErrors;

namespace EdmundRuntime.Runtime;

/// <summary>What the compiler knows of a service and its client; options of the client come first.</summary>
/// <param name="Product">The client for <c>User-Agent</c>.</param>
/// <param name="BatchLimit">How many requests go in one batch.</param>
/// <param name="BatchUrlsStartWithSlash">How URLs in a batch are written.</param>
internal sealed record ServiceTraits(string Product, int BatchLimit = int.MaxValue, bool BatchUrlsStartWithSlash = false);

/// <summary>
/// What all builders of one client share: where it may go, with which credential, how often, and the sending itself.
/// </summary>
internal sealed class ServiceCore : IDisposable
{
    private const int MaxRedirects = 5;
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromDays(1);

    private readonly ClientOptions _options;
    private readonly ServiceTraits _traits;
    private readonly TokenCache? _tokens;
    private readonly HttpClient _http;
    private readonly bool _takesTokens;
    private bool _isClosed;

    public ServiceCore(ICredential? credential, IEnumerable<string>? scopes, string baseUrl, ClientOptions options, ServiceTraits traits)
    {
        Root = new ServiceUrl(baseUrl, options.AllowHttp);
        _takesTokens = !Root.IsClear || options.AllowTokenOverHttp;
        if (credential is not null)
        {
            CheckTakesTokens();
        }
        if (!IsTimeLimit(options.Timeout) || !IsTimeLimit(options.IdleTimeout))
        {
            throw new ArgumentOutOfRangeException(nameof(options), "time limits are above zero and finite");
        }
        if (options.ODataVersion is not ("4.0" or "4.01"))
        {
            throw new ArgumentOutOfRangeException(nameof(options), "the version of OData is 4.0 or 4.01");
        }
        if (options.MaxRetries < 0 || options.MaxPages < 1 || options.BatchLimit < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(options), "retries are 0 or more, pages and requests of a batch 1 or more");
        }
        (_options, _traits) = (options, traits);
        _tokens = credential is null ? null : new TokenCache(credential, scopes ?? [$"{Root.Origin}/.default"]);
        _http = options.HttpClient ?? OwnClient(Root);
    }

    public ServiceUrl Root { get; }

    public int MaxPages => _options.MaxPages;

    public int BatchLimit => _options.BatchLimit ?? _traits.BatchLimit;

    public bool BatchUrlsStartWithSlash => _options.BatchUrlsStartWithSlash ?? _traits.BatchUrlsStartWithSlash;

    public bool Validate => _options.Validate;

    /// <summary>Sends the request until there is an answer to read, and reads it.</summary>
    /// <exception cref="ODataError">The service answers with an error status.</exception>
    /// <exception cref="RedirectRefusedException">It answers with a redirect that is not a GET within the origin.</exception>
    public async Task<T> SendAsync<T>(RequestInformation<T> request, CancellationToken cancellationToken) =>
        request.Read(await ReplyToAsync(request, isWhole: false, cancellationToken).ConfigureAwait(false));

    /// <summary>As <see cref="SendAsync"/>, with status and header fields; 304 is an answer without a value.</summary>
    public async Task<Response<T>> SendForResponseAsync<T>(RequestInformation<T> request, CancellationToken cancellationToken)
    {
        var reply = await ReplyToAsync(request, isWhole: true, cancellationToken).ConfigureAwait(false);
        return new Response<T>(reply, request);
    }

    private async Task<Reply> ReplyToAsync(RequestInformation request, bool isWhole, CancellationToken cancellationToken)
    {
        var url = Root.Adopt(request.Url);
        var (method, attempt, redirects, isRefreshed) = (request.HttpMethod.Method, 1, 0, false);
        while (true)
        {
            string? token = null;
            if (request.Headers.ContainsKey("authorization"))
            {
                CheckTakesTokens();
            }
            else if (_tokens is not null)
            {
                token = await _tokens.HeaderAsync(cancellationToken).ConfigureAwait(false);
            }
            var reply = await SendOnceAsync(request, url, token, cancellationToken).ConfigureAwait(false);
            if (reply.Status < 300 || (reply.Status == 304 && (isWhole || request.Headers.ContainsKey("if-none-match"))))
            {
                return reply;
            }
            if (reply.Status < 400 && reply.Status != 304)
            {
                url = Redirected(request, reply, url, ++redirects);
                continue;
            }
            if (reply.Status == 401 && token is not null && !isRefreshed)
            {
                // Revoked or clipped by a clock: one new token, then the service's word counts.
                isRefreshed = true;
                _tokens!.Forget(token);
                continue;
            }
            if (attempt <= _options.MaxRetries && Retry.PauseBefore(method, reply, attempt, DateTimeOffset.UtcNow) is { } pause)
            {
                attempt++;
                await Task.Delay(pause, cancellationToken).ConfigureAwait(false);
                continue;
            }
            throw new ODataError(reply, method);
        }
    }

    private void CheckTakesTokens()
    {
        if (!_takesTokens)
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

    private async Task<Reply> SendOnceAsync(RequestInformation request, string url, string? token, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        var target = new Uri(url, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var message = new HttpRequestMessage(request.HttpMethod, target);
        Fill(message, request, token);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(request.Timeout ?? _options.Timeout);
        // The query may hold secrets.
        var where = $"{request.HttpMethod} {url.Split('?')[0]}";
        try
        {
            using var response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, limit.Token).ConfigureAwait(false);
            if (response.RequestMessage?.RequestUri is { } asked && asked.OriginalString != target.OriginalString)
            {
                throw new RedirectRefusedException("the HTTP client followed a redirect by itself", asked.OriginalString);
            }
            var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            foreach (var (name, values) in response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated))
            {
                headers[name] = string.Join(", ", values);
            }
            using var stream = await response.Content.ReadAsStreamAsync(limit.Token).ConfigureAwait(false);
            var body = await BodyReader.ReadAsync(stream, response.Content.Headers.ContentEncoding, _options.IdleTimeout, limit.Token).ConfigureAwait(false);
            return new Reply((int)response.StatusCode, headers, body, url);
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw new RequestTimedOutException($"no answer in time: {where}", error);
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            throw new ConnectionFailedException($"{error.GetType().Name}: {where}", error);
        }
    }

    private void Fill(HttpRequestMessage message, RequestInformation request, string? token)
    {
        if (request.Content is not null)
        {
            message.Content = new ByteArrayContent(request.Content);
        }
        foreach (var (name, value) in request.Headers.Joined())
        {
            if (name.StartsWith("content-", StringComparison.Ordinal))
            {
                message.Content?.Headers.TryAddWithoutValidation(name, value);
            }
            else
            {
                message.Headers.TryAddWithoutValidation(name, value);
            }
        }
        if (token is not null)
        {
            message.Headers.TryAddWithoutValidation("Authorization", token);
        }
        // Protocol 4.01, sections 8.1.5 and 8.2.7; what the caller set counts.
        AddUnlessGiven(message, "OData-MaxVersion", "4.01");
        AddUnlessGiven(message, "User-Agent", _traits.Product);
        if (message.Content is not null)
        {
            AddUnlessGiven(message, "OData-Version", _options.ODataVersion);
        }
        message.Headers.Remove("Accept-Encoding");
        message.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, deflate");
    }

    private static void AddUnlessGiven(HttpRequestMessage message, string name, string value)
    {
        if (!message.Headers.NonValidated.Contains(name))
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }
    }

    private string Redirected(RequestInformation request, Reply reply, string url, int redirects)
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
            return Root.Adopt(location, url);
        }
        catch (UnsafeUrlException)
        {
            throw new RedirectRefusedException("the service redirects to another origin", location);
        }
    }
}
