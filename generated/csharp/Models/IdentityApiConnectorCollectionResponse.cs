using System.Collections.Generic;

namespace Microsoft.Graph.Models;

using Microsoft.Graph.Runtime;

/// <summary>One page of a collection of microsoft.graph.identityApiConnector.</summary>
public partial class IdentityApiConnectorCollectionResponse : BaseCollectionPaginationCountResponse, IPage<IdentityApiConnector>
{
    private static readonly ModelType s_type = new("Collection(microsoft.graph.identityApiConnector)", static () => new IdentityApiConnectorCollectionResponse())
    {
        IsPayload = true,
        IsPage = true,
        Properties =
        [
            new("value", "Value", "microsoft.graph.identityApiConnector") { IsCollection = true, IsNullable = false, IsNavigation = true },
        ],
    };

    /// <summary>The items.</summary>
    public List<IdentityApiConnector>? Value
    {
        get => GetModelList<IdentityApiConnector>("value");
        set => SetModelList("value", value);
    }

    internal override ModelType ModelInfo => s_type;
}
