using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace EdmundRuntime.Runtime;

/// <summary>What one request carries to prove who calls: header fields, query options and cookies.</summary>
internal sealed class Admission
{
    public List<KeyValuePair<string, string>> Headers { get; } = [];

    /// <summary>Names and values, encoded already.</summary>
    public List<string> Query { get; } = [];

    /// <summary>Names and values, joined with <c>=</c>.</summary>
    public List<string> Cookies { get; } = [];

    /// <summary>The URL with the query options.</summary>
    public string At(string url) => Query.Count == 0
        ? url
        : url + (url.Contains('?') ? "&" : "?") + string.Join('&', Query);

    /// <summary>That it is one, and no more.</summary>
    public override string ToString() => "Admission(***)";
}

/// <summary>Where what proves who calls comes from.</summary>
internal interface IAccess
{
    /// <summary>Whether there is anything that must not travel in clear text.</summary>
    bool HasSecrets { get; }

    /// <summary>What the request carries; null for nothing.</summary>
    Task<Admission?> AdmitAsync(RequestInformation request, CancellationToken cancellationToken);

    /// <summary>Drops what the service did not take. False when there would be nothing else the next time.</summary>
    bool Forget(Admission admission);
}
