using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace EdmundRuntime.Runtime;

/// <summary>
/// A place in the service's paths: the values on the way there, in order, as JSON; or an absolute URL that the service gave.
/// </summary>
internal sealed record UrlPlace(ServiceCore Core, IReadOnlyList<object?> Keys, string? RawUrl = null)
{
    /// <summary>The place behind a value in the path.</summary>
    public UrlPlace With<T>(T value, Codec<T> codec) => this with { Keys = [.. Keys, value is null ? null : codec.Write(value, null)] };
}

/// <summary>The base of request builders. Making one sends nothing.</summary>
public abstract class RequestBuilder
{
    private readonly UrlPlace _place;

    private protected RequestBuilder(UrlPlace place) => _place = place;

    internal ServiceCore Core => _place.Core;

    /// <summary>The class.</summary>
    public override string ToString() => GetType().Name;

    private protected UrlPlace PlaceBelow() => _place;

    private protected UrlPlace PlaceAtUrl(string rawUrl) => _place with { RawUrl = Core.Root.Adopt(rawUrl, Core.Root.Url("/")) };

    /// <summary>Makes the request and sends it; what is wrong with either is found by who awaits.</summary>
    private protected async Task<T> SendRequestAsync<T>(Func<RequestInformation<T>> make, CancellationToken cancellationToken) =>
        await Core.SendAsync(make(), cancellationToken).ConfigureAwait(false);

    /// <summary>A request without a body.</summary>
    private protected RequestInformation<T> CallRequest<T, TQuery>(CallShape call, Action<RequestConfiguration<TQuery>>? configure)
        where TQuery : QueryParameters, new() => MakeRequest<T, TQuery>(call, configure, null, []);

    /// <summary>A request with a value, written as the first of the call's bodies says that takes such, or as the one whose media type is named.</summary>
    private protected RequestInformation<T> BodyRequest<T, TBody, TQuery>(
        CallShape call, TBody? body, Codec<TBody> codec, Action<RequestConfiguration<TQuery>>? configure, params int[] bodies)
        where TQuery : QueryParameters, new() =>
        MakeRequest<T, TQuery>(call, configure, body is null ? null : new TypedValue<TBody>(body, codec, null).Wire(), bodies);

    /// <summary>A request with the bytes of a stream, which is read while they are sent.</summary>
    private protected RequestInformation<T> BodyRequest<T, TQuery>(
        CallShape call, Stream? body, Action<RequestConfiguration<TQuery>>? configure, params int[] bodies)
        where TQuery : QueryParameters, new() => MakeRequest<T, TQuery>(call, configure, body, bodies);

    private static BodyMade Written(CallShape call, object body, string? contentType, int[] bodies, bool validate)
    {
        var shapes = bodies.Select(at => call.Bodies[at]).ToList();
        var shape = shapes.Find(each => contentType is not null && new ContentShape(each.MediaType, _ => null).Fit(contentType) == 3) ?? shapes[0];
        if (validate && shape.Holds is { } holds)
        {
            Validation.CheckBeforeSending(holds, body, call.Method);
        }
        return Bodies.Of(shape, body, contentType ?? shape.MediaType);
    }

    private RequestInformation<T> MakeRequest<T, TQuery>(
        CallShape call, Action<RequestConfiguration<TQuery>>? configure, object? body, int[] bodies)
        where TQuery : QueryParameters, new()
    {
        var configuration = new RequestConfiguration<TQuery>();
        configure?.Invoke(configuration);
        configuration.QueryParameters.CheckRequired();
        if (configuration.Timeout is { } timeout && (timeout <= TimeSpan.Zero || timeout > TimeSpan.FromDays(1)))
        {
            throw new ArgumentOutOfRangeException(nameof(configure), "the timeout is above zero and finite");
        }
        var headers = configuration.Headers;
        foreach (var (name, value) in configuration.QueryParameters.Headers())
        {
            headers.TryAdd(name, value);
        }
        if (call.Accept is not null)
        {
            headers.TryAdd("accept", call.Accept);
        }
        var made = body is null ? default : Written(call, body, configuration.ContentType, bodies, configuration.Validate ?? Core.Validate);
        if (body is not null)
        {
            headers.TryAdd("content-type", made.MediaType);
        }
        var root = call.BaseUrl is null ? Core.Root : Core.Root.Beside(call.BaseUrl, Core.Options.AllowHttp);
        var url = _place.RawUrl ?? root.Url(ParameterText.Path(call, _place.Keys));
        if (_place.RawUrl is null && configuration.QueryParameters.Query() is { Length: > 0 } query)
        {
            url += (url.Contains('?', StringComparison.Ordinal) ? "&" : "?") + query;
        }
        return new RequestInformation<T>(new HttpMethod(call.Method), url, headers, made.Content, configuration.Timeout, reply => Read<T>(call, reply))
        {
            Streamed = made.Streamed,
            IsOpen = call.IsOpen,
            Call = call,
            Root = root,
        };
    }

    private static T Read<T>(CallShape call, Reply reply) => call.Read(reply) switch
    {
        T value => value,
        null => default!,
        _ => throw new UnexpectedAnswerException($"the service answered with status {reply.Status} and another type than the call gives; SendAsync has it as Content"),
    };
}
