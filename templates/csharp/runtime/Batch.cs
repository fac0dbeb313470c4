using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using EdmundRuntime.Models.ODataErrors;
using EdmundRuntime.Runtime;

namespace EdmundRuntime;

/// <summary>
/// Requests to be sent in one (OData JSON Format 4.01, section 19), or in several where there are more than the client's
/// <c>BatchLimit</c>.
/// </summary>
public sealed class BatchRequestContentCollection
{
    private readonly List<BatchStep> _steps = [];
    private readonly ServiceCore _core;

    /// <summary>An empty batch for a client.</summary>
    /// <param name="client">The client whose requests go in.</param>
    public BatchRequestContentCollection(RequestBuilder client)
    {
        ArgumentNullException.ThrowIfNull(client);
        _core = client.Core;
    }

    /// <summary>Whether each request waits for the one before it to succeed.</summary>
    public bool InOrder { get; set; }

    internal IReadOnlyList<BatchStep> Steps => _steps;

    private int BatchLimit => _core.Options.BatchLimit ?? _core.Traits.BatchLimit;

    /// <summary>Adds a request, such as one that <c>ToGetRequestInformation</c> makes.</summary>
    /// <param name="request">A request of the same client.</param>
    /// <returns>The request's id in the batch.</returns>
    /// <exception cref="InvalidOperationException">Each waits for the one before it, and there are as many as go in one.</exception>
    /// <exception cref="ArgumentException">It does not lie below the client's service root.</exception>
    public string AddBatchRequestStep(RequestInformation request) => AddBatchRequestStep(request, null);

    /// <summary>Adds a request that waits for others, or that succeeds or fails together with others.</summary>
    /// <param name="request">A request of the same client.</param>
    /// <param name="dependsOn">The ids of requests that were added before, all of which have to succeed first; null for none.</param>
    /// <param name="atomicityGroup">
    /// The name of the group: the service does all that is in it, or nothing. Requests of one group are added one after the other.
    /// </param>
    /// <returns>The request's id in the batch.</returns>
    /// <exception cref="InvalidOperationException">Each waits for the one before it, and there are as many as go in one.</exception>
    /// <exception cref="ArgumentException">
    /// It does not lie below the client's service root, waits for none of the batch, or its group has ended or has no name.
    /// </exception>
    public string AddBatchRequestStep(RequestInformation request, IEnumerable<string>? dependsOn, string? atomicityGroup = null)
    {
        ArgumentNullException.ThrowIfNull(request);
        RefuseToSplit(_steps.Count + 1);
        PathOf(request);
        if (atomicityGroup is not null && (atomicityGroup.Length == 0 || atomicityGroup.All(char.IsAsciiDigit)))
        {
            throw new ArgumentException("the name of a group is no number and not empty", nameof(atomicityGroup));
        }
        if (atomicityGroup is not null && _steps.Exists(step => step.Group == atomicityGroup) && _steps[^1].Group != atomicityGroup)
        {
            throw new ArgumentException("that group has ended: another request was added since", nameof(atomicityGroup));
        }
        var after = (dependsOn ?? []).Select(PlaceOf).ToArray();
        _steps.Add(new BatchStep(request, after, atomicityGroup));
        return IdOf(_steps.Count - 1);
    }

    /// <summary>As <see cref="AddBatchRequestStep(RequestInformation)"/>, for code that awaits.</summary>
    /// <param name="request">A request of the same client.</param>
    /// <returns>The request's id in the batch.</returns>
    public Task<string> AddBatchRequestStepAsync(RequestInformation request) => Task.FromResult(AddBatchRequestStep(request));

    /// <summary>The bodies of the batches that the requests go in, in order.</summary>
    internal IReadOnlyList<byte[]> Parts()
    {
        if (_steps.Count == 0)
        {
            throw new InvalidOperationException("a batch holds at least one request");
        }
        RefuseToSplit(_steps.Count);
        var steps = _steps.Select((step, at) => InOrder && at > 0 ? step with { After = step.After.Append(at - 1).ToArray() } : step).ToArray();
        return BatchSteps.Parts(steps, BatchLimit).Select(part => Body(part.Select(at => Item(steps, at)))).ToArray();
    }

#if MULTIPART
    /// <summary>The requests of each batch, in order, by what succeeds or fails together.</summary>
    internal IReadOnlyList<(bool IsAtomic, MultipartRequest[] Requests)[]> Units()
    {
        if (_steps.Count == 0)
        {
            throw new InvalidOperationException("a batch holds at least one request");
        }
        RefuseToSplit(_steps.Count);
        var steps = _steps.Select((step, at) => InOrder && at > 0 ? step with { After = [at - 1] } : step).ToArray();
        return BatchSteps.Parts(steps, BatchLimit).Select(part => part
            .GroupBy(at => steps[at].Group ?? IdOf(at))
            .Select(unit => (steps[unit.First()].Group is not null, unit.Select(Addressed).ToArray())).ToArray()).ToArray();
    }

    /// <summary>Whether a request waits for another to succeed.</summary>
    internal bool IsOrdered => InOrder || _steps.Exists(step => step.After.Count > 0);

    private MultipartRequest Addressed(int at)
    {
        _core.BearsOwnToken(_steps[at].Request);
        return new MultipartRequest(IdOf(at), PathOf(_steps[at].Request), _steps[at].Request);
    }

#endif
    private static string IdOf(int at) => (at + 1).ToString(CultureInfo.InvariantCulture);

    private int PlaceOf(string id) =>
        int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= _steps.Count
            ? number - 1
            : throw new ArgumentException("a request waits for one that is not in the batch", nameof(id));

    private static byte[] Body(IEnumerable<JsonMap> items)
    {
        var list = new JsonList();
        foreach (var item in items)
        {
            list.Add(item);
        }
        return JsonText.Write(new JsonMap { ["requests"] = list });
    }

    /// <summary>Requests that wait for each other are of one batch.</summary>
    private void RefuseToSplit(int count)
    {
        if (InOrder && count > BatchLimit)
        {
            throw new InvalidOperationException($"a batch in order holds at most {BatchLimit} requests");
        }
    }

    private JsonMap Item(BatchStep[] steps, int at)
    {
        var (step, request) = (steps[at], steps[at].Request);
        _core.BearsOwnToken(request);
        var item = new JsonMap
        {
            ["id"] = IdOf(at),
            ["method"] = request.HttpMethod.Method,
            ["url"] = PathOf(request),
        };
        var headers = new JsonMap();
        foreach (var (name, value) in request.Headers.Joined())
        {
            headers[name] = value;
        }
        if (request.ReadContent() is { } content)
        {
            var kind = string.Join(string.Empty, request.Headers["content-type"]).Split(';')[0].Trim();
            var isJson = kind == "application/json" || kind.EndsWith("+json", StringComparison.Ordinal);
            item["body"] = isJson ? JsonText.Parse(content) : Convert.ToBase64String(content);
        }
        if (headers.Count > 0)
        {
            item["headers"] = headers;
        }
        if (step.Group is not null)
        {
            item["atomicityGroup"] = step.Group;
        }
        if (step.After.Count > 0)
        {
            var names = new JsonList();
            names.AddRange(BatchSteps.Names(steps, step, IdOf));
            item["dependsOn"] = names;
        }
        return item;
    }

    private string PathOf(RequestInformation request)
    {
        var url = _core.Root.Adopt(request.Url);
        var root = _core.Root.Url(string.Empty);
        if (url != root && !url.StartsWith(root + "/", StringComparison.Ordinal))
        {
            throw new ArgumentException("a request of a batch lies below the service root", nameof(request));
        }
        var path = url.Length == root.Length ? "/" : url[root.Length..];
        return (_core.Options.BatchUrlsStartWithSlash ?? _core.Traits.BatchUrlsStartWithSlash) ? path : path[1..];
    }
}

/// <summary>The answers of a batch, by the ids or the requests themselves.</summary>
public sealed class BatchResponseContentCollection
{
    private readonly IReadOnlyList<BatchStep> _steps;
    private readonly Dictionary<string, JsonMap> _answers;

    private BatchResponseContentCollection(IReadOnlyList<BatchStep> steps, Dictionary<string, JsonMap> answers)
    {
        (_steps, _answers) = (steps, answers);
    }

    /// <summary>The answer to a request.</summary>
    /// <typeparam name="T">What it is read as.</typeparam>
    /// <param name="request">A request of the batch.</param>
    /// <exception cref="ODataError">The service answered this request with an error.</exception>
    /// <exception cref="ArgumentException">The request is not of this batch.</exception>
    public T GetResponse<T>(RequestInformation<T> request)
    {
        ArgumentNullException.ThrowIfNull(request);
        for (var at = 0; at < _steps.Count; at++)
        {
            if (ReferenceEquals(_steps[at].Request, request))
            {
                return request.Read(ReplyTo(at));
            }
        }
        throw new ArgumentException("that request is not of this batch", nameof(request));
    }

    /// <summary>The answer to the request of an id.</summary>
    /// <typeparam name="T">What it is read as; that of the request.</typeparam>
    /// <param name="requestId">The id that adding the request gave.</param>
    /// <exception cref="ODataError">The service answered this request with an error.</exception>
    /// <exception cref="ArgumentException">No request has this id.</exception>
    /// <exception cref="InvalidCastException">The request's answer is no T.</exception>
    public Task<T?> GetResponseByIdAsync<T>(string requestId)
    {
        var at = IndexOf(requestId);
        return Task.FromResult((T?)_steps[at].Request.Answer(ReplyTo(at)));
    }

    /// <summary>The status of each answer by the request's id; those that were not answered are left out.</summary>
    public Dictionary<string, int> GetResponsesStatusCodes() => Enumerable.Range(0, _steps.Count)
        .Select(at => (at + 1).ToString(CultureInfo.InvariantCulture))
        .Where(_answers.ContainsKey)
        .ToDictionary(id => id, id => StatusOf(_answers[id]));

    /// <summary>All answers of the batches that the requests went in.</summary>
    internal static BatchResponseContentCollection Of(IReadOnlyList<BatchStep> steps, IEnumerable<Dictionary<string, JsonMap>> parts)
    {
        var answers = new Dictionary<string, JsonMap>(StringComparer.Ordinal);
        foreach (var (id, answer) in parts.SelectMany(part => part))
        {
            answers[id] = answer;
        }
        return new BatchResponseContentCollection(steps, answers);
    }

    /// <summary>The answers of one batch by the ids of the requests.</summary>
    internal static Dictionary<string, JsonMap> Read(Reply reply)
    {
        object? found = null;
        try
        {
            found = JsonText.Parse(reply.Body, isUnique: true);
        }
        catch (JsonTextException)
        {
            // Reported below, as any other answer that is none of a batch.
        }
        if (found is not JsonMap map || !map.TryGetValue("responses", out var responses) || responses is not JsonList items)
        {
            throw new UnexpectedAnswerException("the answer is not one of a batch");
        }
        var answers = new Dictionary<string, JsonMap>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            if (item is not JsonMap part || !part.TryGetValue("id", out var id) || id is not string text)
            {
                throw new UnexpectedAnswerException("the answer is not one of a batch");
            }
            answers[text] = part;
        }
        return answers;
    }

    private static int StatusOf(JsonMap part) =>
        part.TryGetValue("status", out var status) && status is JsonNumber number && int.TryParse(number.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            ? code
            : throw new UnexpectedAnswerException("an answer in the batch has no status");

    private int IndexOf(string requestId) =>
        int.TryParse(requestId, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= _steps.Count
            ? number - 1
            : throw new ArgumentException("no request of this batch has that id", nameof(requestId));

    /// <summary>The answer to one request; the service may give them in any order.</summary>
    private Reply ReplyTo(int at)
    {
        var id = (at + 1).ToString(CultureInfo.InvariantCulture);
        // A group that failed may be answered once, by its name.
        if (!_answers.TryGetValue(id, out var part) && (_steps[at].Group is not { } group || !_answers.TryGetValue(group, out part)))
        {
            throw new UnexpectedAnswerException("the service gave no answer to this request of the batch");
        }
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (part.TryGetValue("headers", out var given) && given is JsonMap fields)
        {
            foreach (var (name, value) in fields)
            {
                if (value is string text)
                {
                    headers[name] = text;
                }
            }
        }
        part.TryGetValue("body", out var body);
        var reply = new Reply(StatusOf(part), headers, BodyOf(body, headers), _steps[at].Request.Url);
        return reply.Status < 300 ? reply : throw new ODataError(reply, _steps[at].Request.HttpMethod.Method);
    }

    private static byte[] BodyOf(object? body, Dictionary<string, string> headers)
    {
        if (body is null)
        {
            return [];
        }
#if MULTIPART
        if (body is byte[] whole)
        {
            return whole;
        }
#endif
        var kind = headers.GetValueOrDefault("content-type", "text/plain");
        if (body is not string text || kind.Contains("json", StringComparison.Ordinal))
        {
            return JsonText.Write(body);
        }
        // Text as it is; anything else comes in base64.
        return kind.StartsWith("text/", StringComparison.Ordinal)
            ? Encoding.UTF8.GetBytes(text)
            : Base64.Decode(text) ?? throw new UnexpectedAnswerException("a binary answer in the batch is not base64");
    }
}

/// <summary>Sends batches.</summary>
public sealed class BatchRequestBuilder : RequestBuilder
{
    internal BatchRequestBuilder(UrlPlace place)
        : base(place)
    {
    }

    /// <summary>Sends the requests, in parts where there are more than go in one.</summary>
    /// <param name="batch">The requests.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<BatchResponseContentCollection> PostAsync(BatchRequestContentCollection batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var steps = batch.Steps.ToArray();
        var answers = new List<Dictionary<string, JsonMap>>();
#if MULTIPART
        if (Core.Options.BatchFormat == BatchFormat.Multipart)
        {
            foreach (var units in batch.Units())
            {
                answers.Add(await Core.SendAsync(Multipart(units, batch.IsOrdered), cancellationToken).ConfigureAwait(false));
            }
            return BatchResponseContentCollection.Of(steps, answers);
        }
#endif
        foreach (var body in batch.Parts())
        {
            var headers = new RequestHeaders { { "accept", "application/json" }, { "content-type", "application/json" } };
            var request = new RequestInformation<Dictionary<string, JsonMap>>(
                HttpMethod.Post, Core.Root.Url("/$batch"), headers, body, null, BatchResponseContentCollection.Read);
            answers.Add(await Core.SendAsync(request, cancellationToken).ConfigureAwait(false));
        }
        return BatchResponseContentCollection.Of(steps, answers);
    }
#if MULTIPART

    /// <summary>A batch as parts of parts. A service stops at the first error unless nothing waits for what failed.</summary>
    private RequestInformation<Dictionary<string, JsonMap>> Multipart((bool IsAtomic, MultipartRequest[] Requests)[] units, bool isOrdered)
    {
        var boundary = $"batch_{Guid.NewGuid():N}";
        var headers = new RequestHeaders { { "accept", "multipart/mixed" }, { "content-type", MultipartBatch.MediaType(boundary) } };
        if (!isOrdered)
        {
            headers.Add("prefer", "odata.continue-on-error");
        }
#if OLDER
        var url = OlderRequests.Url(ResourceUrl, [], OlderRequests.OptionsOf(Core.Root, isReading: false));
#else
        var url = ResourceUrl;
#endif
        return new RequestInformation<Dictionary<string, JsonMap>>(
            HttpMethod.Post, url, headers, MultipartBatch.Body(units, boundary), null, reply => MultipartBatch.Read(reply, units));
    }
#endif
}
