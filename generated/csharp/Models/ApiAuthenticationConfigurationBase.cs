namespace Microsoft.Graph.Models;

using Microsoft.Graph.Runtime;

/// <summary>What every way of authenticating to an API endpoint has in common.</summary>
public partial class ApiAuthenticationConfigurationBase : Model
{
    private static readonly ModelType s_type = new("microsoft.graph.apiAuthenticationConfigurationBase", static () => new ApiAuthenticationConfigurationBase())
    {
        IsAbstract = true,
    };

    internal override ModelType ModelInfo => s_type;
}
