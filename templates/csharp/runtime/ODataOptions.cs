namespace EdmundRuntime;

/// <summary>What is OData's own.</summary>
public sealed partial record ClientOptions
{
#if OLDER
#else
    /// <summary>The version of OData that requests with a body say they are written in: 4.01 or 4.0.</summary>
    public string ODataVersion { get; init; } = "4.01";

#endif
#if MULTIPART
    /// <summary>How batches are written: parts, which all services understand, or JSON, which came with 4.01.</summary>
    public BatchFormat BatchFormat { get; init; } = BatchFormat.Multipart;

#endif
    /// <summary>How many requests a batch sends in one; larger batches go in parts. Null for what is known of the service.</summary>
    public int? BatchLimit { get; init; }

    /// <summary>
    /// Whether URLs in a batch start with a slash, as Microsoft Graph has them; elsewhere that is the host's root (OData
    /// JSON Format 4.01, section 19.1). Null for what is known of the service.
    /// </summary>
    public bool? BatchUrlsStartWithSlash { get; init; }
}
#if MULTIPART

/// <summary>How batches are written.</summary>
public enum BatchFormat
{
    /// <summary>Parts of one body (OData Protocol 4.01, section 11.7.7).</summary>
    Multipart,

    /// <summary>One JSON object (OData JSON Format 4.01, section 19).</summary>
    Json,
}
#endif
