using System.Collections.Generic;

namespace Microsoft.Graph.Models;

using Microsoft.Graph.Runtime;

/// <summary>The client certificates that the connector holds, as the service answers them.</summary>
public partial class ClientCertificateAuthentication : ApiAuthenticationConfigurationBase
{
    private static readonly ModelType s_type = new("microsoft.graph.clientCertificateAuthentication", static () => new ClientCertificateAuthentication())
    {
        BaseName = "microsoft.graph.apiAuthenticationConfigurationBase",
        SaysType = true,
        Properties =
        [
            new("certificateList", "CertificateList", "microsoft.graph.pkcs12CertificateInformation") { IsCollection = true, IsInsertable = false, IsUpdatable = false },
        ],
    };

    /// <summary>The certificates that were uploaded.</summary>
    public List<Pkcs12CertificateInformation>? CertificateList
    {
        get => GetModelList<Pkcs12CertificateInformation>("certificateList");
        set => SetModelList("certificateList", value);
    }

    internal override ModelType ModelInfo => s_type;
}
