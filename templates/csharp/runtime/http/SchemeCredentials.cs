using System;
using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using EdmundRuntime.Runtime;

namespace EdmundRuntime;

/// <summary>What proves who calls, for one of the service's security schemes.</summary>
public abstract class SchemeCredential
{
    private protected SchemeCredential()
    {
    }

    /// <summary>The kind, and no more.</summary>
    public override string ToString() => $"{GetType().Name}(***)";

    internal abstract bool Fits(SchemeShape scheme);

    internal abstract Task AdmitAsync(SchemeShape scheme, NeededScheme needed, Admission admission, CancellationToken cancellationToken);

    internal virtual bool Forget(string header) => false;
}

/// <summary>A token (RFC 6750): for bearer schemes, OAuth 2 and OpenID Connect.</summary>
public sealed class BearerCredential : SchemeCredential
{
    private readonly ICredential _source;
    private readonly ConcurrentDictionary<string, TokenCache> _tokens = new(StringComparer.Ordinal);

    /// <summary>One token that does not change.</summary>
    /// <param name="token">The token.</param>
    public BearerCredential(string token)
        : this(new Fixed(token ?? throw new ArgumentNullException(nameof(token))))
    {
    }

    /// <summary>Tokens from where they come; the scopes are those that a call needs.</summary>
    /// <param name="source">Gives tokens, which are kept until shortly before they expire.</param>
    public BearerCredential(ICredential source)
    {
        ArgumentNullException.ThrowIfNull(source);
        _source = source;
    }

    internal override bool Fits(SchemeShape scheme) => scheme.Kind == SchemeKind.Bearer;

    internal override async Task AdmitAsync(SchemeShape scheme, NeededScheme needed, Admission admission, CancellationToken cancellationToken)
    {
        var tokens = _tokens.GetOrAdd(string.Join(' ', needed.Scopes), _ => new TokenCache(_source, needed.Scopes));
        admission.Headers.Add(KeyValuePair.Create("Authorization", await tokens.HeaderAsync(cancellationToken).ConfigureAwait(false)));
    }

    internal override bool Forget(string header)
    {
        foreach (var tokens in _tokens.Values)
        {
            tokens.Forget(header);
        }
        return _source is not Fixed;
    }

    private sealed class Fixed(string token) : ICredential
    {
        public ValueTask<BearerToken> GetTokenAsync(IReadOnlyList<string> scopes, CancellationToken cancellationToken) =>
            new(new BearerToken(token, DateTimeOffset.UtcNow.AddYears(1)));
    }
}

/// <summary>A user's name and password (RFC 7617).</summary>
public sealed class BasicCredential : SchemeCredential
{
    private readonly string _header;

    /// <summary>A credential of a name and a password.</summary>
    /// <param name="user">The name, without a colon.</param>
    /// <param name="password">The password.</param>
    /// <exception cref="ArgumentException">The name has a colon.</exception>
    public BasicCredential(string user, string password)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(password);
        if (user.Contains(':', StringComparison.Ordinal))
        {
            throw new ArgumentException("the name has a colon", nameof(user));
        }
        _header = $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"))}";
    }

    internal override bool Fits(SchemeShape scheme) => scheme.Kind == SchemeKind.Basic;

    internal override Task AdmitAsync(SchemeShape scheme, NeededScheme needed, Admission admission, CancellationToken cancellationToken)
    {
        admission.Headers.Add(KeyValuePair.Create("Authorization", _header));
        return Task.CompletedTask;
    }
}

/// <summary>A key that goes into a header field, the query or a cookie, as the scheme says.</summary>
public sealed class ApiKeyCredential : SchemeCredential
{
    private readonly string _key;

    /// <summary>A credential of a key.</summary>
    /// <param name="key">The key.</param>
    /// <exception cref="ArgumentException">The key cannot be sent.</exception>
    public ApiKeyCredential(string key)
    {
        if (string.IsNullOrEmpty(key) || key.Any(character => character is < ' ' or '\x7f' or > '\xff'))
        {
            throw new ArgumentException("the key is empty or has a control character", nameof(key));
        }
        _key = key;
    }

    internal override bool Fits(SchemeShape scheme) => scheme.Kind is SchemeKind.ApiKeyHeader or SchemeKind.ApiKeyQuery or SchemeKind.ApiKeyCookie;

    internal override Task AdmitAsync(SchemeShape scheme, NeededScheme needed, Admission admission, CancellationToken cancellationToken)
    {
        switch (scheme.Kind)
        {
            case SchemeKind.ApiKeyQuery:
                admission.Query.Add($"{Uri.EscapeDataString(scheme.Parameter)}={Uri.EscapeDataString(_key)}");
                break;
            case SchemeKind.ApiKeyCookie:
                admission.Cookies.Add($"{scheme.Parameter}={_key}");
                break;
            default:
                admission.Headers.Add(KeyValuePair.Create(scheme.Parameter, _key));
                break;
        }
        return Task.CompletedTask;
    }
}

/// <summary>The whole value of the <c>Authorization</c> field, for schemes of HTTP that have no class here.</summary>
public sealed class AuthorizationCredential : SchemeCredential
{
    private readonly Func<CancellationToken, ValueTask<string>> _value;

    /// <summary>A credential whose value is asked for before each request.</summary>
    /// <param name="value">Gives the value, the scheme's name included.</param>
    public AuthorizationCredential(Func<CancellationToken, ValueTask<string>> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    internal override bool Fits(SchemeShape scheme) => scheme.Kind is SchemeKind.Http or SchemeKind.Basic or SchemeKind.Bearer;

    internal override async Task AdmitAsync(SchemeShape scheme, NeededScheme needed, Admission admission, CancellationToken cancellationToken)
    {
        var value = await _value(cancellationToken).ConfigureAwait(false);
        if (string.IsNullOrEmpty(value) || value.Any(character => character is < ' ' or > '~'))
        {
            throw new AuthenticationFailedException("the credential gave nothing that can be sent");
        }
        admission.Headers.Add(KeyValuePair.Create("Authorization", value));
    }
}

/// <summary>The credentials of a client: by the names of the service's security schemes, or for all schemes that they fit.</summary>
public sealed class SchemeCredentials : IEnumerable<SchemeCredential>
{
    private readonly List<KeyValuePair<string?, SchemeCredential>> _given = [];

    /// <summary>One credential for all schemes that it fits.</summary>
    /// <param name="credential">The credential.</param>
    public static implicit operator SchemeCredentials(SchemeCredential credential) => new() { credential };

    /// <summary>Adds a credential for all schemes that it fits.</summary>
    /// <param name="credential">The credential.</param>
    public void Add(SchemeCredential credential)
    {
        ArgumentNullException.ThrowIfNull(credential);
        _given.Add(new KeyValuePair<string?, SchemeCredential>(null, credential));
    }

    /// <summary>Adds a credential for one scheme.</summary>
    /// <param name="scheme">What the description calls the scheme.</param>
    /// <param name="credential">The credential.</param>
    public void Add(string scheme, SchemeCredential credential)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        ArgumentNullException.ThrowIfNull(credential);
        _given.Add(new KeyValuePair<string?, SchemeCredential>(scheme, credential));
    }

    /// <inheritdoc/>
    public IEnumerator<SchemeCredential> GetEnumerator() => _given.Select(each => each.Value).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal SchemeCredential? For(SchemeShape scheme) =>
        _given.Find(each => each.Key == scheme.Name).Value ?? _given.Find(each => each.Key is null && each.Value.Fits(scheme)).Value;

    internal void Check(IReadOnlyCollection<SchemeShape> schemes)
    {
        foreach (var (name, credential) in _given.Where(each => each.Key is not null))
        {
            var scheme = schemes.FirstOrDefault(each => each.Name == name)
                ?? throw new ArgumentException($"the service has no security scheme '{Masked.OneLine(name!)}'");
            if (!credential.Fits(scheme))
            {
                throw new ArgumentException($"the security scheme '{name}' takes no {credential.GetType().Name}");
            }
        }
    }
}
