namespace Microsoft.Graph.Models;

using Microsoft.Graph.Runtime;

/// <summary>
/// <para>
/// A web API that a user flow calls while somebody signs up or signs in.
/// </para>
/// <para>
/// The connector names the API's endpoint and says how to authenticate to it.
/// </para>
/// </summary>
public partial class IdentityApiConnector : Entity
{
    private static readonly ModelType s_type = new("microsoft.graph.identityApiConnector", static () => new IdentityApiConnector())
    {
        BaseName = "microsoft.graph.entity",
        IsEntity = true,
        Properties =
        [
            new("authenticationConfiguration", "AuthenticationConfiguration", "microsoft.graph.apiAuthenticationConfigurationBase") { WritableTypes = ["microsoft.graph.basicAuthentication", "microsoft.graph.pkcs12Certificate"], IsRequiredOnCreate = true },
            new("displayName", "DisplayName", "Edm.String") { IsRequiredOnCreate = true },
            new("targetUrl", "TargetUrl", "Edm.String") { IsUrl = true, IsRequiredOnCreate = true },
        ],
    };

    /// <summary>
    /// <para>
    /// How to authenticate to the API endpoint.
    /// </para>
    /// <para>
    /// Needed to create a connector. Write a basicAuthentication or a pkcs12Certificate. The service answers with a
    /// basicAuthentication whose password is masked, or with a clientCertificateAuthentication in place of the
    /// certificate. A new value replaces the old one as a whole; uploadClientCertificate adds a certificate to
    /// those in place.
    /// </para>
    /// </summary>
    public ApiAuthenticationConfigurationBase? AuthenticationConfiguration
    {
        get => GetModel<ApiAuthenticationConfigurationBase>("authenticationConfiguration");
        set => SetModel("authenticationConfiguration", value);
    }

    /// <summary>
    /// <para>
    /// What the connector is called.
    /// </para>
    /// <para>
    /// Needed to create a connector.
    /// </para>
    /// </summary>
    public string? DisplayName
    {
        get => GetString("displayName");
        set => SetString("displayName", value);
    }

    /// <summary>
    /// <para>
    /// Where the API is that the connector calls: an absolute URL.
    /// </para>
    /// <para>
    /// Needed to create a connector.
    /// </para>
    /// </summary>
    public string? TargetUrl
    {
        get => GetString("targetUrl");
        set => SetString("targetUrl", value);
    }

    internal override ModelType ModelInfo => s_type;
}
