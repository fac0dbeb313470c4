using System.Net.Http;

namespace EdmundRuntime.Runtime;

/// <summary>What a protocol above HTTP would add, where the transport asks for it: nothing.</summary>
internal static class Protocol
{
    /// <summary>There are no options of its own.</summary>
    public static void Check(ClientOptions options)
    {
    }

    /// <summary>There are no header fields of its own.</summary>
    public static void AddHeaders(HttpRequestMessage message, ClientOptions options)
    {
    }

    /// <summary>The exception for an answer with an error status.</summary>
    public static ClientException Failure(RequestInformation request, Reply reply) => new ApiException(request, reply);
}
