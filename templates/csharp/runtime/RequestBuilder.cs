using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using EdmundRuntime.Models;

namespace EdmundRuntime.Runtime;

/// <summary>
/// A place in the service's URL space: the encoded path below the service root, or an absolute URL that was checked,
/// parameter aliases of functions on the way, which travel in the query, and what queries cannot ask for there.
/// </summary>
internal sealed record UrlPlace(ServiceCore Core, string Url, IReadOnlyList<KeyValuePair<string, string>> Aliases, QueryLimits? Limits = null);

/// <summary>How a caller wants a body: whether it is checked, and whether an update sends all of it.</summary>
internal readonly record struct BodyUse(bool Validate, bool IsWhole);

/// <summary>The base of request builders. Making one sends nothing.</summary>
public abstract class RequestBuilder
{
    private const string Json = "application/json";

    private readonly UrlPlace _place;

    private protected RequestBuilder(UrlPlace place) => _place = place;

    internal ServiceCore Core => _place.Core;

    /// <summary>The absolute URL without a query.</summary>
    internal string ResourceUrl => _place.Url.StartsWith("http", StringComparison.Ordinal) ? _place.Url : Core.Root.Url(_place.Url);

    /// <summary>The class and the place, without secrets.</summary>
    public override string ToString() => $"{GetType().Name}({Masked.Text(_place.Url)})";

    private protected UrlPlace PlaceBelow(string path, QueryLimits? limits = null) => _place with { Url = _place.Url + path, Limits = limits };

    private protected UrlPlace PlaceOfKey(object key, string type) => PlaceBelow("/" + Literals.Segment(key, type));

    private protected UrlPlace PlaceOfPredicate(params UrlPart[] parts) => PlaceBelow(Literals.KeyPredicate(parts));

    private protected UrlPlace PlaceOfFunction(string name, params UrlPart[] parts)
    {
#if OLDER
        // Arguments are query options; what is null is left out.
        var options = parts.Where(part => part.Value is not null)
            .Select(part => KeyValuePair.Create(part.Name, Literals.OlderLiteral(part.Value, part.Type).ToString()));
        return _place with { Url = $"{_place.Url}/{name}", Aliases = [.. _place.Aliases, .. options], Limits = null };
#else
        var (path, aliases) = Literals.Invocation(name, parts, _place.Aliases);
        return _place with { Url = _place.Url + path, Aliases = aliases, Limits = null };
#endif
    }

    private protected static UrlPart UrlPartOf(string name, object? value, string type) => new(name, value, type);

    /// <summary>The parts without those that were not given.</summary>
    private protected static UrlPart[] UrlPartsGiven(UrlPart[] required, params UrlPart[] optional) =>
        required.Concat(optional.Where(part => part.Value is not null)).ToArray();

    private protected UrlPlace PlaceAtUrl(string rawUrl) => new(Core, Core.Root.Adopt(rawUrl, Core.Root.Url("/")), []);

    /// <summary>Makes the request and sends it; what is wrong with either is found by who awaits.</summary>
    private protected async Task<T> SendRequestAsync<T>(Func<RequestInformation<T>> make, CancellationToken cancellationToken) =>
        await Core.SendAsync(make(), cancellationToken).ConfigureAwait(false);

    private protected RequestInformation<T?> ReadRequest<T, TQuery>(Action<RequestConfiguration<TQuery>>? configure)
        where T : Model
        where TQuery : QueryParameters, new() => MakeRequest("GET", configure, Answers.Object<T>);

    private protected RequestInformation<T?> CreateRequest<T, TQuery>(T body, Action<RequestConfiguration<TQuery>>? configure)
        where T : Model
        where TQuery : QueryParameters, new() => BodyRequest<T, TQuery>("POST", "create", body, TypeOf<T>.Value.Name, configure);

    private protected RequestInformation<T?> UpdateRequest<T, TQuery>(T body, Action<RequestConfiguration<TQuery>>? configure)
        where T : Model
        where TQuery : QueryParameters, new() => BodyRequest<T, TQuery>("PATCH", "update", body, TypeOf<T>.Value.Name, configure);

    private protected RequestInformation<T?> ReplaceRequest<T, TQuery>(T body, Action<RequestConfiguration<TQuery>>? configure)
        where T : Model
        where TQuery : QueryParameters, new() => BodyRequest<T, TQuery>("PUT", "create", body, TypeOf<T>.Value.Name, configure);

    /// <summary>A request with the body of one model, in answer to which one of T comes.</summary>
    private protected RequestInformation<T?> BodyRequest<T, TQuery>(
        string method, string purpose, Model body, string declared, Action<RequestConfiguration<TQuery>>? configure)
        where T : Model
        where TQuery : QueryParameters, new() => MakeRequest(method, configure, Answers.Object<T>, ModelBody(purpose, body, declared));

    /// <summary>A request with the body of one model, in answer to which nothing comes.</summary>
    private protected RequestInformation<object?> SilentRequest<TQuery>(
        string method, string purpose, Model body, string declared, Action<RequestConfiguration<TQuery>>? configure)
        where TQuery : QueryParameters, new() => MakeRequest(method, configure, Answers.Nothing, ModelBody(purpose, body, declared));

    /// <summary>A request with the body of one model, in answer to which a stream comes.</summary>
    private protected RequestInformation<Stream?> StreamRequest<TQuery>(
        string method, string purpose, Model body, string declared, Action<RequestConfiguration<TQuery>>? configure)
        where TQuery : QueryParameters, new() => MakeRequest(method, configure, Answers.Content, ModelBody(purpose, body, declared), "*/*");

    /// <summary>A request with the models of a whole collection.</summary>
    private protected RequestInformation<T?> CollectionRequest<T, TItem, TQuery>(
        string method, string purpose, List<TItem> items, Action<RequestConfiguration<TQuery>>? configure)
        where T : Model
        where TItem : Model
        where TQuery : QueryParameters, new()
    {
        ArgumentNullException.ThrowIfNull(items);
        return MakeRequest(method, configure, Answers.Object<T>, use =>
        {
            foreach (var item in items.Where(_ => use.Validate))
            {
                Validation.CheckBeforeSending(item, OperationOf(purpose));
            }
#if OLDER
            return new BodyMade(OlderBodies.OfCollection(JsonText.WriteCollection(items, TypeOf<TItem>.Value.Name), TypeOf<TItem>.Value), Json);
#else
            return new BodyMade(JsonText.WriteCollection(items, TypeOf<TItem>.Value.Name), Json);
#endif
        });
    }

    private protected RequestInformation<object?> DeleteRequest<TQuery>(Action<RequestConfiguration<TQuery>>? configure)
        where TQuery : QueryParameters, new() => MakeRequest("DELETE", configure, Answers.Nothing);

    private protected RequestInformation<object?> PlainRequest<TQuery>(string method, Action<RequestConfiguration<TQuery>>? configure)
        where TQuery : QueryParameters, new() => MakeRequest(method, configure, Answers.Nothing);

    private protected RequestInformation<T?> AnsweredRequest<T, TQuery>(string method, Action<RequestConfiguration<TQuery>>? configure)
        where T : Model
        where TQuery : QueryParameters, new() => MakeRequest(method, configure, Answers.Object<T>);

    private protected RequestInformation<int?> CountRequest<TQuery>(Action<RequestConfiguration<TQuery>>? configure)
        where TQuery : QueryParameters, new() => MakeRequest("GET", configure, Answers.Number, null, "text/plain");

    private protected RequestInformation<JsonNode?> ValueRequest<TQuery>(string method, Action<RequestConfiguration<TQuery>>? configure)
        where TQuery : QueryParameters, new() => MakeRequest(method, configure, Answers.Value);

    private protected RequestInformation<string?> ReferenceRequest<TQuery>(Action<RequestConfiguration<TQuery>>? configure)
        where TQuery : QueryParameters, new() => MakeRequest("GET", configure, Answers.Reference);

    private protected RequestInformation<Stream?> StreamRequest<TQuery>(string method, Action<RequestConfiguration<TQuery>>? configure)
        where TQuery : QueryParameters, new() => MakeRequest(method, configure, Answers.Content, null, "*/*");

    /// <summary>A request with the bytes of a stream, which is read while they are sent.</summary>
    private protected RequestInformation<T?> UploadRequest<T, TQuery>(string method, Stream body, Action<RequestConfiguration<TQuery>>? configure)
        where T : Model
        where TQuery : QueryParameters, new() => MakeRequest(method, configure, Answers.Object<T>, BytesBody(body));

    /// <summary>A request with the bytes of a stream in answer to which a stream comes.</summary>
    private protected RequestInformation<Stream?> StreamUploadRequest<TQuery>(string method, Stream body, Action<RequestConfiguration<TQuery>>? configure)
        where TQuery : QueryParameters, new() => MakeRequest(method, configure, Answers.Content, BytesBody(body), "*/*");

    /// <summary>A request with any JSON in answer to which such comes.</summary>
    private protected RequestInformation<JsonNode?> ValueUploadRequest<TQuery>(string method, JsonNode body, Action<RequestConfiguration<TQuery>>? configure)
        where TQuery : QueryParameters, new() => MakeRequest(method, configure, Answers.Value, _ => new BodyMade(JsonText.Write(body), Json));

    /// <summary>A request with the body of one model, in answer to which any JSON comes.</summary>
    private protected RequestInformation<JsonNode?> ValueRequest<TQuery>(
        string method, string purpose, Model body, string declared, Action<RequestConfiguration<TQuery>>? configure)
        where TQuery : QueryParameters, new() => MakeRequest(method, configure, Answers.Value, ModelBody(purpose, body, declared));

    /// <summary>A request with the bytes of a stream in answer to which nothing comes.</summary>
    private protected RequestInformation<object?> SilentUploadRequest<TQuery>(string method, Stream body, Action<RequestConfiguration<TQuery>>? configure)
        where TQuery : QueryParameters, new() => MakeRequest(method, configure, Answers.Nothing, BytesBody(body));

    private static WriteOperation? OperationOf(string purpose) => purpose switch
    {
        "create" => WriteOperation.Create,
        "update" => WriteOperation.Update,
        _ => null,
    };

    private static Func<BodyUse, BodyMade> ModelBody(string purpose, Model body, string declared)
    {
        ArgumentNullException.ThrowIfNull(body);
        if (SchemaTable.Find(declared) is { } type && !body.ModelInfo.IsA(type))
        {
            throw new ArgumentException($"a {body.GetType().Name} is no {declared}", nameof(body));
        }
        return use =>
        {
            var sent = purpose != "update" ? body : use.IsWhole ? Changes.All(body) : Changes.Of(body, declared);
            if (use.Validate)
            {
                Validation.CheckBeforeSending(sent, OperationOf(purpose));
            }
#if OLDER
            // Without a body a type is said all the same: SAP's services for Node.js read no arguments otherwise.
            return SchemaTable.FindBody(declared) is not null && !SchemaTable.Older.HasActions
                ? new BodyMade([], Json, null, OlderBodies.Arguments(sent))
                : new BodyMade(OlderBodies.Of(JsonText.Write(sent, declared), sent.ModelInfo), Json);
#else
            return new BodyMade(JsonText.Write(sent, declared), Json);
#endif
        };
    }

    private static Func<BodyUse, BodyMade> BytesBody(Stream body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return _ => new BodyMade(null, "application/octet-stream", StreamedBody.Of(body));
    }

    private RequestInformation<T> MakeRequest<T, TQuery>(
        string method,
        Action<RequestConfiguration<TQuery>>? configure,
        Func<Reply, T> answer,
        Func<BodyUse, BodyMade>? body = null,
        string accept = Json)
        where TQuery : QueryParameters, new()
    {
        var configuration = new RequestConfiguration<TQuery>();
        configure?.Invoke(configuration);
        _place.Limits?.Check(configuration.QueryParameters.Uses);
        var headers = configuration.Headers;
        headers.TryAdd("accept", accept);
        if (configuration.ETag is { } etag)
        {
            headers.Remove("if-match");
            headers.Add("if-match", etag);
        }
        if (configuration.Timeout is { } timeout && (timeout <= TimeSpan.Zero || timeout > TimeSpan.FromDays(1)))
        {
            throw new ArgumentOutOfRangeException(nameof(configure), "the timeout is above zero and finite");
        }
        var made = body?.Invoke(new BodyUse(configuration.Validate ?? Core.Validate, configuration.WholeBody)) ?? default;
        if (body is not null)
        {
            headers.TryAdd("content-type", made.MediaType);
        }
#if OLDER
        OlderRequests.Say(headers);
        // A URL that the service gave has the root's options already.
        var others = _place.Url.StartsWith("http", StringComparison.Ordinal) ? [] : OlderRequests.OptionsOf(Core.Root, method == "GET" && accept == Json);
        var url = OlderRequests.Url(ResourceUrl, [.. _place.Aliases, .. made.Arguments ?? [], .. configuration.QueryParameters.Pairs()], others);
        method = OlderRequests.Method(method);
#else
        var url = ResourceUrl;
        var query = string.Join('&', _place.Aliases.Concat(configuration.QueryParameters.Pairs())
            .Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"));
        if (query.Length > 0)
        {
            url += (url.Contains('?', StringComparison.Ordinal) ? "&" : "?") + query;
        }
#endif
        return new RequestInformation<T>(new HttpMethod(method), url, headers, made.Content, configuration.Timeout, answer)
        {
            Streamed = made.Streamed,
            IsOpen = typeof(T) == typeof(Stream),
        };
    }
}
