namespace Microsoft.Graph.Builders;

using Microsoft.Graph.Runtime;

/// <summary>What is sent to microsoft.graph.uploadClientCertificate.</summary>
public partial class IdentityApiConnectorUploadClientCertificatePostRequestBody : Model
{
    private static readonly ModelType s_type = new("microsoft.graph.uploadClientCertificate", static () => new IdentityApiConnectorUploadClientCertificatePostRequestBody())
    {
        IsPayload = true,
        Properties =
        [
            new("pkcs12Value", "Pkcs12Value", "Edm.String") { IsBase64 = true, IsRequiredOnCreate = true, IsSecret = true },
            new("password", "Password", "Edm.String") { IsRequiredOnCreate = true, IsSecret = true },
        ],
    };

    /// <summary>Parameter pkcs12Value: Edm.String.</summary>
    public string? Pkcs12Value
    {
        get => GetString("pkcs12Value");
        set => SetString("pkcs12Value", value);
    }

    /// <summary>Parameter password: Edm.String.</summary>
    public string? Password
    {
        get => GetString("password");
        set => SetString("password", value);
    }

    internal override ModelType ModelInfo => s_type;
}
