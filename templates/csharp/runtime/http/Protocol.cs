using System.Net.Http;

namespace EdmundRuntime.Runtime;

/// <summary>What a protocol above HTTP would add, where the transport asks for it: nothing.</summary>
internal static class Protocol
{
    /// <summary>Numbers are numbers.</summary>
    public static bool HasNumbersAsText => false;

    /// <summary>There are no options of its own.</summary>
    public static void Check(ClientOptions options)
    {
    }

    /// <summary>There are no header fields of its own.</summary>
    public static void AddHeaders(HttpRequestMessage message, ClientOptions options)
    {
    }

    /// <summary>The value of an answer, where it is what the call itself gives.</summary>
    public static T Value<T>(Reply reply, RequestInformation<T> request) => request.Call?.Read(reply) is T value ? value : default!;

    /// <summary>Whether who asks for the response takes an answer that is no success: a redirect that the description has.</summary>
    public static bool Takes(RequestInformation request, int status) => status is >= 300 and < 400
        && request.Call is { } call && System.Array.Exists(call.Answers, answer => answer.Status != "default" && answer.Is(status));

    /// <summary>The exception for an answer with an error status.</summary>
    public static ClientException Failure(RequestInformation request, Reply reply) => new ApiException(request, reply);
}
