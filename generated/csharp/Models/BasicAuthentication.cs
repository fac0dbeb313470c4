namespace Microsoft.Graph.Models;

using Microsoft.Graph.Runtime;

/// <summary>HTTP basic authentication: a user name and a password.</summary>
public partial class BasicAuthentication : ApiAuthenticationConfigurationBase
{
    private static readonly ModelType s_type = new("microsoft.graph.basicAuthentication", static () => new BasicAuthentication())
    {
        BaseName = "microsoft.graph.apiAuthenticationConfigurationBase",
        SaysType = true,
        Properties =
        [
            new("password", "Password", "Edm.String") { IsSecret = true },
            new("username", "Username", "Edm.String"),
        ],
    };

    /// <summary>The password; the service answers with ****** in its place.</summary>
    public string? Password
    {
        get => GetString("password");
        set => SetString("password", value);
    }

    /// <summary>The user name.</summary>
    public string? Username
    {
        get => GetString("username");
        set => SetString("username", value);
    }

    internal override ModelType ModelInfo => s_type;
}
