using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Graph.Runtime;

namespace Microsoft.Graph;

/// <summary>Gives tokens; a few lines make one of an Azure.Identity credential (see the README).</summary>
public interface ICredential
{
    /// <summary>A token for the scopes. The client keeps it until shortly before it expires.</summary>
    /// <param name="scopes">What the token is for, such as <c>https://graph.microsoft.com/.default</c>.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    ValueTask<BearerToken> GetTokenAsync(IReadOnlyList<string> scopes, CancellationToken cancellationToken);
}

/// <summary>A token and when it expires; never shown.</summary>
/// <param name="Text">The token itself.</param>
/// <param name="ExpiresOn">When it expires.</param>
public readonly record struct BearerToken(string Text, DateTimeOffset ExpiresOn)
{
    /// <summary>That it is a token, and no more.</summary>
    public override string ToString() => "BearerToken(***)";
}

/// <summary>The credential, its scopes and the token that it gave last.</summary>
internal sealed class TokenCache : IAccess
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);
    private readonly ICredential _credential;
    private readonly string[] _scopes;
    private readonly SemaphoreSlim _asking = new(1, 1);
    private volatile Kept? _kept;

    public TokenCache(ICredential credential, IEnumerable<string> scopes)
    {
        (_credential, _scopes) = (credential, scopes.ToArray());
    }

    /// <inheritdoc/>
    public bool HasSecrets => true;

    /// <summary>Access by a credential; without scopes to all that the service has for the application.</summary>
    public static Func<ServiceUrl, IAccess?> For(ICredential? credential, IEnumerable<string>? scopes) =>
        root => credential is null ? null : new TokenCache(credential, scopes ?? [$"{root.Origin}/.default"]);

    /// <inheritdoc/>
    public async Task<Admission?> AdmitAsync(RequestInformation request, CancellationToken cancellationToken) =>
        new() { Headers = { KeyValuePair.Create("Authorization", await HeaderAsync(cancellationToken).ConfigureAwait(false)) } };

    /// <inheritdoc/>
    public bool Forget(Admission admission)
    {
        Forget(admission.Headers[0].Value);
        return true;
    }

    /// <summary>The token as a header value: the one that is kept, or a new one.</summary>
    /// <exception cref="AuthenticationFailedException">The credential fails or gives what is no token.</exception>
    public async Task<string> HeaderAsync(CancellationToken cancellationToken)
    {
        if (Current() is { } kept)
        {
            return kept;
        }
        // One call asks, the others wait for what it gets; when it fails or is stopped, the next one asks.
        await _asking.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return Current() ?? await AskAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _asking.Release();
        }
    }

    private string? Current() => _kept is { } kept && DateTimeOffset.UtcNow < kept.GoodUntil ? kept.Header : null;

    private async Task<string> AskAsync(CancellationToken cancellationToken)
    {
        var now = DateTimeOffset.UtcNow;
        BearerToken given;
        try
        {
            given = await _credential.GetTokenAsync(_scopes, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            throw new AuthenticationFailedException(Masked.Told($"the credential failed: {error.GetType().Name}: {error.Message}"), error);
        }
        if (string.IsNullOrEmpty(given.Text) || given.Text.Any(character => character is <= ' ' or > '~'))
        {
            throw new AuthenticationFailedException("the credential gave no token that can be sent");
        }
        // A token that lives shorter than the margin is still used for a part of its life.
        var lasts = given.ExpiresOn - now;
        var made = new Kept($"Bearer {given.Text}", now + (lasts > 2 * Early ? lasts - Early : lasts / 2));
        _kept = made;
        return made.Header;
    }

    /// <summary>Drops the token behind a header value, if it is still the one that is kept.</summary>
    internal void Forget(string header)
    {
        if (_kept is { } kept && kept.Header == header)
        {
            _kept = null;
        }
    }

    private sealed class Kept
    {
        public Kept(string header, DateTimeOffset goodUntil)
        {
            (Header, GoodUntil) = (header, goodUntil);
        }

        public string Header { get; }

        public DateTimeOffset GoodUntil { get; }
    }
}
