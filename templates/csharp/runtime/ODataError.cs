using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using EdmundRuntime.Runtime;

namespace EdmundRuntime.Models.ODataErrors;

/// <summary>
/// The service answered with an error status. <see cref="Error"/> holds what the service says; its members are null
/// when the answer was no OData error.
/// </summary>
public sealed class ODataError : ClientException
{
    private const int LongestBody = 65536;

    internal ODataError(Reply reply, string method)
        : base(Text(reply, method))
    {
        ResponseStatusCode = reply.Status;
        ResponseHeaders = reply.Headers.ToDictionary(field => field.Key, field => (IEnumerable<string>)[field.Value], StringComparer.OrdinalIgnoreCase);
        Body = reply.Body.Length > LongestBody ? reply.Body[..LongestBody] : reply.Body;
        Error = MainError.Of(reply.Body);
    }

    /// <summary>The HTTP status.</summary>
    public int ResponseStatusCode { get; }

    /// <summary>The answer's header fields.</summary>
    public IDictionary<string, IEnumerable<string>> ResponseHeaders { get; }

    /// <summary>The answer as it came, at most 64 KiB of it.</summary>
    public byte[] Body { get; }

    /// <summary>What the service says of the error.</summary>
    public MainError Error { get; }

    /// <summary>The service's id of the request, to be quoted to its support; null when it gave none.</summary>
    public string? RequestId => Header("request-id") ?? Error.InnerError?.RequestId;

    /// <summary>The id that the client gave the request; null when the service does not say.</summary>
    public string? ClientRequestId => Header("client-request-id") ?? Error.InnerError?.ClientRequestId;

    private string? Header(string name) => ResponseHeaders.TryGetValue(name, out var values) ? values.FirstOrDefault() : null;

    private static string Text(Reply reply, string method)
    {
        var error = MainError.Of(reply.Body);
        var message = error.Message ?? $"the service answered with status {reply.Status}";
        var id = reply.Headers.GetValueOrDefault("request-id") ?? error.InnerError?.RequestId;
        var parts = new List<string> { $"{reply.Status} {error.Code}".Trim(), message, $"{method} {reply.Url}" };
        if (id is not null)
        {
            parts.Add($"request-id {id}");
        }
        return string.Join(" | ", parts.Select(Masked.Told));
    }
}

/// <summary>One object of an error answer, read with tolerance: what has the wrong type reads as null.</summary>
public abstract class ErrorPart
{
    private readonly JsonMap _members;

    private protected ErrorPart(JsonMap members) => _members = members;

    /// <summary>Everything that the service sent in this object, by wire name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalData =>
        _members.ToDictionary(member => member.Key, member => JsonValues.Shown(member.Value), StringComparer.Ordinal);

    /// <summary>The text on the wire, without secrets that are recognised as such.</summary>
    public override string ToString() => $"{GetType().Name}({Masked.Told(Encoding.ASCII.GetString(JsonText.Write(_members)))})";

    private protected string? Text(string name) => Value(name) as string;

    private protected object? Value(string name) => _members.TryGetValue(name, out var value) ? value : null;
}

/// <summary>The error itself (OData JSON Format 4.01, section 21.1).</summary>
public sealed class MainError : ErrorPart
{
    private MainError(JsonMap members)
        : base(members)
    {
    }

    /// <summary>The service's error code.</summary>
    public string? Code => Text("code");

#if OLDER
    /// <summary>The message for developers. Before 4.0 it is an object with the text and its language.</summary>
    public string? Message => (Value("message") is JsonMap told && told.TryGetValue("value", out var text) ? text : Value("message")) as string;

    /// <summary>What the error is about, such as a property.</summary>
    public string? Target => Text("target");

    /// <summary>More errors that belong to this one; services of SAP have them inside.</summary>
    public List<ErrorDetails>? Details => (Value("details") ?? InnerError?.ListOf("errordetails")) is JsonList items
#else
    /// <summary>The message for developers.</summary>
    public string? Message => Text("message");

    /// <summary>What the error is about, such as a property.</summary>
    public string? Target => Text("target");

    /// <summary>More errors that belong to this one.</summary>
    public List<ErrorDetails>? Details => Value("details") is JsonList items
#endif
        ? items.OfType<JsonMap>().Select(item => new ErrorDetails(item)).ToList()
        : null;

    /// <summary>What the service adds for its own support.</summary>
    public InnerError? InnerError => (Value("innerError") ?? Value("innererror")) is JsonMap members ? new InnerError(members) : null;

    internal static MainError Of(byte[] body)
    {
        object? data = null;
        try
        {
            data = JsonText.Parse(body);
        }
        catch (JsonTextException)
        {
            // Not every error is OData's: the status still says what there is to say.
        }
        object? found = null;
        if (data is JsonMap map && !map.TryGetValue("error", out found))
        {
            map.TryGetValue("odata.error", out found);
        }
        return new MainError(found is string text ? new JsonMap { ["message"] = text } : found as JsonMap ?? new JsonMap());
    }
}

/// <summary>One of an error's details.</summary>
public sealed class ErrorDetails : ErrorPart
{
    internal ErrorDetails(JsonMap members)
        : base(members)
    {
    }

    /// <summary>The service's error code.</summary>
    public string? Code => Text("code");

    /// <summary>The message for developers.</summary>
    public string? Message => Text("message");

    /// <summary>What the error is about, such as a property.</summary>
    public string? Target => Text("target");
}

/// <summary>What the service adds for its own support.</summary>
public sealed class InnerError : ErrorPart
{
    internal InnerError(JsonMap members)
        : base(members)
    {
    }
#if OLDER

    internal object? ListOf(string name) => Value(name);
#endif

#if OLDER
    /// <summary>The service's id of the request, or of what it did for it.</summary>
    public string? RequestId => Text("request-id") ?? Text("transactionid");
#else
    /// <summary>The service's id of the request.</summary>
    public string? RequestId => Text("request-id");
#endif

    /// <summary>The id that the client gave the request.</summary>
    public string? ClientRequestId => Text("client-request-id");

    /// <summary>The type's name on the wire.</summary>
    public string? OdataType => Text("@odata.type");

    /// <summary>When the error occurred; without an offset it is UTC. The text lies in the additional data.</summary>
    public DateTimeOffset? Date => DateTimeOffset.TryParse(Text("date"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;
}
