using System.Collections.Generic;

namespace Microsoft.Graph.Models;

using Microsoft.Graph.Runtime;

/// <summary>The entry point of identity features.</summary>
public partial class IdentityContainer : Entity
{
    private static readonly ModelType s_type = new("microsoft.graph.identityContainer", static () => new IdentityContainer())
    {
        BaseName = "microsoft.graph.entity",
        IsEntity = true,
        Properties =
        [
            new("apiConnectors", "ApiConnectors", "microsoft.graph.identityApiConnector") { IsCollection = true, IsNullable = false, IsNavigation = true },
        ],
    };

    /// <summary>The API connectors of the tenant.</summary>
    public List<IdentityApiConnector>? ApiConnectors
    {
        get => GetModelList<IdentityApiConnector>("apiConnectors");
        set => SetModelList("apiConnectors", value);
    }

    internal override ModelType ModelInfo => s_type;
}
