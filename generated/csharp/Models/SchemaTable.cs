namespace Microsoft.Graph.Runtime;

/// <summary>The types of this schema by name.</summary>
internal static partial class SchemaTable
{
    /// <summary>Whether literals of enumerations have the type's name before them (OData 4.0).</summary>
    public const bool QualifiesEnumerations = false;

    static partial void MakeModel(string name, ref Model? made)
    {
        made = name switch
        {
            "microsoft.graph.apiAuthenticationConfigurationBase" => new global::Microsoft.Graph.Models.ApiAuthenticationConfigurationBase(),
            "microsoft.graph.basicAuthentication" => new global::Microsoft.Graph.Models.BasicAuthentication(),
            "microsoft.graph.clientCertificateAuthentication" => new global::Microsoft.Graph.Models.ClientCertificateAuthentication(),
            "microsoft.graph.pkcs12Certificate" => new global::Microsoft.Graph.Models.Pkcs12Certificate(),
            "microsoft.graph.pkcs12CertificateInformation" => new global::Microsoft.Graph.Models.Pkcs12CertificateInformation(),
            "microsoft.graph.entity" => new global::Microsoft.Graph.Models.Entity(),
            "microsoft.graph.identityApiConnector" => new global::Microsoft.Graph.Models.IdentityApiConnector(),
            "microsoft.graph.identityContainer" => new global::Microsoft.Graph.Models.IdentityContainer(),
            _ => null,
        };
    }

    static partial void MakeBody(string action, ref Model? made)
    {
        made = action switch
        {
            "microsoft.graph.uploadClientCertificate" => new global::Microsoft.Graph.Builders.IdentityApiConnectorUploadClientCertificatePostRequestBody(),
            _ => null,
        };
    }

    static partial void FindMembers(string name, ref string[]? members)
    {
        members = name switch
        {
            _ => null,
        };
    }

    static partial void FindNamespace(string alias, ref string? found)
    {
        found = alias switch
        {
            "Edmund" => "Edmund.V1",
            "graph" => "microsoft.graph",
            _ => null,
        };
    }
}
