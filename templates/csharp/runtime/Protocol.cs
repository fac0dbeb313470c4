using System;
using System.Net.Http;
using EdmundRuntime.Models.ODataErrors;

namespace EdmundRuntime.Runtime;

/// <summary>What OData adds to HTTP, where the transport asks for it.</summary>
internal static class Protocol
{
    /// <summary>Whether numbers may come as text: with IEEE754Compatible, and infinite ones (OData JSON Format 4.01, section 7.1).</summary>
    public static bool HasNumbersAsText => true;

    /// <summary>Refuses options that the protocol does not have.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is none.</exception>
    public static void Check(ClientOptions options)
    {
#if OLDER
        if (options.BatchFormat != BatchFormat.Multipart)
        {
            throw new ArgumentOutOfRangeException(nameof(options), "a service of OData 1 to 3 takes no batches in JSON");
        }
#else
        if (options.ODataVersion is not ("4.0" or "4.01"))
        {
            throw new ArgumentOutOfRangeException(nameof(options), "the version of OData is 4.0 or 4.01");
        }
#endif
        if (options.BatchLimit < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(options), "a batch has 1 request or more");
        }
    }

#if OLDER
    /// <summary>The header fields of every request ([MS-ODATA], section 2.2.5); what the caller set counts.</summary>
    public static void AddHeaders(HttpRequestMessage message, ClientOptions options)
    {
        ServiceCore.AddUnlessGiven(message, "MaxDataServiceVersion", SchemaTable.Older.Text);
        if (message.Content is not null)
        {
            ServiceCore.AddUnlessGiven(message, "DataServiceVersion", SchemaTable.Older.Text);
        }
    }
#else
    /// <summary>The header fields of every request (Protocol 4.01, sections 8.1.5 and 8.2.7); what the caller set counts.</summary>
    public static void AddHeaders(HttpRequestMessage message, ClientOptions options)
    {
        ServiceCore.AddUnlessGiven(message, "OData-MaxVersion", "4.01");
        if (message.Content is not null)
        {
            ServiceCore.AddUnlessGiven(message, "OData-Version", options.ODataVersion);
        }
    }
#endif

    /// <summary>The value of an answer: an operation that goes on elsewhere (202) has none yet, whatever its status report says.</summary>
    public static T Value<T>(Reply reply, RequestInformation<T> request) => reply.Status == 202 ? default! : request.Read(reply);

    /// <summary>Whether who asks for the response takes an answer that is no success: never.</summary>
    public static bool Takes(RequestInformation request, int status) => false;

    /// <summary>The exception for an answer with an error status.</summary>
    public static ClientException Failure(RequestInformation request, Reply reply) => new ODataError(reply, request.HttpMethod.Method);
}
