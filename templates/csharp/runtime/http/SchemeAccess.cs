using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace EdmundRuntime.Runtime;

/// <summary>What proves who calls in a scheme.</summary>
internal enum SchemeKind
{
    /// <summary>A token.</summary>
    Bearer,

    /// <summary>A name and a password.</summary>
    Basic,

    /// <summary>Another scheme of HTTP.</summary>
    Http,

    /// <summary>A key in a header field.</summary>
    ApiKeyHeader,

    /// <summary>A key in the query.</summary>
    ApiKeyQuery,

    /// <summary>A key in a cookie.</summary>
    ApiKeyCookie,
}

/// <summary>A security scheme of the service; <c>Parameter</c> is what a key is called where it goes.</summary>
internal sealed record SchemeShape(string Name, SchemeKind Kind, string Parameter = "");

/// <summary>Takes, of the alternatives of a call, the first for all of whose schemes there are credentials.</summary>
internal sealed class SchemeAccess : IAccess
{
    private readonly SchemeCredentials _credentials;
    private readonly SchemeShape[] _schemes;

    private SchemeAccess(SchemeCredentials credentials, SchemeShape[] schemes) => (_credentials, _schemes) = (credentials, schemes);

    /// <inheritdoc/>
    public bool HasSecrets => _credentials.Any();

    /// <summary>Access by the credentials that the caller gives.</summary>
    /// <exception cref="ArgumentException">One is for a scheme that the service does not have, or that takes another.</exception>
    public static Func<ServiceUrl, IAccess?> For(SchemeCredentials? credentials, SchemeShape[] schemes)
    {
        var given = credentials ?? new SchemeCredentials();
        given.Check(schemes);
        return _ => new SchemeAccess(given, schemes);
    }

    /// <inheritdoc/>
    public async Task<Admission?> AdmitAsync(RequestInformation request, CancellationToken cancellationToken)
    {
        if (request.Call is not { Security.Length: > 0 } call)
        {
            return null;
        }
        var taken = Array.Find(call.Security, needed => Array.TrueForAll(needed, each => Find(each) is { } scheme && _credentials.For(scheme) is not null));
        if (taken is null)
        {
            return call.IsPublic ? null : throw new AuthenticationFailedException(
                $"{call.Method} {call.Path} needs credentials for {string.Join(" or ", call.Security.Select(each => string.Join(" and ", each.Select(scheme => scheme.Name))))}");
        }
        var admission = new Admission();
        foreach (var needed in taken)
        {
            var scheme = Find(needed)!;
            await _credentials.For(scheme)!.AdmitAsync(scheme, needed, admission, cancellationToken).ConfigureAwait(false);
        }
        return admission;
    }

    /// <inheritdoc/>
    public bool Forget(Admission admission)
    {
        var isRenewed = false;
        foreach (var (name, value) in admission.Headers.Where(header => header.Key == "Authorization"))
        {
            foreach (var credential in _credentials)
            {
                isRenewed |= credential.Forget(value);
            }
        }
        return isRenewed;
    }

    private SchemeShape? Find(NeededScheme needed) => Array.Find(_schemes, scheme => scheme.Name == needed.Name);
}
