namespace Microsoft.Graph.Models;

using Microsoft.Graph.Runtime;

/// <summary>
/// <para>
/// A client certificate with its private key, as it is uploaded.
/// </para>
/// <para>
/// For writing only: the service answers with a clientCertificateAuthentication, which describes the
/// certificates and holds no key.
/// </para>
/// </summary>
public partial class Pkcs12Certificate : ApiAuthenticationConfigurationBase
{
    private static readonly ModelType s_type = new("microsoft.graph.pkcs12Certificate", static () => new Pkcs12Certificate())
    {
        BaseName = "microsoft.graph.apiAuthenticationConfigurationBase",
        SaysType = true,
        Properties =
        [
            new("password", "Password", "Edm.String") { IsRequiredOnCreate = true, IsRequiredOnUpdate = true, IsSecret = true },
            new("pkcs12Value", "Pkcs12Value", "Edm.String") { IsBase64 = true, IsRequiredOnCreate = true, IsRequiredOnUpdate = true, IsSecret = true },
        ],
    };

    /// <summary>
    /// <para>
    /// The password of the .pfx file.
    /// </para>
    /// <para>
    /// Needed; the empty string where the file has none.
    /// </para>
    /// </summary>
    public string? Password
    {
        get => GetString("password");
        set => SetString("password", value);
    }

    /// <summary>
    /// <para>
    /// The content of the .pfx file, in base64.
    /// </para>
    /// <para>
    /// Needed.
    /// </para>
    /// </summary>
    public string? Pkcs12Value
    {
        get => GetString("pkcs12Value");
        set => SetString("pkcs12Value", value);
    }

    internal override ModelType ModelInfo => s_type;
}
