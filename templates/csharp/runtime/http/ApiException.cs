using System.Collections.Generic;
using System.Linq;

namespace EdmundRuntime.Runtime;

/// <summary>The service answered with an error status.</summary>
public sealed class ApiException : ClientException
{
    private const int LongestBody = 65536;

    internal ApiException(RequestInformation request, Reply reply)
        : base(Told(request, reply))
    {
        (ResponseStatusCode, ResponseHeaders) = (reply.Status, reply.Headers);
        Body = reply.Body.Length > LongestBody ? reply.Body[..LongestBody] : reply.Body;
        Value = Typed(request, reply);
    }

    /// <summary>The HTTP status.</summary>
    public int ResponseStatusCode { get; }

    /// <summary>The answer's header fields, by name in any case.</summary>
    public IReadOnlyDictionary<string, string> ResponseHeaders { get; }

    /// <summary>The answer as it came, at most 64 KiB of it.</summary>
    public byte[] Body { get; }

    /// <summary>The answer as the description has it for the status; null where it has nothing, or the answer is something else.</summary>
    public object? Value { get; }

    /// <summary>The answer as one of the types that the description has for errors; null when it is of another.</summary>
    /// <typeparam name="T">The type.</typeparam>
    public T? As<T>()
        where T : class => Value as T;

    private static object? Typed(RequestInformation request, Reply reply)
    {
        try
        {
            return request.Call?.Read(reply);
        }
        catch (ClientException)
        {
            return null; // Not every error is the description's: status and body still say what there is to say.
        }
    }

    private static string Told(RequestInformation request, Reply reply) => string.Join(
        " | ", new[] { $"the service answered with status {reply.Status}", $"{request.HttpMethod} {reply.Url}" }.Select(Masked.Told));
}
