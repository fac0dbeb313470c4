using System.Collections.Generic;
using Microsoft.Graph.Runtime;

namespace Microsoft.Graph.Models;

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
